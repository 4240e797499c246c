"""What a comparison says of words and blocks: the three marks of a redline."""

from typing import Literal

Mark = Literal["plain", "inserted", "deleted"]
