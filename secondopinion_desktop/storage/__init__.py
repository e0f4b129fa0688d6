"""Where the data lies: the only floor with sessions and SQL."""
