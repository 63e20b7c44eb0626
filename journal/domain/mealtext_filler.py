"""Words of talk around food: left out of names, and never a slip for a food's word."""

from __future__ import annotations

# Nowhere part of what a food is called; a test holds them against the food table.
FILLER = frozenset(
    """
    other i i'm im i've ive i'd i'll me my myself mine we we're our us he she they them
    their his her it it's its that's there there's this that these those the some
    any about around approximately approx roughly ish maybe probably perhaps
    nearly almost like um uh er erm hmm well so just really very quite too also
    again then later still only even already today yesterday tonight morning
    afternoon evening night noon midday midnight am is was were are be been being
    have has had having got get getting gotten ate eat eaten eating drank drunk
    drinking consumed consuming took taking grabbed grabbing grab enjoyed enjoying
    enjoy enjoys treated treating savored savoured savoring savouring snacked
    snacking snack munched munching munch sipped sipping sip indulged indulging
    indulge finished finishing finish started starting start devoured nibbled
    nibbling tried trying chose choosing picked opted decided going go went out up
    down off into onto to at by as for from of day meal meals includes included
    including include consists consisted consisting contains containing comprised
    featuring featured reached ordered bought made making cooked-up prepared
    served serving-up paired along together accompanied followed alongside
    delicious tasty yummy nice lovely good great amazing quick simple satisfying
    hearty nutritious refreshing wonderful perfect comforting decadent leftover
    leftovers usual bad here way work home time light-bite weighing weighs
    weighed each per all which who what when while because since if do did does
    doing can't couldn't would could will shall should wife husband mum mom dad
    friend friends kids weekend hungry starving eventually finally afterwards
    after before during dessert starter appetizer course post pre workout nothing
    same last treat but something please thanks ok okay yes oh hey lunchtime dinnertime
    teatime
    bedtime midmorning midafternoon total worth amount equal followed-by went
    feeling felt supposed want wanted need needed craving
    polished kicked downed noshed picking popping warmed warming dined dining
    lunched kept keep keeping helped helping-myself gobbled slurped tucked wolfed
    scarfed inhaled demolished gulped guzzled chugged swallowed chewed crunched feasted
    supped scoffed put away managed ordered celebrated rushed hurried shared
    sharing brought came come comes began begin begins begun opened closed ended
    rounded capped fixed fixing heated reheated microwaved nuked threw thrown
    crumbled stopped ran swung drove walked met visited cooked-up fancied selected
    opting opt settled splurged pigged gorged relished ingested sampled tasted
    sipped lapped put putting gave given found felt cooks cooked-for needing
    sitting sat standing ate-up had-had nabbed snagged scored swiped stole
    prepped assembled threw-together reckon think thought guess suppose
    comprises comprise constitutes involved involves kick kicks pick
    own sister brother girlfriend boyfriend partner buddy coworker
    colleague colleagues mother father daughter son gym class meeting errands
    appetite mood thirst hunger stomach tummy week weekend
    gradually gladly mostly basically usually normally happily quickly
    slowly recently actually definitely certainly obviously unfortunately sadly
    luckily tonight's today's yesterday's morning's evening's couldn't didn't
    don't wasn't isn't anything whatever somewhere somehow
    later-on midway throughout whilst until till towards toward despite exact
    precise instead overall altogether both-of them myself yourself himself
    herself ourselves themselves whole-lot seconds refuel refuelled refueled
    logged logging record recorded recording tracked tracking noted noting fasted
    fasting
    """.split()  # noqa: SIM905
)
# Part of the name of a few foods, but talk where a story has nothing else in a piece.
ALONE = frozenset(
    """
    cafe rush cut log game light heavy late early quick easy party picnic train bus
    plane car office desk park beach pool movie show tv day night trip work chinese
    italian indian thai mexican japanese greek takeaway takeout take-away order
    kids birthday holiday pick-me-up bite kitchen diner bakery canteen bar pub
    hungry full room stop break snack feast spread course courses first second
    starter main mains drink drinks food foods bed road morning rest seconds
    breakfast brunch lunch dinner supper mid-morning mid-afternoon around
    go-to favourite favorite usual normal small big large something-else
    """.split()  # noqa: SIM905
)
# Where and when, not what, even with an article.
PLACES = frozenset(
    """
    cafe restaurant diner bakery canteen pub shop store market party picnic meeting
    train bus plane office park beach pool movie break rush car airport hotel
    """.split()  # noqa: SIM905
)
