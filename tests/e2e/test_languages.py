"""The way in and what protects it in every language, on the narrowest screen: no English is left, nothing is cut."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, Route, expect

from cairn.app.features import FEATURES
from cairn.platform.permissions import PLATFORM
from tests.e2e.conftest import NewDevice
from tests.e2e.test_zoom import BESIDE
from tests.e2e.walk import SECOND_STEP, Person, sign_in

pytestmark = pytest.mark.browser

CATALOGUES = Path(__file__).parents[2] / "web/src/locales"
SCOPES = CATALOGUES.parent / "features/devices/scopes.ts"
LANGUAGES = {"es": "es-ES", "fr": "fr-FR", "pt": "pt-PT"}
ENTRY = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n?)+)', re.MULTILINE)
# What stands between the words of a message: a value, a tag, the forms of a plural.
BETWEEN = re.compile(r"\{[^{}]*\}|</?\w+/?>|[{}]")

DOORS = ["/register", "/sign-in", "/verify#a-secret", "/resend", "/forgot", "/reset#a-secret"]
INSIDE = ["/you/devices", "/you/keys", SECOND_STEP]

SHOWN = """() => {
  const said = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let one = walk.nextNode(); one; one = walk.nextNode()) {
    if (one.parentElement.closest("noscript")) continue;
    if (one.nodeType === Node.TEXT_NODE) said.push(one.data);
    else for (const name of ["aria-label", "placeholder", "title", "alt"]) said.push(one.getAttribute(name) ?? "");
  }
  return [document.title.replace(/ · Cairn$/, ""), ...said].map((words) => words.trim()).filter(Boolean);
}"""


def unquoted(lines: str) -> str:
    whole = "".join(line[1:-1] for line in lines.strip().split("\n"))
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), whole)


def pieces(message: str) -> set[str]:
    return {piece.strip() for piece in BETWEEN.split(message)} - {""}


def left_over(language: str) -> set[str]:
    """What must not be read in a language: English of the catalogue that no translation says as well."""
    english: set[str] = set()
    theirs: set[str] = set()
    for catalogue in (CATALOGUES / language).glob("*.po"):
        for found in ENTRY.finditer(catalogue.read_text()):
            english |= pieces(unquoted(found[1]))
            theirs |= pieces(unquoted(found[2]))
    assert len(english) > 500
    return {piece for piece in english - theirs if re.search(r"[A-Za-z]{3}", piece)}


def english_in(said: list[str], english: set[str]) -> set[str]:
    # Within other words only what is long enough to be no accident.
    long = [piece for piece in english if len(piece.split()) > 3]
    return {words for words in said if words in english or any(piece in words for piece in long)}


def test_english_that_was_left_is_found() -> None:
    english = left_over("es")
    assert english_in(["Correo", "Email", "Hoy"], english) == {"Email"}
    assert english_in(["Una clave: A name, any will do."], english) == {"Una clave: A name, any will do."}


def test_what_a_key_may_do_is_said_in_every_language() -> None:
    known = set(re.findall(r'^  "([\w:]+)": msg`', SCOPES.read_text(), re.MULTILINE))
    features = {one.name for feature in FEATURES for one in feature.permissions if one.keys}
    assert known == features | {one.name for one in PLATFORM}


@pytest.fixture
def looks(person: Person) -> Callable[[Page, str], Awaitable[None]]:
    # What a key may do comes from the server in English, for programs.
    scopes = {one["says"] for one in person.rows("/me/keys/scopes")}
    known = {language: left_over(language) | scopes for language in LANGUAGES}

    async def look(page: Page, language: str) -> None:
        await expect(page.locator("h1")).to_be_attached()
        # Behind a dialog it may wait for what is decided there.
        await expect(page.locator("[aria-busy=true]:not([aria-hidden=true] *)")).to_have_count(0)
        where = f"{language} {page.url}"
        assert await page.evaluate("document.documentElement.lang") == language, where
        assert english_in(await page.evaluate(SHOWN), known[language]) == set(), where
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where
        assert await page.evaluate(BESIDE) == [], where

    return look


async def test_no_english_is_left_on_the_way_in(
    new_device: NewDevice, looks: Callable[[Page, str], Awaitable[None]]
) -> None:
    page = await new_device()
    await page.set_viewport_size({"width": 320, "height": 640})
    for language in LANGUAGES:
        await page.evaluate("(language) => localStorage.setItem('cairn.locale', language)", language)
        for path in DOORS:
            await page.goto("about:blank")  # another secret behind the # alone loads nothing
            await page.goto(path)
            await looks(page, language)
        await page.goto("/register")
        await page.locator("main form [type=submit]").click()
        await expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        await looks(page, language)


async def test_no_english_is_left_in_what_protects_the_account(
    new_device: NewDevice, person: Person, looks: Callable[[Page, str], Awaitable[None]]
) -> None:
    proof = {"type": "/problems/proof-needed", "title": "Please confirm", "status": 403, "detail": "Please confirm"}

    async def ask_again(route: Route) -> None:
        await route.fulfill(status=403, json=proof, content_type="application/problem+json")

    page = await new_device()
    await sign_in(page, person)
    await page.set_viewport_size({"width": 320, "height": 640})
    for language, locale in LANGUAGES.items():
        person.books.patch("/me", json={"locale": locale}).raise_for_status()
        await page.evaluate("(language) => localStorage.setItem('cairn.locale', language)", language)
        for path in INSIDE:
            await page.goto(path)
            await looks(page, language)
        await page.locator("main .way .btn").last.click()
        await expect(page.locator("code.key")).to_be_visible()
        await looks(page, language)

        await page.route("**/me/factors/totp", ask_again)
        await page.goto(SECOND_STEP)
        await page.locator("main .way .btn").last.click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        await looks(page, language)
        await page.unroute("**/me/factors/totp")

        await page.goto("/you/keys")
        await page.locator("main .btn-go").click()
        await page.locator("main form [type=submit]").click()
        await expect(page.get_by_role("alert").first).to_be_visible()
        await looks(page, language)
