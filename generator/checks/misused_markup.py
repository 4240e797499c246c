"""Our own markup in texts, with which something is wrong."""

from collections.abc import Callable, Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.model.prose_markup import Token, tokens


def misused(
    context: CheckContext, mistake: Callable[[Token], str]
) -> Iterator[tuple[Prose, int, str]]:
    """Markup with which something is wrong: where it stands, and what ``mistake`` says.

    The markup is that of the model; only a text with a mistake is searched once more
    as it stands in its file.
    """
    for text, markup in context.strategy.markup:
        wrong = {_sense(token): said for token in markup if (said := mistake(token))}
        if not wrong or (text.id, text.stelle) not in context.positions.texts:
            continue
        prose = context.prose_of(text.id, text.stelle)
        for token in tokens(prose.raw):
            if said := wrong.get(_sense(token), ""):
                yield prose, token.start, f"{context.called(text.id)}: {said}"


def _sense(token: Token) -> tuple[str, str, str]:
    """What a piece of markup says, wherever it stands."""
    return token.kind, token.argument, token.detail
