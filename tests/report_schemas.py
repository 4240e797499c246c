"""A machine report beside the JSON Schema in docs/schema that says what it holds."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from tests.judges import ROOT


def validated(name: str, report: str) -> dict:
    """The report; the test fails with every place that is not as the schema says."""
    schema = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    content = json.loads(report)
    errors = [
        f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(content)
    ]
    assert not errors, "\n".join(errors)
    return dict(content)
