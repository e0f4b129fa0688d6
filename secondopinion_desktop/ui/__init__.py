"""What a person sees: the only floor with Qt."""
