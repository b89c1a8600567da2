"""Spreadsheets as people send them: opened, bounded before being believed, and read cell by cell."""
