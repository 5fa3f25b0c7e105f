"""What administrators may do with the queue."""

from cairn.platform.permissions import ADMINISTRATORS, Permission

READ_JOBS = Permission("jobs:read:all", "See what the queue holds.", ADMINISTRATORS)
RETRY_JOBS = Permission("jobs:write:all", "Let jobs that were laid aside be tried again.", ADMINISTRATORS)
