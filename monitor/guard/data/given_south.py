"""Given names of the Arab world, Iran, South and East Asia, and Africa, in Latin letters."""

ARABIC = """
abbas abd abdallah abdel abdelaziz abdelfattah abdelhamid abdelhakim abdelkader abdelkarim abdellah abdelrahman
abderrahmane abdou abdul abdulaziz abdulhadi abdulhamid abdulkarim abdullah abdullahi abdulmalik abdulrahim
abdulrahman abdulsalam adel adham adnan ahlam ahmad ahmed aicha aisha aysha akram alaa alia aliaa alya amal amani
amina amine aminah amira amna amr anas anwar arwa asma asmaa ashraf assia atef awad aya ayman aymen aziza badr bader
badawi bashar basel bassam bassem basma bilal boushra bushra chaima chaimaa dalal dalia dina diyaa djamel djamila
doaa dunya ehab elham eman emad esraa essam fadi fadia fadwa fahd fahad faisal faiza farah fares farida farouk fathi
fathia fatiha fatima fatimah fatma fatoumata fawzi fawzia fayez firas fouad ghada ghassan habib habiba hadeel hadi
hafsa hajar hala hamad hamada hamdi hamed hamid hamida hamza hana hanaa hanan hanane hani hanin hassan hassiba hasna
hatem hayat haytham heba hend hiba hicham hisham hoda houda houria hossam hosam husam hussam hussein hossein husain
hussain ibrahim ibtissam idriss ihab ikram ilham imad iman imane inas intisar isra israa ismael ismail issam jabbar
jaber jafar jalal jamal jamila jawad jihad jihan jumana kamal kamel karam karim karima kawthar khadija khadijah
khaled khalid khalifa khalil khaoula khawla lamia lamya latifa layla leila leyla lina loubna loujain lubna maha
mahdi mahmoud mahmud maher mahdia majd majed majid malak manal mansour maram marwa marwan maryam mariam masoud
mayada maysa mazen mehdi mervat miral moez mohammad mohammed mohamed mohamad mouhamed muhammad muhamad muhammed
mokhtar mona monir mounia mounir mourad moussa mostafa moustafa mubarak muna munir murtada musab mustafa mustapha
muath nabil nabila nada nadia nadir nadira nagib nahed nahla naima najat najib najla najwa narjis nasser nasreen
nasrin nawal nawaf nawel nayef nesma nidal nizar noha nora nour nourhan noura nouri omar omaima omnia omran othman
othmane qasim qusay rabab rabia rachid rashid rached radia radwan rafik raghad rahma raja rami ramadan ramzi rana
randa rania rasha raouf rashida rauf rawan raed reda redouane reem rehab reham riad riham rihab rima riyad riyadh
roula rula ruqaya saad saadia saber sabah sabri sabrine saeed sahar saida saif saleh salem salim salima salma salman
salwa samah samar sameh samer sami samia samir samira sanaa sara sarah sawsan shadi shahd shaima shaimaa sharif
sherif sherine shireen sihem siham siraj sofiane soha soraya souad soufiane soumaya suad suha suhail suleiman
sulaiman sumaya taha tahani taher tahir talal tamer tareq tarek tariq taoufik tawfik thamer umm umar usama osama
usman wael wafa wafaa wahid waleed walid wiam wissam yacine yahya yara yasin yasir yasser yasmin yasmine youcef
youness younes younis youssef yousef yousif yusra yusuf zahra zainab zaynab zaid zakaria zakariya zeina zein zeinab
zied zineb ziad zouhair zuhair samuel kidane
"""

