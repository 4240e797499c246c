"""A client of yaml-language-server: what an editor asks while somebody types, over its protocol (LSP 3.17)."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.judges import program

SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},  # nothing is fetched
        "schemas": {},
    }
}


class Server:
    """One process; a document is opened, then asked about."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self.process, self.root, self.number, self.version = process, root, 0, 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        workspace = {"uri": root.as_uri(), "name": root.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
        }
        self.ask(
            "initialize",
            processId=None,
            locale="de",
            rootUri=root.as_uri(),
            workspaceFolders=[workspace],
            capabilities=capabilities,
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=SETTINGS)

    def opened(self, name: str, text: str) -> str:
        """Open a file of the project with a text of its own; its address."""
        uri = (self.root / name).as_uri()
        self.version += 1  # it keeps what it has read of a version
        document = {"uri": uri, "languageId": "yaml", "version": self.version, "text": text}
        self.diagnostics.pop(uri, None)
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def completions(self, name: str, text: str) -> dict[str, str]:
        """What is offered where ``|`` stands in the text: label to its documentation."""
        line, column = _place(text)
        uri = self.opened(name, text.replace("|", "", 1))
        position = {"line": line, "character": column}
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=position)
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        return {item["label"]: _words(item.get("documentation", "")) for item in found["items"]}

    def hover(self, name: str, text: str) -> str:
        """What is shown of the place where ``|`` stands."""
        line, column = _place(text)
        uri = self.opened(name, text.replace("|", "", 1))
        position = {"line": line, "character": column}
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=position)
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        return _words(found["contents"]) if found else ""

    def faults(self, name: str, text: str) -> list[str]:
        """What is underlined in a text, as messages."""
        # In a file of its own: what is told of one that was closed before may still be on its way.
        uri = self.opened(f"{Path(name).parent}/pruefung{self.version}.yaml", text)
        while uri not in self.diagnostics:
            self._handle(self._read())
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        return [one["message"] for one in self.diagnostics[uri]]

    def ask(self, method: str, **parameters: Any) -> Any:
        self.number += 1
        self._write({"id": self.number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._handle(message)

    def tell(self, method: str, **parameters: Any) -> None:
        self._write({"method": method, "params": parameters})

    def _handle(self, message: dict[str, Any]) -> None:
        """What the server asks or tells of itself."""
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        if "id" in message:
            result: Any = None
            if method == "workspace/configuration":
                sections = [item.get("section") for item in message["params"]["items"]]
                result = [SETTINGS.get(section, {}) for section in sections]
            self._write({"id": message["id"], "result": result})

    def _write(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message


@contextlib.contextmanager
def language_server(root: Path) -> Iterator[Server]:
    """A server for a project; the test is skipped where there is none."""
    command = [program("yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Server(process, root)
        finally:
            process.kill()


def _place(text: str) -> tuple[int, int]:
    before = text[: text.index("|")]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _words(content: Any) -> str:
    return str(content["value"]) if isinstance(content, dict) else str(content)
