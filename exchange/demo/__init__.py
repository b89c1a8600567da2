"""A fair of the year 2021's shape that is live whenever the demo starts. Everybody and everything in it is invented."""
