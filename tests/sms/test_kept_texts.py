"""With `log` for a carrier texts wait in the data folder, each for its addressee alone."""

from pathlib import Path

import httpx2
import pytest
import structlog

from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.actor import Actor
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.sms import service
from cairn.sms.errors import SmsNotTaken
from cairn.sms.schemas import State, Text
from cairn.sms.settings import SmsSettings
from tests.conftest import ClientFor, NewPerson


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    own = {
        Place: Place(data=tmp_path / "data", pool_size=5),
        SmsSettings: SmsSettings(_env_file=None, sms_provider="log"),
    }
    return Settings(own.get(section) or section(_env_file=None) for section in sections_of(FEATURES))


def text_for(actor: Actor, number: int = 1) -> Text:
    return Text("+351912345678", f"Words {number}", f"text-{number}", actor.user_id)


async def test_kept_texts_are_read_in_pages_newest_first(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    for number in (0, 1, 2, 3, 4, 4):
        sent = await service.send(runtime, text_for(actor, number))
        assert (sent.kept, sent.state) == (True, State.SENT)

    first = (await client.get("/api/v1/sms/texts", params={"limit": 3})).json()
    rest = (await client.get("/api/v1/sms/texts", params={"cursor": first["next_cursor"]})).json()

    assert [one["text"] for one in first["items"] + rest["items"]] == [f"Words {n}" for n in (4, 3, 2, 1, 0)]
    assert first["items"][0]["to"] == "+351912345678"
    assert not service.delivers_outside(runtime)


async def test_nobody_reads_anothers_kept_text(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    await service.send(runtime, text_for(actor))
    text_id = (await client.get("/api/v1/sms/texts")).json()["items"][0]["id"]
    other = client_for(await person(name="Bob"))

    assert (await client.get(f"/api/v1/sms/texts/{text_id}")).json()["text"] == "Words 1"
    assert (await other.get(f"/api/v1/sms/texts/{text_id}")).status_code == 404
    assert (await other.get("/api/v1/sms/texts")).json()["items"] == []
    assert (await client_for(None).get("/api/v1/sms/texts")).status_code == 401


async def test_the_log_tells_the_words_and_hides_the_number(runtime: Runtime, actor: Actor) -> None:
    with structlog.testing.capture_logs() as lines:
        await service.send(runtime, text_for(actor))

    assert [(one["event"], one["to"], one["text"]) for one in lines] == [("sms.kept", "+351 *** ** 78", "Words 1")]


async def test_files_are_closed_to_others_and_go_with_their_person(
    runtime: Runtime, actor: Actor, tmp_path: Path
) -> None:
    await service.send(runtime, text_for(actor))
    folder = tmp_path / "data/sms"
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]
    assert folder.stat().st_mode & 0o777 == 0o700

    async with actor.work() as work:
        assert [row["text"] for row in (await service.exported(work))["texts"]] == ["Words 1"]
        await service.erased(work)
    async with actor.work() as work:
        assert (await service.exported(work))["texts"] == []
    assert list(folder.iterdir()) == []


async def test_a_folder_that_cannot_be_written_is_tried_again(runtime: Runtime, actor: Actor, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data/sms").write_text("in the way")

    with pytest.raises(SmsNotTaken):
        await service.send(runtime, text_for(actor))
