"""Employers, their recruiters, and how they are verified."""
