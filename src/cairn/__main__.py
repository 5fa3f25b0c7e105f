"""`python -m cairn` is `cairn`."""

import sys

from cairn.app.cli import main

sys.exit(main())
