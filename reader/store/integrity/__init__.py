"""What a library knows of its integrity: a digest of each row, the chain of its log, what is damaged, what heals it."""
