"""The placement register: evidence, reversal, credit between provinces."""
