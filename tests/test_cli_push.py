"""Pushes from the command line: what staff can do in which state, and what is refused with a way out."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from monitor.cli.numbers import import_
from monitor.cli.push import push
from monitor.model import DAY, HOUR, Check, Push, PushState, Window
from monitor.pushes import plan
from monitor.store import Store
from tests.test_cli import wave

CONFIG = """
topics:
  lanterns: {alias: Lights, tags: [LumenLanterns]}
  harbour: {alias: Harbour, tags: [SecretHarbour]}
campaign: {timezone: Africa/Lagos, languages: [en]}
counting: {language: false, tone: false}
pushes: {helplines: ["+49 30 123"], hours: 2}
"""
NOW = datetime.now(UTC).replace(microsecond=0)
LAGOS = ZoneInfo("Africa/Lagos")  # no clock is changed there, so that no day of the year is special
SOON = NOW.replace(minute=0, second=0) + 2 * DAY


def clock(at):
    """A moment as staff would write it."""
    return at.astimezone(LAGOS).strftime("%Y-%m-%d %H:%M")


@pytest.fixture
def staff(tmp_path, monkeypatch):
    """Run `monitor push …` in the folder of a campaign with two topics."""
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)

    def run(*arguments: object, code: int = 0, given: str | None = None) -> Result:
        done = CliRunner().invoke(push, [str(one) for one in arguments], prog_name="monitor push", input=given)
        assert done.exit_code == code, done.output
        return done

    return run


@pytest.fixture
def kept(tmp_path, staff):
    """The store of that campaign."""
    store = Store.open(f"sqlite:///{tmp_path}/data/monitor.db")
    yield store
    store.close()


def add(staff, *more, **changes):
    """Add a push of the day after tomorrow."""
    given = {"--topic": "lanterns", "--owner": "Amina", "--at": clock(SOON), **changes}
    return staff("add", *[part for pair in given.items() for part in pair], *more)


def propose(store, *, start=SOON):
    """Store a proposal with two windows."""
    windows = tuple(Window(start + n * DAY, start + n * DAY + 3 * HOUR, 1.8, 8, weak=False) for n in range(2))
    made = Push(
        ("lanterns",), windows[0].start, windows[0].end, PushState.PROPOSED, reason=plan.FADING, windows=windows
    )
    with store.recording(now=NOW) as recording:
        return recording.add_push(made).number


def test_a_push_of_ones_own_is_planned_listed_and_shown(staff, tmp_path):
    """What was added comes back with its owner, its window in the campaign's zone, its checklist and its draft."""
    (tmp_path / "draft.txt").write_text("Come to the bridge.\nCall +49 30  123.", encoding="utf-8")
    said = add(staff, "--hook", "new testimony", "--channel", "mail", "--draft", "draft.txt").stdout
    assert "Push 1, planned: Lights" in said
    assert "☐ Not yet looked at: could this expose someone?" in said
    assert "☑ It says where to find help." in said
    assert staff("list").stdout.startswith("1  planned  ")
    shown = staff("show", 1).stdout
    assert "It hangs on: new testimony" in shown
    assert "Come to the bridge.\nCall +49 30  123.\n" in shown
    stored = json.loads(staff("show", 1, "--json").stdout)
    assert stored["starts_at"] == SOON.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert stored["ends_at"] == (SOON + 2 * HOUR).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (stored["state"], stored["aliases"], stored["checked"]) == ("planned", ["Lights"], ["helpline"])


