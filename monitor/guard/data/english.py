"""Ordinary English words, beside those of causes: a word of them speaks against a name.

Two thirds of them stand in the lexicon of vaderSentiment, which scores the tone of posts.
"""

# Stems are enough: endings are taken off when a word is looked up.
ENGLISH = """
aayf abandon abducted abhor abhorred abhorrent aboard abort absent absentee absentees absolute absolve absolved
abstract abuse abused accept acceptances acceptant accessed accessor accident accidental accomplish accounts accuracy
accuse accused ache ached achieve achieved acquire acquit acquitted activenesses actives acts actual adapted added
additional addresses adjacent adjust admiral admiralty admire admired admit admitted admonished adopt adore adored
adorn advanced advantage advantaged adventure adventured adventuress adversarial adversatives adverse affect
affectional affectioned affiliates afflicted affronted afterwards agent aggravates aggress aggressor aghast agitates
agitational agitato agitator agog agonises agonizes agony agree agreed ahead alarm alas alert algebraic algorithms
alias aligned allergic allows almost alol alone along alongside alphanumeric alphas already alright alter alternatives
although amaze amazed amazon amazonite amazonstone amazonstones ambivalent ambw among amoral amoralisms amoretti
amoretto amorino amoroso amort amortises amortizes amount amuse amused amusia analysis analyze ancestor anchor angered
angers angle angles angrier angriest angry anguish annoy annoyances antagonisms antagonizes anxiety anymore anyway
anywhere apart apathy apeshit apologises apologizes appall appear appease appeased append applaud applause applied
appreciates appreciator appreciatory approach approval approved apps architecture archives ardent areas args argue
argued array arrest arrogances arrogant arrow ascii ashamed asked aspect assault assert assets assholes assigned
assume assumed assurances assure assured assurgent assuror astonished astound async asyncio atab atomic attached
attack attempt attr attract attractancy attractant attractor attribute attributes audio auth authlib author auto
average avert avid avoid avoidances await award awardee awardees awesome awkward awol axed axes axis ayor backed
backend background backport backslash backup backwards badass bailout bamboozle bamboozled banish bankrupt bankster
banned bare bargain barrier base based baseline basic basis bastard bastardises bastardizes bastardy batch battle
battled battlefield battlefront battleground battleship battlewagon beaten beatific beaut beautician beautified
beautifuler beautifulest beautify beauty becomes begins behave behaves behavior behaviour belittle belittled belongs
beloved below benefic benefice beneficences beneficent beneficial benefit benefitted benevolences benevolent benign
benignancy benignant bereave bereaved besides best beta betray betrayal better bffn bias bind bins bitch bitchery
bitchier bitchiest bitchy bitmap bits bitter bitterbrush bitterest bitterish bittern bitterroots bittersweet
bitterweeds bizarre blah blam blame blameworthy blank blessed blessedest blind bliss blithe block blockbuster bloody
blurry bogus bold boldest boldface boldfaced boldnesses bomb bonus bool boolean boost bore boreal borecole borecoles
bored boredom boreen boreholes borescopes boresome bother bothersome botocore bottom bound boycott brackets branch
brave braved bravery bravest breaks bribe bright brighten brightest brightnesses brightwork brilliances brilliancy
brilliant brilliantine brisk broadcast broke broken browser brutal brutalises brutalizes bsod btdt bucket buffer bugs
builds built builtin bullied bullshit bummer bunch bundle buoyant burden burdensome button bwahaha bwahahah byte
bytecode bytes cached calculates calendar callables callback called calm calmatives calmest calmnesses calmodulin came
cancel cancelled cancer candidates canvas capture captured care cared carefree carried carry cast casual casualty
catalog catastrophe catastrophic catch category caught causes celebrates cells censor centered cert certain certainty
certificates chagrin chain challenge challenged champ champac champagne champagnes champaign champaks champerty
champignon champion championship champy chances changed channel chaos char characters charged charm charmeuse
charmeuses charminger charmingest charset chart chastises cheat checks checksum cheer cheerfuller cheerfullest
cheerier cheeriest cheerio cheerlead cheerled cheery cherish chic childish choices choke choked choose chooses chosen
chuckle chuckled chucklehead chucklesome chunk circular claims classes classic classmethod classy clause cleaned
cleanup cleared clever cleverest cleverish clevernesses click client clip clipped clock closed closest closure clouded
cluster cocksucker cocky codec codes coefficients coerce coerced coercion collapse collapsed collected collide
collides colors columns combat combine combined comedian comedic comedienne comediennes comedo comedones comedown
comedy comfort command commas commend commit committed compact compare compared comparison compat compelled competent
compile compiled complacent complain complainant complaint complete completed complex compliant complimented
components compose composed composite compound compressed compute computed conciliates concrete concurrent condemn
conditional confident config configure configured conflicts conform confront confuse confused confusional congrats
conn connected consent considered considers consistency consistent console conspiracy constant constrained constraints
construct constructor consult consume consumed contact contagion contains contempt contend content context continue
continues contradict contradictor contrast controlled controls convenient converge converted convince convinced
convivial cookie cool coordinates copied copy copyright core cornered corners coroutine corpse correct corresponds
corrupt cosine could couldn count courage course courtesy coverage covered covers coward cramp crap crappy crash craze
crazed crazier craziest crazinesses crazy crazyweed creates creatin creatine creatinine creationisms credentials
credit creditor creditworthy crestfallen cried crime criminal crisis criteria criterion criticises criticisms
criticizer crude crudenesses cruder crudest cruel cruelest crueller cruellest cruelty crush ctypes cubic cunt current
curse cursor curve custom cute cutenesses cuter cutesie cutesier cutesiest cutest cutesy cutey cutie cutiepie cwot
cycle cycles cynic cynicisms daemon damage damaged damn damnatory damnedest damnified damnify damnit danger daredevil
darkest dash database databases dataclass dataframe dataset datatype dates datetime datetimes daze dazed dead deadlock
dear dearest dearie dearth death debonair debt debug debugger decay deceit deceived decide decides decimal declare
declared decode decoded decorator decrease default defeat defeature defeatures defect defectives defector defenceman
defencemen defences defender defense defenseman defensemen defenses defensives defer deferred defiant deficit define
defined definite degrade degraded degree degrees dehumanizes deject delay delectables delete deleted delicates
delicatessen delight delightsome delimiter delivered demand denied denominator denote denotes denounce denounces dense
dependency dependent depends depress depressant depressives depressor deprival deprived depth derail deride derided
derivatives derived describe described descriptor designed desire desired despair despiser despite despondent
destroyed destruct detached details detain detected determinacy determinant determinator determine determined
devastates devastator developers device devices devil devilfish devilish devilkin devilled devilry deviltry devilwood
devote devoted devotee devotional diagonal diagram dialect dialog dick dickhead dict died differ differences
differential difficult difficulty diffident digest digits dignified dignify dilemma dimensional dipshit dire directed
directives directory dirs dirt dirtier dirtiest dirty disables disadvantage disagree disagreed disallowed disappear
disappoint disaster disbelieve discarded discomfort disconnected discontented discord discounted discourage
discouraged discovered discredited discrete disdain disgrace disgraced disguises disgust dishearten dishonest
disinclined disjointed disk dislike disliked dismal dismay disorder disoriented disparage disparaged dispatch display
displeased dispute disputed disqualified disquiet disregard disrespect dissatisfied dissatisfy distances distinct
distinguish distort distract distraught distress distribute distributed distrust disturb disturbances distutils divide
divided divinatory divine divined divinest divisor dizzy docs doctest documented dodgy doesn domain dominances
dominants dominates dominators dominatrices dominatrix doom doomsayer doomsday doomster doomy dork dorkier dorkiest
dorky dots dotted double doubt douche douchebag downcast downhearted download downside drag dragged drained draw drawn
dread dreadfuls dreadlock dreadnought dream driver droopy dropped drops drown drunk dtype dtypes dull dullard dullest
dullish dullnesses dullsville dumb dumbass dumbbell dumbcane dumbcanes dumbest dumbfound dumbhead dumbstruck
dumbwaiter dummy dump dumpcart dumpier dumpiest dumpish dumpster dumpy dupe duped duplicates dwell dynamic dynamisms
dynamite dynamited dynamometer dynamometric dynamometry dynamos dynamotor eager earlier earnest ease eased easel
easier easiest easy ecstacy ecstasy edge edges edited eerie effects efficiency efficient effin egotisms eigenvalues
either elegances elegancy elegant ellipsis elsewhere email embarrass embed embedded embittered embrace emergency emit
emitted emoji emotional emptied emptiest emptinesses emptins empty enabled enchanted enclosed encode encoded
encountered encourage encouraged encrypted ended endif endorse endorsed endpoint enemy energises energizer energy
enforce enforced engage engaged engine engines engrossed enjoy enlighten ennui enrage enraged enrapture enslave
enslaved ensure ensures enter entertain enthral enthuse enthused enthusiasm enthusiast entire entitled entropy
entrusted entry enum envied envy epoch equals equivalent error escape escaped essential established esteemed estimates
euphoria euphoric evaluates even event evil evildoer evilest eviller evillest exact exaggerates examine example
examples exceeds excel excelled excellences excellency excellent excelsior except exchange excitant excitatory excite
excited exciton excitonic excitor exclude excluded excruciates excuse exec execute executed executor exempt exhausted
exhilarates exit exonerates expanded expected expel expelled experimental expire expired explained explicit exploit
exponent exponential export expose exposed expr expressed extended extent external extra extract exuberant exultant
factor factorial factory faggot failed faille failure failures fainthearted fair faithed fake fakes fallback fallen
false falsified falsify fame fantastico farce fascinates fashion faster fastest fatal fatalisms fatigue fatigued fault
faultfinder faultier faultiest faulty fave favor favorite favorited favoritisms favour fcol fear fearfuller
fearfullest fearsome feature features feeble feedback felony fervent fervid festival festivalgoer fetch feud feudal
feudalisms feudalizes feudatory fewer fiasco fidgety fiery fiesta fight figure filename filenames filesystem filled
filter final finds fine finished finite fire fired fits fixed fixture flags flagship flat flattened flatter flattery
flawed flees flirted flirtier flirtiest flirty float flop flow flunk flunkey flunky flush flustered foaf focus foehns
foeman foemen foes foetal foetid foetor foetus folder followed fond font fool foolery foolfish foolhardier
foolhardiest foolhardy foolish foolishest foolproof foolscaps footer forbid forbiddances forbidden forbidder forced
foreclosure foreclosures foreground foreign forgave forget forgiven forgiver forgotten fork form format formatted
formula forwarded fought foughten fractional frame frames framework fraud fraudster fraudulent freak freakier
freakiest freakish freakout freaky free freebase freebased freebee freebees freebie freeboard freeboot freeborn
freedman freedmen freedoms freedwoman freedwomen freeform freehand freehearted freehold freelanced freeload freemartin
freemasonry freemen freenesses freer freesia freest freestyle freestyler freethinker freeware freeway freewheel
freewill freeze freezers frenzy frequency fresh friend friendlier friendliest friendship fright frighten frisky
frontend frozen frozenset frustrates fubar fuck fuckface fuckhead fucktard fuked fulfill fume fumed fumelike fumet
fumette func functional functools funeral funky funned funnel funnelform funnelled funnest funnier funniest
funninesses funny funnyman funnymen further fury futile fysa gagged gain gallant gallantry gamma garbage geek geekier
geekiest geeky gencodec generates generator generic genial gentle gentler gentlest geometric gets ghost giddy gift
giggle giggled gigglier giggliest gigo given gives glad glamor glamorises glamorizer glamour glee glob globals gloom
gloomier gloomiest gloominesses gloomy gloried glorified glorify gloriole glorioles glory glum glyph goddam goddammed
goddamn godsend goes good gossip gossipmonger gossipped gossipry gossipy graced gracefuller gracefullest gracile
graciles gracilis gracioso gradient grammar grand grandee grandees grandest grandeur granted graphics graphs
gratefuller graticule graticules gratified gratify gratin gratis gratitude gratz grave graved gravel gravelled graven
graveside gravesides gravest gravestone gravestones graveyard greater greatest greed greedier greediest greedy
greenwash greet grey grid grief grievances grievant grieve grieved grim grimace grimaced grimalkin grime grimier
grimiest grimmer grimmest grimy grin grinned grossed grossest grossular grossularite grouch grouchier grouchiest
grouchy groupby grouped grows growth grrr guarantee guaranteed guess guilt guiltier guiltiest guilty gzip hacked hagd
hagn hago haha hahaha hail half hallelujah hand handle handled handshake handsome handsomer handsomest happens happier
happiest happy harass hard hardier hardship hardware hardy harm harmonic harmonica harmonium harmonizer harmony
harried harsher harshest hash hater hatred haunt havoc header healthy heart heartbreak heartbroken heartfelt heaven
heavenlier heavenliest heavenward heavyhearted height hell hellish helper hero heroic heroicomic heroin heroine
heroisms heroizes heron heronry hesitancy hesitant hesitater hexadecimal hhoj hhok hide hides hierarchy higher highest
highlight hint histogram hoax holds holiday homesick honest honestest honesty honoraria honorarium honored honorees
honorific honour hook hooligan hooray hoped horizontal horrent horribles horrid horridnesses horrific horrified
horrify horror host hostile hostiles hostname however html http huckster huge hugged hugs hugz humiliates humor
humoral humoresque humoresques humour hunger hurrah hurray hurt hurtle hurtled hypothesis hysteria hysterics icalendar
icon ideal idealises idealisms idealizer idealogues idempotent ident identifier identify idiot idle ignorami ignoramus
ignorances ignorant ignore ignored illegal illiteracy illnesses iluaaf images imbecile immoral immortal immune
impatiens impatient imperfect impersonal implemented implicit implied impolite import importancy important importlib
impose imposed impotent impress impressure imprisoned improve improved inadequacy incensed incentives include included
incompetent incomplete inconsistent inconvenient incorrect increase increases incremental indent indexed indicates
indicator indices indifferent indignant indirect individual ineffectual infected infer inferior inferred infinite
inflamed influential info infuriates inherit inhibin inhibit inhibitor inhibitory init initial initializer inject
injured injury injustice inline inner innermost innocency innocent innovates inplace input insane insecure insert
insincere insipid inspect inspirator inspiratory inspire inspired inspirit installed instances instead insufficient
insult intact integer integral intellect intellectual intelligent intended intense interact interest interface
interfaces internal interpreted interrupt interruptor interval intimidates intimidator intimidatory intrigues
introduced ints invalid invariant inverse inverted invigorates invigorator invite invoke invoked involve involved
ironic irony irrational irresolute irritant irritates isolates isolator issued itchy items iterables iterates iterator
itself jackass jaded jailed jaunty jealousy jealz jeopardy jerk jewels jhomf jocular joined joked jokester jokey
jollied jolliest jollify jovial joyed joyfuller joypop joypoppers joyridden joyride joyrider joyrode joystick json
jubilant jumpy justified keen keenest keeps kept kernel kewl keyboard keys keyword kill killdeer killick killie
killifish killjoy killock kindnesses kinds kissed kissy kmuf known knows kudos kwargs label lacks lagged lags laidback
lambda lame lamebrain lamedh lamella lamellae lamented lamer lamest landmark languages laoj large larger largest later
latest latex latter laugh laughter launch lawl lawsuit layer layout lazier laziest lazy leads leaf leak least leave
leaves legal lemburg length lenient lethargic lethargy lets levels lexer liar liards libertarian libertinage libertine
libertines libertinisms liberty license lied lifesaver lifetime lighthearted like liked limit linear lineno linked
listed listener literal livelier liveliest livelihood livelong livid lmao lmbao lmfao lmso load loathe loathed lobby
locale locals locked logarithm logged logic login logs lolz lone lonelier loneliest lonelinesses loner lonesome
lonesomes longer longest looks lookup loom loop loose looses lose loss lossy lost louse loused lousewort lousier
lousiest lousy love loved lowball lowborn lowboys lowbred lowbrow lowdown lowe lower lowercase lowercased lowermost
lowery lowest lowish lowland lowlier lowliest lowlife lowlifes lowlight lowlihead lowlinesses lowlives lown lowrider
lowse loyalisms loyalty luck luckie luckier luckiest lulz lurk lylab lylas lylb machinery macro madder maddest magic
magnific magnificent magnifico magnitude maintain major makes malformed manage manager mandatory maniac maniacal
manifest mapped mark markup marvel mask masochisms mass master masterpiece masterpieces match math matplotlib matrices
matrix matter mature maximal maximum maxiter maybe means meant measure measured mechanisms medal median medium
melancholia melancholiac melancholic membership menace menaced mentioned menu merge merged merit meritocracy
meritocrat merrier merriest merry merrymaker merrythought mess messages messy meta metaclass metadata method metrics
might milliseconds minimizes minimum minor minus minute minutes mirrors mirth misbehave misbehaved mischief miser
miserere misericorde misericordes misery misinformed mismatch misread missed mistake mistaken mistaker mixed mixin
moan mock mockery mode models modes modified modify module modules modulo mofo molest monopolizes mooch moodier
moodiest moodinesses moody mope moron moronic motherfucker mourn mournfuller mouse moved mpmath muah mubar multi
multigraph multiline multipart multiple multiplied mumpish murder murderee murderees murderess musm mwah mypy nagana
nagged naggier naggiest nags namedtuple namespace namespaces narrow nastier nastiest nastinesses nasturtium nasty
natural nbif ndarray ndim nearest neat neaten neatest neath neatherd needed neglect neighbors neither nerd nerdier
nerdiest nerdish nerdy nerves nested networks networkx newer newest newline newlines nice nicenesses nicer nicest
nicety nifty niggas nigger nimby nimjd nimq nimy nitl noble node nodes noisy nonce nonexistent nonlinear nonsense
nonzero noob norm nosey note notebook notes notice notify noyb ntmu null numbat numbered numbers numbest numbfish
numbles numbskull numerator numeric numpy nums nurtural nurturances nurturant nurture nurtured nuts oauthlib object
obscene observed obsess obsessional obsessives obsolete obstacle obstacles obtained occurred occurrences occurs octal
offences offend offense offenses offensives offers offline offset often okay older oldest omit omitted ones onto
opaque opened operand operates operator opportune opportunisms opposed opposite oppressed optimal optimises optimisms
optimizer optional ordered orders ordinal origin original orthogonal others outcome outcry outer output outrage
outraged outreach outside overall overflow overhead overjoyed overlap overload overlooked overreact overridden
override overrides oversell oversimplify overview overweight overwhelm overwrite overwritten owner ownership oxymoron
package packages packed packet padded page pages pain painfuller pairs palette pandas panic panicked panicky panicle
panicled panicums paradox paragraph parallel parameter params paranoia paranoiac paranoid pardon parent parentheses
parenthesis parley parse parsed partial particular partied party passed passional password patch pathlib pathname
paths pattern payload peacefuller peacefullest peacekeeper peacemaker peacenik peaces peacetime peacetimes peculiar
penalty percent percentage perfect perfecta perfectest perfectives perfecto perform perhaps peril period perjury
permitted perpetrator perplexed persecute persecuted persistent perturbed perverse pervert pesky pessimisms petrified
petrify pettier pettiest petty phase phobia phobic pick pickle pickled picturesque piece pieces pileup pipe pique
piqued piss pissant pissoir pita pitied pitifuller pitifullest pityriasis pixels placed placeholder plain plane
platform play pleasant pleasantest pleasantry please pleased pleasure pleasured plot plugin pmbi pmfji pmji point
poison poisonwood pollute polluted polynomial poor poorest popular popularises popularizer positional positiver
positivest positivisms postpone postponed potential poverty pprint practice praiser praiseworthy pray prblm preceded
predefined prefer preferences preferred prefix prejudice prejudiced prejudicial prepare prepared prepended
preprocessor presented preserve preserved pressure pressured pressurises pressurizer pretend prettied prettiest
prevents preview prick pricket prickle prickled pricklier prickliest pricky principal print prior prison privilege
privileges prizefight prizer prizewinner problem procedure proceed processed processor produce produced product
profile profit profiteer profiterole profiteroles programs progress prominent promisees promiser promisor promissory
promote promoted prompt propaganda proper property proposed prosecute prosecuted prospect protected protest proto
protocol proud proudest proudhearted provide provided provoke provoked proxy pseudo published puke puked pukka pull
punish pure purpose purposes pushy puts puzzled pyarrow pycon pytest python qualified quantile query questioned queue
queued quick quite quote quoted quotient radiances radiancy radians radiant radius rage raged ragee rainy raises
rancid rancidnesses random range ranges rank rant rape raped rapeseeds rapture raptured rare rash rather ratified
ratio rational reached readline reads ready reason reassurances reassure reassured rebel rebeldom rebelled rebellion
received recent recommended records recover rectangle rectangular recurse redeemed redirect redistribute reduce
reduced redundant reek refer references referred reflect refresh refuse refused regex regexp regions registered
registers registry regret regretted regular rejected rejectee rejectees rejector rejoice rejoiced relationship relax
relaxant relaxin releases relevant reliant relief relieve relieved relievo reload reluctancy reluctant remainder
remains remorse remote removal remove removed rename renamed render repeat replace replaced reported repository repr
represents repress repressor reproduce repulse repulsed request require required rerun rescue rescued resent
resentenced reserved reset residual resign resolute resolve resolved resolvent resource resources respect respond
responses restart restore restored restricted result retained retard retreat retrieval retrieve retrieved retry
returns reuse reused revenge revenged revered reverse reversed revives reward rewrite rewritten richened richer
richest richnesses richweed ridicule ridiculed rigged rigid rigidified rigidify riot risk riskier riskiest riskinesses
risky robber robed robust rofl roflcopter roflmao romanced romanticises romanticisms romanticizes rotfl rotflmao
rotflmfao rotflol rotgl rotglmao rotten round route routine routines rows rtol rude ruder ruderal rudesby rudest ruin
ruinates runner runs runtime sabotage sadden sadder saddest safe safecracker safeguard safelight safer safest safety
safetyman salient sample sampled sapfu sappy sarcasm satisfactory satisfied satisfy savage savaged savagenesses
savagery save saves says scalar scale scaled scam scan scandal scanned scapegoat scare scarecrow scared scaremonger
scarey scenarios scheduled schema scheme schemes scientific scipy scold scoop scope scopes scorn scream screen screw
screwball screwbean screwdriver screwier screwiest screwlike screwup screwworm screwy script scroll scumbag searched
second secure secured securest securitizes seduced seek seems selected selector selfish sends sense sent sentenced
sentimental sentinel separator sequences sequential serene serial serializer serve server sete sets setter setup
setuptools several severe severed severest sexy sfete sgtm shake shakedown shaken shakeout shakers shakeup shakier
shakiest shaky shall shallow shame shamed shamefaced shamefast shape shapes share shared shattered shell shift shit
shitake shitakes shithead shittah shitted shittier shittiest shittim shittimwood shitty shock shockproof shook shoot
shortage shortages shortcut shorter shortest shorthand shown shows shrew shrink shutdown shyer shylock shynesses
shyster sick sicken sides sigh sign signals signature signatures significant sillibub sillier silliest sillimanite
sillimanites sillinesses similar simliar simple simpler simplest simplified simplify sincere sincerer sincerest single
singleminded singleton singular sinister sins site sizes skepticisms skip skipped slam slap slash slavery slaw sleep
slice slices slicker slickest slot slower sluggish slut sluttier sluttiest sluttish slutty smaller smallest smart
smartass smarten smartest smartie smartnesses smartweed smarty smear smilax smile smiled smiley smog smooth smother
smothery smug smugger smuggest smuggle smuggled smugnesses snafu snapshot sneaky snob snobbery snobbier snobbiest
snobbish snobbisms snobby snub snubbed sobbed sobs socket soft software solemn solemnified solemnify solemnizes solid
solve solver somber sometimes somewhat somewhere soothe soothed sore sorrow sorry sorted source sources spaces spam
spammer span spark sparkle sparkles sparse spec special specific specified specify speed spirit spite spited splendent
splendid splendor splendour spline splits spread sqlalchemy sqrt squared squelched stab stabbed stack stage stale
stall stamina stammer stampede standalone standard stank startle startled starts startup starve starved stat status
stays stderr stdin stdlib stdout steadfast steal stealth stealthier stealthiest stealthy stench stenchy stereotype
stereotyped stifled still stimulates stingy stink stinkard stinkbug stinkhorn stinkier stinkiest stinko stinkpot
stinkweed stinkwood stinky stmt stolen stopped stops storage store stored stout straight strain strange strangled
stream streamlit strength strengthen stress stressor stretch stricken strict strike strikers strip stripped strong
strongbox strongest stronghold strongish strongman strongmen strongyl struck struct structural structure structures
struggle struggled stub stubborn stubbornest stuck stuff stunk stunned stuns stupid stupidest stupidnesses stutter
style styles suave subclass subdirectory subgraph subject submit submitted submodule submodules subprocess subroutine
subsequent subset substantial substituted subtype succeeds success successional successor such suck suckered sucky
suffer sufficient suffix suggested suicidal suicide suite sulky sullen sums sunnier sunniest sunshiny super superb
superclass superior supplied supported suppose supposed suppress supremacy supreme supremer supremest supremo sure
surefire surefooted surer surest surety suretyship surface surprisal surpriser survived survivor suspect suspend
suspicion swak swap swear sweet sweetheart sweetie swift swindle swindles switch symbolic symbols symlink symmetric
sympathy sympy sync synonym syntax systems tables tabs tagged tags tail taken talent tantrum tard targets task tears
teas tease teasel teaselled teashops teaspoon teaspoonfuls technique tells temp tempfile templates tendered tenderest
tenderfeet tenderfoot tenderizer tenderloin tendernesses tenderometer tenders tense tensed tensest tensional tensioned
tensor terminal terminates terms terrific terrified terrify terror terrorises terrorisms terrorizes tests text textual
tgif than thank thankfuller thankfullest theme themselves theory therefore thereof theta thief thieve thieved thievery
thin third thks thorny though thought thread threat threaten threshold thrill throughout throw thrown thus thwarted
ticks tied timed timedelta timeline timeout timestamp timezone timezones timid timidest tired title tits toggle token
tolerances tolerant tools tooltip tops torn torture tortured totalitarian tough toughen toughest toughie toughish
toughnesses toughy tout trace traceback track traditional tragedian tragedienne tragediennes tragedy tragic
tragicomedy tragicomic tranquil tranquilest tranquilizer tranquillest transfer transform transparent transport
transpose trap trapped trauma traumata traumatises traumatizes traversal traverse traversed travesty treason treasure
treasured treasury treat tremble trembled triangle triangular trick trickery trickie trickier trickiest trickinesses
trickish trickled trickledown tricksier trickster tricksy tricky tried trigger trim triple trite triumph triumphal
triumphant trivial trivialises trivializes trivium trouble troubled troublemaker troubleshoot troublesome truer truest
trustbuster trusted trustee trustees trusteeship trustier trustiest trustor trustworthy trusty truth tumor tuple
tuples turmoil turn twat twice type types tyvm tzinfo uglier ugliest uglified uglify uglinesses unaffected unapproved
unaware unbiased unbounded uncertain uncertainty unchanged unclear uncompressed unconcerned unconfirmed uncontrolled
unconvinced uncredited undecided undefined undermine undermined underscore underscores understand undirected unease
uneasier uneasiest uneasinesses uneasy unequal unexpected unfair unfocused unfortunates unfulfilled unhandled
unhappier unhappiest unhappy unhealthy unicode unified uniform unimportant unimpressed uninvolved unique unit unittest
unix unjust unkind unknown unlike unlink unlock unloved unlovelier unloveliest unmatched unmodified unnamed unpacked
unpleasant unprotected unquoted unresearched unsafe unsatisfied unsavory unsecured unset unsettled unsigned
unspecified unsupported unsure untarnished untrusted unused unwanted unwelcome unworthy unwrapped updates upgrade
upload upon upper uppercase upset upsetter upstream uptight urgent usage used user username uses usual vague vain
validates validator valuables value valued variables variant variety vars vector verbatim verbose verdict verified
verify versa vertex vertices very vested vibrant vice victim victimhood victimises victimizer video views vigilant
vigor vigorish vigoroso vigour villain villainesses villainy vindicates violater violator violent virtual virtue
virtues virtuosa virtuose virtuosi virtuosic virtuoso virulent visited visitor visual vital vitalises vitalizes
vitamin vitriolic void volume vulture vultures waits walkout wanker wants warfare warfares warm warmblooded warmest
warmhearted warmish warmonger warmouth warmth warmup warn warred wars warsaw warship warstle waste wasted weak weaken
weakest weakfish weakhearted weakish weaklier weakliest weaknesses weakside wealth wealthier wealthiest wealthy weapon
weaponry weep weepie weepier weepiest weepy weight weird weirdest weirdie weirdnesses weirdo weirdy welcome welcomed
well welladay wellaway wellborn welldoer wellhead wellhole wellsite wept were werkzeug whatever wheel whenever whereas
whether whichever whine whined whiney whitespace whitewash whore whored whoredom whorehouse whorehouses whoremaster
whoremonger whoreson whose wicked wickedest wickednesses wide wider widget widowed width wilco wildcard wimp wimpier
wimpiest wimpish wimple wimples wimpy windows winned winnow wins wisdom wiseacre wiseacres wiseass wisecrack wiseguys
wiselier wiseliest wisenheimer wisents wises wisest wisewomen wish witch withdrawal woebegone woes woesome woohoo woot
workaround works worn worried worrisome worrit worry worrywart worse worsen worser worship worshipped worst worth
worthwhile worthy would wowed wowser wrap wrapper wreck writes written wrong xlnt xoxo xoxozzz xqzt yeah yield yolo
yourself yoyo ywia zealot zeros
"""
