"""Given names of Western and Southern Europe and of the Americas."""

ENGLISH = """
aaron abigail adam adrian adriana agnes aidan aileen alan albert alex alexa alexander alexandra alexis alfred alice
alicia alison allan allison alvin alyssa amanda amber amelia amy andrea andrew andy angela angelica angie anita ann
anna annabelle anne annette annie anthony antonia archie ariana arnold arthur ashley audrey barbara barry beatrice
becky benjamin bernard bernice bernie beth bethany betty beverly billy bobby bonnie bradley brandon brenda brendan
brian bridget britney brittany bruce bryan caleb cameron camilla carl carla carlton carly carmen caroline carolyn
carrie catherine cathy cecil cecilia charles charlie charlotte cheryl chloe chris christina christine christopher
cindy claire clara clarence claudia clifford clive colin colleen connie connor corey craig crystal curtis cynthia
daisy damian damien daniel daniella danielle danny darren darryl dave david dean deborah debra dennis derek derrick
desmond diana diane dolores dominic donald donna doris dorothy douglas duncan dustin dwayne dylan eddie edgar edith
edmund edward edwin eileen elaine eleanor elena elijah elisabeth elise eliza elizabeth ella ellen ellie elliot elsa
elsie elvis emily emma emmett erica erika erik eric ernest esther ethan ethel eugene eva evan evelyn fiona florence
floyd francis francesca frances franklin fred freddie frederick gabriel gareth garry gary gavin gemma geoffrey
george georgia georgina gerald geraldine gerard gertrude gideon gilbert gillian gladys glenn gloria gordon graham
gregory greta gwen hannah harold harriet harry harvey hazel heather hector heidi helen helena henrietta henry
herbert hilary hilda holly howard hubert hugh hugo ian ingrid irene iris isaac isabel isabella isabelle isaiah ivy
jack jackie jackson jacob jacqueline jaime jake james jamie jane janet janice jared jasmine jason jayne jayden
jeanette jeff jeffrey jemima jenna jennifer jenny jeremy jerome jerry jesse jessica jessie jill jillian jimmy joan
joanna joanne jocelyn joe joel joey john johnny jonathan joseph josephine joshua joyce juan judith judy julia julian
julie juliet justin kaitlyn karen kate katherine kathleen kathryn kathy katie katrina kayla keith kelly kelvin
kenneth kenny kerry kevin kieran kimberly kirsten kirsty kristen kristina kurt kyle lakisha laquan larry laura
lauren laurence laurie lawrence leah leanne lena leo leon leonard leroy leslie lester lewis liam lillian lily linda
lindsay lindsey lionel lisa liz lloyd logan lois lorraine louis louisa louise lucas lucia lucille lucy luke lydia
lynn mabel madeleine madison malcolm mandy marc marcia marcus margaret margot maria marian marianne marie marilyn
marion marjorie marlene marsha marshall martha martin marvin mary matilda matt matthew maureen maurice maxine
maxwell megan melanie melinda melissa melvin meredith micah michael michaela michele michelle miguel mildred miles
millie mindy miriam mitchell molly monica morgan muriel myra myrtle nadine nancy naomi natalie natasha nathan
nathaniel neil nellie nicholas nick nicola nicole nigel noah noel noreen nora norma norman oliver olivia ollie oscar
oswald owen pamela patricia patrick patsy paul paula pauline peggy penelope penny perry peter phil philip phillip
phillippa phoebe phyllis priscilla quentin rachel ralph ramona randy raymond rebecca reginald renee rhoda rhonda
richard ricky riley robert robin rodney roger roland ronald ronnie rosa rosalind rosemary rosie rowena roxanne roy
ruby rudolph rufus rupert russell ruth ryan sabrina sally sam samantha samuel sandra sandy sara sarah saul scott
sean sebastian selina shane shannon sharon shaun shawn sheila shelley sheryl shirley sidney sienna simon simone
sonia sonya sophia sophie stacey stacy stanley stella stephanie stephen steve steven stewart stuart susan susanna
suzanne sylvia tabitha tamara tamika tamir tammy tanisha tanya tara ted teresa terence terrence terri theodore
theresa thelma thomas tiffany timothy tim tina toby todd tom tommy tony tracey tracy travis trevor tristan tyler
tyrone ursula valerie vanessa vera vernon veronica vicky vincent viola violet virginia vivian vivienne walter wanda
warren wayne wendy wesley whitney wilfred william willie wilma winifred winston yolanda yvonne zachary zoe eartha
latoya keisha deandre jamal malik tyree aoife caoimhe ciara eamon eoin fergus fionnuala grainne maeve niamh oisin
orla padraig roisin saoirse seamus siobhan sinead tadhg angus callum ewan hamish iain morag rhys sian gwyneth
bronwen dafydd angharad ieuan
"""

