"""Privacy as the rest sees it."""

from cairn.platform.feature import Feature
from cairn.privacy.audits import AUDITS
from cairn.privacy.jobs import jobs
from cairn.privacy.permissions import EXPORT
from cairn.privacy.routes import router

feature = Feature(name="privacy", router=router, jobs=jobs, permissions=[EXPORT], audits=AUDITS)