PERSIAN = """
abbas abolfazl afsaneh ahmadreza ali alireza amin amir amirhossein amirreza anahita arash armita armin arezoo asghar
ashkan atefeh atena azadeh azar babak baha bahareh bahman bahram behnam behnaz behrouz behzad bijan dariush darya
davood delaram ebrahim ehsan elaheh elham elnaz emad erfan esmail fahimeh farah farahnaz farangis faranak farhad
fariba fariborz farideh farnaz farrokh farshad farshid farzad farzaneh fatemeh fereshteh fereydoun firouz firouzeh
forough ghazal ghazaleh ghoncheh golnaz golnar golrokh golshifteh habib hadis hamed hamideh hamidreza hashem
hengameh heshmat homa hooman houman hoda hormoz hossein houshang iman iraj jafar jamshid javad javid kambiz kamran
kaveh kazem keyvan khosrow kian kianoush kiarash kimia kourosh laleh leila mahboubeh mahin mahmoud mahnaz mahsa
mahshid mahtab mahyar majid majidreza maliheh mandana maneli manijeh manouchehr mansoureh mani maryam masih masoumeh
masoud maziar mehdi mehran mehrdad mehri mehrnaz mehrnoush milad mina minoo minou mitra mohammadreza mohsen mojgan
mojtaba monireh morteza mostafa nader nadereh naghmeh nahid narges nargess nasim nasrin navid nazanin nazila neda
negar negin nika niki niloofar niloufar noushin omid omidreza parastoo parisa parham parvaneh parviz parvin payam
pegah pejman pouria pouran puyan rahim ramin rasoul reyhaneh reza roya roxana roshanak ruhollah saba sadegh saeed
saeideh saghar sahar saleh saman sanam sara sarina sasan sattar sepideh sepehr setareh shabnam shadi shahab shahin
shahla shahram shahriar shahrokh shahrzad shapour sharareh sharmin shayan shervin shideh shima shirin shiva shohreh
simin sima siamak siavash sina sirous soheil soheila sohrab somayeh soroush soudabeh tahmineh tannaz tara taraneh
toomaj touraj vahid yaghoub yalda yasaman yashar yousef zahra zeynab zhaleh zhila zhina jina zohreh farkhunda
ahmadzai gul hamida humaira jamila laila latifa malalai mursal najiba nargis palwasha rohullah sharifa shukria
tamana wazhma zalmai zarghona
"""

INDIA = """
aakash aarav aarti abhay abhijit abhinav abhishek aditi aditya ajay ajit akanksha akash akhil akshay alok amar
amarjit amitabh amit amrita amritpal anand ananya anil anirban anita anjali anjana ankit ankita ankur anshul anupam
anuradha anurag anushka aparna archana arindam arjun arnab arpita arun aruna arundhati arvind asha ashish ashok
ashutosh ashwin asim atul avinash ayesha babita balbir balwinder bhagat bharat bhaskar bhavana bhavesh bhavna bikash
bimal brijesh chandra chandrakant chandrashekhar chetan chhaya chitra debashish deepa deepak deepika deepti devendra
devi dharmendra dhananjay dhiraj dilip dinesh dipak dipankar divya durga esha farhan farooq gagan ganesh gaurav
gauri gautam gayatri geeta girish gopal govind gulshan gurmeet gurpreet hardeep hardik hari harish harjit harpreet
harsh harsha harshit hema hemant himanshu indira indra indrani ishaan ishita jagdish janaki jaspreet jasvinder jatin
jaya jayant jayanti jayesh jignesh jitendra jyoti jyotsna kailash kajal kalpana kamala kamlesh kanchan kanhaiya
kanika kapil karan kartik kaushik kaveri kavita kavitha ketan khushboo kirti kishan kishore komal krishna krishnan
kritika kulbir kuldeep kumari kunal kusum lakshmi lalit lalita lata laxmi leela madan madhav madhavi madhu madhuri
mahendra mahesh mala malini mamata manas mandeep manish manisha manjeet manju manoj manpreet meena meenakshi meera
megha milind minakshi mohan mohit mohini mukesh mukul murali nagesh nalini namrata nandini nandita narayan narendra
naresh naveen navjot neelam neeraj neeta neetu neha nidhi nikhil nikita nilesh nirmal nirmala nisha nishant nitin
nitesh nivedita om omprakash padma pallavi pankaj parag parminder parth parveen pavan pawan payal pinky piyush pooja
prabhakar prabir pradeep prakash pramod pranab pranav prasad prasanna prashant pratap prateek pratibha pratima
praveen prem preeti priti priya priyanka puja puneet purnima pushpa rachna radha radhika raghav raghu rahul raj raja
rajan rajat rajeev rajendra rajesh rajib rajiv rajni raju rakesh rakhi raman ramesh ramakrishnan rani ranjan ranjit
ranjana rashmi ratan ravi ravindra reena rekha renu renuka richa rishabh rishi ritesh ritu rohan rohini rohit rohith
roopa ruchi rukmini rupa rupali sachin sadhana sagar sakshi salim sameer sandeep sandhya sangeeta sanjay sanjeev
sanjiv sanjukta sapna sarala sarita sarojini sarvesh satish satyendra saumya saurabh savita savitri seema shabana
shailesh shalini shankar shanta sharad sharmila shashi sheela sheetal shefali shikha shilpa shivani shobha shreya
shruti shubham shweta shyam siddharth smita smriti sneha sonal sonali soni soumya sreedhar srinivas subhash
subramanian suchitra sudha sudhir sujata sulochana suman sumit sumitra sunil sunita suraj surendra suresh surinder
surjit surya sushant sushil sushma swapna swapnil swara swati tanmay tanvi tarun tejas tushar uday ujjwal uma umesh
upendra urmila usha utpal vandana varsha varun vasant veena venkat venkatesh vibha vidya vijay vijaya vikas vikram
vimal vimala vinay vineet vinod vipin vipul virender vishal vishnu vivek yamini yash yashwant yogesh yogita zakir
abdus abul afroza ayub fatema jahanara khaleda kazi mahbub mizanur mosharraf moushumi nasrin nazma nusrat rafiqul
rokeya sadia saiful shahidul shamsur sheikh shirin sultana tahmima taslima chaminda chandrika dilani dilrukshi
lasantha mahinda nimal nuwan prageeth ruwan sanath sandya sunethra thisara
"""

