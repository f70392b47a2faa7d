"""Tests of the counsellor's room."""
