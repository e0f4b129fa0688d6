"""How fast the program is, each time against something bare: `python3 dev.py bench [PART ...]`."""
