"""A short round of the fuzzer: whatever was done to the files, there is a clear word and no crash."""

from pathlib import Path
from random import Random

from tools.fuzz.mutations import CHANGES, spoil
from tools.fuzz.trial import COUNTIES, Trials, files_of

ROUND = 40


def test_whatever_was_done_to_the_files_no_command_crashes_hangs_floods_or_stays_silent(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "")  # set by the trials, and put back behind them
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    trials = Trials(seed=2026, work=tmp_path)
    outcomes = [trials.run(number) for number in range(ROUND)]
    assert [o for o in outcomes if o.wrong and "MiB" not in o.wrong] == []  # pytest needs its own
    assert {0, 1} <= {o.code for o in outcomes}


def test_a_trial_is_decided_by_seed_and_number() -> None:
    county = files_of(COUNTIES[1])
    assert spoil(county, Random("1-7")) == spoil(county, Random("1-7"))
    assert spoil(county, Random("1-7")) != spoil(county, Random("1-8"))


def test_every_mutation_is_tried_and_changes_something() -> None:
    county = files_of(COUNTIES[1])
    for change in CHANGES:
        changed = 0
        for number in range(20):
            files = dict(county)
            random = Random(number)
            change(files, random.choice(sorted(files)), random)
            changed += files != county
        assert changed > 5, change.__name__
