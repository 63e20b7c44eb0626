"""When, where and how it was eaten, told beside food in few words: nothing eaten.

"Soup, bit too salty, in front of the telly" is soup. Phrases whose words also name
foods ("on my lap", "a rest day") are told here; `journal.domain.mealtext_remarked`
leaves out remarks that are made of words of no food.
"""

from __future__ import annotations

import re

from journal.domain.mealtext_places import blank

_ENDS = r"(?=\s*(?:$|[,.;:!?\n()]|-\s|(?:and|but|so|then|with|plus|had|ate)\b))"
_STARTS = r"(?:(?<=^)|(?<=[,.;:!?\n(])|(?<=[,.;:!?\n]\ ))"
_TASTE = (
    r"(?:dry|salty|sweet|spicy|hot|greasy|rich|bland|burnt|burned|stale|soggy|chewy"
    r"|tough|oily|stodgy|heavy|overdone|overcooked|undercooked|hard|soft|sour|bitter"
    r"|sharp|tasty|nice|filling|yummy|disappointing|underwhelming|peppery|watery|strong"
    r"|weak|lumpy|gristly|fatty|runny)"
)
_BUT = (
    r"(?:\ (?:for\ me|for\ my\ (?:taste|liking)|tbh|though|really"
    r"|but\ (?:fine|ok|nice)))*"
)
_QUALITY = re.compile(
    r"(?<![\d/]\ )(?:\ba\ |\bwee\ )?\b(?:bit|little\ bit|tad|touch|little)(?:\ too"
    rf"|\ on\ the)?\ {_TASTE}(?:\ side)?{_BUT}{_ENDS}"
    rf"|\b(?:(?:way|far|much|bit)\ )?too\ (?:{_TASTE}|full|much|late|tired|small|big)"
    r"(?:\ after|\ to\ (?:eat|finish|manage)(?:\ (?:it|more|much"
    rf"|any\ more))?)?{_BUT}{_ENDS}"
    rf"|\b(?:slightly|very|quite|rather|really|so|pretty|fairly|extremely|super)\ "
    rf"(?:burnt|burned|filling|dry|salty|spicy|greasy|rich|bland|tasty|nice|full|late"
    rf"|early|stodgy|chewy|heavy|sweet|good|bad){_BUT}{_ENDS}"
    r"|\b(?:it\ |they\ )?(?:tasted|smelt|smelled|looked)\ (?:a\ bit\ |really\ |so\ "
    r"|very\ )?"
    r"(?:funny|odd|off|weird|strange|nice|good|great|of\ nothing|amazing|bad"
    rf"|ok){_ENDS}"
    r"|\b(?:it\ )?didn'?t\ (?:taste|smell|look|feel)\ (?:of\ (?:much|anything)|right"
    rf"|great|good|nice){_ENDS}"
    r"|\b(?:past\ (?:its|the)\ (?:best|date|sell\ by|use\ by)|out\ of\ date)"
    rf"(?:\ but\ (?:fine|ok|okay))?{_ENDS}|\bneed(?:ed|s)?\ using\ up{_ENDS}"
    rf"|\b(?:made\ me\ feel|makes\ me\ feel)\ [a-z]+{_ENDS}"
)
# "Nothing else just water": that was had.
_BUT_THIS = re.compile(
    r"(?:,?\ (?:and\ )?)?\bnothing\ (?:else\ )?(?:today\ )?(?:just|only|but|except"
    r"|apart\ from|bar)\ (?=[a-z])"
)
_FULL = re.compile(
    rf"(?<=[,.;]\ )(?:stuffed|full|bursting|feeling\ low|was\ low)"
    rf"(?:\ (?:after|afterwards|now|today|up))*{_ENDS}"
)
_UNSURE = re.compile(
    r"\b(?:more\ or\ less|give\ or\ take|not\ (?:quite\ |really\ )?(?:sure|certain)"
    r"(?:\ how\ (?:much|many|big)|\ of\ the\ amount|\ exactly)?|no\ idea\ how\ (?:much"
    r"|many|big)|didn'?t\ (?:weigh|measure|count)(?:\ (?:it|them|that|any))?"
    rf"|(?:weighed|eyeballed|measured)\ (?:it|them)|by\ eye|pretty\ sure){_ENDS}"
    rf"|{_STARTS}(?:pretty\ sure|fairly\ sure|i'?m\ sure|not\ sure\ but)"
    r"(?:\ (?:i|we|that))?(?=\ (?:had|ate|drank|it\ was)\b)"
)
_ONES = re.compile(
    r"\bthe\ (?:(?:cheap|cheaper|cheapest|good|posh|usual|nice|fancy|own[- ]brand"
    r"|healthy"
    r"|normal|expensive|value|basic|decent|proper|frozen|fresh)\ )?ones?"
    rf"(?:\ (?:from|in|at)\ [a-z' ]{{3,25}}?|\ (?:i|we)\ (?:like|get"
    rf"|always\ get))?{_ENDS}"
)
_SHOP = re.compile(
    r"\b(?:on\ (?:special\ )?offer|reduced\ to\ clear|half\ price|bogof"
    r"|yellow[- ]sticker"
    r"(?:ed)?|(?:supermarket'?s?|shop'?s?|store'?s?|their|tesco|aldi|lidl"
    r"|asda)?\ ?own[- ]"
    rf"brand){_ENDS}"
)
_LEFT_OVER = re.compile(
    r",?\ (?:(?:that|which)\ (?:was|were)\ )?(?:left\ over|leftover|left)\ from\ "
    rf"[a-z' ]{{3,30}}?{_ENDS}"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|teatime)"
