"""Every sentence about how findings go on, what is asked, marked, and not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "lead.empty": "Nothing is written down yet. Patterns come after the evenings.",
    "empty": (
        "A first look needs 24 evenings: 6 at least with a symptom, and 6 without. "
        "A good night counts as much as a bad one."
    ),
    "lead.early": "Too early to say. So far {nights} of 24 evenings have an answer.",
    "lead.not_yet": "Nothing can be compared yet. Below is what is missing.",
    "lead.none": "Nothing stands out so far.",
    "lead.quiet": "Nothing new stands out. What you have marked stays quiet.",
    "silent": (
        "That does not rule out a link. Even a strong one often stays hidden for half "
        "a year when it is not asked."
    ),
    "complete": "Complete evenings help most, also the good ones.",
    "counts": (
        "These are plain counts over four weeks. Chance alone often makes such a "
        "difference."
    ),
    "evenings": (
        "Can be compared: {whole} of {all}. There in part: {part}. Open: {open}."
    ),
    "history.first_seen": "First seen in the week of {week}.",
    "history.clearer": "Grown clearer in the week of {week}.",
    "history.weaker": "Grown weaker in the week of {week}.",
    "history.faded": "Faded in the week of {week}. It stays on this list.",
    "history.returned": "Seen again from the week of {week}.",
    "history.turned": "Turned the other way round in the week of {week}.",
    "history.put_aside": "Not looked at any more since the week of {week}.",
    "history.unasked": (
        "Not asked any more since the week of {week}. Unasked, it must be clearer to "
        "be shown."
    ),
    "history.too_little": (
        "Too few evenings count to say more, from the week of {week}."
    ),
    "history.waiting": (
        "This week looks a little different. It is called a change once it lasts."
    ),
    "history.few_days": "There are too few full days now to say more.",
    "history.no_symptom": (
        "It still looks short, but you noted none of the symptoms tied to it."
    ),
    "history.not_looked_at": (
        "Too few full days, or none of the symptoms tied to it, to say more now."
    ),
    "change.first_seen": "Something new stands out: {symptom} and {factor}.",
    "change.hint": (
        "Worth watching: {symptom} and {factor}. Hints like this are often chance."
    ),
    "change.clearer": "{symptom} and {factor}: this has grown clearer.",
    "change.weaker": "{symptom} and {factor}: this has grown weaker.",
    "change.faded": "{symptom} and {factor}: this has faded.",
    "change.returned": "{symptom} and {factor}: this is seen again.",
    "change.turned": "{symptom} and {factor}: this has turned round.",
    "change.too_little": "{symptom} and {factor}: too few evenings count to say more.",
    "change.put_aside": "{symptom} and {factor} are not looked at any more.",
    "change.unasked": (
        "{symptom} and {factor}: not asked any more, so it must be clearer to be shown."
    ),
    "change.short.first_seen": "New in your week: {factor} may be short.",
    "change.short.clearer": "{factor} running short: this has grown clearer.",
    "change.short.weaker": "{factor} running short: this has grown weaker.",
    "change.short.faded": "{factor} running short: this has faded.",
    "change.short.returned": "{factor} may be short again.",
    "change.excess.first_seen": "New in your week: {factor} may be too high.",
    "change.excess.clearer": "{factor} running high: this has grown clearer.",
    "change.excess.weaker": "{factor} running high: this has grown weaker.",
    "change.excess.faded": "{factor} running high: this has faded.",
    "change.excess.returned": "{factor} may be too high again.",
    "not_tested.status": (
        "{factor}: the body stores it for months, so single days are not compared."
    ),
    "not_tested.statuses": (
        "{factors}: the body stores them for months, so single days are not compared."
    ),
    "not_tested.long_term": (
        "{symptom} and {factor}: this takes long to show, so days are not compared."
    ),
    "not_tested.unlisted": "Other pairs are not looked at. You can ask for one.",
    "questions.few": (
        "Ask at most three things. The fewer you ask, the sooner one can be seen."
    ),
    "questions.why": (
        "If a diary is asked a hundred things, some look true by chance. Half of all "
        "care goes to what you ask first, before you know the answer."
    ),
    "questions.from_now": "Only evenings from the day you ask count for a question.",
    "questions.anew": (
        "You asked this before. Asked again, it starts anew: earlier evenings no "
        "longer count for it."
    ),
    "questions.drop": (
        "Dropped, it is set aside. What is not asked must be much clearer to be shown. "
        "Asked again later, it starts anew from that evening."
    ),
    "questions.change": (
        "Changed, the new question starts from tonight. The old one is set aside."
    ),
    "questions.pair.low": "Do {symptom} follow days with little {factor}?",
    "questions.pair.high": "Do {symptom} follow days with much {factor}?",
    "questions.pair.either": "Do {symptom} go with {factor}?",
    "questions.since": "Asked on {day}. It counts the evenings since then.",
    "questions.asked": "Asked. It counts from tonight on.",
    "questions.dropped": "Dropped. It is not watched any more.",
    "questions.aside": "{question} Watched from {first} to {last}.",
    "questions.waiting": "Nothing to compare yet. It begins with tonight.",
    "evidence.agree": "Studies in other people point the same way.",
    "evidence.disagree": (
        "Studies in other people found little or nothing. Both can be true."
    ),
    "evidence.test": "A doctor can test.",
    "evidence.mixed": "Studies in other people do not agree.",
    "evidence.unknown": "We know of no good studies in other people.",
    "evidence.other_way": "Studies in other people ask about the other way round.",
    "do.foods": "Food comes first: {foods}.",
    "do.test": "If you and your doctor decide to test: {test}.",
    "do.tablets": "Before you change tablets, talk to a doctor or pharmacist.",
    "do.clearer": "What would make it clearer: complete evenings, also the good ones.",
    "do.ask": (
        "You can also ask it as a question. Then it is looked at afresh, from that "
        "evening on."
    ),
    "mark.discussed": "You talked about this with a doctor.",
    "mark.tested": "You had this tested.",
    "mark.not_relevant": "You marked this as not relevant to you.",
    "mark.quiet": "It stays quiet until it grows clearer, weaker or turns round.",
}
