"""What happens to findings after the rules: the house's severities, acceptances, order."""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from generator.checks.registry import catalogue, rules
from generator.checks.run import Extent, run
from generator.finding import Severity
from generator.read.origin import Folder
from generator.read.reading import read_strategy

ROOT = Path(__file__).parents[2]
EDITION = ROOT / "strategy" / "editions" / "2018"


def test_2018_shows_the_contradictions_of_the_printed_text_as_accepted() -> None:
    found = run(read_strategy(Folder(EDITION)))
    counts = [(f.id, f.accepted) for f in found if f.rule in ("Z110", "Z111")]
    assert Counter(counts) == {
        ("fazit", True): 2,
        ("prozess", True): 1,
        ("leitziele", True): 1,
        ("prozessziele", True): 1,
    }
    assert [f for f in found if f.severity is Severity.ERROR and not f.accepted] == []


def test_without_the_acceptances_the_same_contradictions_are_errors(tmp_path: Path) -> None:
    shutil.copytree(EDITION, tmp_path / "2018")
    head = tmp_path / "2018" / "strategy.yaml"
    before, _, rest = head.read_text("utf-8").partition("abweichungen:")
    kept = rest[rest.index("\nbeschlussregeln:") :]
    head.write_text(before + kept.lstrip("\n"), "utf-8")
    found = run(read_strategy(Folder(tmp_path / "2018")))
    errors = [f for f in found if f.severity is Severity.ERROR and not f.accepted]
    assert sorted((f.rule, f.id) for f in errors) == [
        ("Z110", "fazit"),
        ("Z110", "fazit"),
        ("Z110", "prozess"),
        ("Z111", "leitziele"),
        ("Z111", "prozessziele"),
    ]


def test_a_quick_check_does_not_even_import_what_reads_all_texts_once_more() -> None:
    code = (
        "import sys; from generator.cli import main; main(sys.argv[1:]);"
        "print(sum(m.startswith('generator.checks.thorough.') for m in sys.modules))"
    )
    counts = []
    for more in (["--schnell"], []):
        command = [sys.executable, "-c", code, "check", "--strategy", str(EDITION), *more]
        run_ = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        counts.append(int(run_.stdout.split()[-1]))
    assert counts[0] == 0
    assert counts[1] == len(rules()) - len(rules(quick=True))


def test_acceptances_of_rules_that_a_quick_check_leaves_out_are_not_called_needless(
    strategy_folder: Callable[[dict[str, str]], Path],
) -> None:
    files = {p.name: p.read_text("utf-8") for p in (ROOT / "tests/checks/base").glob("*.yaml")}
    accepted = "abweichungen:\n  - {regel: Z333, id: fazit, grund: So gewollt.}\n"
    files["strategy.yaml"] = files["strategy.yaml"].replace("schwellen:", accepted + "schwellen:")
    reading = read_strategy(Folder(strategy_folder(files)))
    codes = {quick: {f.rule for f in run(reading, extent=Extent(quick))} for quick in (True, False)}
    assert "Z601" not in codes[True]
    assert "Z601" in codes[False]


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    places = [f.position for f in run(read_strategy(Folder(EDITION)))]
    assert places == sorted(places)


def test_a_file_that_cannot_be_understood_leaves_only_the_readers_findings(
    strategy_folder: Callable[[dict[str, str]], Path],
) -> None:
    head = (ROOT / "tests/checks/base/strategy.yaml").read_text("utf-8")
    folder = strategy_folder({"strategy.yaml": head, "goals.yaml": "handlungsfelder: [\n"})
    assert [f.rule for f in run(read_strategy(Folder(folder)))] == ["Z005"]


def test_every_rule_explains_itself_in_german() -> None:
    codes = [rule.code for rule in catalogue()]
    assert codes == sorted(set(codes)), "a code is used once"
    for rule in catalogue():
        assert rule.title, rule.code
        assert len(rule.manual.split("\n\n")) >= 3, f"{rule.code}: what, why and how to mend it"
        assert "Beheben:" in rule.manual, rule.code
    assert len(rules()) < len(catalogue()), "the reader's rules are in the catalogue too"
