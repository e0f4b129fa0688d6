"""Campaigns against the words in a file: `python -m tests.reliability`."""
