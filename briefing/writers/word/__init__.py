"""The Word file: python-docx opens and saves the package, its body is text we build.

`body` sets the blocks as WordprocessingML (ECMA-376), `notes` the footnotes, `furniture` header and
footer, `package` joins them to the reference document and saves it.
"""

from briefing.writers.word.package import write_docx

__all__ = ["write_docx"]
