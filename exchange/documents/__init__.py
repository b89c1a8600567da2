"""Scans of papers: the bytes outside the database, what they are and who brought them in it."""
