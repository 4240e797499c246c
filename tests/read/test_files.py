"""What lies where a file should: read if it is one, refused in one sentence if it is not."""

import os
import socket
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import GeneratorError
from generator.read import files
from generator.read.files import content, left_by_system, printable
from generator.read.origin import Folder
from generator.read.reading import Reading, read_strategy
from tests.as_user import strategie

unix = pytest.mark.skipif(os.name == "nt", reason="pipes, permissions and names of Unix")


def read(folder: Path) -> Reading:
    return read_strategy(Folder(folder))


def as_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@unix
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["check"], "strategy.yaml"),
        (["check"], "editions/2023/manifest.json"),
        (["build", "--pages", "off"], "texts/WZ05.md"),
        (["diff"], "editions/2023/actors.yaml"),
        (["check", "--format", "text"], "progress.yaml"),
    ],
)
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(
    auental: Path, name: str, command: list[str]
) -> None:
    as_pipe(auental / name)
    done = strategie(auental.parent, *command, seconds=20)
    assert done.returncode == 2
    assert f"strategy/{name} ist keine gewöhnliche Datei" in done.stderr.decode()


@unix
def test_a_device_or_socket_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("goals.yaml")
    for path in (os.devnull, "goals.yaml"):
        with pytest.raises(GeneratorError, match="keine gewöhnliche Datei"):
            content(path, "goals.yaml")


@unix
@pytest.mark.parametrize("name", ["goals.yaml", "texts/WZ05.md", "texts", ".", "editions"])
def test_what_may_not_be_read_is_named_in_german(auental: Path, name: str) -> None:
    (auental / name).chmod(0)
    try:
        done = strategie(auental.parent, "check")
    finally:
        (auental / name).chmod(0o755)
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert "nicht erlaubt" in said
    assert "ermission" not in said
    assert "Programm" not in said.splitlines()[0]


LEFT = (
    "._WZ01.md", ".#WZ02.md", "~$WZ01.md", ".DS_Store", "Thumbs.db", "desktop.ini", "WZ01.md~",
    "#WZ01.md#", ".~lock.WZ01.md#", ".WZ01.md.swp", "~WRL0001.tmp", "ehthumbs.db",
)  # fmt: skip


@pytest.mark.parametrize("place", ["texts", ".", "editions/2023/texts", "editions/2023", "editions"])  # fmt: skip
def test_what_systems_leave_behind_is_passed_over_everywhere(
    auental: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in LEFT:
        (auental / place / name).write_bytes(b"\x00\x05\x16\x07\xff")
    command = ["--strategy", str(auental)]
    assert main(["check", *command, "--strict"]) == 0
    assert main(["diff", *command]) == 0
    assert main(["check", "--strategy", str(auental / "editions" / "2023"), "--strict"]) == 0
    out = capsys.readouterr().out
    assert not any(name in out for name in LEFT)


@pytest.mark.parametrize("name", ["WZ01.md", "lage.md", "WZ01~neu.md", "Notiz #3.md", "ä.md"])
def test_what_somebody_typed_is_not_passed_over(name: str) -> None:
    assert not left_by_system(name)


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ("Goals.yaml", "goals.yaml"),
        ("GOALS.YAML", "goals.yaml"),
        ("goals.yml", "goals.yaml"),
        ("goals.yaml.txt", "goals.yaml"),
        ("Strategy.yaml", "strategy.yaml"),
        ("strategy", "strategy.yaml"),
    ],
)
def test_a_needed_file_under_almost_its_name_is_recognised(
    auental: Path, there: str, missing: str
) -> None:
    (auental / missing).rename(auental / there)
    with pytest.raises(GeneratorError, match=f"{missing} fehlt") as caught:
        read(auental)
    assert f"Gemeint ist vermutlich {there}: die Datei in {missing} umbenennen" in caught.value.hint


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ("Actors.yaml", "actors.yaml"),
        ("actors.YAML", "actors.yaml"),
        ("actors.yml", "actors.yaml"),
        ("actors.yaml.txt", "actors.yaml"),
        ("actors.yaml.bak", "actors.yaml"),
        ("actors.json", "actors.yaml"),
        ("actors", "actors.yaml"),
        ("Key_Figures.yaml", "key_figures.yaml"),
        ("recommendation.yaml", "recommendations.yaml"),
    ],
)
def test_a_register_under_almost_its_name_is_an_error_and_not_an_empty_register(
    auental: Path, there: str, missing: str
) -> None:
    (auental / missing).rename(auental / there)
    found = [f for f in read(auental).findings if f.rule == "Z012"]
    assert [(f.severity.value, f.position.file.endswith(there)) for f in found] == [("error", True)]
    assert f"Gemeint ist vermutlich {missing}" in found[0].message


@pytest.mark.parametrize("there", ["WZ05.MD", "WZ05.Md", "WZ05.txt", "WZ05.docx"])
def test_a_text_with_another_ending_is_an_error(auental: Path, there: str) -> None:
    (auental / "texts" / "WZ05.md").rename(auental / "texts" / there)
    (found,) = [f for f in read(auental).findings if f.rule == "Z012"]
    assert (found.severity.value, "WZ05.md" in found.message) == ("error", True)


def test_folders_in_place_of_files_and_files_in_place_of_folders_are_errors(auental: Path) -> None:
    (auental / "sources.yaml").unlink()
    (auental / "sources.yaml").mkdir()
    (auental / "texts").rename(auental / "Texts")
    (auental / "texts").write_text("kein Ordner", "utf-8")
    found = {f.position.file.rsplit("/", 1)[1]: f for f in read(auental).findings if f.rule == "Z012"}  # fmt: skip
    assert "kein Ordner" in found["sources.yaml"].message
    assert "keine Datei" in found["texts"].message
    assert {f.severity.value for f in found.values()} == {"error"}
    (auental / "goals.yaml").unlink()
    (auental / "goals.yaml").mkdir()
    with pytest.raises(GeneratorError) as caught:
        read(auental)
    assert "goals.yaml ist ein Ordner" in caught.value.hint


@unix
@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
@pytest.mark.parametrize("name", [b"notiz\xe4.yaml", b"texts/WZ\xfc.md", b"texts/a\nb.md", b"a\x1b[2J.yaml"])  # fmt: skip
def test_a_name_that_nobody_can_read_is_reported_in_every_format(
    auental: Path, form: str, name: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (auental / os.fsdecode(name)).write_text("a: b\n", "utf-8")
    code = main(["check", "--strategy", str(auental), "--format", form])
    out = capsys.readouterr().out
    assert code == (1 if name.startswith(b"texts") else 0)
    assert "Z012" in out
    assert not any("\ud800" <= sign <= "\udfff" or sign == "\x1b" for sign in out)


@pytest.mark.parametrize(
    ("name", "told"),
    [("ä.md", "ä.md"), ("a\nb", "a\\nb"), ("\x1b[2J", "\\x1b[2J"), (os.fsdecode(b"\xe4"), "\\xe4")],
)  # fmt: skip
def test_names_are_told_without_what_a_terminal_would_obey(name: str, told: str) -> None:
    assert printable(name) == told


def test_a_file_that_is_far_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LIMIT", 1 << 20)
    big = tmp_path / "goals.yaml"
    big.write_bytes(b"x" * (1 << 20))
    assert len(content(str(big), "goals.yaml") or b"") == 1 << 20
    big.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(GeneratorError, match="größer als 1 MB"):
        content(str(big), "goals.yaml")


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert content(str(tmp_path / "goals.yaml"), "goals.yaml") is None
