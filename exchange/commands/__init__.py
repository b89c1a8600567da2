"""The operator's commands, a module for each noun. They call actions and queries; what serves is in `exchange.cli`."""
