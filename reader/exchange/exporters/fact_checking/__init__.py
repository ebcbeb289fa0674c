"""What publishers and research on fact-checking take: ClaimReview, Meedan Check's columns, AVeriTeC's shape."""
