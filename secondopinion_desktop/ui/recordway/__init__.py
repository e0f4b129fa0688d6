"""What both the Records page and the step of the records show of the records on their way."""
