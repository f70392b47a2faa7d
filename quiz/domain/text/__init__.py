"""Signs of text: which a name may hold, which our paper can print. No web, no content."""
