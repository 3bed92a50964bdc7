"""Plain words of causes, politics and everyday talk, which no name is made of; in the languages campaigns write in.

Surnames of known people are left out, even those of rulers: somebody else who bears one would get past with it.
"""

ENGLISH = """
a about above abuse access accord accords account across act action actions activism activist activists ad address
affair africa african after again against age aid air alarm alert all alliance allies ally alone also alternative
always am amendment american americans amnesty an ancient and anger animal animals anniversary annual another answer
anthem anti any anybody apartheid appeal april arab archive are area arm armed arms army around arrest arrested art
article artists as asian ask assault assembly association asylum at atlantic attack attacks august aunt authority
award aware awareness away baby back bad bail ball ban band bank bar bay be bear beach because become been before
begin behind being best better between beyond big bill bills birth black blood bloody blue board boat body bold bomb
book books border borders born boss both boy boys brand brave bread break bring brother brothers brown build
building bullet bus business but buy by call camp campaign campaigns camps can canal cannot capital car card care
cares case cases cat catholic cause ceasefire cell center central centre challenge chance change changes charge
charges charity charter check chief child children choice choir chorus christian christians christmas church circle
cities citizen citizens city civic civil claim class clean clear climate clinic close club coal coalition coast code
cold collective college colour color colours column come comes coming commission committee common commons commune
communication communities community company conference confession conflict congress consent constitution contract
control convention convoy cop cops corner corps corruption cost council country countries coup courage court courts
cover create crew crime crimes criminal crisis cross cry culture cup custody cut daily dam dance danger dark data
date daughter daughters day days dead deal dear death debate debt december decision decolonise decriminalise deep
defence defend defense defund delay delta democracy democratic democrats denial deport deportation desert detained
detainees detention development dialogue did die died different dignity direct dirty disability disabled
disappearance disappeared discrimination diversity do doctor doctors does dog dogs done dont door doors down dream
dreams drill drive drop drug drugs during each early earth east eastern easy echo economy edit editor education
eight election elections emergency empire empower end ending ends energy enough environment equal equality equity
era escape eternal europe european ever every everybody everyone everything everywhere evidence exile exist expose
expression extinction extradition eye eyes face fact facts fail fair fairness faith fake fall falls families family
famine fan fans far farm farmer farmers fast father fathers fear federal federation feed female feminism feminist
feminists festival field fight fighter fighters file files film fire first fish five flag flight flood floods
flotilla fly food football for force forced forces forest forests forever forget forgotten forum forward found
foundation four fracking free freed freedom freedoms friday fridays friend friends from front frontline fuel full
fund funds future game games gang gas gate gay gays gender general generation genocide get ghetto ghost giant girl
girls give global go goal god going gold golden gone good government great greed green ground group groups growing
growth guard guards guide guilty gulf gun guns had hall hand hands happy harassment harbour harbor hard harm has
hate have he head heal health healthcare hear heart hearts heat heatwave held help helpline her here hero heroes
hidden high highway hijab hill him hip his history hold holocaust holy home homeless homes homophobia honor honour
hope horn hospital hostage hostages hot hotel hotline hour hours house household housing how human humanitarian
humanity hundred hunger hunt hunter hurricane i ice idea if illegal image immigrant immigrants immigration impact
impunity in independence independent index indigenous industry inequality inform information initiative injustice
inquiry inside institute integrity international internet intersex into invasion investigate investigation invisible
is island islands issue issues it its jail january job jobs join journal journalism journalist journalists journey
joy judge judges july jump june jungle jury just justice keep key kids kill killed killer killing killings kind king
kingdom kitchen kneel knee know knowledge labor labour lake lamp land lands language lantern lanterns last late law
laws lawsuit lawyer lawyers lead leader league learn leave left legacy legal lesbian lesbians less let letter
letters level lgbt lgbti lgbtiq lgbtq liberation liberty library lie lies life lifeboat light lighthouse lights like
line lines link lion list listen little live lives living local lock long look lord lost love low lunch machine made
mail main make male man manifesto many map march marches marching marine market marriage martyr martyrs massacre
matter matters may mayor me mean meat media medical medicine medics meet meeting member members memorial memory men
mental mercy message metal metro middle midnight migrant migrants migration military militia mill million mind mine
miners ministry minority minorities miss missing mission mob model modern moment monday money monitor month moon
moral more morning mosque most mother mothers mountain mountains move movement movements much mural murder murders
museum music muslim muslims must mutual my name named names nation national nations native nature near need needs
neighbour network never new news newspaper next night nights nine no nobody noise none nonviolence normal north
northern not nothing november now nuclear number nurse nurses oath observer occupation occupy ocean october of off
office officer officers offshore oil old olympic olympics on once one online only open opera opinion opposition or
order orange organ organisation organization orphan other our out outreach over own pacific pact pain palace paper
papers parade parents park parliament part parties partners party pass passport past path patients patriot pay peace
peaceful pen people peoples periodic permanent person persons petition phone photo picket pipeline place plan planet
plant plastic play please pledge poison police policy political politics poll pollution poor pope popular port
position poverty power powers pray prayer prayers presence present president press prevent price pride prime prince
princess prison prisoner prisoners prisons private prize pro process profit program project prophet prosecutor
protect protection protest protesters protests proud public punishment purge purges push quarter queen queer
question quiet race racism racist radio rage raid rail rain rainbow raise rally rape ratify reach read ready real
rebel rebellion rebuild recall record red reform refugee refugees regime region register reject relief religion
religious remain remember remembrance reparations repeal report reporters reports repression reproductive republic
rescue resign resist resistance resolution respect response rest restore return revolt revolution rice rich ride
right rights riot rise rising river rivers road roads rock role room root roots rose rule rules run rural sacred
safe safety said salt same sanctions sanctuary saturday save saved say school schools science sea search season
secret section secure security see seed self senate send senior september services service seven sex sexual shadow
shame share shelter shield ship shooting shore short should show shut sick side silence silent since sing sister
sisters sit six slave slavery slogan slow small smoke snow so soap social society soil solar soldier soldiers
solidarity solution some son song songs soon soul south southern space speak speakers special speech spirit sport
sports spring squad stand standing star stars start state states statement station statue stay steel step stolen
stone stop storm story straight strait strategy street streets strength strike strikers strikes strong student
students study suffrage summer summit sun sunday support surveillance survivor survivors survive swim system take
takes talk tank tap target tax tea teach teacher teachers team tear tears tech telegram tell temple ten tent
territory terror test thanks that the theatre their them then there these they thing things think this those
thousand three through thursday tide tiger time times to today together toll tomorrow tonight too tool top torch
torture total touch tour towards tower town toxic trade traffic trafficking trail train trans transgender transition
transparency travel treaty tree trees trial tribe tribunal tribune troops true truck trust truth tuesday tv two
umbrella under undocumented union unions unite united unity universal university until up uprising us use valley
values van vaccine veterans victim victims victory view vigil village violence vision visit voice voices volunteer
volunteers vote voter voters voting wage wages wait wake walk wall walls want war warming wars watch water waters
wave way ways we weapons wear week weekend welcome welfare well west western wetlands whale what when where which
while whistle whistleblower white who whole why wild will win wind window winter wire wish with within without
witness wolf woman women womens wood word words work worker workers working world worth wound write writers wrong
yard year years yellow yes you young your yours youth zero zone find finding where's bringing rip praying prayfor
honouring remembering saving seen wanted searching release releasing unjailed defenders relatives hebdo express rug
doll brides airlines airport tribute cartoons day's poisoning assassination effect doctrine gardens kadyrovtsy nobel
pulitzer covid hiv aids abortion adoption ableism antisemitism islamophobia transphobia misogyny
femicide feminicide bullying amazon google facebook twitter instagram youtube tiktok whatsapp signal wikipedia
bluesky mastodon reddit bank's nationals nationwide overturned sars covid19 blm metoo endsars nogo roe wade wagner
azov hamas hezbollah taliban isis pussy femen greenpeace oxfam unicef unesco article19 reuters guardian telegraph
mirror post herald gazette chronicle meduza novaya gazeta kommersant vedomosti ekho spectrum agora golos
open-society vesna otpor solidarnosc kmara gezi euromaidan maidan annexation annex announce announcement carbon
marketing maritime martial marvel marathon margin marginal marginalized mandate manual permit perspective petrol
petroleum peters romance romantic robbery rosewood leopard victorious georgetown alimony alien alibi alike align
alive allow alexandrite albeit album algorithm algebra annually dangerous daniel's davidic evangelical evangelist
genesis generous genuine iranian iraqi israeli jamaican janitor kenyan leadership learning legislation legalize
legalise lilac lisbon lucky mineral minimal miracle oliveoil paulista penalty rapist ruling salaries salvage
samaritan samples sandwich sanitary sarcasm sebastopol sophisticated theodicy thomism tibetan tourism tomato
ukrainian valentine veronal victorian vietnam
"""

