"""Our own tables back, with what was corrected in them."""
