"""Words of talk around food: left out of names, and never a slip for a food's word."""

from __future__ import annotations

from journal.domain.story_words import HOW

# Nowhere part of what a food is called; a test holds them against the food table.
FILLER = frozenset(
    """
    other i i'm im i've ive i'd i'll me my myself mine we we're our us he she they them
    their his her it it's its that's there there's this that these those the some
    any about around approximately approx roughly ish maybe probably prob probs perhaps
    alright nite
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
    delicate delicious tasty yummy nice lovely good great amazing quick simple
    satisfying hearty nutritious refreshing wonderful perfect comforting decadent
    leftover leftovers usual bad here way work home time light-bite weighing weighs
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
    fasting mid much est avg every celebrate cheated loads arvo uncured caved ultra
    shower yeah yep heading headed bath sneaky cheeky salty greasy stodgy stirred
    filtered flesh decently reasonably relatively incredibly extremely
    terribly awfully moderately mildly ridiculously stupidly overly perfectly wildly
    embarrassingly admittedly accidentally absentmindedly randomly briefly early-ish
    someone somebody everyone everybody nobody anybody anyone else whoever whose
    whom albeit unless whether therefore thus hence moreover besides meanwhile
    always never often sometimes rarely seldom occasionally constantly forever
    following previous next once thrice chair sofa couch counter desk stall sends
    send sent tells tell told says say said asks ask asked calls call called gets
    give gives take takes taken bring brings buy buys buying sell sold pay paid cost
    costs pricey expensive look looks looked looking see sees saw seen watch watched
    watching know knows knew known thinks thinking hope hoped hoping wish wished
    remember remembered forget forgot forgotten love loves loved loving liked liking
    hate hates hated try tries attempt attempted manage manages sit sits stand
    stands lie lying run runs running ride rode drive drives driving study studied
    studying stay stayed staying sleep slept sleeping woke wake waking nap napped
    arrive arrived arriving return returned returning wait waited waiting using puts
    let lets letting turn turned turning show showed shown became become becomes
    becoming seem seems seemed happen happened happens means meant end tired busy
    stressed sick ill unwell nauseous nauseated bloated sore happy sad guilty proud
    bored lazy surprisingly apparently generally largely partly slightly somewhat
    fairly pretty absolutely totally completely entirely exactly precisely
    especially particularly specifically enough plenty lots tons heaps sort sorts
    thing things stuff yesterdays monday tuesday wednesday thursday friday saturday
    mon tue tues wed weds thu thur thurs fri january february march april june july
    august september october november december pm mins hours hour hrs weeks month months
    year years car apartment room hotel airport station school university college
    hospital church supermarket boss teacher neighbour neighbor roommate flatmate
    housemate child boy girl men woman women people guy guys folks grandma
    grandmother grandad grandpa cousin husband's wife's mum's mom's dad's cat cause
    coz cuz haha lol omg ugh yay meh hm etc fitbit app kcal macros syns syn
    halloween holiday vacation flight weather rain raining phone laptop computer
    film nil nope idk awesome incredible fabulous fantastic gorgeous divine scrumptious
    flavoursome flavorful gross awful terrible disgusting horrible boring thankfully
    hopefully able unable between among against you you're your yours they're
    they've he's she's we'll either neither asleep awake allowed decide decides
    bother bothered resist resisted craved craves orders ordering throw throwing
    fridge whenever wherever pretended anyway anyways honestly literally seriously
    supposedly guessing guesstimate estimate estimated estimating counted counting
    unsure sized none
    airy appetising appetizing authentic balanced beautifully beloved bold bright
    buttery carefully cheery cherished chilled colorful colourful comfortable
    content convenient cosy cozy deliciously delightful delightfully dreamy easily
    energised energising energized energizing enjoyable enticing everyday excellent
    expertly exquisite favorite favoured favourite festive flaky flavourful fluffy
    fragrant fulfilling generous generously gentle gooey healthy heavenly
    home-cooked homestyle hydrated hydrating ice-cold iconic icy ideal indulgent
    intense invigorating inviting irresistible juicy luscious luxurious memorable
    modest moist mouthwatering much-needed nicely nourishing pleasant pleasing plump
    ready-made refreshed revitalised revitalized revitalizing rewarding ripe robust
    satisfied satisfyingly savory silky sinful sizable sizeable slight smoky
    smoothly soothing steaming steamy store-bought subtle succulent sumptuous superb
    tempting thirst-quenching toasty traditional typical uplifting velvety vibrant
    warm well-deserved well-earned wholesome wonderfully zesty crafted nestled
    smothered garnished complemented enriched fully additionally
    """.split()  # noqa: SIM905
).union(HOW)
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
    top side house store shop table walk dog man baby garden both work works trip left
    """.split()  # noqa: SIM905
)
# Where and when, not what, even with an article.
PLACES = frozenset(
    """
    cafe restaurant diner bakery canteen pub shop store market party picnic meeting
    train bus plane office park beach pool movie break rush car airport hotel
    """.split()  # noqa: SIM905
)