AFRICA = """
abayomi abdoulaye abebe abeba abimbola abiodun abiola abiy abosede achieng adaeze adama adamu adanna ade adebayo
adebola adedayo adedeji adeola adekunle adenike aderonke adesuwa adetola adewale adeyemi adisa adjoa adwoa afia afua
aisha aissata aissatou akello akin akinwale akinyi akosua akua akwasi alemayehu alemu alhaji alhassan aliou aliyu
alpha amaka amadou amara ama aminata aminatou amogelang anyango asabe asantewaa asha assefa awa awino ayanda ayaan
ayodeji ayodele ayomide ayotunde babajide babatunde bakary bamidele bashir bekele belkacem berhane binta birhanu
binyam bola bolanle boubacar boniface bongani busisiwe bukola caroline chiamaka chibueze chibuike chibuzor chidi
chidiebere chidinma chiedozie chika chikondi chimamanda chinedu chinelo chinenye chinua chinwe chinyere chioma
chukwudi chukwuemeka chukwuma damilola daouda dawit dayo dembe derartu desta deqa dikembe diallo dieynaba djibril
dlamini ebele ebere ebuka efua egwu ejike ekene ekow emeka emenike enitan enoch ese esi eskinder etsehay eunice
fadumo farai fatou fatoumata fatuma femi feysal fikru fisayo folake folarin fola funke funmilayo gbenga genet
getachew girma gugu habtamu hadiza haile hailemariam halima hamisi hassana hauwa hawa hawi hirut ifeanyi ifeoma ife
ige ijeoma ikechukwu ikenna isatou iyabo jakaya jelani jomo joao juma kabiru kamau kamohelo kagiso kemi khadijatou
khumbu kiprotich kipchoge kipkemboi kofi kojo kwabena kwadwo kwaku kwame kwasi kwesi lamine latif lerato lesego
lindiwe lucky lwazi mahamadou mahlet makena malaika mamadou mandla mansa mariama mariatou masechaba mbali mekdes
mengistu merhawi meseret mhlengi mmabatho modou mohau mojisola momodou moussa mpho msizi mthunzi mulugeta musa mutua
mwai mwangi mwanaisha naledi nana ndidi neema ngozi njeri njoki nkechi nkemdilim nkosana nneka nnamdi nnedi nnenna
nobuhle nokuthula nomcebo nomsa nomvula nomzamo nonhle nosipho nothando nqobile nthabiseng ntombi nyambura nyawira
nyokabi obafemi obi obinna obioma ochieng odhiambo ogechi oghenekaro ojukwu okechukwu okello olabisi oladipo olamide
olajumoke olatunji olayinka olu olubunmi oluchi olufemi olufunke olufunmilayo olumide olusegun olusola oluwaseun
oluwaseyi oluwatobi oluwatosin omolara omotola omowunmi omondi onyeka onyekachi onyinye osagie osaretin ousmane
oumar oumou palesa pape phiwe prosper refilwe rehema rotimi sade saidou salif samba sani segun sekou selam selassie
semhar seun seyni sfiso sibongile sibusiso simba simphiwe sipho siya siyabonga sizwe soda solange sylvain taban
tadesse tafari taiwo takudzwa tamirat tanimu tapiwa tariro tatenda tayo tebogo tefera temitope tendai tendekai
teshome thabang thabiso thabo thandeka thandi thandiwe thando themba thembi thulani titilayo tobi tochukwu tolu
tolulope tope tsegaye tsehay tsepo tumelo tunde uche uchenna udo ugochi ugochukwu uju umaru unathi uzoamaka wambui
wangari wangui wanjiku wanjiru webster wole wondimu xolani yaa yakubu yao yaw yemi yetunde yewande yinka yohannes
yonas zahara zainabu zandile zanele zawadi zeinabou zenzele zinhle zodwa zola
"""

