"""What happened: audit, outbox for live news, and memory for repeated requests. Append-only."""
