"""What answers share: headers, compression, files, which problem becomes which page."""
