"""Addresses in a sentence are links; whatever is typed stands there as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.documents.strategy_document.front_matter import imprint
from generator.render.running_text import Link, Run
from generator.render.web_links import linked
from tests.editions import printed
from tests.render.conftest import shipped


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("E-Mail: amt@stadt.example", {"amt@stadt.example": "mailto:amt@stadt.example"}),
        ("Hinweise an bau.amt-1@kreis-au.example.", {"bau.amt-1@kreis-au.example": "mailto:bau.amt-1@kreis-au.example"}),
        ("Siehe https://www.au.example/plan?a=1#b.", {"https://www.au.example/plan?a=1#b": "https://www.au.example/plan?a=1#b"}),
        ("(www.au.example), http://au.example/", {"www.au.example": "https://www.au.example", "http://au.example/": "http://au.example/"}),
        ("„https://au.example“, amt@au.example;", {"https://au.example": "https://au.example", "amt@au.example": "mailto:amt@au.example"}),
        ("für Kinder@Park und @amt, amt@haus, Nr. 3.5, www. und https://", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_each_address_leads_where_it_says(text: str, links: dict[str, str]) -> None:
    found = linked(text)
    assert {one.text: one.address for one in found if isinstance(one, Link)} == links


@given(st.text(alphabet="aB9ß@.:/-_ ,;()„“«»whtps", max_size=60))
def test_nothing_typed_is_lost(text: str) -> None:
    found = linked(text)
    assert all(isinstance(one, Run | Link) and one.text for one in found)
    assert "".join(one.text for one in found if isinstance(one, Run | Link)) == text


def test_whom_an_obstacle_is_told_can_be_written_to_from_the_document() -> None:
    blocks = imprint(printed(shipped("examples/auental")))
    links = [part.address for block in blocks for part in getattr(block, "content", ())
             if isinstance(part, Link)]  # fmt: skip
    assert links == [
        "mailto:aelter-werden@auental.example",
        "https://www.auental.example/aelter-werden",
        "mailto:barrierefrei@auental.example",
    ]
