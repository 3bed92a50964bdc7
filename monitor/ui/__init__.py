"""What the dashboard shows: pages that receive values and only show them."""
