"""Kills the program at any moment, and says what is not as it was promised afterwards."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from msgspec import Struct

from briefing.library import Access, open_library
from briefing.library.checking import check
from briefing.resources import seeds
from briefing.workflow.files import place_of
from briefing.workflow.progress import silent

BATCH = """
[defaults]
date = 2024-04-12
sources = ["{articles}"]
[[brief]]
title = "One"
outputs = ["one.docx", "one.pdf"]
[[brief]]
title = "Two"
template = "one-page"
outputs = ["two.docx", "two.md"]
[[brief]]
title = "Three"
themes = ["china"]
outputs = ["three.pdf"]
"""
DECIDER = """
import sys
from pathlib import Path
from briefing.library import Access, open_library
with open_library(Path(sys.argv[1]), Access.MAKE) as library:
    for number in range(400):
        library.note("desk", f"section-{number}", [f"Sentence {number}."])
        print(number, flush=True)
"""


class Scene(Struct, frozen=True):
    """A folder with articles, and the environment in which the program works there."""

    folder: Path

    @property
    def library(self) -> Path:
        """The library of the scene."""
        return self.folder / "library" / "library.db"

    @property
    def out(self) -> Path:
        """Where outputs are written."""
        return self.folder / "out"

    def run(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """Start Python with `arguments`, in a group of processes of its own."""
        told = (self.folder / "told").open("w", encoding="utf-8")
        with told:
            return subprocess.Popen(
                [sys.executable, *map(str, arguments)],
                stdout=told, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
                env={**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache")},
            )  # fmt: skip

    def told(self) -> list[str]:
        """The whole lines that the program has told."""
        text = (self.folder / "told").read_text(encoding="utf-8")
        return text.split("\n")[:-1]


Trouble = Iterator[str]


class Job(Struct, frozen=True):
    """What the program is asked to do, and what must hold after it was killed."""

    command: Callable[[Scene], Sequence[str | Path]]
    promises: Callable[[Scene], Trouble]


def scene_in(folder: Path) -> Scene:
    """A scene in the empty `folder`: the sample articles several times over, a batch, an old file."""
    scene = Scene(folder)
    articles = folder / "articles"
    for made in (articles, scene.out, scene.library.parent):
        made.mkdir(parents=True)
    for copy in range(6):
        for file in sorted(seeds("articles").glob("*.txt")):
            words = file.read_bytes() + f"\nPrinted again, number {copy}.\n".encode()
            (articles / f"{copy}-{file.name}").write_bytes(words)
    (folder / "batch.toml").write_text(BATCH.format(articles=articles), encoding="utf-8")
    (scene.out / "brief.pdf").write_bytes(OLD)
    return scene


OLD = b"an older file\n"


def _sound(scene: Scene) -> Trouble:
    """The library opens and is what was put in; nothing lies about after the next start."""
    with open_library(scene.library, Access.MAKE) as library:
        yield from (f"damaged: {damage}" for damage in check(library.store, silent))


def _nothing_left(scene: Scene) -> Trouble:
    for folder in (scene.library.parent, scene.out):
        yield from (f"left behind: {file.name}" for file in folder.glob(".*"))


def _import(scene: Scene) -> Sequence[str | Path]:
    articles = scene.folder / "articles"
    return ["-m", "briefing", "import", articles, "--library", scene.library, "--jobs", "2"]


def _imported(scene: Scene) -> Trouble:
    told = [line.split(maxsplit=1)[1] for line in scene.told() if line.startswith("new ")]
    yield from _sound(scene)
    if told:
        with open_library(scene.library, Access.READ) as library:
            yield from (f"lost: {path}" for path in told if not library.ids_at([path]))
    if scene.run(*_import(scene)).wait():
        yield "the next import fails"
    with open_library(scene.library, Access.READ) as library:
        files = sorted((scene.folder / "articles").iterdir())
        kept = library.ids_at([place_of(file) for file in files])
        if len(kept) != len(files):
            yield f"{len(kept)} of {len(files)} articles are in the library in the end"
    yield from _nothing_left(scene)


def _build(scene: Scene) -> Sequence[str | Path]:
    return ["-m", "briefing", "build", scene.folder / "articles", "--date", "2024-04-12",
            "--library", scene.library, "--issue", "-o", scene.out / "brief.pdf",
            "-o", scene.out / "brief.docx"]  # fmt: skip


def _built(scene: Scene) -> Trouble:
    yield from _sound(scene)
    before = _digests(scene)
    if scene.run(*_build(scene)).wait():
        yield "the next build fails"
    after = _digests(scene)
    old = hashlib.sha256(OLD).hexdigest()
    for name, digest in before.items():
        if digest not in (old, after[name]):
            yield f"{name} is neither the old file nor the new one"
    yield from _nothing_left(scene)


def _batch(scene: Scene) -> Sequence[str | Path]:
    return ["-m", "briefing", "batch", scene.folder / "batch.toml", "--out", scene.out,
            "--jobs", "2", "--resume"]  # fmt: skip


def _batched(scene: Scene) -> Trouble:
    before = _digests(scene)
    if scene.run(*_batch(scene)).wait():
        yield "the batch cannot be resumed"
    after = _digests(scene)
    for name, digest in before.items():
        if digest != after.get(name):
            yield f"{name} was partial"
    (scene.folder / "alone").mkdir()
    command = [*_batch(scene)]
    command[command.index(scene.out)] = scene.folder / "alone"
    scene.run(*command[:-1]).wait()
    undisturbed = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (scene.folder / "alone").iterdir()
    }
    if undisturbed != {name: digest for name, digest in after.items() if name != "brief.pdf"}:
        yield "resumed, it is not what an undisturbed run makes"
    yield from _nothing_left(scene)


def _decide(scene: Scene) -> Sequence[str | Path]:
    return ["-c", DECIDER, scene.library]


def _decided(scene: Scene) -> Trouble:
    yield from _sound(scene)
    told = scene.told()
    if told:
        with open_library(scene.library, Access.READ) as library:
            noted = {note.section for note in library.notes("desk")}
            missing = [number for number in told if f"section-{number}" not in noted]
            yield from (f"lost: the note {number}" for number in missing)
    yield from _nothing_left(scene)


def _digests(scene: Scene) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in scene.out.iterdir()
        if not file.name.startswith(".")
    }


JOBS = {
    "import": Job(_import, _imported),
    "build": Job(_build, _built),
    "batch": Job(_batch, _batched),
    "decide": Job(_decide, _decided),
}


def lasts(job: Job, folder: Path) -> float:
    """Seconds that the job takes here when nobody disturbs it."""
    scene = scene_in(folder)
    began = time.monotonic()
    scene.run(*job.command(scene)).wait()
    return time.monotonic() - began


def kill_once(job: Job, folder: Path, seed: int, seconds: float) -> list[str]:
    """Kill `job` at a random moment of its `seconds`; returns what then does not hold.

    Now the program alone is killed, now all its processes.
    """
    chance = Random(seed)
    scene = scene_in(folder)
    process = scene.run(*job.command(scene))
    time.sleep(chance.uniform(0.1, 1.0) * seconds)
    whole = chance.random() < 0.5
    with suppress(ProcessLookupError):
        (os.killpg if whole else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return list(job.promises(scene))
