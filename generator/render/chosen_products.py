"""The words of a user to products: which are wanted, and for which there is what they are made from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.errors import GeneratorError
from generator.render.products import EXTRACT, PRODUCTS, Need, Product, extract_of

if TYPE_CHECKING:
    from generator.render.inputs import Inputs


def chosen(names: Iterable[str], pdf: bool = False, numbered: bool = False) -> list[Product]:
    """The products with these names or file names; all but those on request where none is named.

    "auszug-ID" is the extract of the body with that ID.
    ``pdf`` and ``numbered`` ask for what ``--pdf`` and ``--zeilennummern`` add to them.
    """
    wanted = list(names)
    extracts = {name: extract_of(name) for name in wanted if name.startswith(EXTRACT)}
    known = {p.name: p for p in PRODUCTS} | {p.file: p for p in PRODUCTS} | extracts
    for name in wanted:
        if name not in known:
            raise GeneratorError(
                f"Ein Erzeugnis «{name}» gibt es nicht.",
                f"Es gibt: {', '.join(p.name for p in PRODUCTS)}.",
            )
    picked = {known[name].name for name in wanted}
    picked = picked or {p.name for p in PRODUCTS if not p.on_request}
    if numbered:
        picked.add("strategie-zeilennummern")
    if pdf:
        printed = {"strategie", *(picked & {"synopse", "strategie-zeilennummern"})}
        picked |= {f"{name}-pdf" for name in printed}
    return [*(p for p in PRODUCTS if p.name in picked), *extracts.values()]


def possible(products: Iterable[Product], inputs: Inputs, *, asked: bool) -> list[Product]:
    """Those for which there is what they are made from; of what is asked for by name reports may lack."""
    strategy = inputs.context.strategy
    there: dict[Need, bool] = {
        "nothing": True,
        "predecessor": inputs.compared is not None,
        "opinions": any(one.stellungnahmen for one in strategy.runden),
        "paper": asked or strategy.ratsvorlage.begun,
        "reports": asked or bool(strategy.zeitraeume),
    }
    return [product for product in products if there[product.needs]]


def stale_files(written: Iterable[str]) -> tuple[str, ...]:
    """Products that this build left out and that would now be out of date."""
    kept = set(written)
    return tuple(p.file for p in PRODUCTS if p.file not in kept)
