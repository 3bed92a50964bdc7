"""Words of causes, law, work and everyday life beyond the commonest: one of them speaks against a name."""

SLAVIC = """
оон доклад доклада доклады отчёт отчёта камень камня монастырь монастыря полигон полигона пустошь кладбище
кладбища всадник скорби холм
область области край края округ район республика столица слова слово речи честный честные честь месть кровь
кровная брак браки похищение принудительный труд труда молчать молчим молчи боюсь боимся боится страх страха
страхом сказать скажи говори говорим говорить будет будем быть верим верю можем победим живём живем живу живите
умри душа души мёртвые мертвые сердце собачье собака судьба архипелаг рассказы рассказ роман пьеса повесть стихи
пакет подлецов подлец сухой дон тихий барак адрес вердикт содействие имён лебедь лебеди дельфин сова озеро
сестры братья сёстры матери отцы дедушки внуки сосед соседи девушки мальчики подростки пенсионеры инвалиды закон
закону законов статья статьи кодекс указ указа конвенция конвенции договор протокол хартия декларация кризисная
кризис центр отдел отряд патруль шариата рынок вокзал порт лестница двор ворота башня старые старая новые новый
поселение колония колонии колониях тюрьмы изолятор сизо этап зона режим лагерный карцер голод блокада совет
совета собор собора собраний собрание съезд комиссия палата дума думы министерство прокуратура следствие узник
узникам узники совести свободной свободная своих выходи выходите димон лжёт лжет врёт врет ворует правит таракан
тараканище прошлое будущее настоящее надежды мечта цензура цензуру язык языка языковые деды внук дед родина
родной родные коренные трудовые мигрант бездомные бедность голодные пенсия зарплата цены налог кнопка видео
канал канала блог сайт сайты поиск сервис приложение журнал альманах издание издательство репортаж розыск
розыска объявлен пропажа детский садик больницы аборт аборты роды здоровье лекарства диабет вич спид волонтёр
волонтер волонтеры доброволец добровольцы благотворительный приют животные собаки кошки природа китов верым
можам пераможам вечна жыве вязні краіна мова родная роднай свабода права абарона цэнтр вясна ні війні воля
смерть або крим катування зупиніть забуття розстріляне відродження гідність гідності революція голодомор правди
правда разом герої герою козак козаки захист мови бранців полон моряки моряків слобода слободы словом реч
svoboda svobody prava pravo prav slovo slova zakon pravda pravdy reci medii svobodne prace smrti trest trestu
nucena nucene lidska lidskych lidi zeme prezident vlada vlady volby trojuhelnik cerny cerna bily bila stary
stara stare nove nova novi velky velka male mala krasny sametova revoluce kara kary smierci smierc zycia praca
pracy przymusowa media mediow wolne powstanie warszawskie warszawski sejm senat homofobii przeciw kampania
rownosc rownosci tolerancji nienawisci mowa mowy faszyzm stop bzdurom jestem jednej wiecej ani pieklo kobieta
dziewczyny matki polek polki masakra rzez zbrodnia zbrodni lasow puszcza bialowieska slobodu medijima medija
nasilja protiv blokadi studenti studentkinje ostra nula pumpaj izbori srpski srpska hrvatska hrvatski bosanski
ratni zlocini zlocin genocid logor logori nestali nestalih majke zena vode reke jadar
"""

