"""Faults of the files that a person writes: recipes, batches, themes, templates and looks."""

from briefing.words import mark

_VALUES = (
    mark("line {place}: {said}"),
    mark("the sign U+0000 stands in no text and in no name of a file"),
    mark("“{key}” must be text in quotation marks"),
    mark("“{key}” must be a list of texts"),
    mark("“{key}” must be a list of texts, none of them empty"),
    mark("“{key}” must be true or false"),
    mark("“{key}” must be a number"),
    mark("“{key}” must be a number of 0 or more"),
    mark("“{key}” must be a whole number"),
    mark("“{key}” must be a whole number of 0 or more"),
    mark("“{key}” must be a whole number of 1 or more"),
    mark("“{key}” must be a day such as 2024-04-12"),
    mark("“{key}” must be tables written as {value}"),
    mark("“{key}” must be a table written as {value}"),
    mark("“{key}” must be one of {names}"),
    mark("“{key}” is missing"),
    mark("unknown key “{key}”, did you mean “{name}”?"),
    mark("unknown key “{key}”, known: {names}"),
)
_ORDERS = (
    mark("a recipe needs a [brief] table"),
    mark("a batch needs at least one [[brief]] table"),
    mark("the file has more than {most} kB"),
    mark("no format goes with “{name}”; use {names}"),
    mark("“{name}” is written by “{value}” too"),
    mark("the output “{name}” cannot be written: {said}"),
    mark("it is empty"),
    mark("it must not begin at the root"),
    mark("it must not hold “..”, “.” or empty parts"),
    mark("a part must not begin with “.”, “-” or “~”, nor end with a stop or a space"),
    mark("it must not hold {value} ? *"),
    mark("it must not hold control or direction characters"),
    mark("“{name}” is a device on some systems"),
    mark("a part has more than {most} bytes"),
)
_THEMES = (
    mark("“{value}” may hold only small letters, digits and single hyphens"),
    mark("a theme needs at least one [[match]]"),
    mark("a [[match]] needs “any”, “all”, “near” or “regex”"),
    mark("an [[exclude]] needs “any” or “regex”"),
    mark("“near” needs at least two phrases"),
    mark("“regex” is not a regular expression: {why}"),
)
_TEMPLATES = (
    mark("there is no section file “{name}”"),
    mark("a template needs a list of sections"),
    mark("there is no paragraph role “{name}”"),
    mark("there is no directive “{name}”"),
    mark("a table needs one header row, and each row as many cells"),
    mark("the widths of a table must be numbers"),
    mark("a table needs a width above 0 for each column"),
    mark("a list item begins with “- ”"),
)
_LOOKS = (
    mark("“{key}” must lie between {value} and {most} points"),
    mark("“{key}” must lie between {value} and {most} millimetres"),
    mark("“{key}” must be a colour such as “{value}”"),
    mark("“{key}” takes four files: regular, italic, bold, bold italic"),
    mark("“{name}” is no TrueType font (.ttf), which alone can be used here"),
    mark("the maker of “{name}” forbids to embed it in files"),
    mark("“{name}” must lie beside the look file; name it without folders"),
    mark("there is no file “{name}” beside the look file"),
    mark("“{name}” is neither a PNG nor a JPEG picture"),
)
OWN_FILES = (*_VALUES, *_ORDERS, *_THEMES, *_TEMPLATES, *_LOOKS)
