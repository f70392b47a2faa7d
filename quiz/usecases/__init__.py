"""What people do here; each is one transaction, and only these commit."""
