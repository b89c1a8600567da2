"""Booths: tickets, calls, interviews, messages, outcomes."""
