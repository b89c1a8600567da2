"""Texts as they are given: made tidy before their lengths are counted, so that nothing unseen passes for a word."""

from pydantic import BeforeValidator

from exchange.kernel.text import squeeze, squeeze_lines

Tidy = BeforeValidator(lambda text: squeeze(text) if isinstance(text, str) else text)
TidyLines = BeforeValidator(lambda text: squeeze_lines(text) if isinstance(text, str) else text)
