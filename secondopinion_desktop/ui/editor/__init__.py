"""The notes editor: rich text for tired people, with few formats and no way to lose a word."""
