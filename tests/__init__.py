"""The tests: each states a behaviour, and can fail."""
