### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### Polite plural throughout; no verb agrees with a name.

## Joining

join-language = 👋 Ku soo dhowaada farriimaha { $location }. Doorta luqaddiinna.
join-consent =
    Kuwani waa farriimaha <b>{ $location }</b>. Waxaad helaysaan warqado iyo fikrado guriga lagu ciyaaro. Waxay ku qoran yihiin luqaddiinna. Waa bilaash.

    <b>Yaa akhriya waxaad qortaan?</b> Shaqaalaha { $location } oo keliya. Waalidiinta kale ma arkaan.

    <b>Telegram maxay aragtaa?</b> Telegram waa shirkad kale. Farriimaha waxay ku kaydisaa kombiyuutarradeeda. Sidaas darteed, fadlan halkan ha ku qorina arrimo caafimaad.

    Waqti kasta waad joojin kartaan. Ma rabtaan inaad ku biirtaan?
join-yes = Haa, waan rabaa
join-no = Maya, mahadsanid
join-welcome =
    Ku soo dhowaada. Halkan waxaad ka helaysaan farriimo ku saabsan <b>{ $children }</b>. Waxay ka yimaaddaan { $location }.

    Su’aal ma qabtaan? Halkan ku qora.
join-declined = Waa hagaag. Farriimo ma heli doontaan. Haddii aad rabtaan, mar kale fura linkiga warqadda ku yaal.
second-language-question = Mararka qaarkood warqaddu kuma qorna luqaddiinna. Sidoo kale ma akhrin kartaan { $language }?
second-language-yes = Haa, waan akhriyaa
second-language-no = Maya
second-language-done = Waad mahadsan tihiin. Hadda waan ognahay.
join-again = Mar hore ayaad ku biirteen. Waxaad helaysaan farriimo ku saabsan { $children }.

## Codes that do not work, and people we do not know

code-unknown = Linkigani ma shaqeynayo. Hubiya inaad furteen linkiga oo dhan. Ama warqad cusub ka codsada xannaanada ilmihiinna.
code-used = Linkigan mar hore ayaa la isticmaalay. Warqad cusub ka codsada xannaanada ilmihiinna.
code-expired = Waqtigii linkigan wuu dhammaaday. Warqad cusub ka codsada xannaanada ilmihiinna. Markaas isla markiiba waad ku biiri kartaan.
code-elsewhere = Linkigan waa kan xannaano kale, ma aha kan wada hadalkan. Mar kale fura linkiga warqadda ku yaalla. Ama weydiiya xannaanada ilmihiinna.
stranger = 👋 Kuwani waa farriimo ay xannaano carruureed u dirto waalidiinta. Waxaad u baahan tihiin warqad link leh. Ka codsada xannaanada ilmihiinna.
group-chat = Mar walba hal waalid oo keliya ayaan la hadlaa. Fadlan wadahadal gaar ah ila fura.

## Menu

keyboard-language = 🌐 Luqadda
keyboard-menu = ☰ Menu
menu = Waxaad helaysaan farriimo ku saabsan { $children }. Maxaad rabtaan inaad samaysaan?
menu-language = Beddel luqadda
menu-pause = Hakad geli
menu-resume = Mar kale bilow
menu-data = I tus xogtayda
menu-help = I caawi
menu-not-me = Kani aniga ma aha
menu-stop = Jooji farriimaha
language-question = Luqaddee ayaad rabtaan?
language-changed = Waa hagaag. Hadda ka dib af Soomaali ayaan wax ku qorayaa.
pause-question = Immisa toddobaad ayaad hakad rabtaan?
pause-one-week = 1 toddobaad
pause-two-weeks = 2 toddobaad
pause-four-weeks = 4 toddobaad
pause-done = Waa hagaag, waa hakad. Farriimuhu waxay soo noqonayaan: { $day }.
resume-done = Mar kale ku soo dhowaada. Farriimo ayaad mar kale helaysaan.
stop-done = Farriimo dambe kama heli doontaan { $location }. Haddii aad mar kale rabtaan, soo dira /start.
resume-question = Mar kale ku soo dhowaada. Mar kale ma rabtaan farriimaha { $location }?
resume-yes = Haa, waan rabaa
not-me-question = Ma helaysaan farriimo qof kale leeyahay? Markaas xogtiinna waan ka saarayaa wadahadalkan. Wax dambe ma heli doontaan.
not-me-yes = Haa, iga saar
not-me-no = Maya, waa aniga
not-me-done = Waa la sameeyay. Farriimo dambe ma heli doontaan. Ma khalad baa dhacay? Warqad cusub ka codsada xannaanada ilmihiinna.
nothing-changed = Waa hagaag, waxba isma beddelin.
help =
    Halkan waxaad ka helaysaan warqado iyo fikrado guriga lagu ciyaaro.

    <b>Su’aal ma qabtaan?</b> Halkan ku qora. Shaqaalaha { $location } ayaa akhriya maalmaha shaqada.
    <b>Luqad kale, hakad, ama joojin?</b> Doorta Menu.
    <b>Ma degdeg baa, mise ilmuhu waa xanuunsan yahay?</b> Waca { $location }: { $phone }
help-no-phone =
    Halkan waxaad ka helaysaan warqado iyo fikrado guriga lagu ciyaaro.

    <b>Su’aal ma qabtaan?</b> Halkan ku qora. Shaqaalaha { $location } ayaa akhriya maalmaha shaqada.
    <b>Luqad kale, hakad, ama joojin?</b> Doorta Menu.
    <b>Ma degdeg baa, mise ilmuhu waa xanuunsan yahay?</b> Waca xannaanada ilmihiinna.

## My data

