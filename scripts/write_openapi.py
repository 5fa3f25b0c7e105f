"""Write the OpenAPI document of the routes as they are, without a database: `web/openapi.json`.

The page's client is generated from it. `--check` changes nothing and fails when the file is behind the routes.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from fastapi import FastAPI

from cairn.app import assemble, folders, secrets
from cairn.app.build import create_api
from cairn.app.database import Urls
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.clock import SystemClock
from cairn.platform.settings import Settings

DOCUMENT = Path(__file__).resolve().parents[1] / "web" / "openapi.json"
NOWHERE = "postgresql://nobody@localhost:1/nothing"
"""No connection is opened until a process starts its runtime, which this one never does."""


def application(place: Path) -> FastAPI:
    settings = Settings(section(_env_file=None) for section in sections_of(FEATURES))
    made = secrets.load(folders.prepare(place, None))
    return create_api(assemble.build(settings, made, Urls(NOWHERE, NOWHERE, NOWHERE), clock=SystemClock()))


def document() -> str:
    with tempfile.TemporaryDirectory() as place:
        return json.dumps(application(Path(place) / "data").openapi(), indent=1, sort_keys=True) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check: bool = parser.parse_args().check
    made = document()
    if not check:
        DOCUMENT.write_text(made, encoding="utf-8")
        return 0
    if DOCUMENT.is_file() and DOCUMENT.read_text(encoding="utf-8") == made:
        return 0
    print("web/openapi.json is behind the routes: run `make openapi`.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
