"""Marking on-screen texts for translation. Vietnamese is the source; the edge translates when it draws."""


def N_(text: str) -> str:  # noqa: N802 - the customary gettext marker
    """Mark `text` for the catalogue and return it unchanged."""
    return text
