"""Signing in with the school's account: one connector for every provider (OpenID Connect)."""
