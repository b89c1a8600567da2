"""Periods of reports: rows with a first and a last day, never computed from the number of a month."""
