"""Chromium as a stranger who opens a page: driven through its pipe (Chrome DevTools Protocol)."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tests.judges import judge

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_END = b"\0"
_NOTHING = base64.b64decode("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==")
"""A picture of one point that nobody sees."""


class Page:
    """One page in one browser; `told` are the events it sent."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes
        self._rest = b""
        self._number = 0
        self._session = ""
        self.told: list[dict[str, Any]] = []

    def open(self) -> Self:
        """A new, empty page that tells what it does."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{domain}.enable")
        return self

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the protocol; what it answers."""
        number = self._call(method, **parameters)
        while True:
            message = self._message()
            if message.get("id") == number:
                assert "error" not in message, (method, message["error"])
                answer: dict[str, Any] = message["result"]
                return answer
            self.told.append(message)

    def show(self, page: Path, *, width: int, scheme: str) -> None:
        """Open a file in a window `width` wide, in the colours of `scheme` (light, dark)."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=800,
                 deviceScaleFactor=1, mobile=width < 500)  # fmt: skip
        wish = {"name": "prefers-color-scheme", "value": scheme}
        self.ask("Emulation.setEmulatedMedia", features=[wish])
        self.told.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.told):
            self.told.append(self._message())

    def value(self, expression: str) -> Any:
        """What a JavaScript expression comes to on the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        told = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(told["data"])

    def printed(self, **how: object) -> bytes:
        """The page as PDF."""
        return base64.b64decode(self.ask("Page.printToPDF", **how)["data"])

    def visit(self, address: str, page: bytes) -> None:
        """Open `page` as if it came from `address`, scripts off; for all else it gets an empty picture."""
        self.ask("Emulation.setScriptExecutionDisabled", value=True)
        self.ask("Fetch.enable")
        self._call("Page.navigate", url=address)
        waiting = [("text/html; charset=utf-8", page)]
        while (event := self._message()).get("method") != "Page.loadEventFired":
            if event.get("method") == "Fetch.requestPaused":
                kind, body = waiting.pop() if waiting else ("image/gif", _NOTHING)
                headers = [{"name": "Content-Type", "value": kind}]
                self._call("Fetch.fulfillRequest", requestId=event["params"]["requestId"], responseCode=200,
                           responseHeaders=headers, body=base64.b64encode(body).decode())  # fmt: skip

    def _call(self, method: str, **parameters: object) -> int:
        """Send a call; its number, which the answer bears."""
        self._number += 1
        call: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            call["sessionId"] = self._session
        os.write(self._writes, json.dumps(call).encode() + _END)
        return self._number

    def _message(self) -> dict[str, Any]:
        while _END not in self._rest:
            data = os.read(self._reads, 1 << 20)
            assert data, "the browser has gone"
            self._rest += data
        one, _, self._rest = self._rest.partition(_END)
        message: dict[str, Any] = json.loads(one)
        return message


@contextmanager
def browser(scratch: Path) -> Iterator[Page]:
    """A page in a browser of its own; skips where there is none, on the build server it fails."""
    program = next(filter(None, map(shutil.which, _NAMES)), None) or judge(_NAMES[0])
    ours, theirs = os.pipe(), os.pipe()
    start = f'exec "$@" 3<&{ours[0]} 4>&{theirs[1]}'
    running = subprocess.Popen(
        ["bash", "-c", start, "bash", program, "--headless=new", "--no-sandbox", "--disable-gpu",
         "--remote-debugging-pipe", f"--user-data-dir={scratch}", "--no-first-run",
         "--disable-background-networking", "about:blank"],
        pass_fds=(ours[0], theirs[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for end in (ours[0], theirs[1]):
        os.close(end)
    page = Page(theirs[0], ours[1])
    try:
        yield page.open()
        page.ask("Browser.close")
    finally:
        for end in (theirs[0], ours[1]):
            os.close(end)
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
