"""Things to add to a copy of the checkout, to see that adding one opens no more files than CONTRIBUTING says."""
