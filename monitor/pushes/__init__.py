"""Pushes: when one could best go out, what it brought in the past, and the calendar that shows them (pure)."""
