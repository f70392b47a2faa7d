"""Tests of keeping the catalogue true."""
