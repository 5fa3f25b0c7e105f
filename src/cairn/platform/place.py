"""Where this process keeps files and how much it logs."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from cairn.platform.settings import Section


class Place(Section):
    """The installation."""

    data: Path = Field(Path("cairn-data"), description="The data folder. The platform's own place for it by default.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="How much is logged.")
    pool_size: int = Field(10, ge=2, le=200, description="Database connections one process keeps open.")
    job_concurrency: int = Field(16, ge=1, le=200, description="Jobs one worker does at once.")
