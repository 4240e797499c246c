"""What docs/sicherheit.md promises: nothing from a strategy or a template is run, fetched or believed."""

import re
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(auental: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(auental.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(auental.parent / "vorrat"))
    return auental.parent


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_promise_has_its_test() -> None:
    promised = re.findall(r"\| `(test_\w+)` \|$", (ROOT / "docs" / "sicherheit.md").read_text("utf-8"), re.MULTILINE)  # fmt: skip
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(promised) > 15
    for name in promised:
        assert f"def {name}(" in tests, name


@pytest.mark.parametrize(
    "value",
    [
        '!!python/object/apply:os.system ["touch ausgefuehrt"]',
        '!!python/object/new:subprocess.check_output [["touch", "ausgefuehrt"]]',
        "!!python/name:os.system",
        "!!python/module:antigravity",
        '!!js/function "function(){}"',
    ],
)
def test_nothing_in_yaml_is_run(
    project: Path, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "goals.yaml", "text: Digitale", f"text: {value}\n    titel: Digitale")  # fmt: skip
    assert main(["check"]) == 1
    assert "Z011" in capsys.readouterr().out
    assert not list(project.rglob("ausgefuehrt"))


def test_references_in_yaml_are_not_multiplied(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    levels = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12))  # fmt: skip
    (project / "strategy" / "sources.yaml").write_text(f"a: &a [x, x]\n{levels}", "utf-8")
    assert main(["check"]) == 1
    assert len(capsys.readouterr().out) < 100_000


@pytest.mark.parametrize(
    "expression",
    [
        "{{ 7 * 7 }}",
        "{{ ''.__class__ }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ kopf.fassung }}",
        "{{ anzahl.__class__ }}",
        "{{ kennzahl.x|attr('y') }}",
    ],
)
def test_no_expression_in_a_text_is_evaluated(
    project: Path, expression: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = project / "strategy" / "texts" / "WZ05.md"
    text.write_text(f"Ein Satz mit {expression} darin.\n", "utf-8")
    assert main(["check"]) == 1
    assert "WZ05.md:1:14" in capsys.readouterr().out


def test_no_command_opens_a_connection(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection")

    text = project / "strategy" / "texts" / "WZ05.md"
    link = "![Bild](http://192.0.2.1/bild.png) und [Seite](http://192.0.2.1/)"
    text.write_text(f"{text.read_text('utf-8')}\n\n{link}\n", "utf-8")
    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket, "socket", type("Closed", (socket.socket,), {name: refused}))
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    for command in (
        ["check"],
        ["diff"],
        ["build", "--pages", "off", "--trotz-fehlern"],
        ["explain"],
    ):
        assert main(command) in (0, 1)


def with_part(template: Path, name: str, change) -> None:
    with zipfile.ZipFile(template) as source:
        files = {entry: source.read(entry) for entry in source.namelist()}
    files[name] = change(files[name])
    with zipfile.ZipFile(template, "w") as target:
        for entry, content in files.items():
            target.writestr(entry, content)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>',
        '<!DOCTYPE x [<!ENTITY a "hahahaha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
        '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY f "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY e "&f;&f;&f;&f;&f;&f;&f;">]>',
    ],
    ids=["a file", "a billion laughs"],
)
def test_entities_in_a_word_template_are_not_resolved(project: Path, declared: str) -> None:
    secret = project / "geheim.txt"
    secret.write_text("streng geheim", "utf-8")
    shutil.copytree(ROOT / "templates", project / "templates")

    def poison(data: bytes) -> bytes:
        text = data.decode()
        start = text.index("?>") + 2 if text.startswith("<?xml") else 0
        named = re.sub(r'(<w:style [^>]*>\s*<w:name w:val=")', r"\1", text[start:], count=1)
        body = named.replace("</w:styles>", "<w:latentStyles>&e;</w:latentStyles></w:styles>", 1)
        return (text[:start] + declared.format(secret=secret.as_uri()) + body).encode()

    with_part(project / "templates" / "kreistag.docx", "word/styles.xml", poison)
    code = main(["build", "--pages", "off", "--only", "strategie"])
    assert code in (0, 2)
    product = project / "output" / "strategie.docx"
    if product.exists():
        with zipfile.ZipFile(product) as made:
            whole = b"".join(made.read(name) for name in made.namelist())
        assert b"streng geheim" not in whole
        assert b"hahahaha" * 100 not in whole


def test_markup_in_a_wording_is_text_in_the_web_page_and_the_drawing(project: Path) -> None:
    attack = '<script>alert(1)</script><img src=x onerror=alert(1)> & \\"><svg onload=alert(1)>'
    replace(project / "strategy" / "goals.yaml", "text: Digitale Angebote", f'text: "{attack} Digitale Angebote"\n    x: ')  # fmt: skip
    goals = (project / "strategy" / "goals.yaml").read_text("utf-8")
    goals = re.sub(r"\n    x: [^\n]*", "", goals, count=1)
    (project / "strategy" / "goals.yaml").write_text(goals, "utf-8")
    assert main(["build", "--pages", "off", "--trotz-fehlern"]) in (0, 1)
    for name in ("aenderungen.html", "zielgraph.svg"):
        page = (project / "output" / name).read_text("utf-8")
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert not re.search(r"<(img|svg)[^>]*\bon\w+=", page)


def test_no_extension_of_another_package_is_loaded(project: Path, tmp_path: Path) -> None:
    """Whatever a package offers to pydantic: of a plugin that ends the process nothing is seen."""
    told = tmp_path / "fremd-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: fremd\nVersion: 1.0\n", "utf-8")
    (told / "entry_points.txt").write_text("[pydantic]\nfremd = fremd:erweiterung\n", "utf-8")
    (tmp_path / "fremd.py").write_text("raise SystemExit(77)\n", "utf-8")
    plain = "import pydantic; type('M', (pydantic.BaseModel,), {})"
    ours = "import sys, generator.cli; sys.exit(generator.cli.main(['check']))"
    environment = {"PYTHONPATH": f"{ROOT}:{tmp_path}", "PATH": ""}
    for code, expected in ((plain, 77), (ours, 0)):
        done = subprocess.run([sys.executable, "-c", code], cwd=project, env=environment, capture_output=True, check=False)  # fmt: skip
        assert done.returncode == expected, done.stderr
