"""Letters that look alike in different scripts, and how letters of one script are written in another."""

from __future__ import annotations

_CYRILLIC_TO_LATIN = {
    **dict(zip("АВЕКМНОРСТУХІЈЅԀԚԜѴҺЬЗӀҮЈԌ", "ABEKMHOPCTYXIJSDQWVHBZIYJG", strict=True)),
    **dict(zip("авекмнорстухіјѕԁԛԝѵһьгпиӏүзԍԃ", "abekmhopctyxijsdqwvhbrnulyzgd", strict=True)),
}
_LATIN_TO_CYRILLIC = {
    **dict(zip("ABEKMHOPCTYXIJSZVWQD", "АВЕКМНОРСТУХІЈЅЗѴԜԚԀ", strict=True)),
    **dict(zip("aekmhopctyxijsvwqdburn", "аекмһорстухіјѕѵԝԛԁьигп", strict=True)),
}
_GREEK_TO_LATIN = {
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϽ", "ABEZHIKMNOPTYXCC", strict=True)),
    **dict(zip("αβγεηικνορτυχωςμϲ", "abyenikvoptuxwcuc", strict=True)),
}
_OTHER_TO_LATIN = dict(
    zip(
        "ɑɡıɩᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜱꜰօոսհցյƅᎪᎬᎳᎷᎻᏒᏟᎢᏞᏴᏀᎠᎥᎩᏃᏔǀꓐꓑꓔꓖꓗꓘꓙꓚꓝꓠꓡꓢꓣꓦꓪꓫꓬꓮꓰꓲꓳꓴ",
        "agiiabcdeghijklmnoprtuvwyzsfonuhgjbAEWMHRCTLBGDiYZWlBPTGKKJCFNLSRVWXYAEIOU",
        strict=True,
    )
)

TO_LATIN = str.maketrans({**_CYRILLIC_TO_LATIN, **_GREEK_TO_LATIN, **_OTHER_TO_LATIN})
"""What looks like a Latin letter, as that letter."""

TO_CYRILLIC = str.maketrans(
    {**_LATIN_TO_CYRILLIC}
    | {
        one: _LATIN_TO_CYRILLIC[latin]
        for one, latin in {**_GREEK_TO_LATIN, **_OTHER_TO_LATIN}.items()
        if latin in _LATIN_TO_CYRILLIC
    }
)
"""What looks like a Cyrillic letter, as that letter."""

SEEMS_CYRILLIC = frozenset(_LATIN_TO_CYRILLIC) - frozenset("drubnwvqDQWVZS")
"""Latin letters that nobody tells from Cyrillic ones."""

SEEMS_LATIN = (frozenset(_CYRILLIC_TO_LATIN) | frozenset(_GREEK_TO_LATIN)) - frozenset("гпизЗ")
"""Letters of other scripts that nobody tells from Latin ones."""

_CYRILLIC = {
    **dict(zip("абвгґдезийіклмнопрстуўфыэє", "abvggdeziiiklmnoprstuufiee", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ю": "iu",
    "я": "ia",
    "ъ": "",
    "ь": "",
    "ӏ": "",
    "ә": "a",
    "ө": "o",
    "ү": "u",
    "ұ": "u",
    "қ": "k",
    "ғ": "g",
    "ң": "n",
    "һ": "h",
    "җ": "zh",
    "ҳ": "h",
    "ҷ": "ch",
    "ј": "i",
    "љ": "l",
    "њ": "n",
    "ћ": "c",
    "ђ": "d",
    "џ": "zh",
    "ѕ": "s",
    "ԁ": "d",
    "ԛ": "k",
    "ԝ": "v",
    "ѵ": "v",
}
_GREEK = dict(zip("αβγδεζηικλμνοπρσςτυφχω", "avgdeziiklmnoprsstifho", strict=True)) | {"θ": "th", "ξ": "x", "ψ": "ps"}
_GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყხჯჰ", "abgdevztiklmnopzrstupkgkhjh", strict=True)) | {
    "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch",
}  # fmt: skip
_ARMENIAN = dict(zip("աբգդեզէըթիլխծկհձղճմյնոպջռսվտրցւփքօֆ", "abgdezeetilhckhdgcmynopjrsvtrcvpkof", strict=True)) | {
    "ժ": "zh", "շ": "sh", "չ": "ch", "և": "ev",
}  # fmt: skip
_LATIN = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ß": "ss",
    "ə": "a",
    "ħ": "h",
}
_ARABIC = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ی",
    "ي": "ی",
    "ئ": "ی",
    "ك": "ک",
    "ة": "ه",
    "ۀ": "ه",
    "ؤ": "و",
    "ـ": "",
}

IN_LATIN = str.maketrans(
    {**_CYRILLIC, **_GREEK, **_GEORGIAN, **_ARMENIAN, **_LATIN, **_ARABIC, **dict.fromkeys("'’ʼʻ`´ʹ", "")}
)
"""Small letters of Cyrillic, Greek, Georgian and Armenian in Latin ones; Arabic ones in one form each."""
