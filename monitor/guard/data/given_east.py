"""Given names of Eastern Europe, the Caucasus and Central Asia, in Latin letters (Cyrillic is read as these)."""

SLAVIC = """
ales sonja tatjana marija darja olja natalja ksenija julja jaroslava anastasija viktorija jevgenija evgenija evgenia
evgeniya yevgenia yevgeniya arina kamilla milena olesia lesia lesya bohdana yaryna solomia orysia zoriana ostap
severyn vsevolod yevhenia aleksandr alexander aleksander alexandr oleksandr aliaksandr sasha alexei aleksei alexey
oleksii oleksiy alesha alyosha andrei andrey andrii andriy andrej anton anatoly anatoli anatolii arkady arkadi
arseny arseni arsenii artem artyom artur boris borys bogdan bohdan valentin valery valeri valerii vadim vadym vasily
vasili vasyl vasil vasiliy venyamin viktor vitaly vitali vitaliy vitalii vlad vladimir volodymyr uladzimir vova
volodya vladislav vladyslav vyacheslav viacheslav gennady gennadi hennadii georgy georgi heorhii gleb hlib grigory
grigori hryhorii hryhoriy grisha daniil danil danila danylo denis denys dmitry dmitri dmytro dzmitry dmitrii dima
evgeny evgeni yevgeny yevhen jewgeni evgenii zhenya egor yegor ihar igor ihor ivan vanya ilya illia ilja innokenty
iosif iosyp kirill kyrylo kiryl klim konstantin kostya kostiantyn kazimir lavrenty leonid lyonya lev lukyan makar
maksim maxim maksym matvei matvey mikhail mykhailo mihail misha mykola mikola miroslav myroslav mitrofan nazar
nikita mykyta nikolai nikolay nikolaj kolya oleg oleh aleh osip orest pavel pavlo pavl pasha petr pyotr petro pjotr
petya platon prokhor rodion roman rostislav rostyslav ruslan savely semyon semen simeon sergei sergey serhii serhiy
siarhei sergej serezha seryozha stanislav stepan stefan svyatoslav sviatoslav taras timofei timofey timur tikhon
trofim fedor fyodor fedir filipp foma khariton eduard eldar emil ernest yury yuri yurii jurij yakov yakiv yan
yaroslav jaroslav ladislav vaclav zdenek aleksandra alexandra oleksandra alena alyona alina alisa alla albina
anastasia anastasiya anastasiia nastya anzhela angelina anna anya hanna antonina asya bronislava valentina valeria
valeriya varvara varya vasilisa veronika viktoria viktoriya vlada galina halyna galya glafira darya daria dasha
diana dina ekaterina yekaterina kateryna katerina katya elena yelena olena lena elizaveta yelizaveta liza zhanna
zinaida zina zoya zoia inna irina iryna ira karina kira kristina khrystyna ksenia kseniya xenia larisa larysa lidia
lidiya lyubov lubov lyuba liubov lyudmila liudmila ludmila lyuda maya margarita rita marina maryna maria mariya
mariia marya masha milana nadezhda nadya nadiia natalia natalya nataliya natasha nelly nika nina oksana aksana
olesya olga olha olya volha palina polina praskovya raisa regina renata rimma rosalia snezhana sofia sofya sofiia
solomiya svetlana svitlana sviatlana sveta stefania tamara tanya tatiana tatyana tetiana taisia ulyana uliana faina
feodora khristina yulia yuliya iuliia julija yulya juliya yana jana yaroslava bartosz bartlomiej boguslaw czeslaw
dariusz grzegorz jacek janusz jaroslaw jerzy jakub jedrzej kacper kazimierz krzysztof leszek lech lukasz maciej
marcin marek mariusz mateusz michal mieczyslaw mikolaj miroslaw pawel piotr przemyslaw radoslaw rafal ryszard
slawomir stanislaw szymon tadeusz tomasz waldemar wladyslaw wojciech zbigniew zdzislaw zygmunt agata agnieszka aneta
barbara beata bozena celina danuta dorota edyta elzbieta ewa ewelina grazyna halina iwona izabela jadwiga joanna
jolanta justyna kasia katarzyna kinga krystyna lucyna magda magdalena malgorzata marta marzena monika patrycja
paulina sylwia teresa urszula wanda weronika wieslawa zofia zuzanna bohumil dusan frantisek jiri jaromir josef karel
libor lubomir lukas milan miloslav ondrej oldrich pavol radek radim tomas vojtech zdenka eliska hana jarmila jitka
lenka marketa pavla petra radka sarka tereza vlasta zuzana branko dejan dragan drazen goran ivo jovan luka marko
milos miodrag mirko nebojsa nemanja nenad nikola ognjen predrag radovan ratko sasa slobodan srdjan srdan stevan
tihomir tomislav uros vojislav vuk zeljko zoran biljana bojana dragana dubravka gordana ivana jasmina jasna jelena
jovana ljiljana ljubica milica mirjana nevena sanja slavica snezana vesna zorica asen atanas bojko boyko dimitar
hristo ivaylo kiril krasimir lyubomir ognyan petar plamen rumen stoyan todor tsvetan yordan desislava elitsa ginka
iskra penka rositsa silvia tsvetelina yoana zhivka gheorghe ion ionel ionut mihai mircea nicolae octavian ovidiu
petru radu razvan sorin traian vasile ancuta anca andreea cristina daniela doina gabriela ileana ioana ionela laura
liliana maricica mihaela monica oana raluca ramona rodica roxana simona balazs bela csaba denes endre ferenc gabor
gergely gyorgy gyula imre istvan janos jeno jozsef karoly kristof laszlo lajos marton matyas mihaly miklos norbert
pal peter sandor szabolcs tamas tibor zoltan zsolt agnes aniko andrea edit erzsebet eszter eva gabriella ildiko
ilona judit katalin krisztina lilla margit melinda nora orsolya piroska rozsa szilvia timea tunde zita zsofia zsuzsa
zsuzsanna andris arturs edgars gatis girts guntis imants inese janis juris karlis maris martins raimonds uldis
valdis andrius arvydas gintaras jonas jurgis kestutis linas mindaugas rimas saulius vytautas antanas algirdas ausra
dalia daiva egle gintare jurate rasa ruta vilma kaarel jaan juri mart priit tiit toomas urmas kristiina maarja
anneli tiina
"""

