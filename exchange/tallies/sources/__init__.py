"""The facts that indicators count: each kind of fact is one statement with one row per fact."""
