"""Writes the shipped template: ``python -m tools.template_maker templates/kreistag.docx``."""

import sys
from pathlib import Path

from tools.template_maker.house_template import make_template
from tools.template_maker.look import HouseLook

Path(sys.argv[1]).write_bytes(make_template(HouseLook()))
