"""The live line: news from the journal to the browsers, and the bell that says there is some.

`frames` what travels down, `inbox` what comes up, `handshake` and `admission` how a socket opens, `protocol` one
viewer, `hub` all of them, `doorbell` and `notify` who wakes the tail, `server` how the process is set up for it.
"""
