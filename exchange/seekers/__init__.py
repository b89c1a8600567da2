"""The register of persons: identity, consents, who may see what."""
