"""Second Opinion: an offline organizer for people who want a second opinion on cancer."""

__version__ = "0.1.0"
