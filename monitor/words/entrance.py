"""The words at the door: signing in, and why somebody is not let in."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

TEXTS: Mapping[str, Text] = {
    "entrance.title": Text(en="Sign in to look", ru="Чтобы смотреть, войдите"),
    "entrance.no_entry": Text(en="Nothing can be shown here", ru="Здесь ничего нельзя показать"),
    "entrance.sign_in": Text(
        en="This dashboard is for the campaign's team. You sign in with the account of your work; "
        "after eight hours you are asked again.",
        ru="Эта панель — для команды кампании. Войдите со своим рабочим аккаунтом; "
        "через восемь часов вход попросят снова.",
    ),
    "entrance.over": Text(
        en="You were signed out: eight hours have passed. Nothing is lost; sign in again.",
        ru="Сеанс окончен: прошло восемь часов. Ничего не пропало, просто войдите снова.",
    ),
    "entrance.stranger": Text(
        en="You are signed in, but nobody has put your e-mail address on this dashboard's list. "
        "Ask whoever runs it, or sign in with another account.",
        ru="Вход выполнен, но вашего адреса почты нет в списке этой панели. "
        "Попросите того, кто её ведёт, или войдите с другим аккаунтом.",
    ),
    "entrance.unverified": Text(
        en="Your provider says that your e-mail address is not confirmed. Confirm it there, then sign in again.",
        ru="Ваш адрес почты не подтверждён там, где вы входите. Подтвердите его и войдите снова.",
    ),
    "entrance.here_only": Text(
        en="This dashboard is shown on the machine it runs on only, as nobody has to sign in: others could read it. "
        "Open it there, or set up signing in: {where} says how.",
        ru="Эта панель открывается только на том компьютере, где она запущена, ведь входить никому не нужно: "
        "иначе её прочли бы другие. Откройте её там или настройте вход: как — сказано в {where}.",
    ),
    "entrance.no_provider": Text(
        en="Signing in is not set up to the end: the secrets lack a provider, or a part of one. {where} says how.",
        ru="Вход настроен не до конца: в секретах нет поставщика входа или его части. Как — сказано в {where}.",
    ),
    "entrance.no_team": Text(
        en="Signing in is set up, but nobody is on the list. Whoever runs this dashboard names people under "
        "{section} in config.yaml: {where} says how.",
        ru="Вход настроен, но в списке никого нет. Тот, кто ведёт панель, вписывает людей "
        "в раздел {section} файла config.yaml: как — сказано в {where}.",
    ),
    "entrance.readable": Text(
        en="Other users of the machine can read the secrets that signing in rests on. "
        "Let only their owner read them (mode 0600): {where} says how.",
        ru="Секреты, на которых держится вход, могут прочесть другие пользователи компьютера. "
        "Оставьте право чтения только владельцу (0600): как — сказано в {where}.",
    ),
    "entrance.weak": Text(
        en="The secret that sessions are signed with is too short: somebody could guess it. "
        "Take a random one of 32 letters or more: {where} says how.",
        ru="Секрет, которым подписаны сеансы, слишком короток: его можно подобрать. "
        "Возьмите случайный, не короче 32 знаков: как — сказано в {where}.",
    ),
    "entrance.no_tls": Text(
        en="The way back from signing in is not encrypted: whoever stands between could take over the session. "
        "It has to begin with https: {where} says how.",
        ru="Обратный путь после входа не зашифрован: сеанс может перехватить любой, кто стоит между. "
        "Нужен защищённый адрес: как — сказано в {where}.",
    ),
    "entrance.forgeable": Text(
        en="A setting lets a request's own headers say who somebody is, and those can be made up. "
        "Take it away: {setting}",
        ru="Из-за одной настройки заголовки запроса сами говорят, кто вошёл, а их можно подделать. "
        "Уберите её: {setting}",
    ),
    "entrance.overruled": Text(
        en="This dashboard was started with settings that protect less than its own: a variable of the environment "
        "or an option takes their place. Start it without them: {run}",
        ru="Эта панель запущена с настройками, которые защищают хуже её собственных: их подменяет переменная "
        "окружения или параметр запуска. Запустите её без них: {run}",
    ),
    "entrance.closed": Text(
        en="Something is wrong with this dashboard's set-up. Whoever runs it can see what: {command}",
        ru="В настройке этой панели что-то не так. Тот, кто её ведёт, узнает, что именно: {command}",
    ),
    "entrance.button": Text(en="Sign in", ru="Войти"),
    "entrance.with": Text(en="Sign in with {name}", ru="Войти через {name}"),
    "entrance.sign_out": Text(en="Sign out", ru="Выйти"),
    "entrance.who": Text(en="You", ru="Вы"),
    "entrance.signed_in": Text(en="You are signed in as {name}: {role}.", ru="Вы вошли как {name}: {role}."),
    "entrance.editor": Text(en="you may look and change things", ru="можно смотреть и менять"),
    "entrance.viewer": Text(en="you may look, not change anything", ru="можно смотреть, но не менять"),
}
