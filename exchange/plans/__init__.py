"""Yearly plans, and figures beside them: percent, same period of last year, so far in the year."""
