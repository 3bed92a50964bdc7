"""Cities, spots where people can meet, and regions: a spot with a day is a gathering, a country is not."""

CITIES = """
moscow moskva msk petersburg piter spb leningrad novosibirsk ekaterinburg yekaterinburg kazan nizhny nizhni
chelyabinsk samara omsk rostov ufa krasnoyarsk voronezh perm volgograd krasnodar saratov tyumen tolyatti izhevsk
barnaul ulyanovsk irkutsk khabarovsk yaroslavl vladivostok makhachkala tomsk orenburg kemerovo ryazan astrakhan
penza lipetsk kirov tula cheboksary kaliningrad bryansk kursk ivanovo magas nazran grozny grozni groznyy gudermes
argun shali urus-martan nalchik vladikavkaz beslan derbent kaspiysk khasavyurt cherkessk maykop elista yakutsk
murmansk arkhangelsk petrozavodsk pskov novgorod tver smolensk kaluga sochi sevastopol simferopol yalta kerch baymak
shies kyiv kiev kharkiv kharkov lviv lvov odesa odessa dnipro dnepr donetsk luhansk zaporizhzhia zaporozhye mariupol
kherson mykolaiv poltava chernihiv sumy bucha irpin vinnytsia chernivtsi uzhhorod ternopil lutsk rivne zhytomyr
cherkasy minsk hrodna grodno brest gomel homel mogilev mahilou vitebsk viciebsk chisinau tiraspol tbilisi batumi
kutaisi zugdidi yerevan erevan gyumri vanadzor stepanakert baku ganja sumgait sukhumi tskhinvali almaty astana
shymkent aktau aktobe karaganda zhanaozen tashkent samarkand bukhara andijan nukus fergana bishkek osh dushanbe
khujand ashgabat warsaw warszawa krakow cracow gdansk wroclaw poznan lodz lublin katowice bialystok szczecin prague
praha brno bratislava budapest debrecen szeged pecs bucharest bucuresti cluj timisoara iasi sofia plovdiv varna
belgrade beograd novi-sad nis zagreb split ljubljana sarajevo mostar skopje pristina tirana podgorica vilnius kaunas
riga tallinn tartu berlin hamburg munich muenchen munchen koeln koln cologne frankfurt stuttgart duesseldorf
dusseldorf leipzig dresden hannover bremen nuernberg nurnberg nuremberg chemnitz rostock kassel hanau erfurt weimar
potsdam kreuzberg neukoelln neukolln vienna wien graz linz salzburg innsbruck zurich zuerich bern basel geneva
geneve genf lausanne paris lyon marseille toulouse nice nantes strasbourg montpellier bordeaux lille rennes grenoble
brussels bruxelles brussel antwerp antwerpen gent ghent liege amsterdam rotterdam utrecht hague groningen eindhoven
luxembourg london manchester birmingham liverpool leeds glasgow edinburgh cardiff belfast bristol sheffield dublin
cork galway derry oxford cambridge brighton newcastle nottingham leicester southampton madrid barcelona valencia
sevilla seville zaragoza malaga bilbao murcia palma pamplona granada lisbon lisboa porto coimbra rome roma milan
milano naples napoli turin torino palermo genoa genova bologna florence firenze bari catania venezia venice verona
athens athina thessaloniki patras istanbul ankara izmir bursa adana diyarbakir amed gaziantep antalya konya mersin
taksim gezi kadikoy besiktas stockholm goteborg gothenburg malmo oslo bergen copenhagen kobenhavn aarhus helsinki
tampere turku reykjavik cairo alexandria giza suez tahrir tunis sfax sidi-bouzid algiers alger oran casablanca rabat
fes marrakech tripoli benghazi khartoum omdurman beirut damascus homs hama aleppo idlib amman jerusalem tel-aviv
telaviv haifa ramallah gaza hebron nablus jenin rafah baghdad basra mosul erbil sulaymaniyah kirkuk riyadh jeddah
mecca medina doha manama kuwait muscat sanaa aden taiz dubai tehran teheran isfahan esfahan shiraz tabriz mashhad
ahvaz qom karaj rasht sanandaj saqqez zahedan mahabad kermanshah evin kabul kandahar herat mazar jalalabad islamabad
lahore karachi peshawar quetta rawalpindi multan faisalabad delhi mumbai bombay kolkata calcutta chennai madras
bangalore bengaluru hyderabad ahmedabad pune jaipur lucknow kanpur nagpur patna bhopal srinagar jammu chandigarh
guwahati imphal dhaka chittagong sylhet colombo jaffna kathmandu yangon rangoon mandalay naypyidaw bangkok chiangmai
hanoi saigon phnompenh vientiane manila cebu davao jakarta bandung surabaya yogyakarta kuala-lumpur singapore
beijing peking shanghai guangzhou shenzhen chengdu chongqing wuhan xian nanjing hangzhou tianjin urumqi kashgar
lhasa hongkong kowloon mongkok macau taipei taichung kaohsiung seoul busan incheon daegu gwangju daejeon pyongyang
tokyo osaka kyoto nagoya sapporo fukuoka hiroshima nagasaki ulaanbaatar itaewon gwanghwamun lagos abuja kano ibadan
lekki ikeja portharcourt kaduna enugu jos maiduguri chibok accra kumasi nairobi mombasa kisumu kampala kigali
kinshasa goma lubumbashi addis-ababa mekelle asmara mogadishu hargeisa dakar bamako abidjan ouagadougou niamey lome
cotonou conakry freetown monrovia banjul harare bulawayo lusaka lilongwe maputo johannesburg joburg pretoria
capetown durban soweto marikana windhoek gaborone luanda antananarivo newyork nyc brooklyn manhattan harlem queens
bronx losangeles chicago houston phoenix philadelphia dallas austin sanfrancisco seattle denver boston detroit
portland oakland atlanta miami minneapolis baltimore memphis louisville kenosha charlottesville selma ferguson
washington dc toronto montreal vancouver ottawa calgary edmonton winnipeg quebec mexico-city cdmx guadalajara
monterrey puebla tijuana juarez iguala ayotzinapa bogota medellin cali cartagena caracas maracaibo quito guayaquil
lima cusco arequipa lapaz cochabamba santiago valparaiso concepcion buenosaires rosario cordoba mendoza laplata
montevideo asuncion saopaulo sao-paulo rio riodejaneiro brasilia salvador recife fortaleza curitiba belohorizonte
portoalegre manaus habana havana managua tegucigalpa guatemala sansalvador sanjose panama portauprince kingston
sydney melbourne brisbane perth adelaide canberra auckland wellington christchurch москва питер петербург грозный
киев київ минск мінск львов львів одесса одеса харьков харків казань екатеринбург хабаровск القاهرة بيروت دمشق بغداد
الخرطوم تونس الجزائر الرباط عمان صنعاء غزة رام_الله تهران اصفهان شیراز مشهد تبریز سنندج سقز کابل التحرير ميدان ساحة
شارع میدان خیابان दिल्ली मुंबई लखनऊ कोलकाता
"""

