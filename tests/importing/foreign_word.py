"""Our own Word files made foreign: without bookmarks, properties and the map that we put into them."""

import io
import re
import zipfile


def made_foreign(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("customXml/") or name == "docProps/custom.xml":
                continue
            if name.endswith(".rels"):
                part = re.sub(
                    rb"<Relationship [^>]*(?:customXml|custom-properties)[^>]*/>", b"", part
                )
            if name == "[Content_Types].xml":
                part = re.sub(rb"<Override [^>]*(?:customXml|custom\.xml)[^>]*/>", b"", part)
            if name in ("word/document.xml", "word/footnotes.xml"):
                part = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", part)
            new.writestr(name, part)
    return target.getvalue()
