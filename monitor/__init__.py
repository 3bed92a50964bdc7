"""Monitor: how much attention a cause gets, whether it fades, and what to do about it."""
