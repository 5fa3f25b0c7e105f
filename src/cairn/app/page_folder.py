"""Where the built page lies."""

import os
from pathlib import Path

APP = Path(__file__).parent


def find() -> Path | None:
    """Where the page is: named by CAIRN_WEB, in a checkout, or inside the package."""
    named = os.environ.get("CAIRN_WEB")
    checkout = APP.parents[2] / "web" / "dist"
    for place in (Path(named) if named else None, checkout, APP / "web"):
        if place is not None and (place / "index.html").is_file():
            return place.absolute()
    return None
