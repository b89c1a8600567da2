"""Vacancies: form 03a, review before publication, search."""
