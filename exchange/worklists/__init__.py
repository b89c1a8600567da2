"""What waits for the people of a centre: gathered from the rooms in which it arises, kept nowhere twice."""
