"""Public things known by a name of their own, word by word: firms, papers, groups, works, places; written by hand.

A word of them speaks against a name, so that a topic about a firm needs nobody who answers for it. Names of people
are not listed; those of firms, works and laws that are surnames too explain a word only without a given name beside it.
"""

BRANDS = """
adidas airbnb alibaba aldi alstom amazon apple armani asda audi avito bayer bentley boeing bosch bmw burberry bvlgari
cadbury cartier caterpillar chanel chevrolet chevron chrysler cisco clearview coca cola colgate palmolive conoco
danone decathlon deutsche dior disney dolce gabbana ericsson exxon exxonmobil facebook fedex ferrero fiat foxconn
gazprom gazprombank glencore goldman sachs google gucci haliburton halliburton heineken hennes mauritz hermes
hewlett packard hikvision honda hsbc huawei hugo hyundai ikea inditex intel jaguar johnson kaspersky kellogg
kfc kraft lafarge lego lenovo lidl lockheed loreal lufthansa lukoil luxottica lvmh maersk mastercard mcdonalds
mercedes benz merck meta microsoft mitsubishi mondelez monsanto morgan stanley nestle netflix nike nissan nokia
novartis nvidia oracle palantir paypal pegasus pepsi petrobras petronas peugeot pfizer philips porsche prada primark
procter gamble puma qualcomm raiffeisen raytheon reebok renault repsol rheinmetall rolls royce rosatom rosneft ryanair
samsung saudia sberbank sephora shein shell siemens skoda sony spotify starbucks stellantis suzuki swarovski tata
temu tencent tesco tesla texaco thales thyssenkrupp total totalenergies toyota trader uber unicredit unilever
vattenfall
versace vinci visa vodafone vkontakte volkswagen volvo vuitton walmart wells fargo wildberries wirecard xiaomi yandex
yahoo yves zalando zara zoom сбербанк газпром роснефть лукойл яндекс вконтакте росатом ростех роснано сургутнефтегаз
vale samarco bunge cargill blackrock blackwater wagner aramco adani reliance infosys maruti tikka masala nescafe
"""

MEDIA = """
jazeera arabiya mayadeen ahram akhbar manar monde figaro liberation humanite mediapart canard enchaine parisien
spiegel stern zeit zeitung bild welle allgemeine sueddeutsche suddeutsche tagesspiegel tageszeitung correctiv
rundschau
corriere sera repubblica stampa fatto quotidiano messaggero manifesto vanguardia clarin nacion tercera mercurio
universal
folha estado globo publico expresso observador wyborcza rzeczpospolita onet krytyka polityczna respekt telex index
nepszava
hvg cumhuriyet hurriyet sozcu evrensel birgun bianet agos milliyet sabah zaman asahi shimbun mainichi yomiuri xinhua
sinmun hankyoreh dawn hindu scroll prothom kathmandupost rappler inquirer tempo kompas malaysiakini bellingcat forbes
bloomberg politico guardian telegraph newsweek economist vice vox buzzfeed fox msnbc cnn bbc npr pbs nbc abc cbs sky
euronews eurasianet ruptly sputnik tass interfax lenta dozhd rain insider proekt vazhnye istorii mediazona doxa holod
медуза медиазона важные истории коммерсантъ ведомости дождь настоящее время холод проект слово дело сноб известия
правда комсомольская аргументы факты вёрстка верстка кавказ реалии узел радио свобода тсн громадське суспільне
дзеркало
телебачення українська babel ukrainska pravda hromadske detektor zerkalo nasha niva belsat charter нива зеркало хартыя
newsru rferl azattyq azattyk kloop meydan turan trend agenda civil netgazeti tabula formula hetq civilnet factor
balkan vreme danas blic politika delo dnevnik vecer mladina oslobodjenje klix kathimerini vima avgi efsyn
"""

GROUPS = """
agora amnesty greenpeace oxfam frontieres caritas misereor diakonie brot welt helsinki helsinska helsinška helsingin
hakam suaram kontras walhi komnas perempuan migrante karapatan gabriela bayan muna khalsa sangh parishad dal lok sabha
boko haram hizb tahrir shabaab ansar houthi hezbollah fatah mossad shin bet basij pasdaran savak mukhabarat stasi
securitate gestapo interpol frontex europol eurojust osce obse asean unhcr ohchr ilga hivos freedom fidh omct
unesco unicef unaids undp mercosur femen kaos lambda stonewall labrys tatlong lagablab rainbow sodomy antifa
solidarnosc kobiet ordo iuris jobbik fidesz vox podemos cinquestelle forza lega syriza likud meretz breira peace
btselem
shovrim shtika hakhel akevot gisha adalah haq mezan daraj amel nazra hisham egyptian cihrs
memorial мемориал вясна вясны громада хурал меджлис курултай мужской государство зона права нарушений сова апология
ингушетии каритас беллона гринпис голос агора овд-инфо овд инфо ксо сос солдатских матерей тюремный сфера выход
falun gong duvar hapag lloyd santander generale gazete powszechny catı cati balcani вагнер чвк khmer rouge sendero
luminoso zapatista ezln farc mapuche ayotzinapa piqueteros sem terra quilombola munduruku yanomami
guarani kaiowa rohingya uyghur uighur uyghurs yazidi ezidi hazara sahrawi amazigh kabyle roma sinti tuareg dalit
dalits
adivasi naga karen kachin chin shan mon papuan west ainu sami saami samer inuit maori lakota sioux navajo cherokee
tigrayan oromo amhara afar ogaden hutu tutsi zulu xhosa yoruba igbo hausa fulani masai maasai ogoni herero nama kurds
chechens ingush circassian circassians tatars crimean nogai balkars karachay avars lezgins kalmyks buryats tuvans
evenki
чеченцы чеченцев ингуши ингушей черкесы черкесов калмыки балкарцы карачаевцы уйгуры курды цыгане татары буряты эвенки
"""

