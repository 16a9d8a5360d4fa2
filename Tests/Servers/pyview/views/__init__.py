"""One live view a module."""