RUSSIAN = """
и в во на не нет за из к ко о об от по под при про с со у до для без как что кто где когда это эта этот эти тот та
те так там тут да но или бы же ли мы вы он она они я ты все всё всех всем вся весь наш наша наши нашу ваш свой своя
свои своих их его ее её мой моя моё мои только уже ещё еще после перед между против вместе через чтобы если пока
хватит долой прочь вон вернуть верните вернем дайте дай свобода свободу свободы свободе освободите освободить
отпустите найдите ищите ищу пропала пропал розыск выпустите верни спасите спасти спаси помогите помощь помоги защита
защиты защитим защитите остановите остановить стоп закройте закрыть лагерь лагеря лагерей концлагерь преследование
преследования пытки пыток пытка геев гей геи лесбиянки лесбиянок лгбт лгбтк лгбтик транс квир права право прав
правам людей люди человека человек женщин женщины женщина мужчин мужчины детей дети детям мать матери матерей мам
мамы отцы отец семья семьи семей жизнь жизни смерть смерти война войны войне войну войной мир мира миру миром дело
дела делу закон закона закону законы суд суда суды судья судьи тюрьма тюрьмы полиция полиции полицейский омон
росгвардия фсб мвд гулаг зэк заключенный заключенные заключенным заключенных политзаключенный политзаключенные
политзаключенным политзаключенными политзаключенному политзаключенного политзаключенной политузник политузники
политузников политузникам политзекам политзеки политзеков политзаключенных политзек политзэк узник узники узников
арест ареста аресты задержание задержания обыск обыски допрос приговор адвокат адвокаты комитет комитета союз союза
движение движения фонд фонда центр центра совет партия партии организация организации общество общества мемориал
мемориала журналист журналисты журналистов журналистам газета газеты новая новости новый новое новые россия россии
россию россией российский российская российские российских русский русская русские русских москва москвы москве
петербург украина украины украине украинский чечня чечни чечне чеченский чеченские чеченская чеченцы чеченцев
грозный беларусь беларуси белорусский белорусские кавказ кавказа кавказский дагестан ингушетия крым крыма донбасс
татары татар крымские крымских нохчи нохчо нохчийчоь маршо вайнах вайнахи марш марша протест протеста протесты
протестов митинг митинга митинги пикет пикеты акция акции голодовка забастовка забастовки стачка бойкот петиция
выборы выборов выборам голос голоса голосуй власть власти народ народа народу народный народная страна страны города
город деревня дом дома улица площадь день дня дни ночь ночи утро вечер неделя месяц год года лет час часа время
времени сегодня завтра вчера сейчас всегда никогда снова конституция конституции демократия демократии
справедливость справедливости правда правды правду ложь совесть совести честь достоинство достоинства равенство
равенства солидарность солидарности надежда надежды вера веры любовь любви слава славы память памяти помним помнить
помни герой герои героям жертва жертвы жертв беженец беженцы беженцев мигрант мигранты мигрантов насилие насилия
домашнее насилию сестра сестры сестёр сестер брат братья братьев сын дочь дочери ребенок ребёнок студент студенты
студентов учитель учителя учителей врач врачи врачей медик медики рабочий рабочие рабочих шахтеры фермеры фермеров
солдат солдаты солдатских армия армии мобилизация мобилизации призыв призывник дезертир эколог экология климат
климата лес леса озеро река реки байкал море моря вода воды воздух земля земли мусор свалка завод завода реформа
реформы пенсионная интернет телеграм телеграмма фильм книга книги песня песни театр театра музей школа школы
университет больница церковь храм храма сквер парк парка мост моста станция фонарь фонари свет маяк маяка весна лето
осень зима январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа
сентябрь сентября октябрь октября ноябрь ноября декабрь декабря понедельник вторник среда четверг пятница суббота
воскресенье один два три четыре пять шесть семь восемь девять десять сто тысяча миллион первый первая второй третий
черный черная чёрный белый белая белые красный красная зеленый зелёный голубой синий желтый жёлтый большой большая
великий малый старый молодой добро пожаловать живи живые вечный полк бессмертный горячая линия телефон доверия
хештег флешмоб имя имена имён имен список списки письмо письма отряд группа пропали пропавшие ищем найти
разыскивается убийство убийства убит убита убили погиб погибшие расследование расследования отставка отставку
импичмент вор воры жулики жуликов воров коррупция коррупции крест крестом красного вольница имени святой свято сети
сеть россиян россияне граждан граждане гражданский гражданское эхо кремль кремля кремлю кадыровцы кадыровцев
шаман маргинал маринад марафон романтика викторина викторины виктория победа победы победу романс романы роман юлианский
александровский александрийский александровск ивановский ивановское петровский петровка андреевский михайловский
николаевский николаев владимирский борисовский борисов дмитров дмитровский павловский павловск константиновка
марьино марьинка софийский сергиев романов романовы й ні ми ви він вона вони що як це цей ця проти разом воля волю
україна україни україні мова людини жінок жінки дітей діти справа народний рада верховна вибори влада майдан
незалежність незалежності війна війни пам'ять полонені полонених верніть поверніть звільніть допоможіть жыве свабода
волі вязні палітвязні сіла
"""

