"""The keys of one's own as a file, to take them to another machine: a line of TOML for each command."""

import json
import tomllib
from pathlib import Path

from briefing.errors import OutputError, UsageError
from briefing.gui.own_keys import Keys
from briefing.words import say, say_many

ENDING = ".toml"


def save_keys(keys: Keys, file: Path) -> str:
    """Write every command with its key, empty where it has none; says where they are.

    Raises:
        OutputError: if the file cannot be written.
    """
    lines = ["# Keys of Briefing: the name of a command, and its key.", ""]
    for name, title in keys.titles.items():
        key = json.dumps(keys.key(name), ensure_ascii=False)
        lines.append(f"{name} = {key}  # {title}")
    try:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            say("the keys cannot be written: {why}", why=error.strerror), where=file,
            remedy=say("Choose another folder."),
        ) from None  # fmt: skip
    return say("The keys are in {file}.", file=file.name)


def load_keys(keys: Keys, file: Path) -> str:
    """Take the keys of a file over; what came of it, in a sentence.

    Commands that the file does not name keep their keys. A key that two commands would have is
    given to neither, and is told.

    Raises:
        UsageError: if the file is no file of keys; then nothing is changed.
    """
    try:
        read = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(
            say("the keys cannot be read: {why}", why=error.strerror), where=file
        ) from None
    except ValueError as error:
        raise UsageError(
            say("this is no file of keys: {why}", why=error),
            where=file,
            remedy=say("Nothing was changed."),
        ) from None
    wanted: dict[str, str] = {}
    left: list[str] = []
    given = [key for key in read.values() if key]
    for name, key in read.items():
        sound = isinstance(key, str) and keys.takes(name, key)
        if sound and given.count(key) <= 1:
            wanted[name] = key
        else:
            left.append(name)
    taken = keys.take(wanted)
    told = [say_many("{n} key is another now.", "{n} keys are others now.", taken)]
    if left:
        told.append(say("Left as they were: {commands}.", commands=", ".join(left)))
    return " ".join(told)
