"""Whose tasks a body newly takes over is known from the registers of both editions."""

from generator.compare.succession import succession
from tests.compare.county import Data, county


def body(data: Data, identity: str) -> Data:
    found: Data = next(actor for actor in data["akteure"] if actor["id"] == identity)
    return found


def merged(data: Data) -> None:
    body(data, "jugendamt")["nachfolger"] = "schulamt"


def test_a_body_takes_over_from_all_that_newly_name_it() -> None:
    def both(data: Data) -> None:
        merged(data)
        body(data, "bund")["nachfolger"] = "schulamt"

    order = [actor.id for actor in county().akteure if actor.id in ("bund", "jugendamt")]
    assert succession(county(), county(both)).origins == {"schulamt": tuple(order)}


def test_a_successor_that_was_named_before_takes_over_nothing_new() -> None:
    def both(data: Data) -> None:
        merged(data)
        body(data, "bund")["nachfolger"] = "schulamt"

    assert succession(county(merged), county(both)).origins == {"schulamt": ("bund",)}
    assert succession(county(merged), county(merged)).origins == {}


def test_the_bodies_are_those_of_the_new_edition() -> None:
    found = succession(county(), county(merged)).bodies
    assert found["jugendamt"].nachfolger == ("schulamt",)
