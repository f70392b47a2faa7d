"""The rules of the content, one subject per file; each rule gives findings, one line each."""
