"""``python -m tools.audit PIP-AUDIT``: the pinned versions asked for known weaknesses.

What the data base could not be asked about counts as not checked, and is said: pip-audit
itself passes over it and ends with success.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.lock"
SAFE, WEAK, UNKNOWN = 0, 1, 2


def verdict(report: Mapping[str, Any]) -> tuple[int, str]:
    """Exit code and German text for a report of pip-audit (--format json)."""
    packages = report["dependencies"]
    unknown = [p["name"] for p in packages if "vulns" not in p]
    weak = [
        f"{p['name']} {p['version']}: {v['id']}, behoben in {', '.join(v['fix_versions']) or 'keiner Version'}"
        for p in packages
        for v in p.get("vulns", ())
    ]
    lines = [f"Schwachstelle: {line}" for line in weak]
    if unknown:
        lines.append(
            f"Nicht geprüft: {len(unknown)} von {len(packages)} Paketen; die Datenbank kennt sie nicht oder "
            f"ist nicht zu erreichen ({', '.join(unknown[:5])}{' …' if len(unknown) > 5 else ''})."
        )
    checked = len(packages) - len(unknown)
    lines.append(f"Geprüft: {checked} Pakete, {len(weak)} bekannte Schwachstellen.")
    code = WEAK if weak else UNKNOWN if unknown or not packages else SAFE
    return code, "\n".join(lines)


def main(program: str) -> int:
    """Ask, print the verdict and return its exit code."""
    command = [program, "--requirement", str(LOCK), "--disable-pip", "--require-hashes", "--format", "json"]  # fmt: skip
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        code, told = verdict(json.loads(asked.stdout))
    except (ValueError, KeyError, TypeError):
        last = asked.stderr.strip().splitlines()[-1:] or ["keine Meldung"]
        code, told = UNKNOWN, f"Nicht geprüft: pip-audit konnte nicht fragen ({last[0][:300]})."
    print(told)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
