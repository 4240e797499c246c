"""A template of the house fills in text and can do nothing else; what is wrong with it is one sentence."""

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.render.formats.house_templates import DEEPEST, fill


class Value:
    """Something of the program's that a template is handed."""

    def __init__(self) -> None:
        self.items = ["a"]

    def name(self) -> str:
        return "<Ämter & Co.>"


def filled(folder: Path, source: str, *, html: bool = False) -> str:
    (folder / "seite.j2").write_text(source, "utf-8")
    return fill(folder, "seite.j2", {"wert": Value(), "zahlen": list(range(50))}, html=html)


def test_values_are_filled_in_and_escaped_for_the_browser(tmp_path: Path) -> None:
    source = "{% for z in zahlen[:2] %}{{ wert.name() }}{{ z * 2 }}{% endfor %}"
    assert filled(tmp_path, source) == "<Ämter & Co.>0<Ämter & Co.>2"
    assert filled(tmp_path, "{{ wert.name() }}", html=True) == "&lt;Ämter &amp; Co.&gt;"


@pytest.mark.parametrize(
    "source",
    [
        "{{ wert.__class__.__mro__ }}",
        "{{ wert.name.__globals__ }}",
        "{{ wert.name.__func__.__code__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ wert['__init__']['__globals__'] }}",
        "{{ wert|attr('__class__') }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(wert) }}",
        "{{ wert.items.append(1) }}",
        "{{ wert.items.clear() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ 'x' * 10**9 }}",
        "{{ 'x' * 1000000000 }}",
        "{{ zahlen * 100000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{{ lipsum(n=1000000) }}",
        "{% for a in zahlen %}" * (DEEPEST + 1) + "x" + "{% endfor %}" * (DEEPEST + 1),
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'seite.j2' %}",
        "{% include '../geheim.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}{{ os.system('true') }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ gibt_es_nicht }}",
        "{{ wert.gibt_es_nicht }}",
        "{% if %}",
        "{{ 1 / 0 }}",
        "{{ wert + 1 }}",
        "<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> zweig\n",
    ],
)
def test_what_a_template_may_not_do_or_cannot_is_one_sentence(tmp_path: Path, source: str) -> None:
    (tmp_path.parent / "geheim.txt").write_text("geheim", "utf-8")
    with pytest.raises(GeneratorError, match=r"Die Vorlage seite\.j2"):
        filled(tmp_path, source)


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="in Zeile 3"):
        filled(tmp_path, "eins\nzwei\n{% endfor %}\n")


def test_a_result_without_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.formats.house_templates.LONGEST", 100)
    with pytest.raises(GeneratorError, match="mehr als 100 Zeichen"):
        filled(tmp_path, "{% for a in zahlen %}{% for b in zahlen %}x{% endfor %}{% endfor %}")


def test_a_template_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"andere\.j2"):
        fill(tmp_path, "andere.j2", {}, html=False)
