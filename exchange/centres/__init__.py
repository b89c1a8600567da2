"""Employment service centres and their staff."""
