"""The delivery: pages, live sockets, JSON."""
