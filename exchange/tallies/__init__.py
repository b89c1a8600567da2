"""The figures of centres over periods: what each counts, how, and which records stand behind it."""
