"""Formats of the outside world: the only floor that prints and parses."""