WESTERN = """
prozent geiseln geisel
meer schwarzes weisse weiße rose stille helden stolpersteine verlegen sichere herkunft herkunftsstaaten staaten
wald forst klinik amt auswartiges auswaertiges amter gericht verfassung verfassungsschutz ehe alle trans recht
schule zwang zwangsarbeit arbeit todesstrafe strafe strafen asyl flucht lager haft haftling haeftlinge volk
volker mord volkermord einzelfall krieg zusammen gerechtigkeit klima krankenhaus kinderarbeit kohleausstieg wahl
wahlen wahlrecht rassismus mut aufstand armee rote rotes fraktion bewegung initiative netzwerk werkstatt buch
bucher buchhandlung weltweit weltladen hausliche haeusliche lieferkette lieferketten sprache sprachen juden
judentum islam gegenwart kampf mein meine dein deine sein wahrheit wurde ehre stolz brucken bruecken waffen
waffe bombe bomben regenbogen linea primera primero segunda segundo tercera trabajo forzado forzada forzadas
forzosa esclavo esclavitud olvido perdon nunca mineria impunidad despertó desperto renuncia renuncien decidir
decide decidimos vale sucia guerra originarios ley leyes punto obediencia debida nacional nacionales paro paros
estallido barricada territorio territorios selva sangre fuego pan techo pobreza hambre sequia lucha luchas
luchar resistir obrero obrera obreros campesina mineros primavera otono invierno verano rojo roja negro negra
blanco blanca azul pena muerte carcel carceles preso dolor escravo escravidao povo povos terras garimpo fora
demarcacao ja matou morro favela favelas negritude genocidio ditadura militar povoado racismo machismo feminista
feministas luta lutas greve greves samba carnaval livros escola peine mariage mariages tous crise crises
genocide armenien armeniens affaire affaires soulevements terre terres inceste metooinceste nous toutes vite
assez guerres colere force ouvriere ouvriers usine usines ecole ecoles lycee banlieue banlieues quartiers
quartier temps noir noire blanche rouges verts verte vert bleu presse contrôle controle politique politiques
etat etats loi lois mort mortes morte vivre vie armes bombes forcee travailleuses minorile minori lavoratrici
stampa sporca caporalato mafia mafie terra fuoco sangue sud nord porto mare liga ligas mama mamas cash lex
lauder crown court fraud truth lies riots trials scare inn nine war wars camps rule bride brides sharia patrol
massacre school siege theft strike strikes bread books wounded witches salem women womens men workers miners
farmers robots robot erased wont dont cant isnt arent happening whats killer myth svenska svensk dagens nyheter
dagbladet norske norsk dansk danske frihet frihed rettigheter manniskor kvinnor kvinder barn fred krig vold
menneskerettigheter ytringsfrihet suomen suomi ihmisoikeudet rauha mensenrechten vrijheid vrouwen kinderen
oorlog vrede op abortus geweld racisme woonprotest wonen klimaat jog jogok jogokert halalbuntetes emberi sajto
szabad fuggetlen takarodj tarsasag egyesulet alapitvany nemzet nepszava haboru beke menekult menekultek
iskola tanarok diakok szolidaritas kormany rabszolga torveny valasztas justitie toti pentru dreptate victime
coruptie coruptia alegeri violenta fara lege legea pace razboi copii femeile
"""

