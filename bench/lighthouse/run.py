"""Lighthouse on the landing and the sign-in page, as a slow phone meets them.

Starts a Cairn of its own, measures each page three times and takes the middle run. Fails below what is promised:
performance 0.95, accessibility 1.0.
"""

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
PAGES = ("/", "/sign-in")
RUNS = 3
PROMISED = {"performance": 0.95, "accessibility": 1.0}
STARTS_WITHIN = 60
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_until_ready(address: str, program: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        if program.poll() is not None:
            raise SystemExit("Cairn ended before it was ready; what it said stands above.")
        try:
            with urllib.request.urlopen(f"{address}/ready", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit(f"Cairn was not ready within {STARTS_WITHIN} s.")


def measure(url: str) -> dict[str, float]:
    """One run's scores, 0 to 1."""
    done = subprocess.run(
        [
            str(HERE / "node_modules/.bin/lighthouse"),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(PROMISED)}",
            f"--chrome-flags={CHROMIUM}",
        ],
        capture_output=True,
        check=True,
        env=os.environ | {"CHROME_PATH": shutil.which("chromium") or "chromium"},
    )
    categories = json.loads(done.stdout)["categories"]
    return {name: float(categories[name]["score"] or 0) for name in PROMISED}


def measure_pages(address: str) -> bool:
    """Print a table; true when every promise holds."""
    kept = True
    print("| page | performance | accessibility |\n|---|--:|--:|")
    for page in PAGES:
        runs = [measure(address + page) for _ in range(RUNS)]
        scores = {name: statistics.median(run[name] for run in runs) for name in PROMISED}
        kept = kept and all(scores[name] >= least for name, least in PROMISED.items())
        print(f"| {page} | {scores['performance']:.2f} | {scores['accessibility']:.2f} |")
    return kept


def main() -> int:
    port = free_port()
    # The database runs as a user of its own, who must be able to enter the folder.
    with tempfile.TemporaryDirectory(prefix="cairn-lighthouse-") as place:
        Path(place).chmod(0o755)
        command = [sys.executable, "-m", "cairn", "up", "--data", f"{place}/data", "--port", str(port)]
        program = subprocess.Popen(command)
        try:
            address = f"http://localhost:{port}"
            wait_until_ready(address, program)
            return 0 if measure_pages(address) else 1
        finally:
            program.terminate()
            program.wait(timeout=30)


if __name__ == "__main__":
    sys.exit(main())
