"""Surnames that no ending gives away, in Latin letters, and the endings that do."""

KNOWN = """
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez gonzales wilson
anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson
walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell
mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales
murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson
watson brooks chavez wood bennett gray mendoza ruiz hughes alvarez castillo sanders patel myers long ross foster
jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes fisher vasquez simmons romero
jordan patterson alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson
ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington
kennedy wells vargas henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez
silva shaw snyder mason dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox
warren mills meyer rice schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn
kelley spencer hawkins arnold pierce hansen peters santos hart bradley knight elliott cunningham duncan armstrong
hudson carroll lane riley andrews alvarado ray delgado berry perkins hoffman johnston matthews pena richards
contreras willis carpenter lawrence sandoval guerrero george chapman rios estrada ortega watkins greene nunez
wheeler valdez harper burke larson santiago maldonado morrison franklin carlson austin dominguez carr lawson jacobs
obrien lynch singh vega bishop montgomery oliver jensen harvey williamson gilbert dean sims espinoza howell li wong
reid hanson le mccoy garrett burton fuller wang weber welch rojas lucas marquez fields park yang little banks
padilla day walsh bowman schultz luna fowler mejia floyd mckay hussain begum khan ali ahmed shah miah iqbal akhtar
bibi malik mahmood chaudhry chowdhury qureshi siddiqui sheikh butt awan rana kaur sharma verma gupta kumar das roy
ghosh sen bose banerjee mukherjee chatterjee bhattacharya dutta dey mondal mandal saha biswas sarkar majumdar nair
menon pillai iyer iyengar reddy rao naidu raju varma joshi desai mehta trivedi pandya parikh solanki rathod chauhan
rathore rajput yadav mishra tiwari pandey dubey shukla tripathi dwivedi chaturvedi srivastava saxena agarwal
aggarwal bansal goel jain kapoor khanna malhotra chopra arora bhatia sethi anand ahuja gill sidhu dhillon sandhu
grewal bajwa thakur bisht negi rawat jha sinha prasad paswan ram valmiki kamble ambedkar jadhav pawar patil deshmukh
kulkarni shinde gaikwad more naik fernandes dsouza d'souza pereira rodrigues hossain rahman islam uddin haque
sultana akter khatun mia talukder bhuiyan fernando perera jayawardena wickremesinghe dissanayake bandara mueller
muller schneider fischer becker schulz hoffmann schaefer schafer koch bauer richter klein wolf schroeder neumann
schwarz zimmermann braun krueger kruger hofmann hartmann lange schmitt werner schmitz krause meier lehmann schmid
schulze maier koehler kohler herrmann koenig konig walter mayer huber kaiser fuchs lang scholz moeller moller weiss
jung hahn schubert vogel friedrich keller guenther gunther frank berger winkler roth beck lorenz baumann franke
albrecht schuster simon ludwig boehm bohm winter kraus schumacher kraemer kramer vogt stein jaeger jager otto sommer
gross seidel heinrich brandt haas schreiber graf schulte dietrich ziegler kuhn kuehn pohl engel horn busch bergmann
voigt sauer wolff pfeiffer gruber lindner steiner moser egger wimmer brunner wallner reiter eder holzer pichler
haider leitner hofer muehlbauer ritter kirchner seifert lindemann hauser kessler kunz schenk nowak kowalski wojcik
kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski mazur jankowski krawczyk kaczmarek
piotrowski grabowski zajac pawlak michalak krol wieczorek jablonski wrobel majewski olszewski stepien malinowski
jaworski adamczyk dudek nowicki pawlowski gorski witkowski walczak sikora baran rutkowski michalski szewczyk
ostrowski tomaszewski pietrzak marciniak wroblewski zalewski jakubowski sadowski duda zawadzki wlodarczyk bak
chmielewski borkowski sokol urban novak svoboda dvorak cerny prochazka kucera vesely horak nemec pokorny marek
pospisil hajek jelinek kral ruzicka benes fiala sedlak dolezal zeman kolar navratil cermak vanek kovac horvath varga
toth nagy balogh lakatos kovacs szabo horvat kiss molnar nemeth farkas papp takacs juhasz meszaros olah racz fekete
szilagyi torok feher gal kis kocsis fodor pinter szalai szucs sipos magyar lukacs gulyas biro kiraly laszlo bognar
katona jakab balazs boros somogyi fazekas antal orosz bodnar popescu ionescu popa stan dumitru stoica gheorghe rusu
munteanu matei marin lazar ciobanu serban constantin dinu florea barbu papadopoulos pappas georgiou hoxha shehu
dervishi gashi krasniqi berisha thaci kelmendi bernard dubois durand moreau laurent michel lefebvre leroy roux
bertrand morel fournier girard bonnet dupont lambert fontaine rousseau lefevre faure mercier blanc guerin boyer
garnier chevalier francois legrand gauthier perrin robin clement morin nicolas mathieu roussel gautier masson
marchand duval denis dumont marie lemaire noel dufour meunier brun blanchard giraud joly riviere brunet gaillard
barbier arnaud renard roche leroux colin vidal caron picard roger fabre aubert lemoine renaud dumas payet olivier
lacroix philippe pierre bourgeois benoit rey leclerc traore diallo diop ndiaye fall sow ba sy gueye faye sarr mbaye
cisse toure coulibaly keita konate kone camara bah barry sylla diarra doumbia ouattara ouedraogo sawadogo kabore
zongo rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti de-luca mancini costa
giordano rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo
gentile martinelli vitale lombardo serra coppola de-santis d'angelo marchetti parisi villa conte ferraro ferri
fabbri bianco marini grasso valentini messina sala de-angelis gatti pellegrini palumbo sanna farina rizzi monti
cattaneo morelli amato silvestri mazza testa grassi pellegrino carbone giuliani benedetti barone rossetti caputo
montanari guerra palmieri bernardi martino fiore de-rosa ferretti bellini basile riva donati piras vitali battaglia
sartori neri costantini milani pagano ruggiero sorrentino orlando negri alonso navarro vazquez gil serrano blanco
molina suarez rubio sanz iglesias garrido cortes lozano cano prieto calvo gallego leon cabrera campos fuentes
carrasco diez caballero nieto pascual santana herrero montero lorenzo hidalgo gimenez ibanez ferrer duran benitez
mora vicente arias carmona crespo roman pastor saez velasco moya soler parra esteban bravo gallardo quispe mamani
huaman condori choque rosales acosta pereyra sosa caceres escobar godoy villalba cardozo salgado aguirre franco
zamora camacho ayala escobedo cervantes salinas villarreal valenzuela barrera trujillo zapata quintero restrepo
ospina cardona londono jaramillo oliveira souza sousa ferreira alves lima gomes ribeiro carvalho almeida lopes
soares vieira barbosa rocha dias nascimento andrade moreira nunes marques machado mendes freitas cardoso goncalves
teixeira araujo moura cavalcante monteiro melo reis correia pinto azevedo cunha tavares antunes bastos matos coelho
pires fonseca henriques figueiredo batista nogueira guimaraes yilmaz kaya demir celik sahin yildiz yildirim ozturk
aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt ozkan simsek polat ozcan korkmaz cakir erdogan yavuz can
acar aktas guler yalcin gunes bozkurt bulut keskin unal turan gul ozer isik kaplan avci sari tekin tas kose yuksel
ates aksoy bayram uysal toprak erdem tunc kiska ergin ozgun altun bilgin hassan hussein ibrahim abdullah saleh
mansour haddad khoury nasser nassar hamdan darwish saad salem salman salim karam sabbagh najjar masri shami halabi
hourani qasim kassab rahal sayegh daher chahine aoun tueni harb awad sharif zidan soliman fathi farouk amin rizk
mahfouz shukri abdelfattah elsayed sayed ramadan fawzy gaber benali benkirane bennani alaoui idrissi berrada tazi
fassi trabelsi gharbi jebali ayari hamdi mejri belhadj benkhelifa bouzid hosseini ahmadi mohammadi karimi rezaei
moradi jafari heidari kazemi rahimi hashemi sadeghi ebrahimi mousavi rostami akbari sotoudeh ghaderi shekari salehi
hemmati amini alizadeh panahi rasoulof okafor okonkwo okeke okoye eze nwosu obi adeyemi adebayo ogunleye balogun
bakare oyelaran afolabi ogunbanjo akinola akintola oyedepo ojo adeleke olatunji ogundipe salami lawal bello musa
abubakar suleiman mohammed usman garba danjuma yakubu aliyu umar sani yusuf nwankwo nwachukwu chukwu onyekachi igwe
anyanwu uzoma emeka ekwueme mensah owusu boateng asante appiah osei agyeman amoah ofori addo acheampong gyamfi antwi
darko kamau kariuki mwangi njoroge maina odhiambo ochieng otieno omondi owino kipkemboi kiptoo cheruiyot mutua
musyoka wanjala wafula kibet nyong'o moyo ndlovu ncube sibanda dube nkomo mpofu dlamini nkosi khumalo zulu mthembu
mkhize sithole mokoena molefe naidoo govender pillay botha pretorius vandermerwe steyn tesfaye bekele tadesse abebe
alemu girma haile kebede desta mekonnen gebre gebremedhin negash wolde nega pham hoang huynh phan vu dang bui ho ngo
duong ly choi jeong kang cho yoon yun jang lim han oh seo shin kwon hwang ahn song ryu hong jeon sato suzuki
takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue
kimura hayashi shimizu yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada
hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda
nakagawa nakano harada ono tamura takeuchi kaneko cohen levy levi mizrahi peretz biton dahan avraham friedman malka
azoulay katz yosef david amar ohayon hadad gabay ben-david adler rosenberg goldberg goldstein rosenthal shapiro
rabinovich abramovich cohn bakker visser smit meijer mulder bos vos dekker brouwer dijkstra smits mertens willems
claes goossens wouters peeters andersson johansson karlsson nilsson eriksson larsson olsson persson svensson
gustafsson pettersson jonsson jansson hansson bengtsson korhonen virtanen makinen nieminen makela hamalainen laine
heikkinen koskinen jarvinen lehtonen lehtinen saarinen salminen hasanov orel volk zayats koval melnik melnyk bondar
moroz kravets shevchuk tkach lysenko hrytsenko rudenko savchuk marchuk koshel zubko zima kot kovalchuk babych sych
luts karpyuk lutsenko sheremet bondarenko maroz zhuk dela-cruz bautista ocampo villanueva dizon aquino salonga
magsaysay umarov
"""