def test_a_draft_may_come_from_stdin(staff):
    """`--draft -` reads what is piped in; without a helpline in it the box stays empty."""
    said = staff("add", "--topic", "lanterns", "--owner", "A", "--at", clock(SOON), "--draft", "-", given="Hello.")
    assert "☐ Not yet looked at: does it say where to find help?" in said.stdout
    assert json.loads(staff("list", "--json").stdout)[0]["draft"] == "Hello."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"--topic": "lantern"}, "there is no topic 'lantern'; the campaign has: harbour, lanterns"),
        ({"--owner": "  "}, "a push needs an owner"),
        ({"--at": "2020-01-01 10:00"}, "that time is over"),
        ({"--at": "2099-01-01 10:00"}, "more than two years ahead"),
        ({"--at": "tomorrow"}, "is not a time such as"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_way_out(staff, changes, words):
    """Exit code 2, one sentence on stderr, and nothing stored."""
    given = {"--topic": "lanterns", "--owner": "Amina", "--at": clock(SOON), **changes}
    done = staff("add", *[part for pair in given.items() for part in pair], code=2)
    assert words in done.stderr
    assert "There are no pushes yet" in staff("list", "--all").stdout


def test_a_time_that_no_clock_shows_is_refused(staff, tmp_path):
    """In the hour that is left out in spring nothing can be planned, and the nearest times are named."""
    (tmp_path / "config.yaml").write_text(CONFIG.replace("Africa/Lagos", "Europe/Berlin"), encoding="utf-8")
    done = staff("add", "--topic", "lanterns", "--owner", "A", "--at", "2027-03-28 02:30", code=2)
    assert "does not exist in Europe/Berlin" in done.stderr


def test_a_proposal_is_accepted_in_one_of_its_windows(staff, kept):
    """Accepting takes a window and an owner; the reason of the proposal stays."""
    number = propose(kept)
    assert "1. " in staff("show", number).stdout
    assert "Owner: Amina." in staff("accept", number, "--owner", "Amina", "--window", 2, "--hook", "a date").stdout
    now = kept.push(number)
    assert (now.state, now.owner, now.hook, now.reason) == (PushState.PLANNED, "Amina", "a date", plan.FADING)
    assert (now.starts_at, now.sequence) == (SOON + DAY, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["accept", 1, "--owner", " "], "a push needs an owner"),
        (["accept", 1, "--owner", "A", "--window", 3], "choose one from 1 to 2"),
        (["decline", 1, "--reason", " "], "say why push 1 is declined"),
        (["cancel", 1, "--reason", "x"], "push 1 is proposed: you can accept, move or decline it"),
        (["done", 1], "push 1 is proposed"),
        (["effect", 1], "has not gone out yet"),
        (["show", 9], "there is no push 9: `monitor push list` shows them"),
        (["decline", 9, "--reason", "x"], "there is no push 9"),
    ],
)
def test_what_a_proposal_does_not_allow_is_refused(staff, kept, arguments, words):
    """The sentence names the state, what can be done, or what is missing; the proposal is as it was."""
    before = kept.push(propose(kept))
    assert words in staff(*arguments, code=2).stderr
    assert kept.push(1) == before


def test_a_moved_proposal_keeps_its_new_time_when_it_is_accepted(staff, kept):
    """Where staff have given a proposal their own time, that is what is accepted."""
    number = propose(kept)
    staff("move", number, "--at", clock(SOON + 3 * DAY))
    staff("accept", number, "--owner", "Amina")
    assert kept.push(number).starts_at == SOON + 3 * DAY
    assert kept.push(number).ends_at == SOON + 3 * DAY + 3 * HOUR


def test_a_declined_proposal_is_listed_only_when_asked_for(staff, kept):
    """Declining stores the reason and takes it off the list; it cannot be taken up again."""
    number = propose(kept)
    assert "Why: the hearing comes first" in staff("decline", number, "--reason", "the hearing comes first").stdout
    assert "There are no pushes yet" in staff("list").stdout
    assert "declined" in staff("list", "--all").stdout
    assert "push 1 is declined" in staff("accept", number, "--owner", "A", code=2).stderr


def test_a_planned_push_is_moved_and_cancelled(staff, kept):
    """Moving keeps the length unless told; cancelling needs a reason; nothing follows."""
    add(staff)
    staff("move", 1, "--at", clock(SOON + DAY), "--reason", "rain")
    now = kept.push(1)
    assert (now.starts_at, now.ends_at, now.reason) == (SOON + DAY, SOON + DAY + 2 * HOUR, "rain")
    assert "that time is over" in staff("move", 1, "--at", "2020-01-01 10:00", code=2).stderr
    assert "Missing option" in staff("cancel", 1, code=2).stderr
    staff("cancel", 1, "--reason", "the family asked us to wait")
    assert kept.push(1).state is PushState.CANCELLED
    assert "push 1 is cancelled" in staff("move", 1, "--at", clock(SOON), code=2).stderr


def test_done_waits_for_the_tick_of_a_human(staff, kept):
    """Nobody is exposed by mistake: without the tick nothing is done, with it in the same command it is."""
    add(staff)
    assert "exposes nobody" in staff("done", 1, code=2).stderr
    assert kept.push(1).state is PushState.PLANNED
    said = staff("done", 1, "--exposes-nobody").stdout
    assert "☑ A human has looked: it exposes nobody." in said
    assert abs(kept.push(1).went_out_at - datetime.now(UTC)) < timedelta(minutes=2)
    assert "push 1 is done" in staff("done", 1, code=2).stderr


def test_done_may_be_told_later_but_not_beforehand(staff, kept):
    """The time it really went out is in the past, in the campaign's zone."""
    add(staff, "--exposes-nobody")
    assert "still to come" in staff("done", 1, "--at", clock(NOW + HOUR), code=2).stderr
    assert "more than a year ago" in staff("done", 1, "--at", clock(NOW - 367 * DAY), code=2).stderr
    went_out_at = (NOW - 360 * DAY).replace(second=0)
    staff("done", 1, "--at", clock(went_out_at))
    assert kept.push(1).went_out_at == went_out_at


