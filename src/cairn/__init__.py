"""Cairn: a self-hosted personal assistant for minds with ADHD."""

import os

__version__ = "0.1.0"

# ONNX Runtime would make an identifier of this machine and send its maker what it does, from the moment it is imported.
# Nothing leaves a machine that its owner has not named, so this is said before anything of Cairn can import it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
