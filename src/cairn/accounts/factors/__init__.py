"""What a person proves besides their password: authenticator apps, passkeys, recovery codes, codes by text.

A sign-in whose password is right opens nothing while a second factor is missing (`half`); `second` finishes it.
`step_up` asks again for a proof before what can't be undone. Others need only to know whether somebody has one.
"""

from cairn.accounts.factors.repository import has_second

__all__ = ["has_second"]
