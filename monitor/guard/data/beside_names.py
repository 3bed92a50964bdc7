"""What names of no list can be told by: words that speak of a person, and endings that names hardly have."""

# Whoever or whatever follows one of these is probably a person, or the name is left when they are taken away.
MARKERS = """
prisoner prisoners political jailed imprisoned detained arrested abducted kidnapped disappeared missing murdered
killed
slain convicted sentenced accused whistleblower activist activists journalist reporter blogger teacher student lawyer
defender pastor priest nurse doctor poet writer singer artist professor academic nun monk farmer worker girl boy woman
man mother father family brother sister son daughter child children victim survivor martyr case trial arrest
detention death
murder killing disappearance execution funeral grave hearing appeal sentence verdict story release free freedom
justice
save help support find bring home back pray prayers prayfor remember remembering remembrance memory tribute rip rest
peace power solidarity stand standing with for in of to the against a an honor honour our my say her his name where is
are was who whose happened what we i am us do not forget never stop deport deportation return rescue protect defend
wanted seen last looking searching search let go now mr mrs ms about letter letters write from exonerate pardon
clemency
заключенный заключённый заключенного заключённого заключенная заключённая политзаключенный политзаключённый
политзаключенная политзаключенного политзаключённого политзаключенной политузник политузница узник узница активист
активиста активистка активистки активистку журналист журналиста журналистка журналистки журналистку блогер блогера
учитель учителя учительница учительницы учительницу адвокат адвоката врач врача студент студента студентка студентки
студентку пенсионер пенсионера пенсионерка пенсионерки пенсионерку правозащитник правозащитника правозащитница
правозащитницы правозащитницу художник художника художница художницы художницу поэт поэта солдат солдата мать отец
отца сын сына дочь брат брата сестра сестры семья семьи семье ребёнок ребенка девочка девочку мальчик мальчика
свобода свободу освободите отпустите верните вернуть спасите спасти помогите помочь помощь поддержите поддержать
найдите найти ищем разыскивается пропал пропала пропали похитили похищен похищена похищение похищения задержан
задержана задержание арестован арестована арест ареста убийство убийства убит убита память памяти дело дела суд над
приговор за для в о об по к с и на не где находится кто такой такая прощай помним мы я ты это письма письмо жене мужу
справедливость справедливости против правосудие правосудия добейтесь молитесь
звільніть звільнити волю свободу свобода воля поверніть повернути допоможіть допомога врятуйте знайдіть зник зникла
зниклий зниклого політв'язень політв'язня політв'язнів активіст активіста активістка журналіст журналіста
журналістка вчитель
вчителька справа справи вбивство пам'яті полонений полоненого полонена бранець справедливість справедливості де є
вызваліце свабода свабоду палітвязень палітвязня палітзняволены палітзняволеная журналістка актывіст актывістка
дапамажыце
libertad libertar liberen liberad liberar liberacion libre para por justicia presos preso presa prisionero prisionera
politico activista periodista maestro maestra profesor profesora estudiante abogado abogada defensor defensora
campesino campesina madre padre hijo hija hermano hermana familia caso desaparecido desaparecida desaparicion
asesinato
asesinado asesinada feminicidio ayudar ayuda ayudemos apoyo apoyar buscamos buscar busca busco se donde esta están
salvar salven
salvemos memoria homenaje vive vivo viva vivos queremos devuelvan regrese solidaridad con no los las la el de del al
a en
liberdade libertem soltem justica pelo pela prisioneiro prisioneira jornalista ativista professora estudante
indigenista desaparecidos procura se procurase ajudar ajude ajudem caso morte assassinato memoria quem matou onde
ou est sont liberte liberez liberer pour prisonnier prisonniere journaliste militant militante avocat avocate
enseignant enseignante
professeur etudiant etudiante mere famille affaire disparition disparu disparue meurtre assassinat aidez aider aidons
soutien soutenir soutenons sauvez sauvons retrouver retrouvez recherche hommage verite rendez-nous du des a au et
liberta libero libera liberate giustizia prigioniero prigioniera giornalista attivista insegnante studente studentessa
verita scomparsa scomparso omicidio aiutiamo aiutate aiutare salviamo salvate riportiamo casa ricordo ricordando
freiheit freilassung freiheitfur fuer fur gerechtigkeit gefangene gefangener gefangenen inhaftierte inhaftierter
inhaftierten aktivist aktivistin journalistin lehrer lehrerin anwalt anwaltin anwaeltin schulerin studentin mutter
vater bruder schwester familie fall prozess mord ermordung tod vermisst vermisste gesucht hilfe helft rettet suche
solidaritat mit gedenken erinnern erinnerung gegen wo ist wer kennt keine abschiebung von bleibt lasst frei lassen
wolnosc wolnosci uwolnic uwolnijcie dla sprawiedliwosc sprawiedliwosci wiezien wieznia wiezniarka polityczny
dziennikarz dziennikarka aktywista aktywistka nauczyciel nauczycielka sprawa zaginal zaginela zaginiony zaginiona
zabojstwo pamieci pomoc pomozcie pomozmy ratujmy ratujcie szukamy gdzie jest solidarni z murem za
svobodu svobodne propustte vezen vezenkyne novinar novinarka ucitel ucitelka pripad pomozte zachrante hledame pro
szabadsagot szabaditsatok ujsagiro tanar aktivista ugye eltunt segitsunk segitsetek igazsagot keressuk hol van
libertate eliberati pentru dreptate jurnalist jurnalista profesoara activista cazul disparut disparuta ajutati salvati
ozgurluk icin adalet serbest birakin birakilsin tutsak tutuklu gazeteci ogretmen avukat ogrenci aktivist kayip nerede
davasi cinayeti yardim yalniz degildir oldurulen anisina yasasin
azadi baraye zendani adalat uhuru haki kwa mwanahabari mwalimu mwanafunzi yuko wapi bebaskan keadilan untuk wartawan
guru aktivis dimana palayain hustisya para kay nasaan
الحرية حرية لـ العدالة المعتقل المعتقلة المعتقلين معتقل معتقلة الأسير الأسيرة أسير أسيرة الصحفي الصحفية الصحافي
الصحافية الناشط الناشطة الناشطين المدون المحامي المحامية المعلم المعلمة الطالب الطالبة الطبيب الطبيبة الشهيد الشهيدة
المفقود المفقودة أنقذوا ساعدوا أفرجوا أطلقوا سراح عن أين قضية مقتل اغتيال اختفاء ذكرى الشاعر الدكتور الدكتورة
آزادی برای زندانی سیاسی روزنامه‌نگار معلم دانشجو وکیل فعال مدنی زنده‌یاد شهید پرونده قتل نجات دهید کمک به آزاد کنید
کجاست را اعدام نکنید
रिहा करो रिहाई न्याय आज़ादी कैदी पत्रकार शिक्षक शिक्षिका छात्र छात्रा वकील लापता बचाओ के लिए को दो की का मुक्ति
हत्या मदद करें कार्यकर्ता
মুক্তি চাই মুক্ত করো বিচার হত্যা হত্যার সাংবাদিক শিক্ষক ছাত্র নিখোঁজ জন্য সাহায্য
ազատություն արդարություն որտեղ է თავისუფლება სამართლიანობა გაათავისუფლეთ სად არის ελευθερια στον στην δικαιοσυνη για
τον την που ειναι
שחררו צדק עבור ל איפה חופש
"""

