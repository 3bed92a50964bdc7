"""The catalogue of texts: whole in both languages, in the forms their numbers need, and each of them in use."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from monitor.words import FORMS, LANGUAGES, TEXTS, Form, Text, form_of, plural, reason_in, say
from tests.russian import latin

ROOT = Path(__file__).parent.parent
REASONS = [(key, text.en) for key, text in TEXTS.items() if key.startswith("reason.") and "{" not in text.en]
KEY = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")


def templates(text: Text, language: str) -> dict[Form, str]:
    """The templates of a text in a language; one without plural forms stands for all."""
    found = getattr(text, language)
    return dict.fromkeys(FORMS[language], found) if isinstance(found, str) else dict(found)


def places(template: str) -> set[str]:
    """The names of the places in a template."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


EACH = pytest.mark.parametrize("text", [pytest.param(text, id=key) for key, text in sorted(TEXTS.items())])


class Asked(ast.NodeVisitor):
    """The keys that a file asks for; one with a `say` of its own may put a fixed beginning before them."""

    def __init__(self, path: Path) -> None:
        self.strings: set[str] = set()
        self.asked: set[str] = set()
        self.built: list[str] = []
        self.beginning = ""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == "say":
                self.beginning = next(filter(None, map(_beginning, ast.walk(node))), "")
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """What `say` itself builds is no key."""
        if node.name != "say":
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A string may be a key, as it stands or with the file's beginning."""
        if isinstance(node.value, str):
            self.strings |= {node.value, f"{self.beginning}{node.value}"}

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """A key may be built from a fixed beginning, such as f"push.state.{state}"."""
        if _beginning(node):
            parts = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in node.values]
            self.built += ["".join(parts), re.escape(self.beginning) + "".join(parts)]
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """What `say` and `counted` are asked for by name."""
        own = isinstance(node.func, ast.Attribute)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in {"say", "counted"} and node.args:
            first = node.args[0]
            either = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            texts = [str(one.value) for one in either if isinstance(one, ast.Constant)]
            self.asked |= {f"{self.beginning if own else ''}{text}" for text in texts}
        self.generic_visit(node)


def _beginning(node: ast.AST) -> str:
    """The fixed beginning of a string that is built, where a key may have it."""
    first = node.values[0] if isinstance(node, ast.JoinedStr) else None
    text = str(first.value) if isinstance(first, ast.Constant) else ""
    return text if re.match(r"[a-z_]+\.", text) else ""


@pytest.fixture(scope="module")
def files() -> dict[Path, Asked]:
    """What every file of the package outside the catalogue asks for."""
    package = ROOT / "monitor"
    inside = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] != "words"]
    return {path: Asked(path) for path in [*inside, ROOT / "dashboard.py"]}


@EACH
def test_a_text_is_whole_in_every_language(text):
    """No language lacks words, and all of them have the same places."""
    told = [template for language in LANGUAGES for template in templates(text, language).values()]
    assert all(template.strip(" \u00a0") or template in {" ", "\u00a0"} for template in told)
    assert len({frozenset(places(template)) for template in told}) == 1


@EACH
def test_a_text_with_plural_forms_has_exactly_those_of_its_language(text):
    """English has two forms, Russian four; a missing one would stop a message on some day of the month."""
    for language in LANGUAGES:
        assert templates(text, language).keys() == FORMS[language]


@EACH
def test_a_text_fills_in(text):
    """With any number and its places filled, nothing of a template is left to be read."""
    for language in LANGUAGES:
        values = dict.fromkeys(places(next(iter(templates(text, language).values()))), "§")
        for count in (0, 1, 2, 5, 21, 1.5):
            told = text.filled(language, count, values)
            assert "{" not in told
            assert "}" not in told
            assert ("§" in told) is bool(values)


@EACH
def test_a_russian_text_holds_no_english(text):
    """Russian texts are Russian: names and commands stay, no other Latin letter does, not even one that looks alike."""
    assert not [word for template in templates(text, "ru").values() for word in latin(template)]


@EACH
def test_an_english_text_holds_no_russian(text):
    """Nothing was filled into the wrong column."""
    assert not [one for one in templates(text, "en").values() if re.search("[Ѐ-ӿ]", one)]


