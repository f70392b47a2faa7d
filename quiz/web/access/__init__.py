"""Who may enter, and how often: audiences, sessions, limits."""
