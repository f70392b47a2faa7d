"""What suits whom, near home."""
