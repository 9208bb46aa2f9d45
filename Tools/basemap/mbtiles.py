"""Writes an MBTiles 1.3 file."""
import gzip
import json
import os
import sqlite3


def write(path, tiles, metadata):
    """Writes tiles {(z, x, y): bytes} (XYZ, not packed) under a temporary name, then renames. Returns bytes of all tiles."""
    temporary = path.with_name(path.name + ".part")
    temporary.unlink(missing_ok=True)
    database = sqlite3.connect(temporary)
    total = 0
    try:
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA page_size = 1024;"
            "CREATE TABLE metadata (name TEXT, value TEXT);"
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
        )
        rows = []
        for (z, x, y), data in sorted(tiles.items()):
            packed = gzip.compress(data, 9, mtime=0)
            total += len(packed)
            rows.append((z, x, (1 << z) - 1 - y, packed))
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
        text = {key: value if isinstance(value, str) else json.dumps(value) for key, value in metadata.items()}
        database.executemany("INSERT INTO metadata VALUES (?, ?)", list(text.items()))
        database.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
        database.commit()
        database.execute("VACUUM")
    finally:
        database.close()
    os.replace(temporary, path)
    return total
