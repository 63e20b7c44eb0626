"""Words of remarks beside food: the body, the weather, the family, the day.

Everyday words, taken by hand, of which a test holds that none is a word of the food
table. They decide that a run of words is a remark, so none may be part of a food.
"""

from __future__ import annotations

#: A run of words of no food that holds one of these is a remark.
REMARKS = frozenset(
    """
    ache ached aches achilles aching achy advil afterwards allotment ambulance
    amitriptyline ankle ankles anniversary antibiotic antibiotics anxiety anxious
    appointment argh armchair aspirin audiobook auntie balcony bandage bandaged
    bargain bedroom bike biking bingo blackout bladder blah bleh blimey bloat
    bloating bogof boiler bonfire bowel bowels brands btw burned burnt canal carer
    carers casualty cba cheap cheapest chemist chemo chilly chiropodist chiropractor
    choir christening cleaned clearance clients clinic codeine collapsed commuted
    concert conservatory constipated constipation consultant couch coughing
    counselling countryside coupon cousins cramp cramped cramping cramps crampy
    crappy crashed crawling crawly cricket crikey crossword crutches cupboard cycle
    cycled cycling danced dancing daughter daughters deadline decorating delish
    dentist depressed desk-bound dialysis diarrhea diarrhoea discharge discharged
    diwali diy dizziness dizzy doctor doctors dodgy dozed dozing dreamt drowsy drunk
    earlier earlies earliest eased easing eek elbow electrician email emails episode
    errand exam exams exercises exhausted exhaustion facebook facetimed faint
    fainted fatigue fatigued ferry fever feverish ffs fiance fiancee fiancé flare
    flare-up flared flares flaring flopped flu foggy foot football footie footy
    fortnight freezing fridays funeral funnily funny fyi gabapentin garage gardened
    gardening garmin gassy gig girls glucose golf gp gramps grandchildren
    granddaughter grandkids grandpa grandparents grandson greedy grim groggy grumpy
    guesses guests hail hamstring hamstrings handover hangover headache headaches
    heartburn heating heavy-legged heel heels heh hehe hike hiked hiking hip hips
    hobble hobbled hobbling homesick homework hooray hoovered hoovering hormonal
    housework hubby hubbys humid humidity hungover hurray hurt hurting hurts
    ibuprofen icy-cold idk imo in-laws indigestion indoors inhaler injection
    injections insomnia insulin interview ironed ironing jab jerked jerking jerks
    jigsaw jittery jog jogged jogging jumpy ketones knackered knee knees knitting
    lad lads laid larder lass lasses last-thing lately lates latest laundry lawn
    lecture lectures light-headed lightheaded lightning limp limped limping lmao
    lonely lounge lousy lukewarm lush manky massage massaged measure measured
    medication medications medicine medicines meds meetings menopausal menopause
    metformin mid-shift midweek migraine migraines minging missus mm mmm mondays
    moody mosque motorway mowed mowing mri nanny naproxen naughty nausea nauseous
    needful needles neighbors neighbours nephew nerve nerves netflix neurologist
    niece nightmare nightmares nightshift nightshifts nom noms numb numbness nurse
    nurses odd offer oops optician osteopath ouch outage outdoors outside overcooked
    overdone overnight-shift overtime own-brand paced pacing painfree painful
    painkiller painkillers painless painting pals paracetamol parents patio periods
    pharmacist pharmacy phew phoned physio physiotherapist physiotherapy piggish
    piggy pilates pill pills pins plumber podcast podiatrist poorly porch posh
    pregabalin pregnancy pregnant prescription prescriptions pricey propped queasy
    quiz radio radiotherapy rain rained rainy ramadan rang rank reading recliner
    recovered recovering reflux regretted regretting rehearsal relapse restless
    restlessness retirement revision rofl rota rotten rough rubbery rubbish rugby
    saturdays scan sciatica scrummy seaside seminar settee shaky shattered shed
    shifts shopped shopping showered sickly skint skype sleepless slipped slippers
    sneezing snooze snoozed snoozing snored snoring snowed snowing snowy socks sofa
    soggy sons sore soreness sorry soz spasm spasming spasms specialist spine
    stairlift stale statin statins steps stiffness storm stormy strange stretched
    stretches struggle struggled struggling sunroom sunshine surgery swam swelling
    swim swimming swollen symptom symptoms tasteless tbh teenager teenagers telly
    tender-footed tennis texted theatre therapist therapy throbbed throbbing thunder
    tingle tingles tingling tingly tipsy tired-out toe toenail toes traffic tram
    tube-ride tummy twins twitch twitched twitches twitching twitchy tylenol
    ultrasound undercooked underdone underground unmeasured unsettled unwell vaccine
    vacuumed vacuuming vile village visitors voucher watery weak weakness weeding
    weekdays weigh weird wheelchair whoops windy wiped wobbly woo woods woohoo worse
    worst wrist wrists x-ray xray yikes yoga youtube yumm yummm yummy zoomed zumba
    """.split()  # noqa: SIM905
)
