"""The talk guide: which questions are worth asking about a profile, and for how long a talk."""
