"""The `cairn` command. What a command needs is imported when it is asked for, so that each starts fast."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cairn import __version__
from cairn.app import parent
from cairn.app.errors import SetupError
from cairn.app.loading import loading


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    given = _parser().parse_args(arguments)
    for option in ("data", "host", "port"):
        # Every process reads its settings from the environment; an option on the command line goes first.
        if value := getattr(given, option, None):
            os.environ[f"CAIRN_{option.upper()}"] = value
    supervised = parent.VARIABLE in os.environ
    try:
        return _run(given)
    except SetupError as fault:
        print(f"cairn: {fault}", file=sys.stderr)
        return parent.NEEDS_A_PERSON if supervised else fault.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; leave nothing for Python to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(given: argparse.Namespace) -> int:
    match given.command:
        case "up":
            from cairn.app.cli.up import up

            return up(given.workers)
        case "api" | "worker":
            from cairn.app.cli.serve import serve

            return serve(given.command)
        case "migrate":
            from cairn.app.cli.upkeep import migrate

            return migrate()
        case "doctor":
            from cairn.app.doctor import examine

            return examine()
        case "user":
            with loading():
                from cairn.app.cli.people import create, give_role, remove_factors

            return {"create": create, "role": give_role, "remove-factors": remove_factors}[given.action](given)
        case "audit":
            with loading():
                from cairn.app.cli.audit import verify

            return verify(given)
        case "keys":
            with loading():
                from cairn.app.cli.keys import keys

            return keys(given)
        case "when" | "understand":
            with loading():
                from cairn.app.cli.spoken import spoken

            return spoken(given)
        case "mail":
            from cairn.app.cli.upkeep import letters

            return letters()
        case _:
            print(f"cairn {__version__}")
            return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cairn", description="A self-hosted assistant for minds with ADHD.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    def add(name: str, does: str, *, listens: bool = False) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=does, description=does)
        command.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
        if listens:
            command.add_argument("--host", help="address to listen on, 127.0.0.1 by default (CAIRN_HOST)")
            command.add_argument("--port", help="port to listen on, 8000 by default (CAIRN_PORT)")
        return command

    up = add("up", "Start everything: database, API, worker.", listens=True)
    up.add_argument("--workers", type=_count, default=1, metavar="N", help="worker processes, 1 by default")
    add("api", "Serve the page and the API.", listens=True)
    add("worker", "Do what was put off: reminders, letters, embeddings.")
    add("migrate", "Bring the database to this version's shape.")
    add("doctor", "Check everything Cairn depends on, and say what to do.", listens=True)
    _add_user(commands)
    _add_audit(commands)
    _add_keys(commands)
    _add_spoken(commands)
    add("mail", "Print the letters that were not sent for want of a mail server.")
    add("version", "Print the version.")
    return parser


def _add_spoken(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    for name, does in (
        ("when", "Read phrases of time from standard input, one a line; print what each means as JSON."),
        ("understand", "Read sentences from standard input, one a line; print what each means as JSON. Does nothing."),
    ):
        command = commands.add_parser(name, help=does, description=does)
        command.add_argument("--at", type=_moment, help="when it was said, such as 2026-11-26T09:30:00+00:00; now")
        command.add_argument("--zone", type=_zone, help="where, such as Europe/Lisbon; by default as --at says")
        command.add_argument("--language", choices=("en", "es", "fr", "pt"), default="en")


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise argparse.ArgumentTypeError("a moment with its offset, such as 2026-11-26T09:30:00+00:00")
    if not 1000 <= found.year <= 9000:  # room for "in a hundred years"
        raise argparse.ArgumentTypeError("a moment between the years 1000 and 9000")
    return found


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise argparse.ArgumentTypeError("a time zone's name, such as Europe/Lisbon") from fault


def _add_user(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    user = commands.add_parser("user", help="Look after accounts.")
    actions = user.add_subparsers(dest="action", required=True, metavar="action")
    create = actions.add_parser("create", help="Make an account; asks for the password, or reads it from stdin.")
    create.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
    create.add_argument("--email", required=True)
    create.add_argument("--name", default="")
    create.add_argument("--zone", default="UTC", help="time zone, such as Europe/Lisbon")
    create.add_argument("--admin", action="store_true", help="may administer this Cairn")
    role = actions.add_parser("role", help="Give an account a role; the way out when no administrator is left.")
    role.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
    role.add_argument("--email", required=True)
    factors = actions.add_parser("remove-factors", help="Take second factors away, for who lost them and the codes.")
    factors.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
    factors.add_argument("--email", required=True)
    role.add_argument("role", choices=("user", "premium", "administrator", "super-administrator"))


def _add_audit(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    audit = commands.add_parser("audit", help="Look after the audit trail.")
    actions = audit.add_subparsers(dest="action", required=True, metavar="action")
    verify = actions.add_parser("verify", help="Say whether the trail is as it was written, or its first broken link.")
    verify.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
    verify.add_argument(
        "--witness", type=_link, metavar="PLACE:HASH", help="a link that the log told of: the trail must still have it"
    )


def _link(text: str) -> tuple[int, bytes]:
    place, _, told = text.partition(":")
    try:
        found = int(place), bytes.fromhex(told)
    except ValueError:
        found = 0, b""
    if found[0] < 1 or len(found[1]) != 32:
        raise argparse.ArgumentTypeError("a link's place, a colon and its hash, as in the log's `audit.chained`")
    return found


def _add_keys(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    keys = commands.add_parser("keys", help="Look after the keys that encrypt names, addresses and secrets.")
    actions = keys.add_subparsers(dest="action", required=True, metavar="action")

    def add(name: str, does: str) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=does, description=does)
        action.add_argument("--data", metavar="FOLDER", help="where data lives (CAIRN_DATA)")
        return action

    add("status", "Say which versions the key ring has, and how many stored keys need each.")
    add("rotate", "Add a version to the key ring, and wrap every stored key with it.")
    add("rewrap", "Go on with what `rotate` began, if it was stopped.")
    retire = add("retire", "Take a version out of the key ring, once nothing needs it.")
    retire.add_argument("version", type=int, metavar="N")
    renew = add("renew", "Give people new keys of their own, and seal their values with them.")
    renew.add_argument("--email", help="only the person with this address; everybody by default")


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError("a number from 1 to 64")
