"""Group talks: one body, many people; who was there by name, or how many were said to have been."""
