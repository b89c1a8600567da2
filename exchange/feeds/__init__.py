"""Exchange with the national system and other centres: the own feed, who is told of it, whose feed is read."""
