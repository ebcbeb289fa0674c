"""The dialogs. Each is imported when it is first asked for: none is needed for the first paint."""
