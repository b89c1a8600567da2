"""Cohorts of demobilised soldiers: invited, met, a path chosen, trained, placed."""
