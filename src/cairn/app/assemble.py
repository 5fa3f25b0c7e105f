"""Puts a process together: settings, secrets, addresses, features."""

from collections.abc import Sequence

from cairn.app import database, settings
from cairn.app.database import Urls
from cairn.app.environment import Environment
from cairn.app.features import FEATURES
from cairn.app.folders import Folders
from cairn.app.secrets import Secrets
from cairn.app.secrets import load as load_secrets
from cairn.platform.clock import Clock, SystemClock
from cairn.platform.feature import Feature
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.platform.telemetry import configure_logging
from cairn.push.service import VapidKey


def runtime(environment: Environment) -> Runtime:
    """The runtime of this process, as its environment describes it.

    Raises:
        SetupError: a setting or a secret can't be used.
    """
    loaded = settings.load(environment, FEATURES)
    configure_logging(loaded.of(Place).log_level)
    secrets = load_secrets(Folders(environment.data))
    return build(loaded, secrets, database.locate(environment, secrets), clock=SystemClock())


def build(
    loaded: Settings, secrets: Secrets, urls: Urls, *, clock: Clock, features: Sequence[Feature] = FEATURES
) -> Runtime:
    made = Runtime(
        features,
        loaded,
        clock,
        secrets.key_ring,
        app_url=urls.app,
        system_url=urls.system,
        pool_size=loaded.of(Place).pool_size,
    )
    made.provide(VapidKey, VapidKey(secrets.push_key))
    return made