BELARUSIAN = """
nadzeia nadzeya katsiaryna katsyaryna aliaksandra aliaksei aliaksey andrei andrey vasil viktar hanna ganna dzmitry
zmitser ihar kiryl maksim marya maryia mikalai mikalay mikhas natallia natallya volha olga palina piatro pyatro
ryhor rygor siarhei siarhey sviatlana tatstsiana tatsiana uladzimir iulia iury yauhen yaugen yauhenia yaugeniya
alena alesia alesya lesia raman illia ilia kastus ianka yanka iakub frantsishak daria ksenia anzhalika viachaslau
vyachaslau stanislau uladzislau mechyslau branislau zoia zinaida liudmila larysa maryna iryna vera liubou halina
valiantsina valiantsin anatol anatolii leanid henadz genadz mikita tsimafei tsimokh ivan iazep yazep adam bahdan
bogdan
"""

CAUCASUS = """
abdul abdulla abdullah abdulkadir abdulkerim abdurakhman abdurrahman abubakar abu-bakr abuzar adam adlan akhmad
akhmat akhmed akhyad alaudi albek ali alibek alikhan alkhazur alvi anzor apti arbi aslan aslanbek asker askhab ayub
baysangur beslan bislan bulat deni dzhabrail dzhambulat dzhokhar dukvakha elbrus eldar elsi emin gelani ibragim
idris ilyas imran isa iskhak iskander islambek ismail issa isita kazbek khalid khamid khamzat khasan khasbulat
khasukha khozh-akhmed khuseyn khusein khusain khuseyin lecha lechi letcha lom-ali lorsan luluev magomed magamed
magomedali magomedrasul makhmud makka mairbek malik mansur maskhud mayrbek movladi movsar movlid muslim murad murat
musa muslimbek mustafa nazhmudin nurdi ramzan rasul rizvan rustam rustem ruslanbek said-magomed said-khusein salakh
salambek salamu salavdi salekh salman sayd-emin saydi selim shamil sharip shamkhan shaykhi sulim sultan suleiman
suleyman tamerlan tapa timerlan tumso turpal umar usman vakha valid visit visadi visita yakub yunus yusup yusuf zaur
zavala zelim zelimkhan zubayr zaurbek aishat ayshat aiza aizan aminat amina aset asiat asya birlant elina elita
eliza fatima hedi heda iman imani indira kheda khava khadizhat khadizha khalimat khazan khedi khulimat khutmat laura
layla leila liana lipkhan luiza madina maka malika malkan marem maryam marha markha medni milana patimat petimat
rabiat raisa rayana roza rukiyat saatsita sabira salamat salikhat salima seda sedat selima taus tabarik tamila toita
yakha yasmina yaha zalina zama zamira zara zareta zarema zargan zarina zayna zaynap zeynap zulay zulikhan zura
zukhra amkhad akhdan patya saniyat uzlipat zubaidat giorgi davit levan irakli zurab zviad vakhtang otar nodar nugzar
malkhaz merab mikheil nika paata revaz sandro soso tamaz tengiz tornike vano vazha zaza beka lasha luka bidzina
mamuka gocha goga guram kakha nana nino ketevan keti lali lela lia manana maia mzia natela natia nestan eka
ekaterine eteri khatuna marika medea salome sopho sopiko tamar tamuna teona tea tinatin tsira aram ararat arman
armen arsen artak artashes ashot avet ara gagik garegin gevorg grigor hakob hambardzum harutyun hayk hovhannes hovik
hrant karapet karen karo khachatur levon mher mkrtich narek nerses nikol nubar petros ruben sarkis sargis samvel
serzh sevak sos suren tatul tigran vahagn vahan vahe vahram vardan varuzhan vazgen yervand zaven zhirayr anahit ani
anush araksya armine arpine astghik gayane gohar hasmik hripsime karine lilit lusine mane mariam nairi naira narine
nune nvard ruzanna satenik shushan siranush sona srbuhi susanna syuzanna tatev varduhi yester zabel zaruhi ilham
heydar vugar elchin elnur emil farid fuad hikmet ilgar ilqar kamran khadija leyla mehman nigar orkhan orxan parvin
ramil rauf rashad samir sevinj tofig tural vusal gunay gulnara aygun aynur aytan sevil turan
"""