EASTERN = """
zorla kaybetme kayip kayiplar yakinlari ozgurlugu basin haklari cinayetleri cezasi olum idam baris anneleri
hayir siddete siddet kadina yuruyusu adalet hukuk hak sessiz cumhuriyet bilim egitim saglik iklim dogaya doga
orman zeytin toprak su sular maden madenci iscileri deprem akp chp hdp halklarin ana dili dil kimlik vicdani ret
askerlik susma susmuyoruz korkmuyoruz itaat etmiyoruz birlikte guzel gunler gorecegiz yasam yasami hayvan
sokakta aksi kamisan orang hilang asasi manusia buruh petani nelayan adat masyarakat hutan tanah sipil bebas
hidup mati gejayan memanggil gelap indonesia sahkan ruu omnibus korupsi polisi kekerasan seksual pers korban
pelanggaran berat karapatang pantao sapilitang pagkawala hustisya lupa magsasaka manggagawa batas militar
bayaning kabataan wakasan junk oust chacha mamamayan kababaihan katutubo lumad binadamu haki uhuru ardhi maji
nchi wananchi vijana mera meri jism marzi aurat azaadi insaaf loktantra samvidhan rozgar mazdoori shiksha jal
jungle zameen adivasi bagh bagat jallianwala shaheen chowk gate morcha sabha yatra dal mahila bal shram dandh
pradesh uttar madhya himachal andhra arunachal tamil nadu bengal bihar jharkhand chhattisgarh orissa odisha
rajasthan haryana kerala karnataka telangana tripura mizoram meghalaya sikkim uttarakhand nahi nahin desh janata
حقوق عقوبة الاعدام الإعدام حرية الصحافة التعبير الاختفاء القسري المجتمع المدني الانتقالية كفالة الصحفيين الربيع
العربي ثورة يناير فبراير سبتمبر ديسمبر الشيخ جراح مش هنسكت هيئة جمعية مركز حزب جبهة حركة تيار ائتلاف نقابة اتحاد
مجلس برلمان دستور انتخابات قضاء قضية القضية تعذيب التعذيب اعتقال الاعتقال السياسي السياسيين اللاجئين لاجئون
نازحون هجرة الهجرة عنف العنف ضد المرأه الأسري زواج القاصرات ختان الإناث التمييز العنصري العنصرية الاحتلال
الاستيطان الأقصى القدس الضفة الغربية قطاع المخيم مخيم مذبحة مجزرة حصار الجوع المجاعة المناخ العمال عمال الفلاحين
طلاب الطلاب جامعات نساء اطفال مدينة دولة الدولة الإسلامية الاسلامي الديمقراطية الجمهورية المملكة الامم المتحدة
المحكمة الجنائية الدولي تقرير المصير ذاكرة كتاب رواية فيلم قناة صحيفة جريدة موقع شبكة أخبار الاخبار اليوم الشرق
الأوسط الحقيقة حكم حبس زندان بازداشت شکنجه قتل قتلهای زنجیرهای بیان مطبوعات کودکان کار سراسری جنبش سبز تحریم فقر
گرانی تبعیض جنسیتی اقلیت های دینی قومی زبان مادری محیط زیست دریاچه ارومیه آب خوزستان هوا کشتار تابستان دهه شصت
خاوران کانون نویسندگان شورای نگهبان جمهوری اسلامی سپاه پاسداران دولت قانون اساسی ازدواج ناموسی اجباری آزادیخواهی
صحافت آزادی جبری گمشدگی لاپتہ افراد اظہار رائے توہین رسالت عورت مارچ انسانی پاکستان بلوچ پشتون تحفظ موومنٹ
मृत्यु दंड बाल मजदूरी अभिव्यक्ति मानव अधिकारों कानून नागरिकता संशोधन जनता जनजाति आदिवासी दलित समानता समान जाति
धर्म शिक्षा स्वास्थ्य जल जंगल जमीन भूमि सेना पुलिस हिंसा घरेलू बलात्कार हत्याकांड दंगा दंगे आरक्षण आपातकाल सत्य
सत्याग्रह स्वराज लोकतंत्र चुनाव मजदूर श्रमिक रोजगार भूख हड़ताल विरोध प्रदर्शन राष्ट्रीय राज्य देश विश्व दिवस
वर्ष पर्यावरण परिवर्तन जलवायु प्रेस মানবাধিকার লঙ্ঘন গুম খুন বাক ডিজিটাল নিরাপত্তা আইন কোটা সংস্কার ধর্ষণ নারী
শিশু শ্রম শ্রমিক মৃত্যুদণ্ড গণহত্যা মুক্তিযুদ্ধ বাংলাদেশ ভাষা সংবাদ মাধ্যম সংবাদপত্র জলবায়ু পরিবর্তন নির্বাচন
গণতন্ত্র জুলাই অভ্যুত্থান শাহবাগ দিবস জাতীয় রোহিঙ্গা শরণার্থী পাহাড়ি বৈষম্য বিরোধী 표현의 자유 사형제 폐지 차별금지법 제정 강제노동
인권 운동 노동 여성 평화 사건 민주주의 국가보안법 촛불 집회 시위
세월호 참사 진상규명 ελευθερια τυπου θανατικη ποινη ανθρωπινα δικαιωματα χρυση αυγη
αγωνας εργατες εργασια προσφυγες μεταναστες βια γυναικοκτονια δικη νομος νομοι συνταγμα βουλη εκλογες λαος λαου
μνημη ιστορια πολυτεχνειο φυλακη φυλακες πατριδα აფხაზეთი ომი ქართული ოცნება საქართველო თავისუფლება სიტყვის
პრესის ადამიანის უფლებები უფლება კანონი რუსული აგენტების არჩევნები სასამართლო ქალთა ძალადობა დემოკრატია ევროპა
მშვიდობა სიცოცხლე ხალხი პარტია გმირები მოძრაობა մարդու իրավունքներ ցեղասպանություն ցեղասպանության հուշահամալիր
արցախ հայաստան ազատություն խաղաղություն պատերազմ ժողովուրդ խոսքի օրենք դատարան ընտրություններ կանանց բռնություն
լեռնային ղարաբաղ շարժում իրավունք שוברים שתיקה זכויות אדם חופש ביטוי עיתונות כיבוש שלום עכשיו נשים אלימות עונש
מוות פליטים מבקשי מקלט שוויון דמוקרטיה הפגנה צדק חברתי מחאה בחירות משפט משטרה מלחמה לוחמים לשלום לזכויות ጋዜጠኞች
ነፃነት ሰብዓዊ መብት መብቶች ሰላም ዴሞክራሲ ምርጫ ሕገ መንግስት የዘር ማጥፋት ጦርነት ትግራይ አማራ ኦሮሞ ኢትዮጵያ สิทธิมนุษยชน เสรีภาพ ประชาธิปไตย
รัฐธรรมนูญ มนุษยชน มาตรา นักโทษการเมือง สมรสเท่าเทียม மனித உரிமை உரிமைகள் ஈழம் தமிழ் போராட்டம் மொழி விடுதலை நீதி
సమాచార హక్కు హక్కులు మానవ തൊഴിലാളി സമരം മനുഷ്യാവകാശം സ്വാതന്ത്ര്യം
"""

HEADS = """
trata trafico humano handel ludzmi خشونت خانگی همسری کودک სიძულვილის ენა нижняя верхняя усть кривий заберите домой
victoria siempre
mont monte costa loch nova novi nove novy bad banska beit bet bab ras wadi jabal jebel tell tel port puerto
punta pico sierra serra val vale valle valley villa ville fort cerro cabo isla issyk kul bazar bazaar mandeb ayn
khan maidan checkpoint colonia barrio vila baie golf golfo strait straits reef atoll peninsula plateau steppe
delta basin forest glacier volcano lagoon canyon falls heights hills hill oasis coast shore dam mine mines bay
gulf channel sound ocean sea seas creek springs rapids county shire district province region oblast krai shimla
kumbh mela reap siem banja luka pazar bystrica zamky brava blanc scotia gaisma
"""
