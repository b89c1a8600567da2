"""Advertisements as people write them, read by pure functions; what is doubtful is kept and said, not guessed away."""
