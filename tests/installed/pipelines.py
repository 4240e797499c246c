"""The files for the forges as their runners would run them: the scripts of a job, in a clone, in bash."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

from tests.installed.conftest import ran

PREPARES = ("pip install", "sudo apt-get", "apt-get")
"""What a runner does first and this machine has done."""


def loaded(project: Path, forge: str) -> dict[str, Any]:
    name = {"github": ".github/workflows/strategie.yml", "gitlab": ".gitlab-ci.yml"}[forge]
    content: dict[str, Any] = yaml.load((project / name).read_text("utf-8"), yaml.BaseLoader)
    return content


def scripts(pipeline: dict[str, Any], job: str) -> list[tuple[str, dict[str, str]]]:
    """What a job runs, each script with its own variables."""
    if "jobs" not in pipeline:  # GitLab joins all lines
        return [("\n".join(pipeline[job]["script"]), pipeline["variables"])]
    steps = [step for step in pipeline["jobs"][job]["steps"] if "run" in step]
    return [
        (step["run"], pipeline["env"] | step.get("env", {}))
        for step in steps
        if not step["run"].startswith(PREPARES)
    ]


def run_job(
    pipeline: dict[str, Any], job: str, clone: Path, tools: Path, given: Mapping[str, str]
) -> tuple[int, str]:
    """Exit code of the first script that fails, and all that was said; ``given`` is set by the forge.

    GitHub runs ``bash -e``, GitLab ``bash -eo pipefail``; ``${{ … }}`` is replaced by what
    ``given`` says of it.
    """
    said = ""
    for script, own in scripts(pipeline, job):
        variables = {key: given.get(value, value) for key, value in own.items()}
        places = f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        options = "-e" if "jobs" in pipeline else "-eo"
        command = ["bash", options, *(["pipefail"] if options == "-eo" else []), "-c", script]
        plain = {k: v for k, v in given.items() if not k.startswith("${{")}
        done = ran(clone, *command, code=None, **{**variables, **plain, "PATH": places})
        said += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, said
    return 0, said


def committed(project: Path, message: str) -> str:
    """Commit all that is there; the number of the commit."""
    ran(project, "git", "add", "-A")
    ran(project, "git", "commit", "-q", "-m", message)
    return ran(project, "git", "rev-parse", "HEAD").stdout.strip()


def cloned(project: Path, target: Path, revision: str) -> Path:
    """A fresh clone, as a runner makes one, with nothing that is not in git."""
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", str(project), str(target)], check=True)
    ran(target, "git", "checkout", "-q", revision)
    return target


@contextlib.contextmanager
def notes_of_merge_request() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The part of GitLab's API that lists, adds and changes the notes of a merge request."""
    notes: list[dict[str, Any]] = []

    class Api(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(notes)

        def do_POST(self) -> None:
            notes.append({"id": 40 + len(notes), **self.sent()})
            self.answer(notes[-1])

        def do_PUT(self) -> None:
            (note,) = (n for n in notes if self.path.endswith(f"/notes/{n['id']}"))
            note.update(self.sent())
            self.answer(note)

        def sent(self) -> dict[str, Any]:
            assert self.headers["PRIVATE-TOKEN"] == "geheim"
            body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            return body

        def answer(self, content: Any) -> None:
            assert self.path.startswith("/api/v4/projects/7/merge_requests/3/notes")
            data = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/api/v4", notes
        finally:
            server.shutdown()
