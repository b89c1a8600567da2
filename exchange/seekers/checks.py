"""What a page holds an entry against before it is saved."""

from exchange.seekers.file_rules import Known, doubts_of_id, likeness, same_words, why_not_number

__all__ = ["Known", "doubts_of_id", "likeness", "same_words", "why_not_number"]
