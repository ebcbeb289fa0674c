"""The evidence bundle: what an assessor needs to follow a story's work, and to see that it is unchanged."""