GERMAN_NORDIC = """
achim alois andreas anja anke annegret anneliese annika antje armin astrid axel bastian benedikt bernd bernhard
bettina birgit birgitta bjorn bodo brigitte britta burkhard carsten christa christian christiane christoph clemens
corinna cornelia dagmar detlef dieter dietmar dietrich dirk doris eberhard eckhard edeltraud elfriede elke ekkehard
erich ernst erwin eugen fabian felix florian franz franziska frauke friederike friedrich fritz gabriele georg gerda
gerd gerhard gero gerlinde gertraud gisela gottfried greta gudrun guenter guenther gunter gunther gunnar gustav
hannelore hannes hans hansjoerg harald hartmut heide heike heiko heiner heinrich heinz helga hellmut helmut henning
henrik herbert hermann hilde hildegard holger horst hubert ilka ilona ilse imke ina ines inge ingeborg ingo ingrid
irmgard iris jan janina jens joachim jochen johann johanna johannes jonas jorg joerg jurgen juergen julius jutta kai
karin karl karla karlheinz karsten kaspar kathrin katja katrin kerstin kilian klara klaus konrad konstanze kristin
kurt lars leonie liesel liselotte lorenz lothar ludwig luise lukas lutz manfred manuela marcel mareike margarete
margit margot marianne marlies marten mathias matthias maximilian meike melanie michaela mirjam monika moritz nadine
natalie niklas nils norbert olaf ole otto pascal petra philipp rainer ralf raimund regine reinhard reinhold renate
roland rolf rosemarie rudiger rudi rudolf ruediger sabine sascha sebastian siegfried sigrid silke silvia simone
stefan stefanie steffen stephan susanne svea svenja sven swantje tanja theo theodor theresia thilo thomas thorsten
tilman till timo tobias torben torsten traute trude udo ulf uli ulrich ulrike ursula ute uwe veit verena viktor
viola volker waltraud werner wilhelm wilhelmine willi winfried wolf wolfgang wolfram xaver yvonne aase agneta anders
anette arne asbjorn asta bengt birger birte bo bodil borje carina christer dagfinn ebba einar elin ellinor elsebeth
else emilia erland espen eskil eva flemming frida frode geir greger gro gunilla gunvor hakan halvor hanne harriet
haakon hege helle hjalmar inga inger ingvar ivar jarl jeppe jesper joakim jonny jorgen jorn josefin kajsa katarina
kjell kjersti klas knut kristian kristoffer lasse leif lena lennart liv linnea lise lotta magnus maj malin marit
mathilde merete mette mikael mikkel mona morten niels ola olav olle oskar per pernilla pia poul preben ragnar
ragnhild randi rasmus rikke roald rune sigurd signe siv solveig soren sten stig stina sunniva svein sverre terje
thorvald tor tore torgeir tove trond trygve tuva ulla ulrika unni vegard vibeke viggo vilhelm aino antti eero eija
elina esko hannu heikki helmi ilkka jaakko janne jari jouni juha juhani jukka jussi kaisa kalle kari kimmo kirsi
lauri leena marja markku markus matti mika mikko minna outi paavo paivi pekka pertti petri pirjo pirkko raija riikka
risto ritva sami sanna sari satu seppo sirpa taina tapio tarja teemu tero toivo tuija tuomas tuula vaino veikko vesa
ville aart adriaan anneke annelies arjan bart bas bram cees corrie daan els femke floor floris frans freek geert
gerrit gijs hanneke hein hendrik henk huib ineke jaap jasper jelle jeroen joep joke joost joris jos jurriaan kees
koen laurens lieke liesbeth lotte maaike maarten machteld marieke marijke marjolein marloes matthijs mieke noor piet
pieter rens riet roel ruud sander sanne saskia siem sjaak sjoerd sofie stijn teun thijs tineke trijn truus wim
wouter
"""