# Where people can meet, by kind; looked for as whole words.
SPOTS = """
whitehall westminster mall whitehouse lafayette elysee concorde etoile bellevue hofburg ballhausplatz heldenplatz
stephansplatz wenceslas vaclavske hradcany wawel belweder sejm sejmu sejmem kossuth hosok astoria terazije slavija
victoriei universitatii omonoia propylaea kizilay kadikoy bakirkoy sol cibeles colon neptuno casarosada congreso
obelisco moneda baquedano paulista candelaria cinelandia angel дворцовая дворцовой дворцовую марсово марсовом поле
исаакиевская исаакиевской манежная манежной манежка лубянка лубянке лубянку сенная сенной гостиный невский невском
чистые чистых пруды прудах патриаршие цветной хрещатик хрещатику банкова банковій грушевського октябрьская
октябрьской якуба коласа немига немиге проспекте памятника сквера плошчу набережной театр театра театральная
театральной пруд башня башни стелла стела крыльцо двор дворе дворик фонтанка ساحة ساحه الساحة ميدان کاخ دانشگاه
جامعة الجامعة برج پل جسر كنيسة square plaza platz place piazza praca praça placa plac namesti ter tere meydan
meydani maidan meidan majdan midan trg torg torget ploshchad ploshchadi ploshchadu ploshad площадь площади площадью
майдан майдане майдані плошча плошчы площа площі skver сквер сквере park parque parc parco parka парк парке парку
сад саду garden gardens jardin jardines station metro subway bahnhof hauptbahnhof hbf gare stazione estacion estacao
dworzec вокзал вокзала вокзале метро станция станции bridge brucke bruecke pont ponte puente most мост моста мосту
gate tor porte puerta porta bramy street avenue boulevard strasse allee rue calle avenida rua via corso ulica ulitsa
улица улице проспект бульвар embassy botschaft ambassade embajada embaixada ambasciata посольство посольства
посольстве consulate konsulat консульство townhall cityhall rathaus mairie ayuntamiento municipio мэрия мэрии
parliament reichstag bundestag парламент парламента courthouse fountain fontan brunnen fontaine fuente fontana
фонтан фонтана памятник памятнику monument memorial statue denkmal mosque moschee mosquee mezquita мечеть мечети
church kirche dom cathedral catedral kathedrale церковь собор собора university universitat universitaet universite
universidad universita университет campus stadium stadion estadio corner airport flughafen aeroport aeropuerto
аэропорт pier harbour harbor hafen quay embankment набережная steps obelisk roundabout tollgate tollplaza junction
kremlin kreml кремль кремля bolotnaya болотная болотной pushkinskaya пушкинская пушкинской tverskaya тверская
тверской gezi taksim tahrir syntagma alexanderplatz brandenburger zocalo republique bastille trafalgar
parliamentsquare maydan arbat арбат cafe bar pub club клуб кафе школа library bibliothek market markt marche mercado
rynok рынок lekki roundhouse clocktower foyer hostel hotel гостиница отель school schule hospital больница больницы
广场 天安门 公园 车站 地铁站 대사관 광장 역 광화문 강남역 서울역 广州 北京 上海 香港 台北 서울 부산 광주 維園 维园
旺角 駅 公園 広場 前 渋谷 新宿 東京 大阪
алаңы алаң алаңында аянты аянтында майдони хиёбони даңғылы көшесі саябағы плошчы плошчу πλατεια πλατειας συνταγμα
συνταγματος მოედანი მოედანზე რუსთაველზე պարկում հրապարակ հրապարակում כיכר ככר בכיכר רחבת चौक मैदान मंतर बाग गेट पार्क
মোড় চত্বর মাঠ প্রাঙ্গণ چهارراه میدون پارک چوک باغ دروازہ ساحات دوار ميادين lapangan alun bundaran monas simpang
luneta edsa mendiola liwasan bustani uwanja hifadhi площади площада трг трга плоштад народно пазар ploshtad trga trgu
anitkabir quang-truong อนุสาวรีย์ สนามหลวง ลาน ราชประสงค์ 議事堂前 国会前 官邸前 维多利亚公园
"""

