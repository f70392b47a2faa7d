"""Tests of the talk guide."""
