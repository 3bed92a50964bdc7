"""What each page of the dashboard is handed: values, and where a page asks or acts, the calls that do it."""
