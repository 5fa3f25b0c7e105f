"""Nothing leaves the machine, and nobody is counted."""

import os
import subprocess
import sys
from pathlib import Path

import cairn

IMPORTS = "import cairn, onnxruntime; onnxruntime.get_available_providers()"


def test_the_library_that_embeds_keeps_no_identifier_of_this_machine(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    environment |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": "", "PYTHONPATH": str(Path(cairn.__file__).parents[1])}
    subprocess.run([sys.executable, "-c", IMPORTS], check=True, env=environment)
    assert list(tmp_path.rglob("*")) == []
