"""Visits and persons: consultations and group talks counted by one definition."""