EAST_ASIA = """
akihiro akiko akira asuka atsuko ayaka ayako ayumi chihiro chiyo daisuke eiji emiko etsuko fumiko goro hanako haruka
haruki harumi haruto hideki hideo hikari hikaru hiro hiroki hiroko hiromi hiroshi hisashi hitomi ichiro isamu
junichi junko kaede kaito kana kaori katsumi kazuki kazuko kazuo keiko keisuke kenichi kenji kenta kiyoshi kohei
koji kyoko mariko masaki masako masami masao mayumi megumi michiko mieko mika miki minako misaki mitsuko miyuki
momoko naoki naoko naomi natsuki natsumi noboru nobuko noriko osamu reiko rika ryo ryota ryoichi sachiko saki sakura
satoshi sayaka setsuko shigeru shin shinji shinzo shiori shizuka shoichi shota sota sumiko susumu tadashi taichi
takahiro takako takashi takeo takeshi taro tatsuya tetsuya tomoko tomomi toshio tsubasa yasuko yoichi yoko yoshiko
yoshio yuichi yuka yukari yuki yukiko yukio yumi yumiko yusuke yuta yutaka thi minh anh hung huong khanh linh lan
ngoc nguyet phuong quang quoc thanh thao thuy tuan tuyet trang trung vinh xuan somchai somsak somying siriporn
apichatpong arnon panusaya parit nattaya chaiwat pranee suda surachai thanathorn wanchai aung thuzar thiri myo htet
moe khaing khin zaw htun kyaw nilar phyo wai suu ohn agus budi dewi dian eko endah fitri hendra indah joko kartika
lestari made munir novel nurul putri ratna rini rizky siti slamet sri sukarno suharto susilo teguh wahyu wati wulan
yanti yuni yusril zaenal zulkifli aishah azizah fatimah hafiz haziq izzah nurhayati nurin razak rosmah shafiq
shahidan syafiq zaharah zuraida zuriani bayani crisanto dalisay jejomar jericho lualhati maricel marilou reynaldo
rodel rommel ronnel rowena tenzin tsering dolma dorjee dhondup gyaltsen jamyang karma kelsang lhamo lobsang losang
namgyal ngawang norbu palden passang pema phuntsok rinchen sonam tashi thubten tsewang wangdu yangchen yeshe rebiya
dilnur gulbahar gulnisa mihrigul rahile rahima abdurehim ablikim alim ekpar enver erkin gheyret hajigul halmurat
ilshat kurban memet memetjan nurmuhemmet patigul qurban rozi tursun tursunay turghun yalkun zumret itai itay noam
noa eitan yael yair yaakov yitzhak yehuda yehudit yosef moshe shlomo shmuel shimon chaim hadas hagit ilan inbar
efrat gilad ofer ofir omri oren orit osnat rivka roni sagit shai shira tal tamar tzipi uri uriel zeev ziva avigail
avital avraham barak binyamin dalit dorit dov dvora ehud elad eliyahu ephraim esti galit
"""
