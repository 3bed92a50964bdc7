"""Words in the names of countries, peoples, languages and their cities, in many languages."""

# A word of them speaks against a name.
WORDS = """
aaiun abkhazian achinese acoli acre acuña adak adaları adangme adası administracyjny administrativa administrative
administração adygei adyghe afar afeganistão afganistanu afganistán afganisztán afgán africana afrihili afrikaans
afrikai afrique afro afryki ainu aires akan akkadian alanda alandzkie alaska albanian albanie albanien albanii albán
alemanha alemania alemannic aleut aleutian algerien algieria algierska algonquian algériai algérienne allemagne
almanya alsatian altai altaic americana americane amerikai amerikan amerikanisch amerikanische amerykańskie ameryki
amharic amministrativa américaines amérique anadyr anchorage andora andorra andorrai andorre andory angika angolai
angoli anguila anguilla antarctique antarktis antarktisgebiete antarktisz antarktyka antartide antigua antártida
apache apia apostolska applicable araba arabe arabes arabi arabic arabie arabien arabii arabische arabistan arabska
arabskie aragonese araguaina aramaic arap arapaho arawak arenas argelia argentin argentine argentinien argentinische
argentyńska arizona arjantin armenian armenien armenii arménie arnavutluk artificial aruba arábiai ascension
ascensione ascensão aserbaidschan ashkhabad asiatic asmera assamese asturian asturleonese athapascan atikokan atka
atyrau australes australi australia australian australie australien austrii austronesian ausztria ausztrália autriche
auxiliary avaric avestan avorio avustralya avusturya awadhi aymara azerbaigian azerbaijani azerbaijão azerbajdzsán
azerbaycan azerbejdżan azerbejdżanu azeri azores bable bahama bahamai bahamalar bahamas bahamy bahrajn bahrajnu
bahreyn bahreïn baixos bajanorte bajasur bajos balinese balkar baluchi bambara bamileke banda banderas bangla
bangladeche bangladesi bangladesz bangladeszu bangladés bangui bantu barbade barbados barbuda barthélemy bartolomé
baréin barém basa based bashkir bassi batak bator batı bağımsız bedawiyet beja belem belga belgia belgien belgii
belgio belice belize belçika bemba bengali bengladesh benim benin benini beninu berber bermuda bermudas bermudes
bermudy beulah bhasa bhojpuri bhoutan bhutan bhutanu bhutáni białorusi białoruś bielorrusia bielorússia bihari bikol
bilin bini birleşik birliği birmania birmanie bislama bissau bisáu blantyre blin bliss blissymbolics blissymbols boise
bokmål bolgár bolivar bolivariana bolivarienne bolivarische bolivie bolivien bolivári boliwariańska boliwii bolíviai
bonaire bosnian bosnie bosnien bosznia botsuana botswanai botswany bougainville bouthan bouvet bouveta bośni bożego
braj branco brasile brasilien brazylia brazylii brazzaville brazília bretagna bretagne bretanha bretaña breton
brezilya brit britanniche britannico britannique britanniques britische britisches british británicas británico broken
brunei brytyjskie brésil buginese bujumbura bulgarie bulgarien bulgaristan bundesrepublik buriat burkina burmese
burquina burun busingen bután butão bułgarii bélgica bölgeleri bölgesi büyük cabo caddo caicos caicosinseln caimán
caimão caledonia calédonie camarões cambodge cambogia camboja camboya cameroun camerún campo canary cancun capo
caraibici carib caribe casey castilian catalan catamarca catar cayenne cayman cazaquistão caïmans caïques cebelitarık
cebuano ceca cechia celtic centrafricaine centrafricana centroafricana ceuta cezayir chade chagatai chagos chamic
chamorro chat chatham checa chechen chequia cherokee chewa cheyenne chibcha chihuahua chilei chili chine chinesa
chinese chinesische chinoise chinook chiny chipewyan chipre chita chińska chińskiej choctaw choibalsan chorwacja
chorwacji chuang chungking chuuk chuukese chuvash chypre ciad cibuti cile cina cinese cipro ciprus ciprusi cité
classical cocos colombie commonwealth comodrivadavia comore comores comoro comoros comunidade confederación
confederation confederazione confederação content continental cooka cookinseln cooperativa cooperativistica coptic
coral corea cornish corsican corée coyhaique cree creek creole creoles creston crimean cristóvão croacia croatian
croatie croazia cseh csehország csád csádi cuiaba cumhuriyeti curazao curaçao current currie cushitic cypr cypru
cyprus czad czadu czarnogóra czech czechy czeska część côte dacca dalekie dania danimarca danimarka danish
danmarkshavn dargwa darussalam darwin dawson dayak delaware dell democrática demokratik demokratikus demokratische
demokratyczna demokratyczno dene denmark denoronha devleti devletleri dhivehi dili dimili dimli dinamarca dinka
distantes divehi djibouti dogri dogrib dominica dominicaine dominican dominicana dominik dominika dominikai
dominikanische dominikańska dominiki douala doğu dravidian dschibuti duala ducado duchy duché dumontdurville dutch
dyula dziewicze dzongkha dzsibuti dänemark déli démocratique dükalığı dżibuti easterisland ecuadori ecuatorial efate
efik egipska egito egitto egyenlítői egyesült egyiptom egyiptomi egyptian eidgenossenschaft eire eirunepe ekajuk
ekvator ekvatoral ekwador ekwadoru elamite elefántcsontpart elefántcsontparti ellenica emirados emirate emirati
emiratos emiraty emirlikleri emírségek enderbury endonezya english ensenada equador equatorial eritre eritreia
ermenistan erzegovina erzya eslovaca eslovaquia eslovenia espagne espanha especial esperanto estados estadounidense
esterne estland estonia estonian estonie estonii estonya esuatini eswatini etiopska etiopía etiyopya etióp eucla
eustache eustatius eustáquio ewondo eyaleti factory faeroe fakaofo falkland falklandinseln falklandy famagusta fang
fanti faroe faroese faso federación federacja federacyjna federados federalna federasyonu federated federati
federativa federative federação federe fehérorosz fehéroroszország fejedelemség feröer fidji fidschi fidzsi fidżi figi
fiji fijian fildişi filipin filipinas filipinler filipino filipiny filippine filistin finland finlande finlandia
finlandii finlandiya finn finnish finnland finno finnország fiyi flemish foki francesa francese franceses francesi
franciaország francja francji francuska francuskie fransa fransız französisch französische französischer française
françaises french frisian friulian fulah funafuti futuna färöer fédérale fédérés féroé föderation föderative
föderierte föderáció független fülöp fürstentum gabon gabonaise gabonesa gabonese gaboni gabońska gabun gabunische
gabão gaelic galapagos galibi galician gallegos gambia gambiai gambie gambier gambii gambiya ganda gayo gbaya geez
georgian georgias georgien germanic ghany ghánai giamaica giappone gibilterra gibraltar gibuti gikuyu gilbertese gine
ginesi giordania glace godthab gondi goose gorontalo gothic granadinas grand granducato grebo grecia grecja grecka
grecque greek greenland greenlandic greenwich grenada grenade grenadine grenadines grenadinler grenadyny grenlandia
griechenland groenlandia gronelândia großbritannien großherzogtum groënland gruzja grönland guadalcanal guadalupa
guadeloupe guam guarani guatemalai guayana guernesey guernsey guiana guinea guineai guiné guinée gujana gujany
gujarati guyana guyanai guyanası guyane gwadelupa gwatemala gwatemali gwich gwinea gwinei géorgie görög görögország
güney gürcistan hachemita hachemí hachémite haida haitian halifax harbin haschemitisches hascimita hashemite
haszymidzkie hausa hawaii hawaiian haşimi heard heiliger heleny hellenic hellenische helvétique helénica hercegovina
hercegovinai hercegowina hercegowiny hercegség hermosillo hersek herzegovina herzegowina herzégovine hiligaynon
himachali hindistan hint hiri hiszpania hiszpanii hittite hmong hobart holandia holandii holandsea holenderska
hollanda hollandia hondurasi hondurasu hongrie honolulu horvátország hovd howe hungría hupa hásimita hırvatistan iban
iceland icelandic igbo ilhas iloko imperial inari inde independente independiente indiai indian indiana indianapolis
indiano indic indie indien indii indipendente indischen indo indonesian indonesien indonezja indonezji indonésie
indonéz indonézia indyjskiego indépendant ingush inlet insel inseln interlingua interlingue inuktitut inupiaq inuvik
iqaluit iracka iraki iranu iraque irish irland irlanda irlande irlandia irlandii iroquoian iráni irão islamic
islamique islamische islamska islanda islande islandia islandii islas isle islámica isola isole israele iszlám italian
italiana italie italien italienische italienne ivoire izland izlandi izrael izraeli iémen i̇dari i̇ngiliz i̇spanya
i̇srail i̇sveç i̇sviçre i̇zlanda jamaika jamajka jamaïque japanese japon japonia japonya japão jargon javanese
jayapura jemeni jemenu jersey jingpho johns jordania jordanie jordanien jordanii juba judeo jujuy juneau
jungferninseln kabardian kabyle kachin kajmany kajmán kalaallisut kaledonia kaledonya kalmyk kalpak kamba kambodscha
kambodzsa kambodzsai kambodża kambodży kamboçya kamchatka kamerun kameruni kamerunu kanada kannada kanton kanuri
kapampangan karachay karadağ karelian karácsony kasachstan kashmiri kashubian katanga katari kataru katmandu kawi
kazachstan kazachstanu kazah kazahsztán kazajistán kazakh kazakistan keeling keelinga kelet keleti kentucky kenyai
kerguelen khandyga khmer khoisan khotanese kikuyu kimbundu kinyarwanda kirdki kirghiz kirghize kirghizistan
kirgisische kirgisistan kirgiska kirgistan kirgiz kirgizisztán kirguistán kirguiza kiribati kiritimati kirmanjki
királyság királysága kitts klingon kmaq knox kokos kokosowe kolombiya kolumbia kolumbiai kolumbien kolumbii komoren
komorlar komory konfederacja konfederasyonu kong konga kongo kongói konkani kooperative kore koreai korean koreańska
korei kosrae kosraean kostaryka kostaryki koweït kości kpelle kralendijk krallık krallığı kroatien królestwo książęca
książęcej księstwo kuanyama kuba kubai kuby kuching kumyk kurdish kurukh kutenai kuvaiti kuveyt kuwejt kuzey kwajalein
kwanyama kyrgyz kína kínai kókusz königreich közigazgatási köztársaság közép közösség külbirtokai különleges küçük
kıbrıs kırgızistan kısmı ladino lahnda lakatlan lamba languages lanka lanki laoszi laotańska latin latvia latvian
lebanese lengyel lengyelország leoa leona leonese lesotho lesothói lesoto leste letonia letonya lettland lettonia
lettonie lettország letzeburgesch lezghian liban libanaise libanesa libanese libanesische libanon libanoni libańska
liberia liberii liberya libreville libye libyen libériai liechtensteini lihtenştayn limburgan limburger limburgish
lingala linguistic litauen lithuania lituania lituanie litvanya litván litvánia litwa localtime lojban longyearbyen
lower lozi luba ludowej ludowo luiseno luksemburg lule lulua lunda lushai lussemburgo luxembourgish luxemburg
luxemburgi luxemburgo líbano lübnan macaristan macdonald macedo macedonian macedonii macedóniai maceio macquarie
macédoine madagascar madagaskar madagaskaru madagaszkár madagaszkári madeira madurese magadan magahi mahe maithili
majotta majuro makasar makassar makau makedonya malabo malagasy malaisie malajzia malasia malaui malay malayalam
maldivas maldive maldives maldivian maldivler maldív malediven malediwy malezja malezya malouines malta malte maltese
malty malvinas malvine malwiny manchu mandar mandingo manipuri manobo manx maori mapuche mapudungun marathi marengo
marfim marfíl marianas marianen mariannes mariehamn marigot marocco maroka marokko marokkói maroko marquesas marrocos
marruecos marshalla marshallese marshallinseln martinho martinica martinique martynika marwari marşal masai maseru
matamoros mauretania mauretanien mauretańska mauritania mauritanie mauritius mauritiusa mauritiusi mauritániai
maurícia maurícias mawson mayan mayen mayotte mazatlan mbabane mcdonalda mcdonaldinseln mcmurdo meksyk meksyku mende
menominee menores merida meridionali messicani messico metlakatla mexican mexicanos mexikanische mexiko mexikói
mexique mianmari micmac micronesia micronésie midway mikronesien mikronezja mikronezji mikronezya mikronézia
mikronéziai milletler minangkabau mineures minor minori miquelon mirandese mjanma mjanmy mniejsze mohawk moksha moldau
moldavia moldavian moldavie moldovai moldovan monaco monacói monako moncton mong mongo mongolei mongolian mongolie
monserrate montenegrin monticello moresby moritanya moroccan mosambik mossi motu mozambico mozambik mozambiki
mozambiku moçambique moğolistan mołdawia mołdawii multiple munda máltai mısır nagyhercegség nahuatl namibie namibii
namíbiai narodzenia nassau natal natale nauru naurui navaho navajo navidad ndebele ndjamena ndonga neapolitan
neerlandés nepali nepalu nera neuguinea neukaledonien neuseeland nevis newari newfoundland nias nicaraguai nicosia
niederlande niederländischer niemcy niemiec niezależne nigeri nigerii nigru nigériai nijer nijerya nikaragua nikaragui
nilo nioue nipigon niue niuean nogai nome nordirland nordkorea nordmazedonien norfolk norfolkinsel noronha norse norte
noruega norvegia norveç norvège norvég norway norwegen norwegia norwegian norwegii nouakchott noumea nouvelle novo
novokuznetsk nowej nubian nueva nuosu nuova nuuk nyamwezi nyanja nyankole nyasa nynorsk nyoro nyugat nzima
néerlandaise német németország népi népköztársaság nördliche occidental occidentale occitan oceanu ocidental océano
official oirat ojibwa ojinaga okyanusu olanda olasz olaszország oldal omanu ománi oral oriental orientale oriya oromo
orta osage ossetian ossetic osztrák otomian ottoman ouganda outlying ouzbékistan owcze ozean paesi pago pahari pahlavi
pakistanu pakisztán pakisztáni palaos palau palauan palaui palesztina pali palästina pampanga panamai panamy pandang
pangasinan pangnirtung panjabi papiamento papouasie papuan papui paquistão paragwaj paragwaju paramaribo partie pashto
pays países państwo pedi penh persian perui philippine phnom phoenician pidgins pilipino pisin pitcairn plurinacional
plurinational plurinationaler plurinazionale pohnpei pohnpeian polinesia polinezja polinezyası polinézia polish
pologne polonia polonya polynesia polynesien polynésie ponape pontianak popolare portekiz portogallo portorico
portoryko portugaise portugalia portugalska portugiesische portuguesa portuguese południowe południowego południowej
południowy prakrit prensliği principado principality principato principauté provençal province provincia provinz
prowincja przylądka príncipe puerto punjabi punta pushto pérou północna północne północnej północnych qostanay quechua
quirgistão quirguistão quénia qyzylorda rainy rajasthani rankin rapanui rarotonga rarotongan regione região regno
reino repubblica republik republika republiki república reserved resolute rica rico rioja riunione romanian romansh
romany roménia rosyjska rothera roumanie royaume ruanda ruandai ruandyjska rumanía rumunia rumänien rundi rusa russa
russian russie russische rwandaise rwandese rzeczpospolita równikowej sablon saharan sahili sahra saipan sakan
sakhalin salamon salishan salomon salomona salomone salomoninseln salomão salta salvadori salwadoru sambia samoa
samoan samoası sandawe sandwichinseln sango sanskrit santali santarem saoudite sardinian sasak saskatchewan saudita
saudyjska saudyjskiej saxon schweden schweizerische scoresbysund scots scottish sede selkup semitic senegalu sepedi
serbian serbie serbien serbii serer seszele seszeli settentrionali seychelle seychellen seychelles seyşeller
sfederowane shan shiprock shona sichuan sicilian sidamo sign siksika simbabwe sindhi singapur singapura singapuru
sinhala sinhalese sino sint siouan sitka siège skolt slavic slavonic slovacca slovacchia slovak slovaque slovaquie
slovénie slowakei slowakische slowenien socialist socialista socialiste socjalistyczna sogdian solomon somali somalie
somalii sonderverwaltungsregion songhai soninke sorbian sosyalist sotho soudan sozialistische spagna spanien spanish
spanyol spanyolország specjalny spéciale sranan srednekolymsk staat staaten standard stany starke stati stato
statunitensi stolica stuhl suazilândia sudafricana sudanu sudáfrica sudão suecia suiza sukuma suline sultanat
sultanate sultanato sultanlığı sumerian sundanese surinam suriname surinamu suriye susu suudi suède suíça svalbard
svezia svizzera svájc svájci svéd svédország swahili sweden swedish swift swiss syowa syriac syrian syrienne syryjska
szahara szamoa szamoai szaúd szenegál szenegáli szentszék szerb szerbia sziget szigetek szigeteki szingapúr szingapúri
szlovák szlovákia szlovén szlovénia szocialista szomália szomáliai szudán szudáni szultánság szváziföld szváziföldi
szwajcaria szwajcarska szwecja szwecji szíriai szövetségi sérvia südafrika südkorea südlichen südsudan sırbistan
słoniowej słowacja słowacka słowenii tacikistan tadschikistan tadżykistan tadżykistanu tagalog tagikistan tahiti
tahitian tailandia tajik tajiquistão tajlandia tajlandii tajvan tajwan tamashek tamazight tamil tansania tanzania
tanzanie tanzanii tanzanya tanzániai tarawa tartomány tasmania tatar tayikistán tayland tchèque tchéquie teil telugu
tereno terres territoire territori territories territorio territorios territorium terytoria terytorium terület
területe területek tetum thai thaiföld thaiföldi thailandia thaïlande thimbu thimphu thule thunder tigre tigrinya
timbuktu timne timor timori timoru tirane tlhingan tlingit tobago togijska togo togolaise togolesa togolese togói
tokelau tomasza tomé tonga tongai tongatapu tongo topluluğu toprakları tortola trindade trinidade trinité tristão
troll truk trynidadu tschechien tschechische tsimshian tsonga tswana tucuman tumbuka tunesien tunesische tunezja
tunezyjska tunisina tunus tunézia tunéziai tupi turcas turcja turcji turk turkish turkmen turks turquemenistão turques
turquia tuvalu tuvinian tádzsik tádzsikisztán többnemzetiségű törökország túnez türkmenisztán ucraina ucrania udmurt
ugandai ugandy ugaritic ugrian uighur ujung ukrajna ultramarinas umbundu umman unabhängiger uncoded undetermined
ungheria unida unido unidos unie unione unis unita unito união unió upper urdu urugwaj urugwaju usbekistan ushuaia
uyghur uzbek uzbekistanu uzbequistão uzhgorod vaduz valencian vanuatu vanuatui vatican vaticano vatikanstadt
vatikánvárosi velho venda venezuelai vereinigte vereinigtes vereinigung vergini vert vevay vierges viet vietname
vietnamese vietnámi vincennes virgens virgin vista volapük volksrepublik vostok votic vírgenes wakashan walamo wallis
walloon waray washo watykańskie weihnachtsinseln welsh wenezueli westsahara whitehorse wielka wielkie wielkiej
wielonarodowe wietnamu winamac wniebowstąpienia wolof wschodni wschodnia wschodniego wspólnota wybrzeża wybrzeże wysp
wyspa wyspy węgry włochy włoska xhosa yakut yakutat yancowinna yapese yellowknife yeşil yibuti yiddish york yoruba
yukon yunanistan yupik zachodnia zambiai zambie zambii zande zapotec zazaki zealand zelanda zelândia zenaga
zentralafrikanische zhuang zielonego zimbabue zimbabwei zjednoczona zjednoczone zjednoczonych zona zuni związek
związku zypern zéland zélande zöld állam államok államszövetség ägypten äquatorialguinea äthiopien åland çekya
çokuluslu égypte éloignées émirats équateur équatoriale érythrée észak északi észt észtország état états éthiopie
índico írország îles óceáni örmény örményország östlich özbekistan özel ürdün üzbegisztán üzbég łotwa
środkowoafrykańska świętego świętej şehir şili австралия австрия австрійська административный аландские аландські
алжир алжирська америки ангвилла ангілья антарктида антарктика арабські аравия багамских багамські багамы
багатонаціональна бартельми бахрейн белиз бельгия бермудські бермуды блика болгария боліварська бразилия буве білорусь
ватикан велика велике великобритании великое великої венгрия венесуэла верде винсент вознесения вознесіння волліс
восточная восточный вьетнам вірменія гаити гайана гамбия гваделупа гватемала гвиана гвинея гернси герцеговина
герцогство голландська гондурас гонконг государство гренадины гренландия греция грецька демократична держава джерси
джибути джорджия египет екваторіальна естонська западная західна зеландия зовнішні ивуар израиль индийского индонезия
иорданское ирландия исландия испания кабо каикос каледония камбоджа кипр киргизия киргизька китай китайська китаю китс
княжество князівство колумбия коморских коморські коморы конфедерация корейська корея королевство королівство кувейт
кука кунья кюрасао кілінг лаоська латвия латвійська лешті либерия ливан литва лихтенштейн люксембург люсия маврикий
мавритания майен майот майотта макао макдональд македония малайзия малых мальдивы мальдівська марианских мартиника
маєн мексика микелон микронезии многонациональное молдавия мьянма мікронезія місто народна народно независимое
незалежна нидерланды норвегия німеччина объединённая океана океані особливий островів острів папуа парагвай питкэрн
полинезия польша португалия престол принсипи провинция південна південний південні північна північних північної
північні район респу республика республік респуліка реюньйон реюньон рико рождества російська руандійська румунія
румыния різдва саудівська святий северная северной северных сейшелы сейшельские сейшельські сирійська словацька
словаччина содружество соединённое соціалістична специальный сполучені співдружність східна східний таиланд танзания
територія території теркс территории территория тоголезька туніська турецька туреччина угорщина удаленных уоллес
уругвай фарерские фарерські федеративна федеративная федеративные федеративні федерация фиджи филиппины финляндия
фолклендские фолклендські французские французька французькі футана фінляндська хашемітське хашимитское херд центрально
частина часть черногория чеська чехия чорногорія швейцария швейцарська швеция шпицберген штаты эквадор экваториальная
эсватини эстатиус эстония эфиопия южная южно южные южный ямайка янма янми япония єднана єднане єднані єменська єтнам
індійському італійська آذربایجان آرژانتین آفریقای آلاند آلبانی آلمان آلمانی آلند آمریکا آمریکایی آنتیگوا آنگولا آنگیل
آيزل آيسلندا أذربيجان أرمينيا أروبا أستراليا أفغانستان ألبانيا ألمانيا أنتيغوا أندورا أنغولا أنغويلا أوزبكستان أوغندا
أوكرانيا أيرلندا إثيوبيا إريتريا إسبانيا إستونيا إسواتيني إفريقي إفريقيا إمارة إندونيسيا إيطاليا اتحاد اتحادیه اتریش
اتیوپی اداری اردن ارمنستان اروگوئه اریتره ازبکستان استانی استوایی استونی اسلامی اسلواکی اسلوونی اسوالبارد اسپانیا
اشتاین اقیانوس الأخضر الأرجنتين الأرجنتيني الأردني الأمريكي الأميركي الأوروغواي الإداري الإسلامي الإكوادور الإمارات
الإيراني الإيطالي الات الاتحادية الاستوائي الاشتراكي الباراغواي البحرين البرازيل البرتغال البرتغالي البريطاني البهاما
البوسنة البوليفارية البيرو البيضاء التشيك التونسية الجديدة الجزء الجزائرية الجمهوري الجمهورية الجنوبي الخاص
الديمقراطية الديموقراطي الرأس السالوادور الشعبية الشمالية الصومال العاج العربي العظمى الغابون الغابوني الغربي
الغرينادين الفاتيكان الفارو الفرنسي الفلب الفيتنام الفيدرالية الفيلب الفييتنام القطاع القطب القمر القيرغزي الكاميرون
الكايكوس الكبرى الكريسماس الكوكوس الكونغو الكويت الكيمان المارشال المالديف المت المتحد المجر المحيط المستقل المستقلة
المغربي المقاطعات المقد المقعد المكسيك المكسيكي المملكة المنافع المنتنيغرو المنطقة الموح النيبال الهرسك الهلنستي
الهندي الهولندي الوسطى الولايات اليابان اليونان امارات اندونزی انگلستان اوگاندا اکراین اکوادور ایالات ایالتی ایتالیا
ایرلند ایسلند بابوا باربادوس باربودا بارتلمی بارتليمي باكستان بالاو باهاما باگو بتكيرن بحرین بربادوس برزیل برمودا
برنسبي برونئی بروناي بریتانیا بریتانیای بلاروس بلجيكا بلغارستان بلغاريا بلژیک بلیز بناني بنغلادش بنما بنين بنگلادش
بنیر بوتان بوتسوانا بورتوريكو بوركينا بوروندي بورکینافاسو بوسنی بوفي بولندا بوليفيا بولينيسيا بولیواری بولیوی بولیویا
بونير بووت بيساو بيليز بيير بیسائو تاجیکستان تانزانیا تايلاند تايوان تایلند تركمانستان تريستان ترينيداد ترکمنستان تشاد
تشيلي تنزانيا توباغو توغو توفالو توكيلو تومه تومي تونغا تونگا تووالو توکلائو توگو تيمور تگلز جامايكا جاماییکا جدید
جرسی جزایر جزيرة جمهوري جمهورية جنوب جنوبگان جنوبی جوادالوب جوام جورجيا جورجیای جويرزني جيبوتي جيرسي حادي حراء
دارالسلام دانمارک دموکراتیک دورافتاده دوقي دولة دولت دومينيكا دومینیکن دونالد رواندا رواندس روسيا روسیه رومانيا رومانی
رويج ريونيون ریکو زامبيا زمبابوي زیمبابوه سائو ساحل ساموآ ساموآی سانت ساندويتش ساندویچ ساينت سرات سريلانكا سعودی
سفالبارد سلطنة سلوفاكيا سلوفينيا سنغافورة سنگال سنگاپور سوئد سوئیس سوازیلند سودان سورينام سوریه سوسیالیستی سولومن
سومالی سويسرا سویس سيراليون سیشل شرقی شمالی شیلی صاموا صحرای صربستان صربية صيني طاجيكستان عراق عربستان عربی عودي
غامبيا غانا غربی غرينادا غرينلاند غواتيمالا غويانا غيانا غينيا فارو فاصو فالکلند فانواتو فدرال فرانسه فرانسوی فرنسا
فنزويل فنزويلا فنسنت فنلاند فنلندا فوتونا فولكلاند فيجي فيرجن فیلیپین فیوتونا قبرس قبرص قرقیزستان قزاقستان قلدونيا
قيرغزستان كازاخستان كرواتيا كمبوديا كندا كوبا كوراكاو كوريا كوستاريكا كولومبيا كومنولث كونا كونج كونغ كيتس كيريباتي
كينيا لائو لاتفيا لانکا لبريطانيا لتونی لثوانيا لسوتو لفادور لهستان لوسيا لوكسمبورغ لوکزامبورگ لوگزامبورگ ليبيريا
ليستي ليسوتو ليشتنشتاين لیبریا لیبی لیتوانی لیختن ماداگاسکار مارتن مارتين مارتينيك مارشال ماريانا مارينو ماریانای
مالاوی مالت مالدیو مالزی مالطة مالفيناس مالویناس مالي ماليزيا ماين مايوت ماکائو متحد متحده مجارستان محافظة مدغشقر
مدينة مدیریت مراکش مرکزی مستعمره مستقل مشترک مغولستان مقاطعة مقدونيا مقدونیه ملاوي مملكة منطقه منغوليا موريتانيا
موريشيوس موریتانی موریتیوس موریس موزامبیک موزمبيق مولداوی مولدوفا موناكو مونت مونتسيرات مونته ميانمار ميكرونيزيا
ميكيلون مکزیک میکرونزی میکلون نائورو ناميبيا ناورو نروژ نغال نمارك نورفولك نویس نيبال نيجيريا نيفس نيكاراجوا نيكاراغوا
نيوزيلاندا نيوي نپال نگرو نیجر نیجریه نیوئه نیوزیلند نیکاراگوئه هايتي هاییتی هرزگوین هلنا هلند هلنیک هندوراس هندوستان
هنغاريا هولندا هونج هونغ هيرد هيلينا واتیکان واليس واندي وانواتو وجزر ودان وسابا وسانت وغوي ولايات ولاية ومال ومينيكان
ونزوئلا ويسري ویتنام ویرجین وینسنت ویژه يموقراطي يوستاتيوس پادشاهی پاراگوئه پالائو پاناما پاپوآ پاکستان پرتغال پرینسیپ
پرینسیپه پورتو پیتکایرن ژاپن کاستاریکا کالدونیای کامبوج کامرون کانادا کایکوس کبیر کرواسی کریسمس کشور کلمبیا کنگو کنیا
کوراسائو کومور کومورو کونگو کوچک کوکوس کویت گابون گابونس گامبیا گرانادا گرجستان گرنادین گرنزی گروئنلند گواتمالا
گوادلوپ گوام گویان گیبرالتار گینه یوستتیوس یونان अजरब आइसल आयरल दरउस
"""
