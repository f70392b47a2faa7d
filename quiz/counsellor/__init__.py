"""The counsellor's room: talks with pupils who chose to share their result."""
