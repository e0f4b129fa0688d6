"""Everything before a file is open: welcome, a new file, the recovery key, the lock screen."""
