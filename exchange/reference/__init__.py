"""Dated lists that change by decree: provinces, occupations, industries; and how people really write them."""