def test_a_new_draft_has_to_be_looked_at_anew(staff, kept):
    """A tick belongs to the words it was given for; other changes leave it."""
    add(staff, "--exposes-nobody", "--helpline")
    staff("write", 1, "--hook", "a date")
    assert kept.push(1).checked == (Check.EXPOSES_NOBODY, Check.HELPLINE)
    staff("write", 1, "--draft", "-", given="Other words")
    assert kept.push(1).checked == ()
    staff("write", 1, "--draft", "-", "--exposes-nobody", given="Call +49 30 123")
    assert kept.push(1).checked == (Check.EXPOSES_NOBODY, Check.HELPLINE)


def test_a_draft_cannot_steer_the_terminal_that_shows_it(staff):
    """Escape sequences and marks that turn text around are not printed; lines stay lines."""
    draft = "Come\x1b[2J at six.\nBring \u202epmal a."
    staff("add", "--topic", "lanterns", "--owner", "A", "--at", clock(SOON), "--draft", "-", given=draft)
    assert staff("show", 1).stdout.endswith("Draft:\nCome [2J at six.\nBring pmal a.\n")


@pytest.mark.parametrize("command", ["show", "effect", "accept"])
@pytest.mark.usefixtures("kept")
def test_a_number_beyond_all_pushes_is_a_usage_error(staff, command):
    """No store is asked for a number that it could not hold."""
    more = ["--owner", "A"] if command == "accept" else []
    assert "is not in the range" in staff(command, "9" * 20, *more, code=2).stderr
    assert "there is no push" in staff(command, 2**31 - 1, *more, code=2).stderr


@pytest.mark.parametrize("more", [["--at", "9999-12-31 23:30"], ["--hours", "nan"]])
def test_an_end_that_no_clock_shows_is_refused(staff, more):
    """A window that would end after the last year there is, or never, is told as such."""
    given = ["--topic", "lanterns", "--owner", "A", "--at", clock(SOON)]
    assert "no clock shows the end" in staff("add", *given, *more, code=2).stderr


def test_a_draft_that_is_no_text_is_refused(staff, tmp_path):
    """A picture or an office file is told as such, not as a bug."""
    (tmp_path / "draft.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    given = ["--topic", "lanterns", "--owner", "A", "--at", clock(SOON), "--draft", "draft.doc"]
    assert "not a text file in UTF-8" in staff("add", *given, code=2).stderr


def test_the_list_leaves_out_what_is_long_over(staff, kept):
    """A push done a season ago is listed only when asked for."""
    old = Push(("lanterns",), NOW - 200 * DAY, NOW - 200 * DAY + HOUR, PushState.DONE, went_out_at=NOW - 200 * DAY)
    with kept.recording(now=NOW) as recording:
        recording.add_push(old)
    assert "1  done" not in staff("list").stdout
    assert "1  done" in staff("list", "--all").stdout


def test_the_effect_is_told_in_words_and_in_json(staff, kept, tmp_path):
    """From real numbers to a sentence: what a push of an archive's days brought, or why that cannot be told."""
    runner = CliRunner()
    assert runner.invoke(import_, [str(wave(tmp_path / "posts.csv"))]).exit_code == 0
    out = datetime(2017, 4, 15, tzinfo=UTC)
    with kept.recording(now=NOW) as recording:
        recording.add_push(Push(("lanterns",), out, out + HOUR, PushState.DONE, went_out_at=out))
    rows = json.loads(staff("effect", 1, "--json").stdout)
    assert [row["topic"] for row in rows] == ["lanterns"]
    assert rows[0]["at"] == "2017-04-15T00:00:00Z"
    assert {extra["hours"] for extra in rows[0]["extras"]} >= {3, 24}
    assert "Lights: the push brought more attention" in (said := staff("effect", 1).stdout)
    assert "posts over 24 hours" in said


def test_the_campaigns_language_is_spoken(staff, tmp_path):
    """The first of the campaign's languages that we write is the one of the lines."""
    russian = CONFIG.replace("[en]", "[de, ru, en]")
    (tmp_path / "config.yaml").write_text(russian, encoding="utf-8")
    assert "Акция 1, запланирована: Lights" in add(staff).stdout


def test_no_term_is_in_what_the_commands_say(staff, kept):
    """Lists, lines and JSON name topics by their aliases and keys, never by what is searched for."""
    propose(kept)
    add(staff, **{"--topic": "harbour"})
    for arguments in (["list", "--all"], ["list", "--json"], ["show", 1], ["show", 2]):
        said = staff(*arguments).stdout
        assert not [term for term in ("LumenLanterns", "SecretHarbour") if term in said]


@pytest.mark.parametrize("name", sorted(push.commands))
def test_every_command_shows_an_example(staff, name):
    """The help of each command has an example that begins with the command itself."""
    assert f"Example: monitor push {name}" in staff(name, "--help").stdout