# Endings of ordinary words; surnames of the same ending are in the list of surnames.
ORDINARY_ENDINGS = """
tion tions sion sions ment ments ness nesses ship ships ism isms ismo ismos isme ismus izmus ist ists ista istas isti
istes isten iste itaet tat taten ogy ogie ogia ology graphy phobia phobie fobia phobic cracy cratic cratie cracia cide
cides cidio cidios ous ful fully less able ables ible ibles ically ical icals ence ences ance ances ency ancy hood
ized ised izing ising ization heit heiten keit keiten ung ungen schaft schaften lich liche licher liches lichen ische
ischer isches ischen gesetz gesetze partei zeitung verein bund verbot pflicht rechte rechten rechts freiheit ique
iques ites eux euse euses trice trices aire aires cion ciones sion siones dad dades idade idades miento mientos
mento mentos encia encias ancia ancias cao coes zione zioni menti tivo tivos tiva tivas tive tives tif tifs osc
osci acja acji enia eniu owanie owania owych owego anych anego ovani nosti tvi szag sagot seget sag
ilor ului tatea tiei lari leri larin lerin ligi lugu mesi masi acak ecek iyor heid lijk lijke het ering erna arna
aidens edly ingly ings ries ures ories ories ors osity
"""
ORDINARY_CYRILLIC = """
ость ости остей остью остям ение ения ений ению ением ениях ание ания аний анию анием аниях ция ции ций цию цией циям
циях ство ства стве ству ством ств изм изма изму измом исты истов истам ный ная ное ные ных ным ными ного ному ской
ское ские ских ским скими ского скому шие щие щий щая щее щих вший вшие вших ать ять ить ться ет ют ают яют ует уют
яя ее ливый ивый ящий ащий ення ання іння еннями ість ості ція ції цій ство ський ська ське ські ських ської ского
ні ної
ного них ими ними ння цыя цыі сць сці насць ский скую ную нную тели телей тель теля ники ников ница ницы ние ния нии
"""
