"""The days of the week as newspapers of other languages write them, Monday first."""

_NAMES = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": (
        "segunda-feira|segunda terça-feira|terça quarta-feira|quarta quinta-feira|quinta "
        "sexta-feira|sexta sábado domingo"
    ),
}
WEEKDAYS = {
    language: {name: number for number, day in enumerate(days.split()) for name in day.split("|")}
    for language, days in _NAMES.items()
}
"""The number of a day, Monday being 0, by its name in small letters, for each language."""