def test_every_text_is_used(files):
    """A text that no code asks for is dead; reasons, which are found by their English phrase, are tested apart."""
    strings = {one for asked in files.values() for one in asked.strings}
    built = [re.compile(one) for asked in files.values() for one in asked.built]
    unnamed = [key for key in TEXTS if not key.startswith("reason.") and key not in strings]
    assert not [key for key in unnamed if not any(one.fullmatch(key) for one in built)]


@pytest.mark.parametrize(("key", "phrase"), REASONS)
def test_every_reason_is_one_that_the_code_gives(key, phrase, files):
    """A phrase that changed in the core would no longer be translated: it has to be the same here."""
    assert any(phrase in asked.strings for asked in files.values())


def test_every_key_that_is_asked_for_exists(files):
    """A key that is wrong would stop a message while it is written."""
    folders = (ROOT / "monitor" / "alerts", ROOT / "monitor" / "pushes")
    asked = {key for path, one in files.items() if path.parent in folders for key in one.asked}
    assert len(asked) > 150
    assert asked <= TEXTS.keys()


def test_every_key_in_a_table_exists(files):
    """What looks like a key among the alerts is one."""
    areas = {key.split(".")[0] for key in TEXTS if "." in key}
    found = {text for path, one in files.items() if path.parent.name == "alerts" for text in one.strings}
    keys = {one for one in found if KEY.fullmatch(one) and one.split(".")[0] in areas}
    assert len(keys) > 150
    assert keys <= TEXTS.keys()


def test_no_two_areas_have_the_same_key():
    """Texts are declared once: no file of the catalogue overwrites a text of another."""
    named = [
        str(key.value)
        for path in (ROOT / "monitor" / "words").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Call) and getattr(value.func, "id", "") == "Text"
    ]
    assert sorted(named) == sorted(TEXTS)


def test_the_russian_form_is_that_of_cldr():
    """From 0 to 1,000 by the last digits alone: 1 but not 11, 2 to 4 but not 12 to 14, and the rest."""
    for number in range(1001):
        one = re.search(r"(^|[^1])1$", str(number))
        few = re.search(r"(^|[^1])[234]$", str(number))
        assert form_of(number, "ru") is (Form.ONE if one else Form.FEW if few else Form.MANY), number
        assert form_of(number + 0.5, "ru") is Form.OTHER


def test_the_english_form_is_one_or_other():
    """One thing is singular; none, many and parts are not."""
    assert [form_of(number, "en") for number in (0, 1, 2, 1.5)] == [Form.OTHER, Form.ONE, Form.OTHER, Form.OTHER]


def test_a_text_with_forms_wants_a_number():
    """Without a number no form is guessed."""
    text = Text(en=plural(one="a day", other="days"), ru="дни")
    assert text.filled("ru", None, {}) == "дни"
    with pytest.raises(ValueError, match="needs a count"):
        text.filled("en", None, {})


def test_a_language_that_is_not_known_is_told_in_english():
    """A page in a language we do not have is still a page."""
    assert say("state.fading", "xx") == say("state.fading") == "fading"


def test_braces_in_a_value_are_letters():
    """An alias with braces is shown as it is, not filled in."""
    assert say("told.by_day", "ru", alias="{0} {count}").startswith("{0} {count}: ")


@pytest.mark.parametrize("key", [key for key in TEXTS if key.startswith("headline.")])
def test_a_russian_headline_is_not_much_longer(key):
    """A headline that fits in English fits in Russian."""
    assert len(TEXTS[key].ru) <= 1.6 * len(TEXTS[key].en)


def test_a_reason_of_our_own_is_translated_and_any_other_is_quoted():
    """What a platform answered stays as it was said, in quotes; English reasons stay as they are."""
    assert reason_in("nobody looked", "ru") == "данные никто не собирал"
    assert reason_in("warm-up: 16 of 21 days known", "ru") == "накоплено дней: 16 из 21"
    assert reason_in("example.org is closed", "ru") == "«example.org is closed»"
    assert reason_in("example.org is closed") == "example.org is closed"
    assert reason_in("", "ru") == ""
