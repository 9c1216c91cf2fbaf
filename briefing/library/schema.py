"""The tables of the library, as a log of migrations: each is applied once, in order, for ever.

A later version only ever adds a migration at the end. `user_version` counts those applied;
`migration` says which and by what version of the program.

Numbers order everything (`source.number`, `run.number`, `act.number`); times are for people, since
a clock may run backwards.
"""

APPLICATION_ID = 0x42524631
"""“BRF1”: tells our file from another program's database."""

_SOURCES = """
CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, program TEXT NOT NULL)
  STRICT;
CREATE TABLE original (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, packing TEXT NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE TABLE run (number INTEGER PRIMARY KEY, began TEXT NOT NULL) STRICT;
CREATE TABLE file (
  path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, outcome TEXT NOT NULL, told TEXT NOT NULL,
  reader TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run
) STRICT, WITHOUT ROWID;
CREATE INDEX file_sha256 ON file (sha256);
CREATE TABLE source (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, part INTEGER NOT NULL,
  version INTEGER NOT NULL, state INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run,
  title TEXT, publisher TEXT, published TEXT, language TEXT
) STRICT;
CREATE INDEX source_path ON source (path, part, version);
CREATE INDEX source_publisher ON source (state, publisher);
CREATE INDEX source_published ON source (state, published);
CREATE INDEX source_run ON source (state, run);
CREATE TABLE body (
  source INTEGER PRIMARY KEY REFERENCES source, sha256 TEXT NOT NULL, text_sha256 TEXT NOT NULL,
  text TEXT NOT NULL, detail TEXT NOT NULL, detail_sha256 TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE word USING fts5 (
  title, text, content='', tokenize='unicode61 remove_diacritics 2'
);
"""
_FINDINGS = """
CREATE TABLE finding (
  source INTEGER PRIMARY KEY REFERENCES source, program TEXT NOT NULL, data TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX finding_program ON finding (program);
CREATE TABLE voice (
  name TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source, PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_source ON voice (source);
CREATE TABLE theme (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  fingerprint TEXT NOT NULL, done INTEGER NOT NULL
) STRICT;
CREATE TABLE excerpt (
  number INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, speaker TEXT, UNIQUE (source, start, stop)
) STRICT;
CREATE TABLE score (
  excerpt INTEGER NOT NULL REFERENCES excerpt, theme INTEGER NOT NULL REFERENCES theme,
  value REAL NOT NULL, lead INTEGER NOT NULL, because TEXT NOT NULL, PRIMARY KEY (excerpt, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX score_lead ON score (theme, value DESC, excerpt) WHERE lead = 1;
CREATE INDEX score_all ON score (theme, value DESC, excerpt);
CREATE VIRTUAL TABLE phrase USING fts5 (
  text, content='', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE conflict (number INTEGER PRIMARY KEY, about TEXT NOT NULL) STRICT;
CREATE TABLE position (
  conflict INTEGER NOT NULL REFERENCES conflict, place INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (conflict, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_source ON position (source);
"""
_ANALYST = """
CREATE TABLE decision (
  desk TEXT NOT NULL, sort TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  sha256 TEXT NOT NULL, PRIMARY KEY (desk, sort, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE act (
  number INTEGER PRIMARY KEY, desk TEXT NOT NULL, title TEXT NOT NULL, at TEXT NOT NULL,
  undone INTEGER NOT NULL, changes TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX act_desk ON act (desk, undone, number);
"""
_EDITIONS = """
CREATE TABLE edition (
  number INTEGER PRIMARY KEY, series TEXT NOT NULL, issue INTEGER NOT NULL, date TEXT NOT NULL,
  run INTEGER NOT NULL, sha256 TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (series, issue)
) STRICT;
CREATE TABLE quoted (
  edition INTEGER NOT NULL REFERENCES edition, place INTEGER NOT NULL, source TEXT NOT NULL,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, PRIMARY KEY (edition, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX quoted_source ON quoted (source);
"""
_DIFFERENCES = """
DROP TABLE position;
DROP TABLE conflict;
CREATE TABLE conflict (
  number INTEGER PRIMARY KEY, about TEXT NOT NULL, because TEXT NOT NULL
) STRICT;
CREATE TABLE position (
  conflict INTEGER NOT NULL REFERENCES conflict, place INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES source, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY (conflict, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_source ON position (source);
CREATE TABLE claim (
  key INTEGER NOT NULL, day INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source,
  value REAL NOT NULL, PRIMARY KEY (key, day, source, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_source ON claim (source);
CREATE TABLE compared (number INTEGER PRIMARY KEY, done INTEGER NOT NULL) STRICT;
INSERT INTO compared VALUES (1, 0);
DROP INDEX file_sha256;
CREATE INDEX file_twin ON file (sha256) WHERE outcome <> 'new';
INSERT INTO word (word, rank) VALUES ('automerge', 16);
INSERT INTO phrase (phrase, rank) VALUES ('automerge', 16);
"""
_REPEATS = """
CREATE TABLE same (
  words INTEGER NOT NULL, excerpt INTEGER NOT NULL, PRIMARY KEY (words, excerpt)
) STRICT, WITHOUT ROWID;
"""
MIGRATIONS: tuple[tuple[str, str], ...] = (
    ("sources", _SOURCES),
    ("findings", _FINDINGS),
    ("analyst", _ANALYST),
    ("editions", _EDITIONS),
    ("differences", _DIFFERENCES),
    ("repeats", _REPEATS),
)
"""Name and statements of each migration, oldest first."""
CURRENT = len(MIGRATIONS)
"""The `user_version` of a library that this program writes."""
