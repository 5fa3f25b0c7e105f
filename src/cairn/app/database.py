"""Addresses of the database, one for each of the three roles, and the roles themselves."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.app.folders import Folders

if TYPE_CHECKING:
    import psycopg

    from cairn.app.secrets import Secrets

OWNER = "cairn_owner"
APP = "cairn_app"
SYSTEM = "cairn_system"
EMBEDDED_DATABASE = "cairn"
OLDEST_SERVER = 18
# Any constant will do: it keeps two processes from making the same role at once.
ROLES_LOCK = 0x636169726E


@dataclass(frozen=True, slots=True)
class Urls:
    """One address for each role: who owns and migrates, who serves people, who acts for nobody yet."""

    owner: str = field(repr=False)
    app: str = field(repr=False)
    system: str = field(repr=False)


def locate(environment: Environment, secrets: "Secrets") -> Urls:
    """Where the database is: the one that the environment names, else the embedded one of its data folder."""
    if environment.database_url:
        return derive(environment.database_url, secrets, environment.app_url, environment.system_url)
    return on_socket(Folders(environment.data).socket(), secrets)


def on_socket(socket: Path, secrets: "Secrets", database: str = EMBEDDED_DATABASE) -> Urls:
    """The addresses of a database on the embedded server."""
    return Urls(
        owner=socket_url(socket, OWNER, secrets.owner_password, database),
        app=socket_url(socket, APP, secrets.app_password, database),
        system=socket_url(socket, SYSTEM, secrets.system_password, database),
    )


def socket_url(socket: Path, role: str, password: str, database: str) -> str:
    place = f"{quote(database, safe='')}?host={quote(str(socket), safe='/')}"
    return f"postgresql://{role}:{quote(password, safe='')}@/{place}"


def derive(owner_url: str, secrets: "Secrets", app_url: str | None = None, system_url: str | None = None) -> Urls:
    """The three addresses of a database, from its owner's; `app_url` and `system_url` are taken as given."""
    return Urls(
        owner=owner_url,
        app=app_url or with_login(owner_url, APP, secrets.app_password),
        system=system_url or with_login(owner_url, SYSTEM, secrets.system_password),
    )


def with_login(url: str, user: str, password: str) -> str:
    """The same address for another user."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise SetupError("The database address must begin with postgresql://")
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user, safe='')}:{quote(password, safe='')}@{place}"))


def login(url: str) -> tuple[str, str]:
    """The user and password in an address; empty where it names none."""
    user, _, password = urlsplit(url).netloc.rpartition("@")[0].partition(":")
    return unquote(user), unquote(password)


def check_server(owner_url: str) -> str:
    """Make sure that the server is new enough and can hold vectors; returns its versions as a phrase.

    Raises:
        SetupError: it cannot be reached, is too old, or has no pgvector.
    """
    with _connect(owner_url, "the owner") as connection:
        _check_version(connection)
        _have_vector(connection)
        found = connection.execute("select extversion from pg_extension where extname = 'vector'").fetchone()
        return f"{connection.info.parameter_status('server_version')} with vector {found[0] if found else ''}"


def check_role(role: str, url: str) -> None:
    """Make sure that a working role can sign in, and that row-level security holds it.

    Raises:
        SetupError: it cannot, or it has rights that would void row security.
    """
    with _connect(url, role) as connection:
        found = connection.execute(
            "select rolsuper or rolbypassrls or exists (select from pg_class where relowner = pg_roles.oid)"
            " from pg_roles where rolname = current_user"
        ).fetchone()
    if found and found[0]:
        raise SetupError(f"{role} owns tables or may pass row security by. Use a login that may not.")


def prepare_roles(urls: Urls) -> None:
    """Make sure that both working roles exist, are no more than they should be, and can sign in.

    Raises:
        SetupError: the owner may not make or change them, or one has rights that would void row security.
    """
    import psycopg

    with _connect(urls.owner, "the owner") as connection:
        _check_version(connection)
        _have_vector(connection)
        connection.execute("select pg_advisory_lock(%s)", (ROLES_LOCK,))
        for role, url in ((APP, urls.app), (SYSTEM, urls.system)):
            user, password = login(url)
            if user != role:
                raise SetupError(f"The address for {role} must sign in as {role}, not as {user or 'nobody'}.")
            try:
                _prepare_role(connection, role, password, url)
            except psycopg.errors.InsufficientPrivilege as fault:
                raise SetupError(
                    f"The role {role} is missing or has another password, and {login(urls.owner)[0]} may not "
                    f"change that. Give it CREATEROLE, or run: create role {role} login password '…';"
                ) from fault


def revision(urls: Urls) -> str | None:
    """The migration that the database is at; None when it was never migrated or its roles need making."""
    import psycopg

    try:
        for url in (urls.app, urls.system):
            psycopg.connect(url, connect_timeout=10).close()
        with psycopg.connect(urls.owner, connect_timeout=10) as connection:
            found = connection.execute("select version_num from alembic_version").fetchone()
    except (psycopg.OperationalError, psycopg.errors.UndefinedTable):
        return None
    return str(found[0]) if found else None


def _prepare_role(connection: "psycopg.Connection", role: str, password: str, url: str) -> None:
    from psycopg import sql

    found = connection.execute(
        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = %s",
        (role,),
    ).fetchone()
    if found and found[0]:
        raise SetupError(
            f"The role {role} has more rights than it may have. "
            f"Take them away: alter role {role} nosuperuser nobypassrls nocreaterole nocreatedb."
        )
    if found and _can_sign_in(url):
        return
    # Only the verifier is sent, so that no password can end up in the server's log.
    verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    verb = sql.SQL("alter" if found else "create")
    connection.execute(
        sql.SQL("{} role {} login password {}").format(verb, sql.Identifier(role), sql.Literal(verifier))
    )


def _can_sign_in(url: str) -> bool:
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.OperationalError:
        return False
    return True


def _connect(url: str, who: str) -> "psycopg.Connection":
    import psycopg

    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=10)
    except (psycopg.OperationalError, psycopg.ProgrammingError) as fault:
        raise SetupError(f"The database cannot be reached as {who}: {str(fault).strip()}") from fault


def _check_version(connection: "psycopg.Connection") -> None:
    version = connection.info.server_version
    if version // 10000 < OLDEST_SERVER:
        raise SetupError(f"The database server is PostgreSQL {version // 10000}; Cairn needs {OLDEST_SERVER} or newer.")


def _have_vector(connection: "psycopg.Connection") -> None:
    import psycopg

    if connection.execute("select from pg_extension where extname = 'vector'").rowcount:
        return
    try:
        connection.execute("create extension if not exists vector")
    except psycopg.errors.InsufficientPrivilege as fault:
        raise SetupError(
            "The database lacks the extension vector, and its owner may not add it. "
            "Have an administrator run in that database: create extension vector;"
        ) from fault
    except psycopg.errors.Error as fault:
        raise SetupError(
            f"The database server has no pgvector. Install the package for PostgreSQL {OLDEST_SERVER} "
            f"(often postgresql-{OLDEST_SERVER}-pgvector) on it. It said: {str(fault).strip()}"
        ) from fault
