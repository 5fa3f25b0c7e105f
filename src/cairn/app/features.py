"""Every feature, one line each."""

from cairn.accounts.feature import feature as accounts
from cairn.assistant.feature import feature as assistant
from cairn.audit.feature import feature as audit
from cairn.automations.feature import feature as automations
from cairn.calendar.feature import feature as calendar
from cairn.chat.feature import feature as chat
from cairn.focus.feature import feature as focus
from cairn.inbox.feature import feature as inbox
from cairn.limits.feature import feature as limits
from cairn.mail.feature import feature as mail
from cairn.mcp.feature import feature as mcp
from cairn.memory.feature import feature as memory
from cairn.mood.feature import feature as mood
from cairn.notify.feature import feature as notify
from cairn.operations.feature import feature as operations
from cairn.plans.feature import feature as plans
from cairn.platform.feature import Feature
from cairn.privacy.feature import feature as privacy
from cairn.push.feature import feature as push
from cairn.reminders.feature import feature as reminders
from cairn.reviews.feature import feature as reviews
from cairn.routines.feature import feature as routines
from cairn.sms.feature import feature as sms
from cairn.spaces.feature import feature as spaces
from cairn.tasks.feature import feature as tasks
from cairn.today.feature import feature as today

FEATURES: tuple[Feature, ...] = (
    audit,
    operations,
    limits,
    mail,
    sms,
    push,
    accounts,
    spaces,
    privacy,
    notify,
    memory,
    reminders,
    calendar,
    tasks,
    mood,
    routines,
    plans,
    focus,
    today,
    inbox,
    reviews,
    automations,
    assistant,
    chat,
    mcp,
)
