"""Reviews as the rest sees them."""

from cairn.platform.feature import Feature
from cairn.reviews import repository
from cairn.reviews.audits import AUDITS
from cairn.reviews.permissions import READ, WRITE
from cairn.reviews.routes import router
from cairn.reviews.tools import tools

feature = Feature(
    name="reviews",
    audits=AUDITS,
    router=router,
    tools=tools,
    permissions=[READ, WRITE],
    tables=["reviews", "review_wishes"],
    export=repository.rows,
    erase=repository.remove_all,
)
