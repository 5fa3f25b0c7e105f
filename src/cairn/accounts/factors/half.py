"""Half signed in: the password was right, a second factor is missing. The state opens nothing but the second step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.accounts.factors import repository
from cairn.accounts.factors.models import SignIn
from cairn.accounts.factors.rules import SIGN_IN_LASTS, Method
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

if TYPE_CHECKING:
    from cairn.accounts.sessions import Wished


@dataclass(frozen=True, slots=True)
class Half:
    """A sign-in that goes on with one of these ways.

    Args:
        token: What stands for it at the second step, and nowhere else.
    """

    token: str = field(repr=False)
    user_id: UUID
    methods: Sequence[Method] = ()


async def begin(work: UnitOfWork, user_id: UUID, wished: "Wished") -> Half:
    """Remember a sign-in whose password was right, and how it was wished for, in the system's unit of work."""
    token = fresh()
    work.session.add(
        SignIn(
            id=work.runtime.new_id(),
            user_id=user_id,
            token_hash=digest(token),
            page=wished.page,
            remember=wished.remember,
            user_agent=wished.user_agent,
            address=wished.origin.address,
            created_at=work.now,
            expires_at=work.now + SIGN_IN_LASTS,
        )
    )
    await work.audit("session.half_opened", user_id, kind="user", by=user_id)
    return Half(token, user_id)


async def end_all(work: UnitOfWork, user_id: UUID) -> None:
    """Let none go on: the password that was right isn't any more."""
    await repository.end_sign_ins(work, user_id)
