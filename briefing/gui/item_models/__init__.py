"""Lists that Qt shows: ids and a cache of rows, no decisions."""
