"""The articles of a set as references: for the bibliography of a report or a paper, and for Zotero."""
