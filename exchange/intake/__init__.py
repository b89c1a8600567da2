"""Taking in whole registers from spreadsheets: looked through before anything is written, and taken back as a whole."""
