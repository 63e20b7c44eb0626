"""Words of remarks beside food: the body, the weather, the family, the day.

Everyday words, taken by hand, of which a test holds that none is a word of the food
table. They decide that a run of words is a remark, so none may be part of a food.
"""

from __future__ import annotations

#: A run of words of no food that holds one of these is a remark.
REMARKS = frozenset(
    """
    ache ached aches achilles aching achy acidy advil afterwards agian agony airbnb
    alarm alarms allotment allotments altho ambulance amitriptyline anaemia anaemic
    ankle ankles anniversary antibiotic antibiotics anxiety anxious appointment argh
    armchair arrivals arse arsed arthritic arthritis arvo aspirin audiobook auntie
    average awoken aye b12-jab b4 babe bairn bairns bake-off balancing balcony
    bandage bandaged baptised barbecue-party bargain barked barking bbc bc bcoz
    bearable becuz bedroom begged begging belting benefits bike biking bills bingo
    biopsy blackout bladder blah bleh bless blimey blister blisters bloat bloating
    blustery bogan bogof boiler-man bonfire bothered bottleshop bowel bowels brands
    breezy bruise bruised bruises btw budget burned burping burps burpy bushed
    buzzing buzzy calm calmer camping campsite canal cancelled caravan cardboard
    carer carers carpark carriage carrying casualty cba centre changing-room chapter
    charred cheap cheapest checked checking cheerful cheery chemist chemo
    chilled-out chilling chills chilly chiropodist chiropractor choir choked choking
    christ christened christening churning clammy cleaned clearance clients clinic
    clocking closed-early codeine collapsed colonoscopy commuted compression concert
    conservatory constipated constipation consultant content corrie couch coughing
    couldnt council counselling countdown countryside coupon cousins craic cramp
    cramped cramping cramps crampy cranky crap crappy crashed crawling crawly
    creeping creepy cried crikey crispy-edged crook crossword crutch crutches crying
    cupboard cuz cycle cycled cycling damn danced dancing darling daughter daughters
    deadline deadly deck decorating decorator deficiency deficient delayed
    delayed-train delish delivery dentist dentures departures depressed desk-bound
    dexcom diabetic-clinic dialysis diarrhea diarrhoea didnt discharge discharged
    diwali diy dizziness dizzy doctor doctors dodgy dole dont dozed dozing dreaming
    dreamt drizzly drop-off dropoff dropped drowsy drunk dusting duvet dwp earlier
    earlies earliest eased easing eastenders edema edges eek effing eh electrician
    elevation email emails emmerdale endoscopy engaged engagement epic episode
    errand exam exams excruciating exercises exhausted exhaustion facebook facetimed
    faff faffing faint fainted farting fasting-bloods fatigue fatigued feck feverish
    ffs fiance fiancee fiancé fibro fibromyalgia fidgeted fidgeting fidgety
    filling-fell flare flare-up flared flares flaring flippin flipping flooded
    flopped flu flushed flushes foggy football footie footy forecourt forgot
    forgotten fork fortnight fr frantic frazzled freezing fridays frigging funnily
    funny fyi gabapentin gale gaming garage garage-forecourt gardened gardening
    garmin gasman gassy gig giggling girls gobshite golf gout gouty gp
    graduated graduation gramps grandchildren granddaughter grandkids grandpa
    grandparents grandson greedy grim grip gripey griping gripping groggy grumbling
    grumpy guesses guests guilty gurgling gurgly guts gym-bag hadnt hail hamstring
    hamstrings handover hangover havent headache headaches headachy heartburn
    heating heavy-legged heck hectic heh hehe hiccups hike hiked hiking hives hobble
    hobbled hobbling hoist holding homesick homework hooray hoover hoovered
    hoovering hormonal hostel hot-flush housewarming housework hubby hubbys humid
    humidity hun hungover hungover-ish hurray hurried hurt hurting hurts
    hydrotherapy ibuprofen icy-cold idk im imo in-laws indigestion indoors inedible
    inhaler injection injections insoles insomnia insomniac instagram insulin
    interview interviewing iplayer ironed ironing irritable isnt itch itching itchy
    ive jab jabbed jabs jandals jerking jerks jesus jet jetlagged jigsaw jittery
    jobcentre jog jogged jogging jsut jumping jumpy ketones keyhole kicked kicks
    killing kitten knackered knee knees knees-up knitting lad laddie lads lag lagged
    laid landlady landlord larder lass lasses lassie last-thing late-ish lately
    lates latest laughed laundry lawn layby lazy-day leak leaking lecture lectures
    level levels light-headed lightheaded limp limped limping lmao lmk lodger lonely
    lord lorry lost lounge lousy lukewarm lush luv luvly lyft magazine mam
    manageable manic manky marking masonic massage massaged mattress measure
    measured medication medications medicine medicines mediocre meds meetings
    meltdown menopausal menopause mental meowed meter metformin mid-shift midweek
    migraine migraines minging missus mm mmm mondays moody mopped mopping mosque
    motel motorway mouthful-hurt mover moving mowed mowing mozzies mri ms-nurse
    muggy murder nae nanny naproxen naughty nausea nauseous needful needles
    neighbors neighbour-popped neighbours nephew nerve nerves netflix neurologist
    neuropathy news newspaper ngl nick nicked niece niggle niggling niggly nightmare
    nightmares nightshift nightshifts nintendo nom noms novel nowt numb numbness
    nurse nurses odd oedema offer ofsted omw oops op operation optician orthotics
    osteopath ouch outage outdoors outside overcooked overdone overnight-shift
    overslept overtime overwhelmed own-brand owt paced pacing pacing-about packing
    painfree painful painkiller painkillers painless painting pals panic panicking
    panicky paracetamol parcel parents parents-evening parked parking parkinsons
    passable patio payslip periods pharmacist pharmacy phew phoned physio
    physio-room physiotherapist physiotherapy pickup piggish piggy pilates pill
    pillow pillows pills pinched pins platform playgroup playstation plumber podcast
    podiatrist pointless pool-table pooped poorly porch postman pouffe pregabalin
    pregnancy pregnant prescription prescriptions pricey procedure prom propped pta
    pulsing purring puzzle puzzles queasy queue queued queuing quiz radio
    radiotherapy rain rained ramadan rang rank rash reading readings reception
    reckon recliner recovered recovering redundancy redundant reflux reflux-y
    regretted regretting rehab rehearsal relapse relaxed rember remeber remembering
    reminded reminder rent restless restlessly restlessness retirement reunion
    revision rls rn rofl rollator rota rotten rubbery rubbish rugby rumbling rumbly
    rushed rushing saturdays scan school-run sciatic sciatica scooter scrummy
    seminar sensor services-stop servo settee severe shagged shaky shattered shed
    shifts shite shivering shivers shivery shocks shoes shooting shopped shopping
    shouldnt showered shut sickly sinuses sinusy skint skype sleeping sleepless
    slipped slippers smh snappy sneezing snooze snoozed snoozing snored snoring
    snowed snowing snowy so-so socks sodding sofa soggy sons sore soreness sorry
    sorted sorting soz spasm spasming spasms specialist spent-up spike spikes spine
    splint sprain sprained stabbing stabby stairlift stairs stale stamp stamped
    stared staring statin statins steps steps-count sticky-out stiffness stitch
    stitches stole stood strain strange stressed stressy stretched stretches
    strictly struggle struggled struggling stuck stunning sudoku summat sunroom
    sunshine sure-look surgery surgery-day surgery-waiting swallowing swam sweating
    sweats sweaty swelling swim swimming swollen symptom symptoms tasteless taxi tbf
    tbh tearful teary teenager teenagers teeth telly temperature tenant
    tender-footed tennis tent texted thats theatre therapist therapy theyre tho
    thongs throbbed throbbing thru thunder thyroid tidied tidying tierd tiktok
    tingle tingles tingling tingly tipsy tird tired-out tmrw tmw toe toenail toes
    tonite tooth toothache toss traffic trainers tram transfusion tube-ride tummy
    turning twichy twinge twinges twins twitched twitches twitching twitchy tylenol
    uber ulcer ulcers ultrasound unbearable undercooked underdone underground
    unmeasured unpacking unsettled unwell ute vaccine vacuumed vacuuming vans vile
    visiting visiting-time visitors voucher waiting-room waking walking-frame
    ward-round wasnt watery weak weakness wean weans wee-bit weeding weekdays weigh
    weightwatchers weird wept whats whatsapp wheelchair wheelie whist whoops
    wi-meeting wiht windy wiped wobbly wont woo woods woohoo wordle worn worse worst
    wouldnt wrist wrists x-ray xbox xray yikes yoga yoke youre youtube youtubes yumm
    yummm yummy zap zapping zaps zonked zoomed zumba
    """.split()  # noqa: SIM905
)

#: Told of a food before its name: there they are no remark, and its amount stays.
DESCRIBING = frozenset(
    """
    average charred cheap cheapest crispy-edged dodgy greedy icy-cold lousy lukewarm
    mediocre overcooked overdone own-brand rubbery rubbish scrummy soggy stale
    strange vile watery weird odd tasteless
    """.split()  # noqa: SIM905
)
#: Words of remarks that names of foods have as well: "cow heel", "burnt ends".
ALSO_IN_NAMES = frozenset(
    """
    boiler boots burnt cab cricket disney dominoes edible elbow elbows ferry fever
    foot funeral glucose heel heels hip hips hydro jerked legion lightning lodge mega
    nursery pip posh puffy rainy rough seaside spiked storm stormy twitch village
    """.split()  # noqa: SIM905
)