data =
    <b>Xogta aan idinka hayno</b>
    Ilmaha: { $children }
    Goobta: { $location }
    Luqadda: { $language }
    Warqadaha idiin yimid: { $letters }
    Jawaabihiinna: { $answers }
    Su’aalihiinna: { $questions }

    Shaqaalaha { $location } oo keliya ayaa arka. Marka ilmuhu xannaanada ka tago, { $months ->
        [one] hal bil
       *[other] { $months } bilood
    } ka dib waan wada tirtiraynaa.
data-erase = Tirtir xogtayda
data-erase-question = Ma rabtaan inaan tirtirno xogtiinna oo dhan? Markaas farriimo dambe ma heli doontaan.
data-erase-yes = Haa, wada tirtir
data-erase-no = Maya
data-erase-asked = Codsigiinna waxaan u gudbinnay { $location }. Farriimo dambe ma heli doontaan. Bil gudaheed wax walba waan tirtiraynaa. Farriimaha Telegram idinku waad tirtiri kartaan.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Warqaddani hadda waa af Holandays oo keliya. Su’aal ma ka qabtaan? Na weydiiya.</i>
letter-words = ✉️ <b>Erayada mawduucan</b>
letter-more = Sii akhri
letter-understood = Waan fahmay
letter-explain = Ii sharax
letter-thanks = Waad mahadsan tihiin.
letter-explain-asked = Waa wanaagsan tahay inaad weydiiseen. Waxaan u gudbinaynaa { $location }. Maxaad rabtaan in la idiin sharxo? Halkan waad ku qori kartaan.
chosen = ✓ { $label }
button-too-old = Batoonkani hadda ma shaqeeyo.

## Check-in: did it work?

checkin-question =
    🏠 Sidee bay ahayd ciyaartii guriga ee { $children }?
    Fikraddu waxay ka timid “{ $title }”.
checkin-question-again =
    🏠 Markan ma idiin suurtagashay, idinka iyo { $children }?
    Fikraddu waxay ka timid “{ $title }”.
checkin-worked = Way noo suurtagashay
checkin-a-bit = In yar
checkin-not-yet = Weli maya
checkin-thanks-worked =
    { $count ->
        [one] Waa wax fiican. Wada ciyaarka iyo wada hadalku waxay ilmihiinna { $children } baraan erayo cusub.
       *[other] Waa wax fiican. Wada ciyaarka iyo wada hadalku waxay carruurtiinna { $children } baraan erayo cusub.
    }
checkin-thanks-a-bit = Waa wax fiican, bilow baa ku filan. Ku celinta ayaa aad u caawisa { $children }.
checkin-not-yet-answer = Waa caadi. Mar dambe ma idin weydiiyaa? Mise dhib baa jiray?
checkin-tomorrow = Berri i weydii
checkin-weekend = Sabti ama Axad
checkin-no-need = Looma baahna
checkin-barrier = Dhib baa jiray
checkin-asks-again = Waa hagaag. Mar kale ayaan idin weydiin doonaa: { $day }.
checkin-no-need-answer = Waa hagaag. Waad ku mahadsan tihiin jawaabta.
checkin-barrier-question = Dhibku muxuu ahaa? Haddii aan ogaanno, waan fududayn karnaa.
barrier-no-time = Waqti ma jirin
barrier-too-hard = Aad bay u adkayd
barrier-too-easy = Aad bay u fududayd
barrier-no-materials = Alaabta ma hayno
barrier-child-did-not-want = Ilmuhu ma rabin
barrier-not-understood = Ma fahmin
barrier-other = Wax kale
checkin-barrier-thanks = Waad mahadsan tihiin, taasi way na caawinaysaa.
checkin-barrier-explain = Waad mahadsan tihiin. Waxaan u gudbinaynaa { $location }. Qof baa idiin sharxi doona.
checkin-closed = Waqtigii su’aashan wuu dhammaaday. Waad mahadsan tihiin.

## Questions to staff

question-received =
    💬 Su’aashiinna waxaan u gudbinayaa shaqaalaha { $location }. Waxay akhriyaan maalmaha shaqada. Jawaabtu halkan ayay imanaysaa.

    Ilmihiinnu ma xanuunsan yahay, mise waa arrin maanta ah? Waca { $phone }.
question-received-no-phone =
    💬 Su’aashiinna waxaan u gudbinayaa shaqaalaha { $location }. Waxay akhriyaan maalmaha shaqada. Jawaabtu halkan ayay imanaysaa.

    Ilmihiinnu ma xanuunsan yahay, mise waa arrin maanta ah? Waca xannaanada ilmihiinna.
question-changed = 💬 Su’aashii aad beddesheen waan helay.
media-photo = Sawirrada ma kaydinno. Su’aasha qora, ama sawirka tusa shaqaalaha { $location }.
media-voice = Weli codka halkan kuma dhegaysan karno. Waxaan { $location } u sheegaynaa inaad su’aal qabtaan. Waad qori kartaan, luqaddiinna.
media-sticker = Waa qurux. Su’aal ma qabtaan? Halkan ku qora.
media-other = Tan halkan kuma akhrin karno. Su’aasha qora, ama xannaanada noogu sheega.
answer-header = 💬 <b>Jawaab ka timid { $location }</b>
answer-to-question = Su’aashiinna: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    jooji
    joji
    joogso
    jooji farriimaha
    jooji fariimaha
    ma rabo farriimo
    ma rabo fariimo
    fariin ma rabo
    farriin ma rabo
words-help =
    help
    caawi
    i caawi
    caawimo
    caawimaad
    caawinaad
words-menu =
    menu
    menyu
words-resume =
    start
    bilow
    bilaw
    mar kale bilow
    mar kale bilaw
    dib u bilow

## Commands in the app's own menu

command-menu = Menu
command-language = Beddel luqadda
command-help = I caawi
command-stop = Jooji farriimaha
