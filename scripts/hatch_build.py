"""Build hook: a wheel carries the built page and the embedding model; an editable install needs neither."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltParts(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        words = ["make", f"PYTHON={sys.executable}", "page", "embedder"]
        subprocess.run(words, cwd=root, check=True)  # nosec B603  # our own Makefile, with words written here
        build_data["force_include"] |= {
            str(root / "web" / "dist"): "cairn/app/web",
            str(root / "src/cairn/memory/embedder/model"): "cairn/memory/embedder/model",
        }
