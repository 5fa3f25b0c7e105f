"""HTTP: how routes get their unit of work, and how answers, errors and lists look."""

from cairn.platform.http.page import Cursor, Page, PageQuery, paginate
from cairn.platform.http.problems import Problem, errors
from cairn.platform.http.router import Router
from cairn.platform.http.schema import Schema, Words
from cairn.platform.http.versions import IfMatch, expect
from cairn.platform.http.work import Caller, SignedIn, caller_needs, caller_recent, needs, public, recent

__all__ = [
    "Caller",
    "Cursor",
    "IfMatch",
    "Page",
    "PageQuery",
    "Problem",
    "Router",
    "Schema",
    "SignedIn",
    "Words",
    "caller_needs",
    "caller_recent",
    "errors",
    "expect",
    "needs",
    "paginate",
    "public",
    "recent",
]
