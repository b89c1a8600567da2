"""A fair, its sites, its phases, programme and announcements."""
