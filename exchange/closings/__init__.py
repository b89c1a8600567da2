"""Reports approved step by step, periods closed for good, and what was corrected after that."""
