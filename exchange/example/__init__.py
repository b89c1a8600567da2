"""A half-year of a centre, filled in reproducibly: fictitious people, the figures of an official report."""