OTHERS = """
uwolnić uwolnijcie uwolnic uwolnienie liberen liberad libera liberate liberem libertem soltem soltar suelten liberez
relachez freilassen freilassung befreit lasst freilasst szabadítsátok szabadsagot szabadságot eliberati eliberați
osvobodite oslobodite pustite propustte ozgurluk serbest bırakın birakin bebaskan laat vrij frige slipp libere
звільнити звільніть волю вызваліць вызваліце свабоду свабоды justica justiça giustizia gerechtigkeit spravedlnost
spravedlivost pravednost sprawiedliwosc sprawiedliwości adalet icin adaletini dreptate igazsagot igazságot haki
insaf haqq odolat adolat ədalət azadliq azadlıq ərkіндік бостандық эркиндик эркіндік әділдік адилеттик hürriyet der
die das den dem des ein eine einer einen und oder nicht kein keine keinen fuer fur für gegen mit ohne von vom zum
zur zu im in am an auf aus bei nach seit ueber über unter vor wir ihr sie er es ich du ist sind war wird werden hat
haben uns unser unsere alle alles mehr nie nur noch schon auch jetzt hier freiheit freie freies frei menschenrechte
menschen mensch frau frauen kind kinder mann männer rechte recht gesetz grundgesetz frieden krieg kriege klima
klimaschutz klimastreik streik demo demonstration protest bündnis verein stiftung verband partei polizei gewalt
rassismus rechts links nazis nazi antifa flucht flüchtlinge gefluechtete geflüchtete asyl grenze grenzen
seenotrettung seebrücke bleiben bleibt hände weg stoppt stoppen stopp rettet retten hilfe helft zukunft leben lebens
tod tot opfer erinnern erinnerung gedenken nein ja danke tag tage nacht woche jahr stadt land dorf wald hambi kohle
ausstieg atomkraft wohnen mieten miete enteignen deutsche deutscher deutschland europa offene omas bunt statt braun
unteilbar wirsindmehr aufstehen ende gelände letzte generation strasse straße platz haus schule pflege welt brot
rotes kreuz grüne linke sozial arbeit arbeiter gewerkschaft lohn letzter erste zweite neue neues neuer alte le la
les un une de et ou ni pas plus pour contre avec sans sous sur dans par chez nous vous ils elles je tu il elle est
sont suis être avoir ont a au aux ce cette ces mon ma mes notre nos votre leur leurs tous tout toutes toute liberté
égalité fraternité justice vérité droits droit homme hommes femme femmes enfants enfant vie vies mort morts paix
guerre climat grève manifestation manif marche gilets gilet jaunes jaune nuit debout mariage police violences
violence policières racisme solidarité réfugiés migrants sans-papiers loi réforme retraites retraite travail
travailleurs peuple république démocratie élections ville maison école hôpital jour jours année ans non oui stop
sauvez sauvons libérez libérer enfance main mains soeur soeurs frère balance ton porc manifeste ligue fondation
association secours populaire catholique médecins frontières croix rouge monde libre el los las uno unos unas y o no
sí si más por para con sin sobre en entre contra del al que quien como cuando donde somos son ser hay fue era mi mis
tus su sus nuestro nuestra nuestros todos todas todo toda nada nunca nosotras nosotros libertad justicia verdad
derechos derecho humanos mujer mujeres niño niña niños niñas vida vidas muerte paz guerra clima huelga paro marcha
marea verde violencia machista género aborto legal seguro gratuito ley basta ya vivas viva vivos queremos faltan
menos miedo estado violador camino tierra agua pueblo pueblos indígenas trabajadores trabajo salud educación pública
memoria desaparecidos desaparecidas desaparecida abuelas madres plaza mayo dictadura democracia elecciones
constituyente chile colombia resiste cacerolazo toque queda fuera asamblea movimiento sindicato casa calle ciudad
país día días noche año años ahora siempre sola solas hermana hermanas hermano yo te creo comunidad gente joven
jóvenes estudiantes maestros maestras campesinos fiscal os as um uma e não nao sim mais com sem em na nas do da dos
ao pelo pela quem ele ela eles fora negras negra negros importam liberdade verdade direitos direito mulher mulheres
criança crianças povo povos terra água floresta amazônia indígena demarcação marco temporal greve geral ditadura
eleições educação saúde lei presente mandou matar lula livre impeachment polícia violência rio mar rua cidade lo gli
i una di della dello delle degli dei dal nel nella sul senza per tra fra contro sì più noi voi loro sono è siamo
libertà verità diritti diritto umani umano donna donne bambini uomo vita vite morte pace sciopero manifestazione
legge porti aperti sardine popolo lavoro lavoratori scuola salute strada città giorno notte anno anni mai sempre ora
subito fuori governo w z od za po pod nad przez przed bez dla tak jest są był była oraz lub albo czy że się kto co
gdzie my wy oni ona ono nasz nasza nasze wolność wolne wolni wolna sądy sąd prawo prawa sprawiedliwość prawda
człowieka ludzie ludzi kobieta kobiety kobiet strajk piekło dziewczyn czarny marsz równości tęczowy dzieci dziecko
życie śmierć pokój wojna klimat ustawa konstytucja demokracja wybory solidarność naród ojczyzna polska polski
polskie polskich granica granicy uchodźcy rodzina ulica dom dzień noc rok lat teraz zawsze nigdy dość ratuj ratujmy
ve veya ile için bir bu şu biz siz onlar ben sen değil yok var ne kim nerede nasıl çok az daha hep her hiç özgürlük
hak haklar hakları insan insanlar kadın kadınlar kadin çocuk yaşam yaşasın ölüm barış savaş direniş diren gezi
yürüyüş eylem cinayet cinayetleri cinayetlerini durduracağız sözleşmesi istanbul yaşatır yasa kanun mahkeme polis
şiddet hükümet istifa seçim demokrasi halk halklar işçi emek grev üniversite boğaziçi okul sokak ev gün gece yıl
şimdi asla hayır evet anneleri cumartesi és egy nem igen is hogy ki ő ti ők szabadság igazság jog jogok ember emberi
emberek nő nők gyerek élet halál béke háború törvény rabszolgatörvény szabad ország magyar magyarország nép tüntetés
sztrájk oktatás tanár tanárok egyetem diák ceu maradjon sau nu pe cu fara pentru este sunt ei libertate adevar
drepturile omului femei copii viata moarte razboi lege rezist salvati rosia montana oras zi noapte ani hotii u sa
nije smo ste biti sloboda pravda istina prava ljudska ljudi žene žena deca djeca život mir rat zakon protesti jedan
pet miliona marš srbija bosna kuća grad noć godina davimo beograd aby ale jsou kde kdo nebo pro proti s se to už v
že svoboda lidé lidi práva ženy děti válka mír zákon milion chvilek ulice dům město wa kwa uhuru amani watu wanawake
watoto serikali maandamano sisi wote pamoja hapana ndiyo nchi maisha aur ka ke ko me hai nahi hum sab azadi inquilab
zindabad jai hind bharat mata bachao andolan kisan mazdoor beti padhao gau raksha satyagraha swaraj khaki rang
basanti bhim lal salam ang ng mga at hindi huwag kalayaan bayan tao karapatan laban makibaka yang dari untuk tidak
bukan kami kita mereka reformasi dikorupsi rakyat keadilan merdeka papua tolak hukum jin jiyan zan zendegi hijab
sitiz berxwedan jiyane marsho nokhchi nokhchiy nokhchiycho daymohk vaynakh toyba adat nakh بە ژن زندگی آزادی ژیان
ئازادی جن برای علیه مرگ بر نه به از در با که این آن ما شما آنها اعدام اعدامها زندانی زندانیان سیاسی زنان زن مرد مردم
ایران حجاب اجباری حق حقوق بشر عدالت انقلاب اعتراض اعتراضات اعتصاب معلمان کارگران دانشجو دانشگاه دختر دختران خیابان
میدان مادران دادخواه فلسطین اسرائيل الشعب يريد اسقاط النظام ثورة الثورة حرية الحرية عدالة العدالة كرامة الانسان
الإنسان المرأة النساء الاطفال الأطفال غزة القدس فلسطين سوريا مصر السودان اليمن لبنان العراق تونس الجزائر المغرب
ليبيا الاردن السعودية معتقل معتقلي معتقلين المعتقلين الرأي لا نعم من في على الى إلى عن مع ضد كل نحن هم هو هي الحياة
حياة السلام سلام الحرب حرب الموت جمعة يوم ليلة سنة شهيد الشهيد شهداء الشهداء انقذوا أنقذوا الحراك حراك يتنحاو قاع
طلعت ريحتكم مليونية اضراب إضراب قانون محكمة سجن السجن أوقفوا اوقفوا ضحايا الإعدام أسرى الأسرى حصار الحصار حملة منظمة
العفو الدولية الصليب الأحمر الهلال اطلقوا أطلقوا سراح الحريه لـ لل और का की के को से में है हैं नहीं हम सब न्याय
आज़ादी आजादी अधिकार मानवाधिकार किसान आंदोलन महिला महिलाओं बेटी बचाओ संविधान भारत ભારત অধিকার স্বাধীনতা বিচার চাই
নিরাপদ সড়ক আন্দোলন צדק חופש שלום זכויות אדם נשים עכשיו די למלחמה ישראל ελευθερία δικαιοσύνη δικαιώματα γυναίκες
ειρήνη πόλεμος όχι ναι
"""

GREETINGS = """
hello hi hey bye goodbye ciao bella bello belle hola adios adieu salut bonjour hallo tschuss privet привет пока
merhaba selam shalom namaste amore amour amor beau bon bonne buen buena buenos buenas boa bom grande gran piccolo
petit petite viva vive evviva forza allez vamos avanti обидно вместе дорогой дорогая первый последний избиение
похищение убийства казнь казни угрозы угроза травля цензура закрытие запрет запрета незаконный пропавших иноагент
иноагенты иностранный агент агенты политические репрессии репрессий правозащитник правозащитников активист
активистов активисты активистки журналистка журналистки националистов коммунистов террористов экстремистов
подростков призывников
"""

# Words of two letters that stand in joined tags; any others would explain too much.
SHORT = """
of in to is on we us my no be by it me or so at as an do go if up am de la le el en un du da di na ne не на за по от
мы вы из до со
"""
