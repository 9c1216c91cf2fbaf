"""The help of `briefing`, made by tools/make_help.py; a test holds it to the commands."""

HELP = """\
Usage: briefing [OPTIONS] COMMAND [ARGS]...

  Sourced Word and PDF briefings out of a folder of articles: offline, verbatim,
  cited.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  build      Make a briefing: read, select, compose, write.
  batch      Make many briefings from one file of recipes.
  import     Take articles into the library.
  search     Search the library.
  library    Look after the library: check, rebuild, copy, grade.
  verify     Prove every quotation of a finished file.
  uses       Say which editions quote a source.
  diff       Say what changed between two editions.
  sources    Show how each source was read.
  excerpts   Show ranked excerpts, with reasons.
  themes     List, show and try themes.
  templates  List, show and copy templates.
  gui        Open the desktop app.
  doctor     Say what this machine has or lacks.

  `briefing COMMAND --help` explains a command. Example: briefing build articles
  -o brief.docx -o brief.pdf
"""
