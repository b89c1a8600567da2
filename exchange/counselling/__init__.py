"""Counselling: what was spoken with whom, and what is counted of it."""
