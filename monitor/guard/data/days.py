"""Words for days and times of day, and ways to say that people meet."""

MONTHS = """
january february march april may june july august september october november december jan feb mar apr jun jul aug
sep sept oct nov dec января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь
февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв фев мар апр авг сен сент окт ноя дек
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня студзеня лютага сакавіка
красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня januar februar maerz marz märz mai juni
juli oktober dezember jänner janvier fevrier février mars avril juin juillet aout août septembre octobre novembre
decembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio
giugno luglio settembre ottobre dicembre stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia
września pazdziernika października listopada grudnia ocak subat şubat mart nisan mayis mayıs haziran temmuz agustos
ağustos eylul eylül ekim kasim kasım aralik aralık január február március április május június július augusztus
szeptember október majus julius ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie
decembrie ledna unora února brezna března dubna kvetna května cervna června cervence července srpna zari září rijna
října listopadu prosince iyun iyul sentabr oktabr noyabr dekabr qantar nauryz sauir mamyr shilde tamyz يناير فبراير
مارس ابريل أبريل مايو يونيو يوليو اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر جانفي فيفري افريل ماي جوان جويلية
اوت فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند farvardin ordibehesht khordad tir mordad
shahrivar mehr aban azar dey bahman esfand जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан январь январда феврал марти
ιανουαριου φεβρουαριου μαρτιου απριλιου μαϊου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου
δεκεμβριου იანვარი იანვარს თებერვალი თებერვალს მარტი მარტს აპრილი აპრილს მაისი მაისს ივნისი ივნისს ივლისი ივლისს
აგვისტო აგვისტოს სექტემბერი სექტემბერს ოქტომბერი ოქტომბერს ნოემბერი ნოემბერს დეკემბერი დეკემბერს հունվարի փետրվարի
մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի ינואר פברואר מרץ אפריל מאי
יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল
মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر
دسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين yanvar fevral aprel iyun iyul avgust sentyabr oktyabr
noyabr januari februari maret mei agustus desember enero pebrero януари февруари април юни юли август септември
октомври ноември декември јануар јануара фебруар фебруара мај маја јун јуна јул јула августа септембар септембра
октобар октобра новембар новембра децембар децембра januara februara juna jula avgusta septembra oktobra novembra
decembra
"""

WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat понедельник
понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы суббота субботу субботы
воскресенье воскресенья понеділок вівторок середа середу четвер п'ятниця пятниця п'ятницю субота суботу неділя
неділю панядзелак аўторак серада чацвер пятніца нядзеля ponedelnik vtornik sreda chetverg pyatnitsa subbota
voskresenye voskresenie montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi
jeudi vendredi samedi dimanche lunes martes miercoles miércoles jueves viernes sabado sábado domingo segunda-feira
terca-feira quarta-feira quinta-feira sexta-feira lunedi lunedì martedi martedì mercoledi mercoledì giovedi giovedì
venerdi venerdì sabato domenica poniedzialek poniedziałek wtorek sroda środa srode środę czwartek piatek piątek
sobota sobote sobotę niedziela niedziele niedzielę pazartesi sali salı carsamba çarşamba persembe perşembe cuma
cumartesi pazar hetfo hétfő kedd szerda csutortok csütörtök pentek péntek szombat vasarnap vasárnap luni marti
miercuri joi vineri sambata sâmbătă duminica pondeli pondělí utery úterý streda středa ctvrtek patek pátek nedele
neděle subota nedelja petak cetvrtak الاحد الأحد الاثنين الإثنين الثلاثاء الاربعاء الأربعاء الخميس الجمعة السبت شنبه
یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه jummah shanba yakshanba dushanba juma dushanbe-kuni जुम्मा सोमवार मंगलवार
बुधवार गुरुवार शुक्रवार शनिवार रविवार 月曜 火曜 水曜 木曜 金曜 土曜 日曜 周一 周二 周三 周四 周五 周六 周日 星期一
星期二 星期三 星期四 星期五 星期六 星期日 월요일 화요일 수요일 목요일 금요일 토요일 일요일
дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі дүйшөмбү шейшемби шаршемби бейшемби ишемби жекшемби душанба
сешанба чоршанба пайшанба шанба якшанба δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη ორშაბათს სამშაბათს
ოთხშაბათს ხუთშაბათს პარასკევს შაბათს კვირას երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի שבת ראשון
שישי רביעי חמישי সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার پیر منگل بدھ جمعرات ہفتہ اتوار senin selasa
rabu kamis jumat sabtu minggu lunes martes miyerkules huwebes biyernes linggo jumatatu jumanne jumatano alhamisi
ijumaa jumamosi jumapili понеделник сряда четвъртък петък събота неделя уторак среда четвртак петак недеља
"""

SOON = """
tonight tomorrow today noon midnight afternoon сегодня завтра послезавтра вечером полдень полночь утром днем днём
сьогодні увечері ввечері опівдні сёння заўтра увечары segodnya zavtra vecherom heute morgen uebermorgen übermorgen
abend heuteabend mittag mitternacht aujourdhui demain soir cesoir midi minuit hoy manana mañana noche esta-noche
estanoche mediodia medianoche hoje amanha amanhã hojeanoite meianoite oggi domani stasera mezzogiorno mezzanotte
dzis dziś dzisiaj jutro wieczorem bugun bugün yarin yarın aksam akşam bu-gece ma holnap este azi maine mâine diseara
dnes zitra zítra vecer večer danas sutra veceras večeras اليوم غدا غداً الليلة امروز فردا امشب bugungi ertaga bugin
erten aaj kal आज कल 今天 明天 今晚 今夜 明日 今日 오늘 내일 오늘밤 leo kesho
бүгін ертең бүгүн бугун эртага σημερα αυριο αποψε დღეს ხვალ დღეს այսօր վաղը היום מחר הערב আজ আগামীকাল কাল آج hari-ini
besok malam-ini ngayon bukas mamaya днес утре вечерта данас сутра вечерас hôm-nay วันนี้ พรุ่งนี้ คืนนี้
"""

# Words for coming together which, with a time of day, are enough without a place.
MEETINGS = """
meet meeting meetup gather gathering assemble rally march protest vigil picket demo demonstration sit-in сбор сбора
собираемся встреча встречаемся сходка митинг пикет марш протест шествие збір збираємось зустріч мітинг збор сустрэча
treffen treffpunkt kundgebung mahnwache rassemblement rendezvous rdv manif manifestation concentracion concentración
quedada reunion marcha convocatoria reuniao concentracao ato manifestacao ritrovo raduno presidio corteo
manifestazione zbiorka zbiórka spotkanie wiec marsz bulusma buluşma toplanma toplaniyoruz miting yuruyus yürüyüş
talalkozo találkozó tuntetes tüntetés adunare intalnire sraz setkani okupljanje skup تجمع وقفة مسيرة مظاهرة لقاء
قرار jamoat sbor sobiraemsya vstrecha vstrechaemsya
"""

# Said by those who call others to come: with a day or a time, enough.
CALLS = """
выходим выходите собираемся собирайтесь встречаемся приходите приходи идем идём пойдем пойдём збираємось виходимо
приходьте выходзім збіраемся vykhodim sobiraemsya vstrechaemsya prikhodite treffen kommt meet join gather assemble
quedamos reunimos convocamos concentramos retrouvons rassemblons spotykamy wychodzimy buluşuyoruz bulusuyoruz
toplanıyoruz toplaniyoruz találkozunk
"""

# What a place follows.
BEFORE_PLACES = """
on at in to near outside by around before у на в во к возле около перед біля до am an auf vor bei im beim à au aux
devant en ante frente a przed pod przy na w alla al davanti em no junto عند في امام أمام در مقابل
"""

STREETS = """
street st road rd avenue ave lane ln drive dr boulevard blvd crescent close court terrace row square mews way улица
улице улицы ул переулок пер проспект просп пр-т пр-кт бульвар бул шоссе набережная наб проезд площадь пл тупик
микрорайон мкр вулиця вулиці вул провулок пров вуліца завулак праспект ulitsa ulica ulice ul pereulok prospekt
prospect shosse vulytsia vul naberezhnaya proezd bulvar strasse straße str gasse weg allee platz ring damm ufer
chaussee markt steig pfad graben zeile stieg rue impasse chemin place quai route cours calle avenida avda carrera
camino paseo pasaje callejon plaza rua travessa alameda largo praca ladeira via viale corso vicolo piazza strada
aleja aleje al osiedle os plac pl sokak sokagi sokağı cadde caddesi mahallesi mah sk cd bulvari utca ut út u koz tér
korut körút aleea bulevardul calea namesti náměstí trida třída nabrezi kocha koshesi kochasi straat laan gracht
plein kade gade vej vag vagen gatan gata veien katu tie شارع زقاق حي خیابان کوچه بلوار پلاک रोड मार्ग गली marg nagar
gali
"""
JOINED_STREETS = """
strasse straße strase str gasse steig pfad graben zeile weg allee platz ring damm ufer straat laan gracht gatan gade
vej utca
"""
HOUSES = """
house apt apartment flat building bldg entrance floor unit дом д кв квартира корпус корп стр подъезд этаж будинок
буд haus wohnung etage appartement appt bat piso puerta apto bloco interno mieszkanie m kapi kapı daire no nr num
numero número kat emelet ajto ap sc bl byt
"""
# Streets that everybody knows as the seat of something public.
SEATS = "wall downing pennsylvania sesame fleet capitol petrovka lubyanka christopher"
