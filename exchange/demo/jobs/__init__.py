"""Vacancies of the demo, a module for each trade. The texts are our own."""