TURKIC = """
aidar aigerim aigul aidana aida ainur aisulu akhmet akmaral aknur aliya alua aman amangeldy amirkhan ardak arman
askar asel assel asem asylbek ayan azamat azat bakhyt bakhytzhan bauyrzhan baurzhan bekzat bolat botagoz dana danat
daniyar dauren daulet dias dinara dulat erbol erlan ermek gaukhar gulmira gulnaz gulnur gulsim indira kairat kamila
kanat karlygash kuanysh kuat kymbat lyazzat madi madina maira makpal maksat maral marat meruert mukhtar murat
nursultan nurlan nurgul nurzhan olzhas rakhat rakhim raushan rauan ruslan sabina sagynbek saltanat samat sanzhar
saule serik sholpan talgat temir temirlan tokhtar torgyn ulan ulbolsyn urazbek yerlan yermek yerzhan zarina zhanar
zhanat zhanbolat zhanibek zhanna zhansaya zhuldyz zhumagul abdulaziz abdulla abdurashid akmal akrom alisher anvar
avaz azam aziz aziza bakhodir bakhrom bakhtiyor bobur botir davron dildora dilfuza dilnoza dilorom dilshod doniyor
eldor elyor erkin farkhod farrukh feruza fotima furkat gavkhar gulchehra guli gulnora gulnoza gulshan ibrohim ikrom
islombek ismoil jahongir jamshid jasur javlon kamola karim khurshid khusan komil lola lutfiya malika mansur mavluda
mirzo mukhabbat mukhammad munira muzaffar nargiza nigora nilufar nodir nodira nozima odil olim otabek oybek oydin
oygul ozoda rano ravshan rustam saida sanjar sardor saodat sevara shahnoza shakhnoza shakhzod shavkat sherzod
shukhrat shoira sirojiddin tohir tolib ulugbek umida umid utkir yulduz zafar zebo ziyoda zulfiya zukhra zilola aibek
almaz almazbek bakyt bermet cholpon elvira emilbek jyldyz kubanychbek kanykei mirlan nurbek nurjan nurzat omurbek
roza sadyr sooronbay taalaibek temirbek tolgonai tynchtyk ulukbek farzona firdavs gulru manizha mehrangez nigina
parviz rahmon shahlo zafarbek ahmet ali alper arda arzu asli asuman aysel ayse aysegul aysun aydin ayten azra
bahadir bahar banu baris basak batuhan bekir belgin berat berkay berkin berna betul beyza bilge bircan bulent burak
burcu busra can canan cem cemal cemile ceren cevdet ceyda cihan dilek dilan ebru ecevit ekrem elif emel emine emrah
emre engin enes ercan erdal erdem eren erhan erkan erol ertugrul esin esma esra eylem ezgi fadime fahri fatih fatma
ferhat feride fikret filiz firat funda furkan gamze gizem gokhan gonca gulay gulcan gulhan gulizar gulsah gulsen
gulten gulseren habibe hakan haluk halil hamide hande hasan hasret hatice haydar hayriye hulya husamettin huseyin
hrant ibrahim idil ilker ilknur inci ipek irem irfan ismet ismail kaan kadir kadriye kemal kerem kerim kubra kursat
lale latife leman leyla levent mehmet melek melih melike meltem meral merve mert mesut mete metin mevlut mine
mucella muhammed muhammet muhsin musa mustafa muzaffer naz nazan nazim nazli necati necla necmettin neslihan nesrin
nevin nihat nilay nilgun nimet nuran nuray nurcan nuri nurten oguz oguzhan okan oktay omer onur orhan osman oya ozan
ozge ozgur ozlem pelin perihan pinar rabia rahime ramazan recep remzi reyhan ridvan rukiye ruken rojda rojin rojbin
sabahattin sabri saban sakine salih savas seda sedat sehmus selahattin selcuk selin selma semih semra senem serap
serdar serhat serkan serpil sevda sevgi sevim sevinc seyma sibel sinan songul suat suheyla sukran sultan suleyman
sureyya taha tahir tamer taner tarik taylan tayfun tayyip tekin tugba tugce tulay tuncay turgut turkan ufuk ugur
ulku umit umut veli veysel volkan yagmur yakup yasemin yasin yavuz yelda yeliz yigit yildiz yilmaz yucel yunus yusuf
zehra zekeriya zelal zeliha zerrin zeynep ziya zubeyde zuleyha azad baran berivan bese ciwan jiyan hevrin hozan
newroz rezan rojava sirwan sherko sorgul viyan welat zilan
"""
