"""Models of lists and tables that are too long for a widget a row."""
