"""How fast the program is, always against something bare measured in the same run: `python3 dev.py bench [PART ...]`."""
