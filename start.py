#!/usr/bin/env python3
"""Sets everything up by itself.

    python3 start.py            set up, then make the sample briefing in out/
    python3 start.py test       set up, then check and test everything
    python3 start.py bench      set up, then run the benches
    python3 start.py setup      set up only
    python3 start.py pack       put all that a machine without a network needs into out/offline/

Needs Python 3.11 or newer and the package index that pip is configured for; nothing else. What
`pack` made needs no index: it brings the libraries in `wheels/`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig

# Read by older Pythons too, so that they can be told what is missing.
if sys.version_info < (3, 11):
    sys.exit("start.py: error: this is Python %d.%d; Briefing needs Python 3.11 or newer. Run it "
             "with a newer one, for example: python3.11 start.py" % sys.version_info[:2])  # fmt: skip

from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOG = VENV / "setup.log"
WHEELS = ROOT / "wheels"
"""The libraries, where `pack` brought them along."""
MADE_FOR = "made-for.txt"
PROGRAM = (
    "start.py README.md CHANGELOG.md LICENSE pyproject.toml requirements briefing assets seeds "
    "templates docs".split()
)
QT_TEST = "from PySide6.QtWidgets import QApplication; QApplication([])"
QT_PACKAGES = "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0".split()
LAUNCHER = """#!{python}
from briefing.__main__ import command

if __name__ == "__main__":  # children that read files import this, too
    command()
"""


def main():
    # type: () -> int
    """Carry out the step that is asked for; returns its exit status."""
    step, *rest = sys.argv[1:] or ["sample"]
    if step in ("-h", "--help"):
        print(__doc__)
        return 0
    steps = {"sample": sample, "test": test, "bench": bench, "setup": setup, "pack": pack}
    if step not in steps:
        fail(f"there is no step “{step}”. Known: {', '.join(steps)}")
    return steps[step](rest)


def sample(_):
    # type: (list[str]) -> int
    """Make the sample briefing."""
    set_up("run")
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    command = [str(PYTHON), "-m", "briefing", "build", "seeds/articles", "-o", "out/sample.docx",
               "-o", "out/sample.pdf", "--title", "Sample briefing: the command upgrade",
               "--by", "Briefing, from sample articles"]  # fmt: skip
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if status == 0:
        name = (BIN / "briefing").relative_to(ROOT)
        print("Open out/sample.docx or out/sample.pdf. Now with your own articles:")
        print(f"  {name} build FOLDER -o brief.docx -o brief.pdf")
    return status


def setup(_):
    # type: (list[str]) -> int
    """Set up and do nothing else."""
    return set_up("run")


def pack(arguments):
    # type: (list[str]) -> int
    """Put the program and its libraries into a folder that sets itself up without a network."""
    target = (Path(arguments[0]) if arguments else ROOT / "out" / "offline").resolve()
    if target.exists() and any(target.iterdir()):
        fail(f"{target} is there and not empty. Name another folder, or delete it first.")
    if not is_whole():
        make_environment()
    for name in PROGRAM:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    print("Fetching the libraries …", flush=True)
    logged([*pip("download"), "--dest", target / WHEELS.name], "the libraries could not be fetched")
    (target / WHEELS.name / MADE_FOR).write_text(machine(), encoding="utf-8")
    size = sum(file.stat().st_size for file in target.rglob("*")) // 1_000_000
    print(f"wrote {target} ({size} MB). Copy it to a machine of the same kind ({machine()});")
    print("there, in the folder:  python3 start.py")
    return 0


def machine():
    # type: () -> str
    """The kind of machine that libraries are made for."""
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}, {sysconfig.get_platform()}"


def test(arguments):
    # type: (list[str]) -> int
    """Run linter, type checker and tests; the test runner's closing line comes last."""
    set_up("dev")
    screen_libraries()
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    states = [abs(subprocess.run([PYTHON, "-m", *check], cwd=ROOT, check=False).returncode)
              for check in checks]  # fmt: skip
    workers = [] if arguments else ["-n", str(min(os.cpu_count() or 1, 4))]
    command = [str(PYTHON), "-m", "pytest", *workers, *arguments]
    tests = abs(subprocess.run(command, cwd=ROOT, check=False).returncode)
    return max(*states, tests)


def bench(arguments):
    # type: (list[str]) -> int
    """Run every bench."""
    set_up("bench")
    states = [subprocess.run([PYTHON, file, *arguments], cwd=ROOT, check=False).returncode
              for file in sorted((ROOT / "benches").glob("*.py"))]  # fmt: skip
    return max(states, default=0)


