"""Lists of people as they are typed or sent: each line matched with the register before anything is saved."""
