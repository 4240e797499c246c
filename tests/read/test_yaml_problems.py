"""A text that begins with a sign of YAML is one error at its place, and says what to do."""

import pytest

from generator.finding import Finding
from generator.read.yaml_source import parse

IN_QUOTES = "Den ganzen Text in Anführungszeichen setzen"


def found(value: str, *, in_list: bool = False) -> list[Finding]:
    lines = (
        f"texte:\n  - erster\n  - {value}\n  - dritter\n"
        if in_list
        else f"handlungsfelder:\n  - id: HF1\n    text: {value}\n    titel: Weiter\n"
    )
    return parse("goals.yaml", lines.encode()).findings


@pytest.mark.parametrize("in_list", [False, True], ids=["value", "item"])
@pytest.mark.parametrize(
    "value",
    [
        "[Digitale] Angebote für alle.",
        "[Link](https://example.org) sagt mehr.",
        "[[PZ06]] wird fortgeführt.",
        "[ ] offen",
        "{Digitale} Angebote",
        "{{ anzahl.leitziele }} Ziele werden verfolgt.",
        "{a: b} und mehr",
        "> Zitat",
        "| senkrecht",
        ">9 Personen",
        "@ alle",
        "`Code`",
        "% der Bürger",
        ", mit Komma",
        "] zu",
        "} zu",
    ],
)
def test_a_text_that_begins_with_a_sign_of_yaml_is_one_error_at_that_sign(
    value: str, in_list: bool
) -> None:
    (finding,) = found(value, in_list=in_list)
    column = 5 if in_list else 11
    assert (finding.rule, finding.position.line, finding.position.column) == ("Z005", 3, column)
    assert finding.message.startswith(f"Ein Text darf nicht mit {value[0]} beginnen. {IN_QUOTES}")


@pytest.mark.parametrize(
    "value", ["? Frage", "- Punkt", "[Digitale Angebote", "{Digitale Angebote"]
)
def test_so_is_one_that_is_no_error_in_a_list(value: str) -> None:
    (finding,) = found(value)
    assert (finding.position.line, finding.position.column) == (3, 11)
    assert f"mit {value[0]} beginnen" in finding.message


@pytest.mark.parametrize("in_list", [False, True], ids=["value", "item"])
@pytest.mark.parametrize("value", ["*x y", "&x y", "!wichtig x", "!<x", "!e!x y"])
def test_what_yaml_takes_for_a_reference_or_a_type_is_one_error(value: str, in_list: bool) -> None:
    (finding,) = found(value, in_list=in_list)
    assert finding.position.line == 3
    assert "nführungszeichen setzen" in finding.message


@pytest.mark.parametrize("in_list", [False, True], ids=["value", "item"])
@pytest.mark.parametrize("value", ["'Digital' für alle", '"Digital" für alle'])
def test_a_quotation_that_ends_too_early_is_told_as_that(value: str, in_list: bool) -> None:
    (finding,) = found(value, in_list=in_list)
    assert finding.position.line == 3
    assert "beendet ihn vorzeitig" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        'a: "\\x0"', 'a: "\\ud800"', 'a: "\\q"', "a: >0 x", "%YAML 3.0\n---\na: b", "%TAG ! x\n%TAG ! x\n---\na: b",
        "%X\n%%\na: b", 'a: "offen\n---\nb: c', "a:\n\t- b", "a: b\n c: d", "a: b\n- c", "? [", "- a\nb: c", "a: 'x", "]",
        "a: !<", "a: !!", "a: & b", "a: * b", "{a: b, c", "a: |x", "a: [b\nc: d", "a\nb: c", ": :\n :",
    ],
)  # fmt: skip
def test_nothing_that_the_parser_says_reaches_anybody_in_english(text: str) -> None:
    findings = parse("goals.yaml", text.encode()).findings
    assert findings
    for finding in findings:
        words = set(finding.message.lower().replace("(", " ").replace(")", " ").split())
        assert not words & {
            "expected",
            "found",
            "not",
            "while",
            "the",
            "could",
            "character",
            "block",
        }


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "[[PZ06]]", "[a] # Anmerkung", ">-", "|2", "'ganz'", '"ganz"'])  # fmt: skip
def test_what_is_yaml_stays_yaml(value: str) -> None:
    assert [f for f in found(value) if f.rule == "Z005"] == []


@pytest.mark.parametrize("sign", ["&anker", "!typ", "!!map", "&anker !typ"])
@pytest.mark.parametrize("value", ["{id: HF1}", "[eins, zwei]", "\n  id: HF1", "\n  - eins"])
def test_a_reference_or_a_type_before_a_whole_mapping_or_list_is_told_too(
    sign: str, value: str
) -> None:
    findings = parse("goals.yaml", f"ziele: {sign} {value}\n".encode()).findings
    assert {(finding.rule, finding.position.line) for finding in findings} == {("Z011", 1)}
    assert len(findings) == len(sign.split())


def test_a_mistake_of_the_structure_stands_at_its_column() -> None:
    (finding,) = parse("goals.yaml", b"ziele:\n  - id: HF1\n    titel: a: b\n").findings
    assert (finding.rule, finding.position.line, finding.position.column) == ("Z005", 3, 13)
