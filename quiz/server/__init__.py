"""How the app meets the network: whole requests only, one at a time, slow work beside them."""
