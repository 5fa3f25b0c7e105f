"""Keys that can be wrapped anew: the signing keys' own wrapped keys get a column, and the system may replace them."""

from alembic import op

revision = "0021"
down_revision = "0016"


def upgrade() -> None:
    op.execute("alter table signing_keys add column wrapped bytea")
    # They stood before the sealed key, in hexadecimal digits that end with two bars.
    op.execute(
        "update signing_keys set"
        " wrapped = decode(encode(substring(private_cipher from 1 for bars - 1), 'escape'), 'hex'),"
        " private_cipher = substring(private_cipher from bars + 2)"
        " from (select id as of, position('||'::bytea in private_cipher) as bars from signing_keys) as found"
        " where id = of"
    )
    op.execute("alter table signing_keys alter column wrapped set not null")
    op.execute("grant update (wrapped) on signing_keys to cairn_system")
    op.execute("grant update (wrapped) on person_keys to cairn_system")


def downgrade() -> None:
    op.execute("revoke update (wrapped) on person_keys from cairn_system")
    op.execute(
        "update signing_keys set private_cipher = convert_to(encode(wrapped, 'hex') || '||', 'UTF8') || private_cipher"
    )
    op.execute("alter table signing_keys drop column wrapped")
