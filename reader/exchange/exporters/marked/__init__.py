"""Articles with their marks as papers: PDF, and Word with a comment on each marked word."""
