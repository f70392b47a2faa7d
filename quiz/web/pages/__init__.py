"""What pages share: templates, languages, addresses, words."""
