"""The claims of some articles as a report that an editor reads: what is open, then each claim with who says what."""
