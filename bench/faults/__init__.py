"""Faults on purpose: what Monitor promises when platforms, disks, clocks and processes fail."""
