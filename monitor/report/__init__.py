"""What leaves the house: a topic's finding as a picture, and a page for the public; values in, bytes out (pure)."""
