"""The shipped Word template is what its maker writes: whoever changes one changes both."""

from __future__ import annotations

import io
import zipfile

from tests.render.formats.test_docx_valid import TEMPLATE
from tools.template_maker.house_template import make_template
from tools.template_maker.look import HouseLook


def entries(data: bytes) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Name, date and content of each entry in order: how they are packed is up to zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(i.filename, i.date_time, archive.read(i)) for i in archive.infolist()]


def test_the_shipped_template_is_what_its_maker_writes() -> None:
    assert entries(make_template(HouseLook())) == entries(TEMPLATE.read_bytes())