WORKS = """
archipelago gulag архипелаг гулаг zhivago живаго karenina karamazov quixote potter handmaid handmaids schindler
schindlers persepolis fahrenheit orwell kafka prozess leviathan левиафан груз schtisel fauda narcos bella ciao lili
marlene internationale marseillaise guernica parasite oppenheimer barbie frozen matrix avatar gladiator casablanca
citizenfour icarus collective selma moonlight philomena ixcanul roma argo munich hotel rwanda killing fields
"""

# What laws and prizes are called after somebody long dead.
LAWS = "magnitsky магнитского магнитский sakharov сахарова"

PLACES = """
ababa abeba aires ghraib hague kong lanka faso leone lumpur penh minh janeiro paulo plata mayo tome delhi york orleans
angeles vegas francisco diego antonio jose juan salvador nagorno karabakh карабах нагорный guantanamo srebrenica
auschwitz birkenau dachau treblinka sobibor majdanek mauthausen ravensbruck sachsenhausen buchenwald theresienstadt
babyn babi яр катынь katyn butovo бутово сандармох sandarmokh соловки kolyma колыма bykivnia kurapaty куропаты
левашово
levashovo lefortovo лефортово evin robben alcatraz rikers bagram saydnaya sednaya tadmor tazmamart olenivka оленівка
еленовка izolyatsia matrosskaya tishina матросская кресты владимирский черный дельфин bucha буча irpin izium изюм
bakhmut бахмут avdiivka mariupol azovstal donetsk donbas luhansk crimea sevastopol kerch hrubieszow golan sinai negev
masafer yatta sheikh jarrah silwan khan ahmar jabalia nuseirat deir balah khanyounis younis netzarim philadelphi
shatila sabra
yarmouk idlib ghouta douma afrin kobane kobani sinjar shingal halabja raqqa deraa daraa qamishli roboski cizre sur
gezi taksim sivas dersim maras diyarbakir tahrir rabaa maspero tiananmen lhasa xinjiang urumqi tibet hong kashmir
ladakh manipur nagaland assam punjab bhopal gujarat ayodhya kandhamal rakhine kachin chittagong dhaka rana plaza
jaffna
mullivaikkal gwangju jeju itaewon fukushima minamata hiroshima nagasaki okinawa henoko marikana sharpeville soweto
darfur tigray biafra odi lekki chibok kivu goma rwanda nyarubuye ituri cabinda moria lesbos lampedusa ceuta melilla
calais idomeni roszke bialowieza białowieża bialowieski usnarz manus nauru woomera kaiser sand creek wounded knee
standing rock keystone dakota ferguson charleston oaxaca chiapas acteal tlatelolco iguala atenco pinheirinho carandiru
candelaria belo horizonte monte mariana brumadinho araguaia bajo aguan mozote baltyk bering aral caspian ararat elbrus
urals ural altai pamir himalaya sahara sahel kalahari patagonia atacama amazonia amazon danube rhine dnipro dnieper
volga
nile ganges mekong okavango zambezi bosphorus gibraltar hormuz suez panama aegean adriatic baltic gangwon
caucasus кавказ северный северная осетия алания чечено ингушская урус мартан назрановский сунженский пригородный
беслан
чермен дубровка будённовск самашки новые алды катыр-юрт аргун шатой ведено гудермес шали ханкала набережные челны
нижний новгород новгороде ростов дону великие луки минеральные воды франковск кропивницкий ужгород закарпаття
поділля волинь полісся буковина галичина слобожанщина запоріжжя придністров'я приднестровье
norte grande brunswick hampshire wales zealand guinea caledonia lucia kitts nevis vincent barbuda tobago principe
verde
marino vatican macedonia herzegovina ossetia abkhazia transnistria catalonia galicia euskadi corsica sardinia sicily
scotland ulster yorkshire lancashire cornwall bavaria saxony silesia pomerania bohemia moravia transylvania wallachia
vojvodina kosovo sandzak thrace crete cyprus anatolia kurdistan khuzestan baluchistan balochistan waziristan swat
peshawar kandahar helmand bamiyan herat panjshir badakhshan gorno karakalpakstan ferghana
"""