def set_up(lock):
    # type: (str) -> int
    """Make the environment, unless it is there and nothing has changed."""
    requirements = ROOT / "requirements" / (lock + ".txt")
    digest = hashlib.sha256(requirements.read_bytes() + f"{sys.version}{ROOT}".encode()).hexdigest()
    stamp = VENV / f"done-{lock}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == digest:
        return 0
    made_for = WHEELS / MADE_FOR
    if made_for.exists() and made_for.read_text(encoding="utf-8") != machine():
        fail(f"the libraries in {WHEELS} are for {made_for.read_text(encoding='utf-8')}; this is "
             f"{machine()}. Take that Python, or pack on a machine like this one.")  # fmt: skip
    print("Setting up .venv (once; a minute or two) …", flush=True)
    if not is_whole():
        make_environment()
    logged(pip("install", requirements), "the libraries could not be installed")
    add_command()
    # Where Python may not write its byte code later, each run would compile the program again.
    subprocess.run([PYTHON, "-m", "compileall", "-q", "briefing"], cwd=ROOT, check=False)
    stamp.write_text(digest)
    return 0


def pip(step, requirements=ROOT / "requirements" / "run.txt"):
    # type: (str, Path) -> list[object]
    """The command that installs or downloads `requirements`: from `wheels/` alone where that is."""
    brought = ["--no-index", "--find-links", WHEELS] if WHEELS.is_dir() else []
    return [PYTHON, "-m", "pip", step, "--disable-pip-version-check", "--no-input", *brought,
            "--require-hashes", "--only-binary", ":all:", "-r", requirements]  # fmt: skip


def is_whole():
    # type: () -> bool
    """Whether `.venv` can install: an interrupted set-up leaves a Python without pip."""
    if not PYTHON.exists():
        return False
    tried = subprocess.run([PYTHON, "-m", "pip", "--version"], check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return tried.returncode == 0


def make_environment():
    # type: () -> None
    """Make `.venv`; on Debian and Ubuntu its makings are a package of their own."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        install = ["apt-get", "install", "-y", "--no-install-recommends"]
        if not can_install():
            fail(f"Python's venv is missing. As root: {' '.join(install)} {version}")
        print(f"Installing {version} …", flush=True)
        if not apt_get(version, "python3-venv"):
            fail(f"{version} could not be installed. Try: {' '.join(install)} {version}")
        # This very process has looked and not found; a new one finds.
        os.execv(sys.executable, [sys.executable, *sys.argv])
    shutil.rmtree(VENV, ignore_errors=True)
    venv.create(VENV, with_pip=True)


def add_command():
    # type: () -> None
    """Put the project on the environment's path and the command `briefing` beside its Python."""
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([PYTHON, "-c", query], stdout=subprocess.PIPE, check=True, text=True)
    Path(found.stdout.strip(), "briefing-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        (BIN / "briefing.cmd").write_text(f'@"{PYTHON}" -m briefing %*\r\n', encoding="utf-8")
        return
    launcher = BIN / "briefing"
    launcher.write_text(LAUNCHER.format(python=PYTHON), encoding="utf-8")
    launcher.chmod(0o755)


def screen_libraries():
    # type: () -> None
    """See that Qt's window libraries load; install them where we may, else say which and how."""
    if qt_starts():
        return
    names = " ".join(QT_PACKAGES)
    if can_install() and apt_get(*QT_PACKAGES) and qt_starts():
        return
    print("start.py: warning: Qt's screen libraries are missing; tests of the window are left out. "
          f"On Debian or Ubuntu, as root: apt-get install --no-install-recommends {names}")  # fmt: skip


def qt_starts():
    # type: () -> bool
    """Whether Qt opens a window without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    tried = subprocess.run([PYTHON, "-c", QT_TEST], env=environment, check=False,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return tried.returncode == 0


def can_install():
    # type: () -> bool
    """Whether system packages can be installed from here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def apt_get(*packages):
    # type: (str) -> bool
    """Install Debian packages; tells whether it worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(["apt-get", *command], env=quiet, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return done.returncode == 0


def logged(command, trouble):
    # type: (list[object], str) -> None
    """Run `command` with its output in the log; on failure show the end of it."""
    with LOG.open("wb") as log:
        done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False,
                              stdout=log, stderr=subprocess.STDOUT)  # fmt: skip
    if done.returncode:
        tail = LOG.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-6:]
        fail(trouble + ":\n  " + "\n  ".join(tail) + f"\nThe whole log: {LOG}")


def fail(sentence):
    # type: (str) -> None
    """End with one sentence."""
    sys.exit(f"start.py: error: {sentence}")


if __name__ == "__main__":
    sys.exit(main())
