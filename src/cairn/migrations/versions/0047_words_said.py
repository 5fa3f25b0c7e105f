"""The words of each message stand beside it, ready to be searched: they were taken apart anew for every search."""

from alembic import op

revision = "0047"
down_revision = "0046"

# The policy keeps an index over words from being used (0010), so that a search looks at every message of its person.
# With the words ready that is quick. Marks on letters and case don't count; what joins words parts them, or an address
# and a date would each be one word.
PLAIN = r"lower(regexp_replace(normalize(text, NFD), '[\u0300-\u036f]', '', 'g'))"
PARTED = rf"regexp_replace({PLAIN}, '[!-/:-@[-`{{-~]+', ' ', 'g')"
WORDS = f"tsvector not null generated always as (to_tsvector('simple'::regconfig, {PARTED})) stored"


def upgrade() -> None:
    op.execute(f"alter table messages add column words {WORDS}")


def downgrade() -> None:
    op.execute("alter table messages drop column words")
