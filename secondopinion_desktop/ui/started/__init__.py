"""The cards of the first step, each about one thing; what is written in them is saved as it is typed."""