_TIMES = re.compile(
    r"\b(?:at\ )?(?:like\ |about\ |around\ )?\d{1,2}(?:[:.]\d\d)?\ ?(?:o'?clock\ )?"
    rf"in\ the\ {_PART}\b"
    rf"|\b(?:very\ )?(?:late|early|mid)\ (?:on\ )?(?:in\ the\ )?{_PART}{_ENDS}"
    rf"|\b(?:first|last)\ thing(?:\ (?:in\ the\ morning|at\ night|today))?{_ENDS}"
    r"|\b(?:very\ |quite\ |a\ bit\ )?(?:late|early|later"
    rf"|earlier)\ on(?:\ in\ the\ {_PART})?"
    rf"(?:{_ENDS}|(?=\ [a-z]))|(?<=[,.;]\ )(?:very\ |quite\ )?(?:late|early){_ENDS}"
    r"|\b(?:in\ )?the\ (?:middle|dead)\ of\ the\ (?:night|day)\b"
    rf"|\bon\ {_DAY}(?:\ {_PART})?{_ENDS}|(?<=\bthat\ i\ made\ )on\ {_DAY}\b"
    r"|\b(?:an?\ |it\ was\ an?\ |had\ an?\ )?(?:very\ |really\ |such\ a\ )?(?:long"
    r"|bad|good"
    r"|busy|rest|sick|lazy|hard|tough|quiet|hot|cold|duvet|travel|big|rough|great|nice"
    rf"|awful|terrible|fasting|off)\ day(?:\ off)?(?:\ (?:today|at\ work))?{_ENDS}"
    rf"|\bday\ off(?:\ work|\ today)?{_ENDS}"
)
_HOUR_FIRST = re.compile(
    rf"{_STARTS}(?:at|around|about)\ (?:half\ (?:past\ )?)?(?:\d{{1,2}}|one|two|three"
    r"|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve)\ (?=(?:an?|some|the|my|i|we|just"
    r"|had"
    r"|two|three|\d+\ ?(?:g|ml|oz))\b)"
    rf"|{_STARTS}at\ \d{{1,2}}\ (?=[a-z])(?!(?:am|pm|ish|o)\b)"
)
_WHERE = re.compile(
    r"\b(?:in\ a\ (?:rush|hurry)|on\ my\ (?:own|lap|knees?|tod)|by\ the\ (?:fire|pool"
    r"|sea"
    r"|river|window|telly|tv|lake|road)|for\ (?:a\ change|once)|on\ site"
    r"|at\ the\ (?:depot|yard|unit|works)"
    r"|on\ the\ [am]\d{1,3}|with\ the\ (?:boys|girls|lads)"
    r"|after\ (?:the\ )?(?:lambing|milking|calving|harvest)|in\ (?:town|bed"
    r"|the\ (?:car"
    r"|bath|dark|sun|garden|pub|cafe|living\ room|front\ room))|in\ front\ of\ the\ "
    r"(?:tv|telly|match|football|fire|computer|film|box|news)|out\ with\ (?:the|my"
    r"|some)\ "
    r"(?:girls|lads|boys|kids|grandkids|family|mates|neighbours|dog|team)"
    r"|to\ (?:cheer\ (?:me|myself|us)\ up|settle\ my\ (?:stomach|tummy|nerves)"
    r"|keep\ me\ "
    r"(?:going|awake)|warm\ me\ up|calm\ (?:me|myself|my\ nerves)|help\ me\ sleep"
    r"|line\ my\ stomach|perk\ me\ up)|(?:eaten|served|drunk)\ (?:cold|hot|warm"
    r"|standing"
    r"|late|straight\ away)|(?:heated|warmed|cooked)\ through|for\ my\ (?:birthday"
    r"|anniversary|sins)|(?:it\ was\ )?(?:boiling|freezing|cold|hot|chilly|muggy"
    r"|baking)"
    rf"\ out(?:side)?)(?:\ (?:today|tonight|again))?{_ENDS}"
)
_DOING = re.compile(
    r"\b(?:watched|watching)\ (?:the|an?|some)\ (?:match|game|football|film|movie|telly"
    r"|news|tennis|box|race|races|show|rugby|cricket|snooker|golf|fight|kids?)\b"
    r"|\b(?:and\ |i\ )?(?:slept|sleep|sleeping)\ like\ (?:a|an)\ (?:log|baby|rock"
    r"|top)\b"
    r"|\b(?:own[- ]brand|cheap|posh|good|usual)\ ones?\b"
    r"|\b(?:just\ gone|gone|about|around)\ (?:half\ )?\d{1,2}\ ?(?:ish|o'?clock"
    r"|[ap]m)\b"
    rf"|(?<=[a-z]\ )(?:just\ )?gone\ \d{{1,2}}{_ENDS}"
    r"|\bhalf\ asleep(?:\ [a-z]+){0,4}|\bfeet?\ like\ (?:ice|lead|blocks)\b"
    r"|\bhot\ water\ bottle(?:\ on\ (?:my\ )?[a-z]+)?\b|\bcharlie\ horse\b"
    r"|\bin\ the\ night\b|\bon\ (?:my\ feet|nights|days|lates|earlies)\b"
    r"(?:\ (?:all\ day|this\ week|again|today))*"
    r"|\bbit\ (?:stressed|tired|low|rough|rubbish|average|meh|much|sad|down|off|poorly"
    r"|sick|queasy|lonely|windy|bloated|crampy|achy|of\ a\ (?:change|treat|mess"
    r"|rush))\b"
    rf"|\bpower\ (?:cut|was\ out|outage){_ENDS}"
    rf"|\byellow\ sticker(?:\ [a-z]+)?{_ENDS}|\brunning\ late{_ENDS}"
    r"|(?<=[,.;]\ )while\ (?:cooking|driving|working|waiting|talking|gardening|tidying"
    rf"|cleaning|ironing|reading|knitting)(?:\ [a-z]+)?{_ENDS}"
    rf"|(?<=[,.;]\ )(?:home[- ]?made|home[- ]?cooked|shop[- ]bought|organic)"
    rf"(?:\ by\ (?:my\ )?[a-z]+)?{_ENDS}"
    rf"|{_STARTS}(?:right|well|anyway),?\ (?=(?:so|i|then|an?|the|today|tonight|dinner"
    r"|lunch|breakfast|tea|had)\b)"
    rf"|{_STARTS}after\ (?:work|school|church|swimming|gym|dinner|lunch|tea|physio"
    r"|bingo)"
    r",?\ (?=(?:an?|some|i|we|had|two|\d)\b)"
)
_WALK = (
    r"(?:walk|run|swim|drive|ride|nap|lie\ down|lie-down|jog|stroll|smoke|snooze|kip"
    r"|sleep|bath|shower|stretch|workout|session)"
)
_THEN = re.compile(
    r"\b(?:(?:and|then|and\ then)\ )?(?:went|going|gone|been|off|popped"
    r"|out)\ (?:out\ |off\ "
    rf")?for\ (?:an?|my|our)\ (?:[a-z]+\ )?{_WALK}(?:\ (?:after|later"
    r"|round\ the\ [a-z]+|with"
    rf"\ the\ [a-z]+))?{_ENDS}"
    r"|\b(?:and\ then|then|and|,)\ (?:had\ )?an?\ (?:long\ |short\ |quick\ |little\ "
    r"|hot\ )?"
    rf"{_WALK}{_ENDS}"
    r"|(?:\b(?:and\ then|then|and)\ )?\b(?:(?:straight|off|back)\ )?(?:to\ (?:bed"
    r"|sleep)|bed)"
    rf"(?:\ (?:at|by|early|about)(?:\ \d{{1,2}}(?:[:.]\d\d)?)?)?{_ENDS}"
)
_SORRY = re.compile(
    r"\b(?:i\ )?(?:wish(?:ed)?\ i\ (?:hadn'?t|had\ not|had)|should(?:n'?t)?\ (?:have"
    r"|of)"
    r"(?:\ (?:had|stopped|known))?(?:\ (?:less|more|better|it|that))?"
    r"|could(?:n'?t|\ not)\ (?:face|manage|stomach)\ (?:any\ ?more|more|much(?:\ else)?"
    r"|anything(?:\ else)?)|(?:naughty|silly|bad)(?:,)?\ i\ know"
    rf"|i\ know(?:\ i\ know)?){_ENDS}"
    rf"|\by+u+m+(?:\ y+u+m+)*{_ENDS}(?!\ soup)"
    rf"|(?:(?<=[.!,]\ )x|(?<=[a-z]\ )xx){{1,3}}{_ENDS}"
)
_WHY = re.compile(
    r"(?<=[,.;])\ ?(?:because|cos|coz|cuz|since|as)\ (?:i|we|it|there|my|he|she|they)\b"
    r"(?![^,.;\n]*\b(?:had|ate|with|and)\b)[^,.;\n]*"
    r"|(?<=[a-z0-9])\ (?:because|cos|coz|cuz)\ (?:i|we|it|there|my|the|he|she|they)\b"
    r"(?![^,.;\n]*\b(?:had|ate|with|and)\b)[^,.;\n]*"
)
_MINE = re.compile(
    r"(?<!milk\ )(?<!sugar\ )(?<!honey\ )(?<!lemon\ )(?<!cream\ )\bfor\ my\ "
    r"(?=(?:tea|lunch|dinner|breakfast|supper|brunch)\b)"
)
_KIN = (
    r"(?:daughter(?:-in-law)?|son|hubby|husband|wife|missus|partner|mum|mom|mam|dad"
    r"|gran"
    r"|nan|granny|grandma|sister|brother|neighbou?r|mate|friend|carer|flatmate"
    r"|aunt(?:ie)?"
    r"|boyfriend|girlfriend|kids|in-laws|grandson|granddaughter)"
)
# "My daughter cooked", "hubby made us", "neighbour brought round".
_SO_HAD = re.compile(
    rf"{_STARTS}(?:no\ time|no\ energy|no\ appetite|nothing\ in|nothing\ in\ the\ "
    r"(?:house|fridge|cupboards?)|too\ [a-z]+(?:\ to\ [a-z]+)?|(?:i\ )?(?:was|felt"
    r"|feeling"
    r"|got|came|am|been)\ (?:[a-z]+\ ){0,3}[a-z]+|(?:shops?|kitchen|canteen|chippy)\ "
    r"(?:was|were)\ [a-z]+|(?:late|early)\ (?:home|start|finish|shift)|bad\ [a-z]+"
    r"|(?:[a-z]+\ )?(?:sugars?|bg|bloods?)\ (?:was\ |were\ |had\ )?(?:low|dropped"
    r"|high|down)"
    r"|on\ my\ (?:break|own|lunch)|(?:in|home)\ late),?\ (?:so\ )?(?:i\ |we\ )?"
    r"(?:just\ |only\ |then\ )*(?:had|ate|tried|stuck\ to|grabbed|made\ do\ with"
    r"|went\ for"
    r"|managed|so\ just|so)\ (?=(?:an?|some|the|my|\d|two|three|[a-z]{3,}))"
)
_BY_KIN = re.compile(
    rf"{_STARTS}(?:(?:my|our|the)\ )?{_KIN}\ (?:had\ )?(?:cooked|made|gave|brought"
    r"|bought"
    r"|sent|dropped|baked|did|treated|took|got|fed)(?:\ (?:me|us|round|over|in|out|it"
    r"|them"
    r"|for\ me|for\ us|to))*(?=\ (?:an?|some|the|my|\d|two|three|[a-z]{3,}))"
)
_KINS = re.compile(rf"(?<=\bof\ )(?:my|the|our)\ {_KIN}'?s'?\ (?:own\ )?(?=[a-z])")
_LED = re.compile(
    rf"{_STARTS}(?:(?:i|we)\ )?(?:just\ )?(?:nicked|pinched|defrosted|picked\ at"
    r"|forced\ down"
    r"|packed(?!\ (?:lunch|with|full|in))|(?:some\ |yet\ )?more"
    r"(?!\ (?:or|than|of)\b)|(?:broke|opened)\ my\ fast\ with|made\ do\ with"
    r"|cooked(?=\ (?:(?:an?"
    r"|some|my)\b|\d(?!\d*(?:\.\d+)?\ ?(?:g|ml|oz|kg)\s*(?:[,.;)\n]|$))))|yet\ more"
    r"|me\ and\ [a-z]+\ (?=had\b|ate\b))\ ?(?=[a-z\d])"
)
# "A light supper of soup": the meal, as a heading.
_OF_MEAL = re.compile(
    rf"{_STARTS}(?:an?\ )?(?:light|quick|simple|small|big|late|early|proper|nice)\ "
    r"(?P<meal>breakfast|brunch|lunch|dinner|supper|tea)(?:\ of(?=\ )|,|:|\ was)"
)
_TEA_IS = re.compile(
    rf"{_STARTS}(?:my\ |our\ )?tea\ (?:tonight|today|last\ night)\ was\b"
)


def without_around(work: str) -> str:
    """The text (in lower case, every place kept) without when, where and how."""
    for told in (
        _QUALITY,
        _FULL, _UNSURE, _ONES, _SHOP, _LEFT_OVER, _TIMES, _HOUR_FIRST, _WHERE,
        _DOING, _THEN,
        _SORRY, _SO_HAD, _WHY, _BY_KIN, _KINS, _LED,
    ):  # fmt: skip
        work = told.sub(blank, work)
    work = _BUT_THIS.sub(lambda m: "; ".rjust(len(m.group())), work)
    work = _MINE.sub(lambda m: "for ".rjust(len(m.group())), work)
    work = _OF_MEAL.sub(lambda m: f"{m['meal']}:".rjust(len(m.group())), work)
    return _TEA_IS.sub(lambda m: "tea:".ljust(len(m.group())), work)
