"""What a person asks for, one class per aggregate."""