ROMANCE = """
adele adeline adrien agathe agnes aime alain albane alexandre alexandrine aline alphonse amandine ambroise amelie
anais andre andree ange angele angelique anne-marie annick antoine antoinette apolline armand arnaud arthur aude
audrey augustin aurelie aurelien axelle baptiste bastien beatrice benedicte benoit bernadette bertrand blaise
blandine brigitte bruno camille capucine carine carole caroline cecile cedric celeste celine chantal charlene
christelle christiane christophe claude claudette claudine clemence clement clementine clotilde colette coralie
corentin corinne cyril cyrille damien danielle daniele david delphine denise denis didier dominique edith edmond
edouard eliane elisabeth elise elodie eloise emeline emile emilie emmanuel emmanuelle eric estelle etienne eugenie
fabien fabienne fabrice fanny felicie fernand flavie flavien florent francine francois francoise franck frederic
frederique gabrielle gael gaelle gaetan gaston genevieve geoffroy georges georgette germaine ghislain ghislaine
gilbert gilles ginette giselle gisele gregoire guillaume gustave guy gwenaelle helene henri henriette herve honore
hortense hubert hugues huguette isabelle jacky jacques jacqueline jean jean-paul jeanne jeannine jerome joel joelle
jocelyne josette josiane jules julie julien juliette justine karine laetitia laurence laurent lea leandre leonie
leopold lilian liliane lionel loic louane louis louise luc lucette lucie lucien lucienne ludivine ludovic madeleine
maelle manon marcel marceline margaux marguerite marianne marie marielle marine marion marius marlene marthe martine
mathieu mathilde mathis matthieu maud maurice maxence maxime melanie melissa mickael michel micheline michele
mireille monique muriel myriam nadege nadine natacha nathalie nicolas nicole noemie noemi nolwenn octave odette
odile olivier ophelie oceane pascale patrice paulette philippe pierre pierrette quentin rachel raoul raphael
raymonde regis remi remy renaud rene renee robert robin roger rolande romain romane rosalie roselyne sabine sandrine
sebastien severine simone solange solene sophie stephane stephanie suzanne sylvain sylvie tatiana thibault thibaut
thierry tristan valentin valerie veronique victor vincent violette virginie xavier yann yannick yohann yves yvette
yvon yvonne zoe zineb nahel adama abel abelardo adela adolfo agustin agustina aitor alba alberto alejandra alejandro
alfonso alfredo alicia alonso alvaro amaia amalia amparo ana anabel andres angeles angustias aniceto antonio araceli
ariadna armando arturo asuncion aurelia aurelio aurora beatriz begona belen benito berta blanca borja candela carlos
carlota carolina catalina cayetana cesar claudio concepcion concha conchita consuelo cristian cristina cristobal
dani daniela diego dolores domingo eduardo elena elisa eloisa elvira emilio encarnacion enrique ernesto esperanza
esteban estefania eugenia eugenio eusebio eva ezequiel fabiola facundo federico felipe felisa fernanda fernando
fidel flor florencia francisca francisco gabriela gaspar gerardo german gisela gonzalo gregorio guadalupe
guillermina guillermo gustavo hector herminia hernan hugo humberto ignacia ignacio igancio ileana inmaculada inigo
irune isabel isidro ivan izaskun jacinta jacinto jacobo jaime javier jeronimo jesus jimena joaquin jordi jorge jose
joseba josefa josefina josep juan juana juanita julian juliana julieta julio laia lautaro leandro leire leonardo
leticia lidia lorena lorenzo lourdes lucas lucia luciana luciano luis luisa lupe macarena magdalena maite malena
manuel manuela marcela marcelo marcos margarita mariana mariano maribel maricarmen mariela marisa marisol martina
mateo matias mauricio mayra mercedes micaela miguel mikel milagros mireia moises montserrat natalia nerea nestor
nieves nuria octavio olga oriol oscar pablo paco paloma paola patricia patricio paula pedro pepe pilar purificacion
rafael raimundo ramiro ramon ramona raquel raul rebeca refugio remedios ricardo roberto rocio rodolfo rodrigo
rogelio rosalia rosario ruben salvador sandra santiago saray sergio silvia simon sofia soledad sonia susana teresa
tomas trinidad ursula valentina vanesa vicenta vicente victoria virginia viviana xavi ximena yolanda zulema
adalberto adriano afonso altair anderson antonia aparecida arlindo artur augusto benedita bento bernardo bianca
bruna caetano caio camila cassio catarina celia celso cicero cicera claudia cleber clarice cristiano daiane debora
denilson diogo douglas duarte edson eduarda elaine elias eliseu elza emanuel erika evandro fabiana fabio fatima
filipa filipe flavia flavio gabriel geraldo gilberto gilmar gilson giovana graca guilherme heitor helder helena
helio heloisa henrique iara ines iolanda isadora isaura ivo jair jandira janaina joana joao joaquim jurema julia
karina larissa laercio leandra leonor leonel lia ligia luiz luiza madalena marcia marcio mario marilia marina marta
mateus matheus matilde maura mauro milton miriam monica murilo nair nara neide nelson neusa nilton nuno olivia
orlando osvaldo otavio paulo priscila rafaela raimunda raissa regina reginaldo renata renato rita roberta rogerio
romulo ronaldo rosana rosangela rosilene rui ruy samara sebastiao silvana silvio suelen tainara tania telma thais
thiago tiago valeria vanda vania vera vilma vinicius vitor vitoria wagner wellington wilson yara zelia achille
adelaide agata agostino aldo alessandra alessandro alessia alessio alice ambra amedeo andrea angela angelica angelo
anita annalisa annamaria antonella arianna arnaldo assunta attilio barbara benedetta benedetto bettina camilla carla
carlo carlotta carmela carmelo caterina cecilia cesare chiara clara concetta cosimo cristiana dario davide diletta
domenico donatella donato edoardo eleonora elisabetta elio emanuela emanuele enrico enzo erica ettore fabrizio
federica felice ferdinando filippo filomena fiorella franca francesca francesco franco fulvio gaetano gabriella
gabriele gennaro germana giacomo giada gianluca gianmarco gianni gigi gilda ginevra gino giordano giorgia giorgio
giovanna giovanni giuliana giuliano giulia giulio giuseppe giuseppina giusy gloria graziella guido ida ignazio
ilaria immacolata irene ivana jacopo laura lavinia letizia liliana livia livio loredana lorenza loris luca lucio
ludovica luigi luigia maddalena manlio mara marcello marco margherita mariagrazia marianna marilena massimiliano
massimo matteo mattia maurizio michela milena mirella nadia nicola nicoletta nicolo ornella orsola oriana ottavia
palmira paolo pasquale patrizia peppino piera piero pierluigi pietro raffaela raffaele raffaella riccardo rocco
romina romolo rosalba rosanna rosaria rosetta rossana rossella ruggero sabrina salvatore samuele sandro santina
saverio sebastiano serena simona simonetta stefania stefano susanna tecla tiziana tiziano tommaso tullio ugo umberto
valerio vanna vincenza vincenzo vito vittoria vittorio walter ylenia zaira aikaterini alexandros alexis anastasios
andreas angeliki antonis apostolos aristotelis athanasios athina charalampos christos dimitra dimitrios dimitris
efthymia eirini eleni eleftheria evangelia evangelos fotini georgia georgios giannis giorgos grigoris ioanna ioannis
kalliopi katerina konstantina konstantinos kostas kyriakos lambros leonidas manolis michalis nektarios nikolaos
nikos panagiota panagiotis paraskevi pavlos petros spyros stavros stelios stefanos thanasis theodoros thodoris
tilemachos vasiliki vasilis vassilis yannis yiannis yiorgos zacharias zoi
"""
