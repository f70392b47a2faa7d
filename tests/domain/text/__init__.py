"""Which signs a name may hold, and which our paper can print."""
