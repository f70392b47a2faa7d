"""What every room of the website shares: who may enter, languages, errors, headers, limits."""