# Endings that ordinary words rarely have, each with the fewest letters that must stand before it.
ENDINGS = """
ov:3 ova:3 ev:3 eva:3 iev:2 ieva:2 aev:1 aeva:1 oev:2 oeva:2 ovski:2 evski:2 inski:2 anski:2 skaia:2 ckaia:2 enko:3
chenko:2 chuk:2 iuk:3 ovich:2 evich:2 ovic:2 evic:2 ovits:2 shvili:2 adze:2 idze:2 odze:2 unts:3 iants:3 ianian:2
arian:3 asian:4 osian:3 unian:3 enian:4 anian:4 ezian:3 usian:4 oglu:2 oglou:2 ogli:2 kizi:3 zade:3 zadeh:3 nejad:2
nezhad:2 pour:4 sson:3 opoulos:2 opulos:2 akis:3 idis:3 escu:3 kowski:1 ovska:2 evska:2 ewski:1 ovicz:2 evicz:2
czik:2 owna:3 mann:4 hauer:3 meier:3 maier:3 baum:4 stein:4 feld:4 berger:3 inen:4 kuist:3 kvist:3 kar:5 dotir:3
vala:4 svami:3 krishnan:2 ulah:3 udin:3 zai:4 ulu:5 zoda:3 eanu:3 aitis:2
auskas:2 inskas:2 iene:4 ecki:3 icki:3 ecka:3 icka:4 anska:3 inska:3 strom:3 gren:4 lund:4 dahl:3 berg:4 vist:4
"""

# Endings of ordinary words: what follows a given name and ends like this is the rest of a longer word.
NO_SURNAME = """
ia ie ien isk ist ista isti ism izm isms ique ik ika iki ical ic ing ings ion ions cion tion tions ment ments ness
less ful able ible ous ity ies ied ized ised ative burg burgh burh ville vile town tovn stadt land lands shire polis
grad gorod stan abad pur puram hausen heim dorf cester borough port mouth ovo evo ino ovka evka ovsk evsk insk noe
naia ni nie ost osti anie enie stvo ate ated ates ating ali ene ende ung ungen keit heit lich schaft tag li ly ish
est iest ive ives ively ize ise ian ians iers ics ery eri ari ler lar leri lari siz lik ado ada ados adas idad mente
ando endo are ere ire ato ata ati ita iti ite zione aggio age ages eur euse eux ette tik ide oid logy logi graf
"""
