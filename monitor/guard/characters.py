"""Names written in the characters of China, Japan and Korea, which no space parts."""

from __future__ import annotations

import re

from .data import scripts

_HAN_RUN = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff]+")
_HANGUL_RUN = re.compile(r"[\uac00-\ud7a3]+")
_CAUSES = "|".join(sorted(scripts.HAN_CAUSES, key=len, reverse=True))
_BEFORE, _AFTER = re.compile(f"^(?:{_CAUSES})+"), re.compile(f"(?:{_CAUSES})+$")
_HIRAGANA = re.compile("[\u3040-\u309f]{0,3}(?![\u3040-\u30ff])|")
_APART = re.compile("^([\uac00-\ud7a3])\\s([\uac00-\ud7a3]{2})$")
_HAN_WORDS = frozenset(scripts.HAN_WORDS)
_PAIR = re.compile(
    r"([\u3005\u4e00-\u9fff]{1,3})[\s・]+([\u3005\u4e00-\u9fff\u3040-\u309f]{1,3})(?![\u3040-\u30ff\u4e00-\u9fff])"
)
_JAPANESE_GIVEN = re.compile(
    "(?:[子美恵香奈代江花菜央加樹太郎介輔助斗平一二三男雄夫之彦哉司翔咲葵莉穂乃絵里希結衣真由紀智健翼蓮誠優輝亮拓海陸]|[ぁ-ん])$"
)
_TWO_FAMILY = ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "司徒", "慕容")
_JAPANESE = tuple(sorted(scripts.JAPANESE_FAMILY, key=len, reverse=True))
_JAPANESE_NOT = re.compile("[県市区町村駅島川山党法大会社学院国権軍空港原発電所]$")
_TWO_HANGUL = ("남궁", "황보", "제갈", "사공", "선우", "독고")
_OWN_HANGUL = frozenset(
    "슬기 하늘 보람 아름 가람 한결 나래 소라 초롱 바다 나무 마루 누리 으뜸 다솜 은별 새롬 한솔 슬아".split()  # noqa: SIM905
)
_PARTICLE = re.compile("(?:에게|씨|님|을|를|의|은|는|이|가|와|과|도)$")
_KOREAN_CAUSES = re.compile("^(?:정의를위한|석방하라|석방|자유를|추모)|(?:석방|추모|사건|을석방하라|구하기)$")


def name(text: str) -> tuple[int, int] | None:
    """Where a name in such characters stands, or None."""
    for run in _HAN_RUN.finditer(text):
        front = _BEFORE.match(run[0])
        start = front.end() if front else 0
        back = _AFTER.search(run[0][start:])
        bare = run[0][start : start + back.start()] if back else run[0][start:]
        if _is_chinese(bare) or _is_japanese(bare + _kana_after(text, run.end())):
            return run.start() + start, run.start() + start + len(bare)
    for pair in _PAIR.finditer(text):
        if _JAPANESE_GIVEN.search(pair[2]) and not {pair[1], pair[2]} & _HAN_WORDS:
            return pair.span()
    for run in _HANGUL_RUN.finditer(_APART.sub(r"\1\2", text)):
        bare = _KOREAN_CAUSES.sub("", run[0])
        if any(_is_korean(one) for one in (bare, _PARTICLE.sub("", bare))):
            return run.span()
    return None


def _kana_after(text: str, place: int) -> str:
    """Up to three letters of hiragana that end a word there, as a given name may."""
    found = _HIRAGANA.match(text, place)
    return found[0] if found else ""


def _is_chinese(text: str) -> bool:
    if text in _HAN_WORDS or not 2 <= len(text) <= 4:
        return False
    if text.startswith(_TWO_FAMILY) and len(text) > 2:
        return True
    if text[0] not in scripts.HAN_FAMILY or len(text) == 4 or text[:2] in _HAN_WORDS:
        return False
    if len(text) == 2:
        return text[1] in scripts.HAN_GIVEN
    return any(one in scripts.HAN_GIVEN for one in text[1:]) and not any(
        one in scripts.HAN_NOT_GIVEN for one in text[1:]
    )


def _is_japanese(text: str) -> bool:
    family = next((one for one in _JAPANESE if text.startswith(one) and len(one) > 1), "")
    rest = text[len(family) :]
    return bool(family) and 1 <= len(rest) <= 3 and not _JAPANESE_NOT.search(text)


def _is_korean(text: str) -> bool:
    if text in scripts.HANGUL_WORDS:
        return False
    if text.startswith(_TWO_HANGUL):
        return 3 <= len(text) <= 4
    if len(text) != 3 or text[0] not in scripts.HANGUL_FAMILY:
        return False
    return text[1:] in _OWN_HANGUL or all(one in scripts.HANGUL_GIVEN for one in text[1:])
