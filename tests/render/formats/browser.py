"""A headless Chromium for tests: driven by its command line, or by keys through chromedriver.

WebDriver is a published protocol over HTTP (W3C), so a few requests take the place of a library.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.judges import program

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
)  # fmt: skip
TAB = "\ue004"
ENTER = "\ue007"
SPACE = " "


def chromium(profile: Path, *arguments: str) -> str:
    """What a run of Chromium prints, with a profile of its own; its own messages are dropped."""
    command = [program("chromium"), *FLAGS, f"--user-data-dir={profile}", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return run.stdout


class Page:
    """An open page and its keyboard."""

    def __init__(self, base: str) -> None:
        self._base = base

    def open(self, address: str) -> None:
        self._post("url", url=address)

    def press(self, keys: str) -> None:
        """Keys one after another, to whatever has the focus."""
        actions = [
            {"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")
        ]  # fmt: skip
        self._post("actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def resize(self, width: int, height: int) -> None:
        """Width and height of the window in CSS pixels."""
        self._post("window/rect", width=width, height=height)

    def run(self, script: str) -> Any:
        """The value of a script."""
        return self._post("execute/sync", script=f"return ({script});", args=[])

    def wait_for(self, script: str) -> Any:
        """The value that a script hands to ``done`` once it has it."""
        wrapped = f"const done = arguments[arguments.length - 1]; {script}"
        return self._post("execute/async", script=wrapped, args=[])

    def focused(self) -> str:
        """The ID of what has the focus."""
        return str(self.run("document.activeElement.id"))

    def shown(self) -> list[str]:
        """The headings of the entries that can be seen."""
        entries = "[...document.querySelectorAll('article')].filter(e => e.offsetHeight > 0)"
        found = self.run(f"{entries}.map(e => e.querySelector('h3, h4').textContent)")
        return [str(heading) for heading in found]

    def _post(self, path: str, **content: Any) -> Any:
        return _request(f"{self._base}/{path}", content)


@contextmanager
def page(profile: Path) -> Iterator[Page]:
    """A browser that is closed at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen(
        [program("chromedriver"), f"--port={port}"],
        stdout=subprocess.DEVNULL,
        env=os.environ | {"HOME": str(profile)},
    )
    root = f"http://127.0.0.1:{port}"
    try:
        _await(root)
        options = {"binary": program("chromium"), "args": [*FLAGS, f"--user-data-dir={profile}"]}
        wanted = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
        session = _request(f"{root}/session", {"capabilities": wanted})["sessionId"]
        try:
            yield Page(f"{root}/session/{session}")
        finally:
            _request(f"{root}/session/{session}", None, "DELETE")
    finally:
        driver.terminate()
        driver.wait(timeout=20)


def _await(root: str) -> None:
    for _ in range(100):
        try:
            _request(f"{root}/status", None, "GET")
            return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError("chromedriver does not answer")


def _request(address: str, content: dict[str, Any] | None, method: str = "POST") -> Any:
    data = None if content is None else json.dumps(content).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    request.method = method
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        return json.load(answer)["value"]
