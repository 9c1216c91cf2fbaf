"""Imports Pillow without the names of what photographs tell of themselves: there are none here."""

from briefing.lean import import_lean

import_lean("PIL.ImageFile", ("PIL.ExifTags", "PIL.TiffTags"))
