"""What a folder of backups holds: packs of chunks that all backups share, and a list a backup of those that it needs.

Nothing here opens a library: `reader.store.backing_up` makes backups, `reader.store.restoring` puts them back.
"""
