"""The bookshelf of shipped knowledge: files in, frozen values out."""