COUNTRIES = """
russia rossiya rossia россия россии rf ukraine ukraina украина україна belarus беларусь беларуси chechnya chechnia
чечня чечни чечне ichkeria нохчийчоь ingushetia dagestan дагестан ингушетия caucasus kavkaz кавказ кавказа georgia
грузия armenia армения azerbaijan азербайджан kazakhstan казахстан uzbekistan узбекистан kyrgyzstan кыргызстан
tajikistan таджикистан turkmenistan moldova молдова crimea krym крым germany deutschland france frankreich spain
espana italy italia poland polska polen hungary magyarorszag ungarn romania bulgaria serbia srbija croatia hrvatska
bosnia slovenia slovakia czechia albania kosovo macedonia montenegro greece grece hellas turkey turkiye tuerkei
portugal austria osterreich switzerland schweiz suisse netherlands nederland holland belgium belgie belgique england
britain britannia scotland wales ireland uk europe europa eu usa us america amerika canada mexico brazil brasil
argentina chile peru bolivia colombia venezuela ecuador uruguay paraguay cuba nicaragua honduras salvador guatemala
haiti jamaica jordan iran iraq irak syria syrien lebanon israel palestine palestina egypt egipto aegypten libya
tunisia tunisie algeria algerie morocco maroc sudan darfur ethiopia tigray eritrea somalia kenya uganda rwanda
burundi congo nigeria ghana senegal mali niger chad cameroon zimbabwe zambia malawi mozambique angola namibia
botswana southafrica africa afrika asia yemen oman qatar bahrain emirates saudi arabia kuwait afghanistan pakistan
india bharat bangladesh nepal srilanka myanmar burma thailand laos cambodia vietnam malaysia indonesia philippines
china tibet xinjiang uyghuristan turkistan eastturkestan taiwan korea japan mongolia kashmir punjab assam manipur
balochistan sindh kurdistan rojava catalonia catalunya basque euskadi texas california florida alabama mississippi
virginia carolina dakota minnesota louisiana michigan ohio oregon queensland alberta ontario siberia sibir lumen
bolotnoe bashkortostan tatarstan tatarstana abkhazia ossetia ossetiya donbas donbass transnistria karabakh artsakh
bashkiria yakutia sakha buryatia kalmykia tuva komi karelia ural urals volga baltic balkans maghreb sahel antarctica
arctic европе европы
"""
