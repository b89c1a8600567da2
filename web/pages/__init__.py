"""Pages: one module per slice, handlers that read like the act they perform."""
