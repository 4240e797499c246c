"""Text files are edited by paragraphs; what stays keeps its lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.read.texts import unwrap
from tests.edit.editing import Change, county, edited, read, wanted, with_result
from tests.edit.test_rewrite import rewritten

TEXT = """\
---
wortlaut: nacherzaehlt   # so besprochen
---

Der erste Absatz ist
umbrochen und bleibt.


Der zweite hat ein Wort,
das sich ändert.

- eins, das
  weitergeht
- zwei

1. a
2. b

| Stufe | Frage |
|---|---|
| Ziel | Was? |

```
bleibt   genau

so
```

Die Quote[@bmas2017, S. 24] steigt auf
{{ kennzahl.quote }}.
"""


def inhalt(*replacements: tuple[str, str]) -> Change:
    """Replaces parts of the only text as it is read."""

    def change(data: dict) -> None:
        for old, new in replacements:
            assert old in data["texte"][0]["inhalt"]
            data["texte"][0]["inhalt"] = data["texte"][0]["inhalt"].replace(old, new)

    return change


BLOCKS = TEXT.partition("---\n\n")[2].split("\n\n")
CASES: dict[str, tuple[Change, str]] = {
    "a word": (inhalt(("hat ein Wort", "hat zwei Worte")), TEXT.replace("hat ein Wort", "hat zwei Worte")),
    "a word at the end of a line": (inhalt(("Wort, das", "Wort, heute, das")), TEXT.replace("Wort,\n", "Wort, heute,\n")),
    "a line that got too long is broken": (
        inhalt(("ein Wort", "ein längeres und ausführlicheres, ja nahezu ausuferndes und sehr deutliches Wort")),
        TEXT.replace("ein Wort,", "ein längeres und ausführlicheres, ja nahezu ausuferndes und sehr deutliches\nWort,"),
    ),
    "a broken item hangs below its text": (
        inhalt(("eins, das", "eins, das ausführlich beschrieben wird und deshalb nicht mehr in nur eine Zeile passt und")),
        TEXT.replace("eins, das\n", "eins, das ausführlich beschrieben wird und deshalb nicht mehr in nur eine Zeile passt\n  und\n"),
    ),
    "a new paragraph at the start": (inhalt(("Der erste", "Ganz neu.\n\nDer erste")), TEXT.replace("Der erste", "Ganz neu.\n\nDer erste")),
    "a new paragraph at the end": (inhalt(("quote }}.", "quote }}.\n\nGanz neu.")), TEXT + "\nGanz neu.\n"),
    "a removed paragraph": (
        inhalt(("Der zweite hat ein Wort, das sich ändert.\n\n", "")),
        TEXT.replace("Der zweite hat ein Wort,\ndas sich ändert.\n\n", ""),
    ),
    "a removed last paragraph": (
        inhalt(("\n\nDie Quote[@bmas2017, S. 24] steigt auf {{ kennzahl.quote }}.", "")),
        TEXT.removesuffix("\nDie Quote[@bmas2017, S. 24] steigt auf\n{{ kennzahl.quote }}.\n"),
    ),
    "a moved paragraph keeps its lines": (
        inhalt(
            ("Der zweite hat ein Wort, das sich ändert.\n\n", ""),
            ("Der erste", "Der zweite hat ein Wort, das sich ändert.\n\nDer erste"),
        ),
        TEXT.replace("Der zweite hat ein Wort,\ndas sich ändert.\n\n", "").replace(
            "Der erste", "Der zweite hat ein Wort,\ndas sich ändert.\n\nDer erste"
        ),
    ),
    "an item more": (inhalt(("- zwei", "- anderthalb\n- zwei")), TEXT.replace("- zwei", "- anderthalb\n- zwei")),
    "an item less": (inhalt(("- eins, das weitergeht\n", "")), TEXT.replace("- eins, das\n  weitergeht\n", "")),
    "a row of a table": (inhalt(("| Ziel | Was? |", "| Ziel | Was? |\n| Maßnahme | Wer? |")), TEXT.replace("Was? |\n", "Was? |\n| Maßnahme | Wer? |\n")),
    "a line of code": (inhalt(("\n\nso\n", "\n\nanders\n")), TEXT.replace("\n\nso\n", "\n\nanders\n")),
    "a citation": (inhalt(("S. 24", "S. 25")), TEXT.replace("S. 24", "S. 25")),
    "the kind of wording": (lambda d: d["texte"][0].update(wortlaut="eigener"), TEXT.replace("nacherzaehlt", "eigener")),
    "both": (
        lambda d: (inhalt(("das sich", "das sich oft"))(d), d["texte"][0].update(wortlaut="amtlich")),
        TEXT.replace("nacherzaehlt", "amtlich").replace("das sich", "das sich oft"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("name", CASES)
def test_only_the_changed_lines_are_written_anew(name: str, newline: str) -> None:
    change, after = CASES[name]
    before, after = (text.replace("\n", newline) for text in (TEXT, after))
    assert edited(county(text_HF1=before), change) == {"texts/HF1.md": after}


HEADS = {
    "none": ("Ein Text.\n", "amtlich", "---\nwortlaut: amtlich\n---\n\nEin Text.\n"),
    "none, CRLF": ("Ein Text.\r\n", "amtlich", "---\r\nwortlaut: amtlich\r\n---\r\n\r\nEin Text.\r\n"),
    "none, with a byte order mark": ("\ufeffEin Text.", "amtlich", "\ufeff---\nwortlaut: amtlich\n---\n\nEin Text."),
    "braces": ("---\n{wortlaut: 'amtlich'}\n---\nText.\n", "nacherzaehlt", "---\n{wortlaut: 'nacherzaehlt'}\n---\nText.\n"),
    "a quoted key": ('---\n"wortlaut" : amtlich # so\n---\nText.\n', "eigener", '---\n"wortlaut" : eigener # so\n---\nText.\n'),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_text(name: str) -> None:
    before, wortlaut, after = HEADS[name]
    result = edited(county(text_HF1=before), lambda d: d["texte"][0].update(wortlaut=wortlaut))
    assert result == {"texts/HF1.md": after}


def test_a_text_is_created_and_deleted() -> None:
    def change(data: dict) -> None:
        data["texte"] = [{"id": "HF1", "stelle": "nach", "wortlaut": "amtlich", "inhalt": "Neu."}]

    result = edited(county(text_HF1="Alt.\n"), change)
    assert result == {
        "texts/HF1.md": None,
        "texts/HF1.nach.md": "---\nwortlaut: amtlich\n---\n\nNeu.\n",
    }


WIDE = "Ein Satz, der lang genug ist, um in den Texten dieser Strategie umbrochen zu werden, weil er sonst über den Rand ginge."


@pytest.mark.parametrize("width", [70, 90, 100])
def test_a_new_text_is_wrapped_like_the_others_and_ends_its_lines_like_them(width: int) -> None:
    line = "x" * width
    files = county(text_HF1=f"{line}\r\nzwei\r\ndrei vier.\r\n")
    new = {"id": "HF1", "stelle": "nach", "inhalt": f"{WIDE}\n\n- {WIDE}\n\n# {WIDE}"}
    text = edited(files, lambda d: d["texte"].append(new))["texts/HF1.nach.md"] or ""
    lines = text.split("\r\n")
    assert max(len(line) for line in lines if not line.startswith("#")) <= width
    assert sum(line.startswith("  ") for line in lines) == 1
    assert f"# {WIDE}" in lines


def test_markup_is_not_broken() -> None:
    inhalt = f"{WIDE[:80]} {{{{ kennzahl.sehr_langer_name_einer_kennzahl }}}} und [@quelle_mit_langem_namen, S. 24, 25, 26, 27]."
    text = edited(county(), lambda d: d["texte"].append({"id": "HF1", "inhalt": inhalt}))
    lines = (text["texts/HF1.md"] or "").splitlines()
    assert len(lines) > 2
    assert all(line.count("{{") == line.count("}}") for line in lines)
    assert all(line.count("[@") == line.count("]") for line in lines)


def test_a_text_of_one_long_line_a_paragraph_stays_one() -> None:
    before = f"{WIDE} {WIDE}\n\n{WIDE}\n"
    result = edited(county(text_HF1=before), inhalt(("Ein Satz", "Ein neuer Satz")))
    assert result == {"texts/HF1.md": before.replace("Ein Satz", "Ein neuer Satz")}


@pytest.mark.parametrize("inhalt", ["Ein\nUmbruch.", "Zwei  Leerzeichen.", "", " vorn", "A\n\n\nB"])
def test_a_text_that_is_read_otherwise_is_refused(inhalt: str) -> None:
    with pytest.raises(GeneratorError, match=r"Handlungsfeld HF1 \(Text geändert\)"):
        edited(county(text_HF1="Alt.\n"), lambda d: d["texte"][0].update(inhalt=inhalt))


LINES = st.sampled_from(
    ["Ein Satz mit Wörtern.", "noch ein Satz,", "", "- eins", "  zwei", "1. drei", "12. Klasse", "# Titel",
     "| a | b |", "> Zitat", "    Code", "```", "~~~", "---", "Ende mit Umbruch  ", "![[ABB1]]", "{{ anzahl.x }} und",
     "\tmit Tabulator", "Wort\u00a0Wort"]
)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=120)
@given(
    old=st.lists(LINES, min_size=1, max_size=9),
    new=st.lists(LINES, min_size=1, max_size=9),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_text_becomes_any_other(old: list[str], new: list[str], newline: str) -> None:
    before, after = newline.join(["Anfang.", *old]), unwrap("\n".join([*new, "", "Ende."]))
    if unwrap(after) != after:  # a text as no file is read
        return
    files = county(text_HF1=before)
    strategy = wanted(read(files), lambda d: d["texte"][0].update(inhalt=after))
    assert read(with_result(files, rewritten(files, strategy))) == strategy
