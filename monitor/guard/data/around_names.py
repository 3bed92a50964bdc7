"""What stands around names: public things that carry one, particles, titles, and names that are also plain words."""

# A name with one of these beside it belongs to something public: a law, a prize, a house.
PUBLIC_AFTER = """
foundation stiftung fund institute institut university universitat college school house haus museum center centre
zentrum prize preis award awards medal act law bill amendment airport hospital clinic library archive archives
stadium theatre theater cathedral church chapel mosque abbey basilica memorial day week square platz bridge
boulevard highway park garden gardens hall press publishers books magazine journal lecture orchestra choir academy
akademie society trust station tower palace castle doctrine method theorem collection stipend scholarship fellowship
medaille medaglia medaille medalla orden order bank банк airlines airways gruppe group schule gymnasium universitaet
kolleg gesellschaft ring ufer brucke bruecke alapitvany dij egyetem ter utca hid vakfi
enstitusu universitesi caddesi meydani parki kultur merkezi island islands river lake bay cape falls street avenue
statue hotel records studios express hebdo beach county city town
"""
PUBLIC_BEFORE = """
law act prize award premio premios prix preis nagroda medal lei ley loi legge закон закона закону премия премии
премию приз foundation fundacion fundacao fondation fondazione fundacja фонд фонда институт института instituto
institut istituto университет университета universidad universidade universite universita uniwersytet школа школы
escola escuela ecole scuola liceo lycee colegio college больница больницы hospital hopital ospedale музей музея
museo musee museu muzeum театр театра teatro theatre площадь площади plaza place piazza praca plac площа улица улицы
calle rue via rua ulica мост моста pont puente ponte аэропорт аэропорта aeropuerto aeroport aeroporto stade estadio
stadio stadion парк парка parc parque parco центр центра центру centro centre centrum собор собора храм храма church
cathedral cathedrale catedral iglesia igreja chiesa eglise библиотека библиотеки biblioteca академия академии museum
associazione asociacion asociación associacao associação association asociatia osservatorio observatorio observatoire
decreto decret banco banca banque банк банка societe société general generale gesellschaft sociedad sociedade tygodnik
dziennik gazete gazetesi gazeta radio rundfunk stowarzyszenie fundacja общество имени ім'я university villa rio isla
ile ilha lago lac мыс остров острова река озеро озера бухта гора mount lake port cape fort
stiftung hogar fonds fondo memorial мемориал мечеть мечети mosquee mezquita مؤسسة جامعة مسجد جامع شارع جائزة قانون
مستشفى مدرسة san santa santo saint sainte st sao sankt sveti sveta sfantul sfanta santos sant szent swiety swieta
святой святая святого святые hagia ayia agios saints basilica
"""

# Names that belong to no living person: of places, of firms, of tales and beliefs, of a few people long dead whose
# names houses and prizes carry. Who is alive is not listed, whoever it is; nor is a name that many people have.
PUBLIC_NAMES = """
sierra leone|sri lanka|costa rica|san marino|el salvador|puerto rico|cabo verde|burkina faso|new zealand|south sudan
timor leste|saint lucia|abu ghraib|abu dhabi|rio grande|jan mayen|diego garcia|santa cruz|monte carlo|banja luka
sheikh jarrah|khan younis|beit hanoun|port stanley|franz josef|elizabeth line|victoria line|checkpoint charlie
coca cola|charlie hebdo|marie stopes|marie claire|ben jerry|ben jerrys|hugo boss|louis vuitton|estee lauder
johnson johnson|ernst young|morgan stanley|harley davidson|abercrombie fitch|armani exchange|christian dior
victoria secret|victorias secret|max factor|massimo dutti|levi strauss|saint laurent|yves rocher|pierre cardin
john deere|rolls royce|aston martin|alfa romeo|mercedes benz|thomson reuters|dean foods|papa johns|uncle bens
dr oetker|dr martens|jack wolfskin|marks spencer|smith wesson|lockheed martin|allen overy|baker mckenzie|clifford chance
jesus christ|mary magdalene|virgin mary|virgen maria|ave maria|robin hood|santa claus|guy fawkes|jim crow|uncle sam
harry potter|peter pan|jane doe|john doe|rosie riveter|ali baba|aunt jemima|black maria|jane eyre|oliver twist
anna karenina|doctor zhivago|don quixote|huckleberry finn|sherlock holmes|emma bovary|madame bovary|thelma louise
romeo juliet|forrest gump|peter rabbit|mary poppins|pippi longstocking|king george|shah jahan
ivan kupala|иван купала|иван чай|иван да марья|иван денисович|иван грозный|пётр первый
martin luther king|max planck|jean monnet|anne frank|simon wiesenthal|mahatma gandhi|nelson mandela|karl marx
rosa luxemburg|marie curie
"""

