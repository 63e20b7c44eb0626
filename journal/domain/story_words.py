"""Words that stories about meals are told with, and that name nothing to eat.

Common English words, taken by hand and by how often they are written, of which a test
holds that none is a word of the food table. A word that is missing here is kept as a
food nobody knows; a word that is here wrongly would lose a food.
"""

from __future__ import annotations

#: What was done and how: left out beside a food as well.
HOW = frozenset(
    """
    abandoned abruptly accented accentuated accepted accompanying according
    accordingly accurately achieved acquired acted actively adding adequately
    admired admitted adopted adored adoring advanced adventurous advertising
    affected afforded aggressively agreed allowing alternatively amazingly announced
    annoying annually answered anticipated appealing appeared appeased applied
    appointed appreciated appreciating appropriately approved arguably argued
    arranged asking assigned associated assumed attached attended attending
    automatically available awaited awakened awakening awarded badly balancing
    barely basked basking beaming beating beautiful beginning believed belonging
    bite-sized blessed blessing blissed blissful blissfully bodily boosted boosting
    bountiful breaking brightened brightening brilliantly brimming bringing broadly
    bubbling building bustling calling calming calmly capable capping captivating
    captured careful caring carried carrying casually catching caused causing
    celebrating centered changed charming chatting checked checking chilly claimed
    claiming cleaning clearly closely closing clothing collected collectively
    combined combining comfortably comforted coming commenced committed commonly
    comparatively compared complementing completed completing complicated comprising
    concentrating concerned concluded concluding conducted confirmed confused
    conjured connected consciously consequently considerably considered considering
    consistently contained continually continued continuing continuously contrasted
    contrasting contributed controlled conveniently conversely convinced correctly
    costly coupled covering created creating crisply crossed crossing crowned
    crowning crying culturally curious currently cutting daily damaged dancing
    dating daydreaming dazzling dealing dearly decadently deciding declared
    dedicated deeply defined delectable delectably deliberately delicately delighted
    delighting delivered delivering denied depending described deserved deserving
    designed desired desperately detailed determined developed developing
    differently digitally directed directly disappointed discovered discovering
    discussed distinctly divided divinely diving doubled dramatically drastically
    drawing dreamed dreaming drizzly dropped dropping eagerly early-morning earned
    eased easing easygoing economically effectively efficiently effortless elated
    elected elegantly elevated elevating embarked embraced embracing emotionally
    emphasized employed encountered encouraged endlessly engaged engaging
    engineering enhancing enjoyably enlivened ensured ensuring entered entering
    entertaining enticed entitled equally essentially established evenly eventful
    evidently evoking exceptionally excited exciting exclusively exhausted existing
    expected expecting experienced experiencing explained explicitly exploded
    explored exploring expressly exquisitely extended extensively faced facing
    failed falling falsely famously fetched figured filed finding finely fired
    firmly firstly fitted fitting flying focused forced forcibly formally
    fortunately founded frankly freely frequently freshening friendly fulfilled
    full-bodied fundamentally gained gaming gathered gathering generated generating
    gently genuinely gifted giving globally glorious glowing gorgeously graceful
    gracious granted grateful gratifying greatly greeted greeting gripping grouped
    growing guided guiltless handed handling hanging happening hardly harmonious
    harmonized healthful hearing heartwarming heavily heightened heightening helpful
    highlighted highlighting highly historically hitting holding homely hopeful
    horribly hourly hugely hugged hungrily ideally identified igniting imagined
    immediately immensely immersed imparting impeccable importantly impressed
    improved improving incidentally inclined incorporated incorporating incorrectly
    increased increasing increasingly indeed indefinitely independently indicated
    indirectly individually indulgently inevitably infinitely informed infused
    infusing inherently initially insanely inspired inspiring installed instantly
    intended intensely intentionally interested interesting interestingly internally
    internationally intriguing introduced invigorated invited involving ironically
    irresistibly issued joined joining jointly joyful joyfully joyous judged
    kickstarted kindly knowing knowingly lacking landed landing lasting lastly
    lately launched layered layering lazily leading learned learning leaving led
    legally leisurely lended lending lifted light-hearted lighthearted likeable
    likely limited lingering linked listed listening listing lived lively living
    locally located locked lonely longed longing loosely losing loudly lounging
    lovable lunching luxuriating maintained manageable managing marked marking
    marvellous marvelous marvelously massively matched matching meaning melded
    melding mentally mentioned merely mindful mindfully mingled mingling missed
    missing mistakenly modestly monthly morally motivated mouth-watering moved
    moving mutually mysterious named namely narrowly nationally neatly necessarily
    negatively nervous nestling newly nightly notable notably noticed nourished
    numerous nursing nutrient-packed nutritionally nutritiously observed obtained
    obvious occupied occurred oddly offered offering officially ongoing opening
    openly operated operating opposed ordinarily organized originally outing
    outstanding overwhelmingly owned painful painfully painted painting pampered
    pampering parking partaking parting passed passing patiently paying peaceful
    peacefully perfected perfecting performed performing periodically perked
    permanently personally physically piping placed planned planning plated played
    playful playfully playing pleasantly pleased pleasingly pleasurable pleasurably
    plentiful polishing politely poorly portioned positively possible possibly
    posted posting potentially powerful practically precious predominantly
    preferably preferred preparing presented presenting presently presumably
    prevailing previously priceless primarily printed privately prized produced
    producing professionally profoundly programming progressively promised promising
    promptly properly proposed protected proudly proved provided providing proving
    publicly published publishing pulling punctuated purchased purely pushed pushing
    quarterly quenched quenching quietly racing radically ranked rapidly rating
    ravenous reaching readily reading realised realized reasonable received
    receiving recharged recharging recognized recommended reducing referred
    referring refreshingly refused regarding regardless registered regularly
    rejected rejuvenated rejuvenating related relaxed relaxing released relieved
    relishing reluctantly remained remaining remarkable remarkably reminded
    reminding remotely repeated repeatedly replaced replenished replenishing
    reportedly reporting represented representing requested required respectfully
    respectively responsible rested restful resting restored restoring resulted
    resulting retired revealed reveled reveling revelled revelling revived reviving
    rewarded richly ridiculous riding rightly rising rolling rounding routinely
    safely sailed satiated satiating satisfactorily saved saving savoringly saying
    scared scattered scheduled scientifically scoring screaming searching secondly
    secretly seeing seeking seemingly selecting selling sending sensible separately
    serious setting severely sharply shining shipping shopping shortly showcased
    showcasing showing signed significantly signing silently similarly
    simultaneously sincerely sinfully sing singing skipping slipped smiling smoking
    snuggled soaking socially softly solely soothed soothingly soulful speaking
    specially speed spending splendidly spontaneous spruced stated statistically
    steadily stimulating strangely strategically stressful strictly striking
    strongly struggling stunning submitted subsequently substantially subtly
    successful successfully suddenly suffered suffering sufficiently suggested
    suitable suited superbly supported supporting surely surprised surprising
    surrounded surrounding survived suspended sustained sustaining swapped sweetly
    swiftly swimming swing systematically talked talking tally tantalised
    tantalising tantalized tantalizing tasteful tastefully tasting teaching teamed
    technically telling temporarily tempted tending tested theoretically thoroughly
    thoughtful threatened thrilled thrilling tickled tickling tided tidied tied
    tightly timeless timely tingling titillating touching trading traditionally
    trained training transferred transported traveling travelling treasured
    treasuring typically ultimately unanimously unbeatable uncomplicated
    understanding understated undoubtedly unexpected unexpectedly unfolded unfolding
    unforgettable uniquely united uniting universally unlikely unparalleled
    unusually unveiled unwinding upcoming updated uplifted upped urgently useful
    utterly vaguely valuable valued varied vastly vertically vibrantly vibrating
    virtually visible visiting visually voluntarily voted wandered wandering wanting
    warmly warning washed washing wearing weekly welcomed welcoming well-balanced
    well-prepared well-rounded well-seasoned whetted wholesomely wholly widely
    willing willingly winding wisely wondering wondrous worked working worried
    wrapping wrongly yearly yearned yearning yielding youthful zestful
    """.split()  # noqa: SIM905
)
#: What else was told: a piece of a story that has only these is no food.
WHAT = frozenset(
    """
    ability absence accent accents accentuate accompanies accompaniments accompany
    achievement action actions activity additions adds administration administrative
    adore adventure affair afterglow afterthought aggressive agreement alliance
    allow allows ambiance ambience ambrosial ample announcement anticipation appeal
    appearance appease appeases application applications appointment appreciate
    argument arguments arrange aside aspect assessment assistance association
    assortment atmosphere attention attractive audience award awards awareness awoke
    bargain basis bask benefit benefits beside blast bonus boosts boredom bundle
    business bustle calm calmness capacity care carry cascade casual celebration
    celebratory centerpiece centrepiece ceremony chance chaotic characteristic charm
    chat cheat choices chore chores chosen circumstances classy clever
    collection color colour combinations combo comforts comment comments commitment
    communication communications commute companionship company compensation
    competition competitive complementary complements complete completion complexity
    composition comprehensive conclusion concoction confidence confident connection
    connections conservation consistency consumption contentment contribution
    contributions convenience conversation cosier cosiness courtesy coziness creates
    creation creations creative crispness crucial culinary curiosity custom
    customary dance daytime deadline dear decadence decent definite definition
    delicacy delicate delights delivers density desire detail details development
    devotion difference different dine direction distance diversity done downtime
    drawn dreams duration dynamic eager ease edition effective effort elegance
    elegant element elements elevate emotion emotions ends energetic energise
    energize energizer enhancement ensures entertainment enthusiasm entice entirety
    entrance environment episode errand essential establishment event evokes
    evolution exception exceptional excitement exclusive exhibition existence
    expectations experiences experiment explanation exploration explosion express
    expression extensive extraordinary extravagant familiar familiarity family-style
    fantasy favor favour feature features feelings feels fell fiery finale finisher
    fitness fits flavorsome flourish focus follow fond fondness foodie formation
    forward friendliness fulfil fulfill fulfillment fulfilment function functions
    fuss fussy gather generation genuine gift glad glance glow goal goals grace
    gratification greet greets group guidance guilt guilt-free habit happier
    happiness harmony haste hasty health healthier hearth heartiness heaven hectic
    helps hero highlight highlights hints hit hits homey honest honor honour hurry
    hydrate idea imagine importance impressive impromptu improvement impulse
    inclination independence indulgences influence information initial initiative
    innovation inspiration inspire instance instructions instruments intensity
    intention interlude intimate introduction invite jolt journey jovial keen kicker
    late-night laughter lavish layers laziness leisure lend lent level lit
    lives location locations lounge lull lunchbreak luxury magical magnificent
    maintenance makeshift management marvel match memory mention messy
    minimal minimalistic moderate moderation moistness momentary monotony morsel
    morsels motion mouth mouths move movement movements mundane narrative nations
    necessary necessity needs negative newfound night-time nightcap nighttime
    normality nostalgia nostalgic notes noteworthy nourish novel novelty
    nutrient-dense nutrient-rich objective occasion occasional occasions offensive
    offers offset operation operations opportunity ordinary organizations outdid
    outings overtime pairings paradise partake participation particular partook pass
    pastime pause payment payments peace peckish peculiar period perk perks
    personality perspective phenomenal pit-stop place places plans pleasantness
    pleaser pleasures plethora point popular position positions positive possibility
    potent practical prefer prep preparation preparations prepare presence present
    priority pristine prize production productive profile progressive project
    promises promotion prompt proper provides punchy punishment purchase pursuit
    quaint quality quantity quench question questions quiet quirky rainy-day random
    rare reaction reality reason receive recharge recognition recovery reduction
    reference refresh refreshes registration regret regrets regulation regulations
    relations relative relax relaxation relief reminder reminiscent replenish
    representation representative requirements residence resistance respite
    responsibility restorative retirement retreat revel revitalise revitalize
    rewards rhythm rise ritual rituals romance romantic rustic satiety satisfactory
    satisfies satisfy savor savors savour savours scene science seasonal select
    selection selections sensation sensational sense sentence separate sequence
    serene serenity session settle settlement shift shone showcases signature
    silence simpler simplest situation situations smile smoothest soak social solace
    solutions soothes sought sparkle spectacular speedy spend spent spirit
    splendid splurge spree standout staple staples state statement statements
    stations step steps stood story streak strength stress stress-free stroll stuck
    studies styles stylish sublime substantial subtlety sufficient suit suits sunset
    superior support surprise survive sustain sustenance swift tableside task
    temptation temptations terrific thereby thirst-quencher thirsty thoughts tide
    tides touches tournament tradition traditions tranquil tranquility transition
    translation travel treasure true twilight ultimate undertone undertones unique
    unites unwind unwound upbeat uplift urge urges usage uses variation varieties
    version vibe vibes vibrance vibrancy view views visit vitality vivid wander ward
    wash wave weekday weeknight welcome well-made whim whimsical winner wintry wise
    witness won wonders workouts worthwhile worthy wow yearn yummiest
    """.split()  # noqa: SIM905
)
