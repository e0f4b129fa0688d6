"""Visit mode: a calm screen for the visit itself, one question at a time."""
