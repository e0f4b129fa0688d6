"""The ground: clock, errors, files, words, paths. No Qt, no SQL."""
