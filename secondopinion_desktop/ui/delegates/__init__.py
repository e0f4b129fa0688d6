"""Delegates: how one row of a model is drawn."""
