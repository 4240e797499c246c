"""A seal of another shape is one sentence, whatever it holds instead."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main


def other(key: str, value: Any) -> Any:
    def change(seal: dict[str, Any]) -> bytes:
        return json.dumps({**seal, key: value}).encode()

    return change


SHAPES = {
    "a list": lambda seal: b"[]",
    "nothing": lambda seal: b"",
    "no JSON": lambda seal: b"{'ids': 1}",
    "cut": lambda seal: json.dumps(seal).encode()[:-200],
    "a number": lambda seal: b"12",
    "deep": lambda seal: b"[" * 100_000,
    "no text": lambda seal: b"\xff\xfe\x00",
    "no ids": lambda seal: json.dumps({k: v for k, v in seal.items() if k != "ids"}).encode(),
    "ids as list": other("ids", []),
    "ids as numbers": other("ids", {"LZ01": 1}),
    "files as list": other("files", ["goals.yaml"]),
    "files as lists": other("files", {"goals.yaml": ["a"]}),
    "a path that no system knows": other("files", {"x" * 300_000 + "/goals.yaml": "a"}),
    "lines as list": other("lines", ["a"]),
    "lines as numbers": other("lines", {"goals.yaml": 7}),
    "former as list": other("former", [["LZ99", "2018"]]),
    "former of one": other("former", {"LZ99": ["2018"]}),
    "former of numbers": other("former", {"LZ99": [2018, 1]}),
    "former as text": other("former", {"LZ99": "ab"}),
    "predecessor as list": other("predecessor", ["2018"]),
    "edition as number": other("edition", 2023),
    "seal as object": other("seal", {}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_seal_of_another_shape_is_one_sentence(
    auental: Path, shape: str, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = auental / "editions" / "2023" / "manifest.json"
    seal = json.loads(manifest.read_text("utf-8"))
    manifest.write_bytes(SHAPES[shape](seal))
    assert main(["check", "--strategy", str(auental)]) == 2
    said = capsys.readouterr().err
    assert "Das Siegel" in said
    assert "nicht lesbar" in said


def test_a_conflict_in_a_seal_is_named_as_that(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = auental / "editions" / "2023" / "manifest.json"
    text = manifest.read_text("utf-8")
    manifest.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> zweig\n", "utf-8")
    assert main(["check", "--strategy", str(auental)]) == 2
    assert "Konflikt aus git" in capsys.readouterr().err
