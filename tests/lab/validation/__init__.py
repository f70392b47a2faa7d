"""The plan for the first real pupils and its report."""
