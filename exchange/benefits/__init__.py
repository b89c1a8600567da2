"""Unemployment benefit: claims, decisions and monthly declarations; the money stays with the insurer."""
