from datetime import date

from icalendar import Calendar

from journal.render.icsfile import SymptomDay, calendar_file

DAYS = [
    SymptomDay(date(2026, 11, 22), ("Night cramps, 7 of 10",)),
    SymptomDay(date(2026, 11, 24), ("Ziehen; x, 3 of 10", "Tingling\n🦵, 2 of 10")),
]


def events(content):
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_each_symptom_day_is_a_whole_day_without_an_alarm():
    first, second = events(calendar_file(DAYS, names_symptoms=False))

    assert first["DTSTART"].dt == date(2026, 11, 22)
    assert first["DTEND"].dt == date(2026, 11, 23)
    assert first["TRANSP"] == "TRANSPARENT"
    assert first["UID"] != second["UID"]
    assert not first.walk("VALARM")


def test_no_health_word_is_in_it_unless_asked():
    plain = calendar_file(DAYS, names_symptoms=False).decode()

    assert "cramp" not in plain.lower()
    assert "symptom" not in plain.lower()
    assert plain.count("SUMMARY:Journal") == 2


def test_names_come_back_as_they_were():
    _, second = events(calendar_file(DAYS, names_symptoms=True))

    assert str(second["SUMMARY"]) == ("Ziehen; x, 3 of 10; Tingling\n🦵, 2 of 10")


def test_the_same_days_give_the_same_bytes():
    made = calendar_file(DAYS, names_symptoms=True)

    assert made == calendar_file(DAYS, names_symptoms=True)
    assert events(calendar_file([], names_symptoms=True)) == []
