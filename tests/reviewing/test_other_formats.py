"""Files that come back as .odt or .doc are read by way of LibreOffice; others are refused."""

from __future__ import annotations

from collections import Counter
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from generator.receive.mend import recovered
from tests.office import saved
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import output, records, run
from tools.rearranger import Rearranger
from tools.reviewer import Reviewer


@pytest.mark.parametrize("kind", ["odt", "doc"])
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_a_file_saved_in_another_format_tells_the_same(
    kind: str, name: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, edits = Reviewer(name, 7).edit(output().read_bytes(), 12)
    Path("amt.docx").write_bytes(data)
    (file,) = saved(auental / "lo", [auental / "amt.docx"], kind)
    assert file.suffix == f".{kind}"
    found = records(capsys, file)
    told = {(r["author"], " ".join(r["old"].split()), " ".join(r["new"].split())) for r in found}
    wanted = {(name or None, " ".join(e.old.split()), " ".join(e.new.split())) for e in edits}
    assert told == wanted
    _, out = run(capsys, "review", file)
    assert f".{kind}: LibreOffice hat sie vor dem Lesen" in " ".join(out.split())


def test_an_untouched_file_through_another_format_is_only_saved_again(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("odt", "doc"):
        (file,) = saved(auental / kind, [auental / output()], kind)
        assert records(capsys, file) == []


class _Listener(BaseHTTPRequestHandler):
    """Notes what is asked for, and has nothing."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815  # names of http.server

    def log_message(self, *told: object) -> None:
        return


def test_nothing_that_a_converted_file_refers_to_is_fetched(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = saved(auental / "lo", [auental / output()], "odt")
    server = HTTPServer(("127.0.0.1", 0), _Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/bild.png"
    content = unzipped(file.read_bytes())
    frame = (
        '<text:p><draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:image '
        f'xlink:href="{address}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        "</draw:frame>Mit Bild.</text:p></office:text>"
    )
    content["content.xml"] = content["content.xml"].replace(b"</office:text>", frame.encode())
    file.write_bytes(zipped(content))
    found = records(capsys, file)
    server.shutdown()
    server.server_close()
    assert any(r["new"] == "Mit Bild." for r in found)
    assert _Listener.asked == []


@pytest.mark.parametrize("kinds", [("docx",), ("docx", "docx"), ("odt", "docx")], ids="-".join)
def test_paragraphs_rows_and_bodies_are_told_the_same_after_libreoffice_saved_the_file(
    kinds: tuple[str, ...], auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracked and typed."""
    books = {}
    for name, seed in (("verfolgt", 3), ("getippt", 4)):
        author = "Anna Amt" if name == "verfolgt" else ""
        data, book = Rearranger(author, seed).edit(output().read_bytes(), 10)
        Path(f"{name}.docx").write_bytes(data)
        books[name] = book
    for file in saved(auental / "lo", [auental / f"{name}.docx" for name in books], *kinds):
        found = records(capsys, file)
        told = Counter(
            (r["kind"], *(" ".join(r[n].split()) for n in ("old", "new"))) for r in found
        )
        assert told == Counter(
            (b.kind, *(" ".join(text.split()) for text in (b.old, b.new))) for b in books[file.stem]
        )


def test_tags_closed_in_a_wrong_order_lose_nothing() -> None:
    """As LibreOffice 7.4 writes a link in text that was moved."""
    written = b"<a><p><l><m><r>eins</r></l><m><r>zwei</r></m></p><p q='1'>drei<b/></p></a>"
    root = recovered(written)
    assert root is not None
    assert [("".join(p.itertext())) for p in root] == ["einszwei", "drei"]
