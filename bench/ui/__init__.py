"""The dashboard in a real browser, each promise with its figure: `make bench-ui`."""
