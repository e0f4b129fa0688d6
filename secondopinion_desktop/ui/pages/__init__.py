"""The pages of the window. They do not know each other: whoever wants another one asks with `open_requested`."""
