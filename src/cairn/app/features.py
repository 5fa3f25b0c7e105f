"""Every feature, one line each."""

from cairn.accounts.feature import feature as accounts
from cairn.mail.feature import feature as mail
from cairn.platform.feature import Feature
from cairn.spaces.feature import feature as spaces

FEATURES: tuple[Feature, ...] = (
    mail,
    accounts,
    spaces,
)