# Given names that are also plain words, months, places or virtues: they need a clear surname beside them.
WEAK_GIVEN = """
aman amal ami amor angel angeles anger ara arab ari art asia asha ash aurora ava azad azadi bahar bay berg bill
blanca blessing bob bola boss can chance charity chelsea christian concepcion dawn deniz destiny devrim diamond
dolores easter eden em emin emine enes england faith fall fidel flor florence fortune franc france francia freedom
freeman gay general georgia german germana germania germany grace graca guadalupe guy hasret hawk honor hope hunter
imam iman in india iran islam israel jade jasper jazz jean jet jewel jihad jiyan jordan joy juan june justice kali
karam kind king lake lale land lane lark lima loyal lucky luna lux mai manna march mars may mercy merci mercedes mir
mira mirage miracle mor money montana naz nike nil nile nord nova olive olympia om onur orient oriel orion ozan
ozgur pace paloma paris patience pax paz peace pearl penny persia pilar polo precious pride prince princess promise
prosper queen rain raja ram ramadan ray reed remedios rich river rock roman romania rosa rosario rose rue sahara
saint sal salam salama salaam salem saman sara savas sen sierra siena simba sky slava sol star stone storm summer
sunday sunny sultan sun taro tala tor tora tore trinidad trinity true trump umut unity uma vale valencia vela venice
vesta victor victory vita vito viva wave west will win winter wolf yes zafar zafer zen zion alba dias eko el elle
else esperanza eve fara fern fola funk guri gul haya ion jerusalem kanat kara karma kas key lan law lee let lev li
lola mac maha makar mana mane mani matt mato max maya medina mina mine mini mo moi nata nature ned nida nimet norma
odin ora oren pip pol pop ras rojava rol saha salah salar sale salva sem shadow sid sin soma song sora suma sunshine
tal tan tao tea tibet to toma tom tori troy tuba ute van vin wan wes yun sad rio bari basel domingo salvador
santiago adana adelaide asuncion athina carolina beslan tula sidney wellington selma visit five bharat made vesna
anti надежда вера любовь слава роман мир лев победа воля света мина тая злата роза майя ада аза ива весна
"""

LINKING = """
de da do dos das del della dello di du des van von der den zu zum ter ten al el as ar ash bin ben ibn bint abu abou
umm al- ibni oglu ogly mac mc o la le los las аль эль ибн бин бинт абу фон ван де да ди ага بن ابن بنت ابو أبو ال آل
"""
TITLES = """
mr mrs ms miss mister madam sir dr herr frau monsieur madame mademoiselle mme mlle senor senora senorita sr sra srta
don dona signor signora pan pani panie pana pania bay bayan gospodin gospozha gospodja господин госпожа господина
г-н г-жа тов товарищ citizen гражданин гражданка aunt uncle auntie grandma grandpa тетя тётя дядя бабушка дедушка
sheikh shaykh imam ustadh ustaz mullah мулла шейх имам
"""
