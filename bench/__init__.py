"""Figures about Monitor, each made by a command; scorers take a folder of series."""
