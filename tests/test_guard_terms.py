"""Terms that are nearly a person's or a gathering's: each kind passes or is stopped for what it says."""

import pytest

from monitor.guard import risk_of
from monitor.model import Term, TermKind

PASS = {
    "the symbol of a document": [
        ("phrase", "A/HRC/RES/48/13"),
        ("phrase", "A/RES/75/1"),
        ("phrase", "S/2022/668"),
        ("phrase", "S/RES/2334 (2016)"),
        ("phrase", "CCPR/C/RUS/CO/8"),
        ("phrase", "E/CN.4/2005/10/Add.1"),
        ("phrase", "A/HRC/WGAD/2021/40"),
        ("phrase", "ST/SGB/2017/2"),
        ("phrase", "доклад ООН A/HRC/46/8"),
    ],
    "the number of a law or a case": [("phrase", "Regulation 2016/679"), ("phrase", "case 42139/98")],
    "a small number beside a word": [
        ("tag", "Харьков5"),
        ("tag", "чернигов5"),
        ("tag", "Форум20"),
        ("phrase", "в 7 странах"),
        ("phrase", "о 5 узниках"),
        ("phrase", "las 13 rosas"),
        ("phrase", "alle 5 Geiseln"),
    ],
    "in a city": [
        ("phrase", "пытки в Москве"),
        ("phrase", "в Харькове 5"),
        ("phrase", "в Ростове"),
        ("phrase", "в Европе"),
    ],
    "a thing with the name of a place or of somebody dead": [
        ("phrase", "Соловецкий камень"),
        ("phrase", "Бутовский полигон"),
        ("phrase", "Magnitsky Act"),
        ("tag", "MagnitskyAct"),
        ("phrase", "закон Магнитского"),
        ("phrase", "Sakharov Prize"),
        ("phrase", "Edward Colston statue"),
        ("phrase", "Boycott Nestlé"),
    ],
}

STOPPED = {
    "a name beside a symbol, or written like one": [
        ("phrase", "A/RES/75/1 Ivan Sokolov", "name"),
        ("phrase", "Sanubar Eltazarova A/HRC/WGAD/2021/40", "name"),
        ("phrase", "A/IVAN/SOKOLOV/5", "name"),
        ("phrase", "A/HRC/IVA/NSO/KOL/5", "name"),
        ("phrase", "Alexanderplatz A/RES/75/1 18:00", "gathering"),
    ],
    "an account with the name of a body": [
        ("link", "instagram.com/CAT/5", "profile"),
        ("link", "x.com/CEDAW/12", "profile"),
    ],
    "a phone number with a stroke": [("phrase", "0170/1234567", "phone"), ("phrase", "01573/99", "phone")],
    "an hour beside a place": [
        ("phrase", "Alexanderplatz um 18", "gathering"),
        ("phrase", "Озеряна в 7", "gathering"),
        ("phrase", "в 19 озеряна", "gathering"),
        ("phrase", "a las 18 Tetuán", "gathering"),
        ("phrase", "Bobbio alle 18", "gathering"),
        ("tag", "озерянав18", "gathering"),
        ("tag", "Ростовв18", "gathering"),
    ],
    "a surname after an initial": [
        ("phrase", "В. Ростова", "name"),
        ("phrase", "В. Соколове", "name"),
        ("phrase", "B. Орехов", "name"),
        ("phrase", "И.   Петров", "name"),
    ],
    "a person with the surname of a firm, of a work or of somebody known": [
        ("phrase", "Lena Bosch", "name"),
        ("phrase", "Anna Schindler", "name"),
        ("tag", "FreeAnnaSchindler", "name"),
        ("phrase", "Maria Castro", "name"),
        ("phrase", "Anna Orban", "name"),
        ("phrase", "Иван Лукашенко", "name"),
        ("phrase", "Анна Сахарова", "name"),
        ("phrase", "Anna Magnitsky", "name"),
        ("phrase", "Соловецкий Иван", "name"),
    ],
    "many people's name, though a firm has it too": [
        ("phrase", "Paul Smith", "name"),
        ("phrase", "Thomas Cook", "name"),
        ("phrase", "Juan Fernandez", "name"),
    ],
}


def _each(groups):
    return [pytest.param(*one, id=f"{said}: {one[1]}") for said, several in groups.items() for one in several]


@pytest.mark.parametrize(("kind", "text"), _each(PASS))
def test_what_only_looks_dangerous_passes(kind, text):
    """Nobody has to answer for it."""
    assert risk_of(Term(TermKind(kind), text)) is None


@pytest.mark.parametrize(("kind", "text", "risk"), _each(STOPPED))
def test_what_looks_harmless_is_stopped_all_the_same(kind, text, risk):
    """Nothing that lets the ones above pass is a way around."""
    found = risk_of(Term(TermKind(kind), text))
    assert found is not None
    assert found.kind == risk


def test_what_was_seen_is_told_as_it_was_written_beside_a_symbol():
    """The symbol is not judged, but it is still there in the words that are quoted."""
    found = risk_of(Term(TermKind.PHRASE, "Alexanderplatz A/RES/75/1 18:00"))
    assert found is not None
    assert found.seen == "Alexanderplatz A/RES/75/1 18:00"
