### Meetings: invitations, answers, talks with a moment of one's own, and what follows.
### $title: what kind of meeting it is. $children: first names, as a list. $location: the site.
### $when: weekday, date and time, such as "donderdag 3 december 08:30". HTML: only <b> and <i>.

# Above every message about a meeting.
meeting-header =
    📅 <b>{ $title }</b>
    { $children } · { $location }
# The same, where no child is named.
meeting-header-short =
    📅 <b>{ $title }</b>
    { $location }

## Kinds of meetings: the title of an invitation

meeting-kind-theme-morning = Subaxda mawduuca
meeting-kind-theme-start = Bilowga mawduuc cusub
meeting-kind-theme-closing = Dhammaadka mawduuca
meeting-kind-coffee-morning = Shaah iyo qaxwe subaxdii
meeting-kind-play-in = Soo gala oo wada ciyaara
meeting-kind-information-evening = Fiidka warbixinta
meeting-kind-acquaintance-talk = Is barasho
meeting-kind-five-week-talk = Wada hadal shan toddobaad ka dib
meeting-kind-ten-minute-talk = Wada hadal ku saabsan ilmihiinna
meeting-kind-home-visit = Booqashada gurigiinna
meeting-kind-play-group = Kooxda ciyaarta
meeting-kind-parent-help = Ma na caawin kartaan?
meeting-kind-other = Kulan

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Kaalaya oo eega waxa ilmihiinnu xannaanada ku qabto. Waad wada ciyaaraysaan. Waxaad sidoo kale arkaysaan waxa guriga lagu samayn karo.
meeting-invite-theme-start = Mawduuc cusub ayaan bilaabaynaa. Ilmihiinna la kaalaya oo nala ciyaara. Waxaad maqlaysaan waxa aad guriga ku samayn kartaan.
meeting-invite-theme-closing = Mawduucu wuu dhammaaday. Ilmihiinnu wuxuu rabaa inuu idin tuso waxa uu sameeyay iyo waxa uu bartay.
meeting-invite-coffee-morning = Kaalaya, shaah ama qaxwe aan wada cabno. Waxaad la hadlaysaan waalidiin kale iyo annaga. Wax walba waad na weydiin kartaan.
meeting-invite-play-in = Ilmihiinna la soo gala oo 15 daqiiqo la ciyaara. Sidaas ayuu ilmihiinnu maalinta si deggan ugu bilaabaa.
meeting-invite-information-evening = Waxaan idiin sheegaynaa sida ilmihiinnu halkan ugu ciyaaro oo wax ugu barto. Wax walba waad na weydiin kartaan. Waxaad ogaanaysaan waxa aan sannadkan qabanayno.
meeting-invite-acquaintance-talk = Waxaan jecelnahay inaan idin baranno, idinka iyo ilmihiinna. Waxaad noo sheegaysaan waxa uu ilmuhu jecel yahay. Waxaad arkaysaan meesha uu ku ciyaaro.
meeting-invite-five-week-talk = Ilmihiinnu hadda shan toddobaad ayuu nala joogay. Sidee wax u socdaan? Waxaan idiin sheegaynaa waxa aan aragno. Idinkuna noo sheega waxa aad aragtaan.
meeting-invite-ten-minute-talk = Waxaan jecelnahay inaan ka wada hadalno ilmihiinna. Maxaa si fiican u socda? Muxuu jecel yahay? Idinka ayaa ilmihiinna ugu aqoon badan.
meeting-invite-home-visit = Waxaan jecelnahay inaan gurigiinna idinku soo booqanno. Waan wada ciyaaraynaa, annaga, idinka iyo ilmihiinna. Uma baahnidin inaad wax diyaarisaan.
meeting-invite-play-group = Waalidiin iyo carruur ayaa wada ciyaaraya, wada heesaya oo wada hadlaya. Ilmihiinna la kaalaya. Waxaad baranaysaan ciyaaro guriga lagu samayn karo.
meeting-invite-parent-help = Ma rabtaan inaad mar xannaanada naga caawisaan? Ilmihiinnu wuu ku farxaa marka aad joogtaan. Uma baahnidin inaad af Holandays ku hadashaan.
meeting-invite-other = Ku soo dhowaada. Waxaan jecelnahay inaad timaaddaan.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } ilaa { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> ilaa { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Hal mar:
   *[other] { $count } jeer. Haddii aad awooddaan, mar walba kaalaya:
}
# $place: a room or an address.
meeting-where = Goobta: { $place }
meeting-at-home = Goobta: gurigiinna
meeting-siblings-welcome = Ilmaha walaalihiisna waad keeni kartaan.
meeting-siblings-not = Markan fadlan ha keenina ilmaha walaalihiis.
meeting-free = Waa bilaash.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] Hal waalid ayaan u baahannahay.
   *[other] { $count } waalid ayaan u baahannahay.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Waxaa jira boos ku filan hal qoys.
   *[other] Waxaa jira boos ku filan { $count } qoys.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Doorta waqti idiin fiican: <b>{ $from }</b> ilaa <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Doorta waqti idiin fiican. Maalinta: <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>Af Holandays:</i> { $line }
meeting-question = Ma imanaysaan?
# The second and last invitation to who has not answered.
meeting-again = Hadda ma og tihiin inaad iman kartaan? Ku soo dhowaada.

## Buttons under an invitation

meeting-yes = Waan imanayaa
meeting-no = Ma iman karo
meeting-maybe = Malaha, mar dambe
meeting-interpreter = Turjubaan baan rabaa
meeting-other-moment = Waqti kale i sii
meeting-map = Waa xaggee?
meeting-calendar = Taleefanka ku kaydi
meeting-not-after-all = Hadda ma iman karo
meeting-choose-moment = Dooro waqti
meeting-next-yes = Haa, marka xigta

## Answers

meeting-yes-done = Waan faraxsannahay. Waa inoo <b>{ $when }</b>.
# A series.
meeting-yes-series = Waan faraxsannahay. Marka ugu horreysa: <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = Immisa qof ayaa imanaya? Idinkuna is tiriya.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Waa hagaag, waa hal qof.
   *[other] Waa hagaag, waa { $count } qof.
}
meeting-no-done = Waa wanaagsan tahay inaad noo sheegteen. Waqti kale ma idiin fiican yahay?
meeting-maybe-done = Waa hagaag. Waad dooran kartaan ilaa uu kulanku ka bilaabmo.
meeting-full = Hadda boos ma jiro. Waxaad ku jirtaan liiska sugitaanka. Haddii boos bannaanaado, isla markiiba waan idin weydiinaynaa.
meeting-full-helpers = Waad mahadsan tihiin. Hadda waalidiin nagu filan waan haynaa. Liiska ayaad ku jirtaan. Haddii qof baaqdo, waan idin weydiinaynaa.
meeting-leave-list = Liiska iga saar
meeting-list-left = Waa hagaag, liiska waan idinka saarnay.
meeting-seat-free = Boos ayaa bannaan: <b>{ $when }</b>. Ma rabtaan inaad timaaddaan? Fadlan doorta ka hor { $until }.
meeting-seat-yes = Haa, waan imanayaa
meeting-seat-no = Maya, mahadsanid
meeting-seat-passed = Booska waxaa qaatay qoys kale. Weli liiska ayaad ku jirtaan.
meeting-over = Kulankani wuu bilaabmay ama wuu dhammaaday. Hadda lama dooran karo.
meeting-called-off = Kulankani ma dhacayo. Marka waqti cusub la helo, waan idiin sheegaynaa.
meeting-not-yours = Casuumaddani hadda idinma khusayso. Weydiiya xannaanada ilmihiinna.

## Interpreter

meeting-interpreter-question = Yaa idiin turjumi kara?
meeting-interpreter-ours = Turjubaan ii raadi
meeting-interpreter-family = Qof baan keenayaa
meeting-interpreter-none = Turjubaan uma baahni
# $language: the carer's language.
meeting-interpreter-ours-done = Waa hagaag. Turjubaan ayaan idiin raadinaynaa: { $language }. Marka xigtana waan xasuusanaynaa.
meeting-interpreter-family-done = Waa hagaag. Waxaad keeni kartaan qof weyn oo idiin turjuma.
meeting-interpreter-none-done = Waa hagaag, turjubaan ma imanayo.

## Another moment

# Other moments follow as buttons.
meeting-moments = Doorta waqti kale. Ama halkan ku qora goorta aad iman kartaan.
meeting-moment-type = Goorma ayaad iman kartaan? Halkan ku qora. Tusaale: Talaado galabtii.
meeting-moment-typed = Waad mahadsan tihiin. Waxaan u gudbinaynaa { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = Waa inoo berri: <b>{ $when }</b>. Waan idin sugaynaa.
# $old, $when: the moment before and the new one.
meeting-moved =
    Waqtigu wuu is beddelay. Waqtigii hore: { $old }.
    Waqtiga cusub: <b>{ $when }</b>.
    Ma sheegteen inaad imanaysaan? Markaas waan idin sugaynaa. Haddii uusan waqtigu idiin fiicnayn, taabta batoonka.
# $when: when it would have been.
meeting-cancelled = Kulankani ma dhacayo: <b>{ $when }</b>. Waan ka xunnahay. Waxaan rajaynaynaa inaan mar kale is aragno.
# $reason: in the staff's own words.
meeting-cancelled-why = Sababta: { $reason }
meeting-next = Marka xigta: <b>{ $when }</b>.
meeting-thanks = Waad ku mahadsan tihiin imaatinka. Ilmihiinnu wuu dareemaa inaad la joogtaan.
meeting-missed = Waan idin xiisnay. Waxba ma aha, mar walba ku soo dhowaada.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Doorta waqtiga wada hadalka ku saabsan <b>{ $child }</b>.
talk-more = Waqtiyo kale
talk-mornings = Subaxdii
talk-afternoons = Galabtii
talk-none-fits = Midna iima fiicna
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Wada hadalka ku saabsan <b>{ $child }</b>: <b>{ $when }</b>. Waxaad la hadlaysaan { $staff }.
# Nobody is named.
talk-booked-group = Wada hadalka ku saabsan <b>{ $child }</b>: <b>{ $when }</b>.
talk-home = Gurigiinna ayaan idiinku imanaynaa.
talk-with-interpreter = Turjubaan ayaa nala joogaya: { $language }. Sidaas darteed waqti dheeraad ah ayaan qaadanaynaa.
talk-move = Beddel waqtiga
talk-cancel = Baaji ballanta
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = Sidoo kale ma ka wada hadalnaa <b>{ $child }</b>? Isla maalintaas baa la samayn karaa: <b>{ $when }</b>.
talk-sibling-yes = Haa, waa ii fiican
talk-sibling-other = Waqti kale i sii
talk-taken = Waqtigaas hadda ayaa la qaatay. Mid kale doorta.
talk-all-booked = Mar hore ayaad waqti doorateen. Hoos ka eega.
talk-none-left = Hadda waqti bannaan ma jiro. Haddii mid bannaanaado, isla markiiba waan idin weydiinaynaa.
# They wanted another moment. $when: the one they keep.
talk-none-other = Hadda waqti kale oo bannaan ma jiro. Ballantiinnu sideedii ayay tahay: <b>{ $when }</b>.
talk-none-fits-done = Goorma ayaad iman kartaan? Halkan ku qora. Haddii waqti bannaanaado, waan idin weydiinaynaa.
# $when: the moment that was given back.
talk-cancelled-by-you = Waa hagaag, ballanta waa la baajiyay: { $when }. Ma rabtaan waqti kale?
talk-freed = Waqti ayaa u bannaan wada hadalka ku saabsan <b>{ $child }</b>: <b>{ $when }</b>. Ma rabtaan? Fadlan doorta ka hor { $until }.
talk-freed-yes = Haa, waan rabaa
talk-freed-no = Maya, mahadsanid
talk-freed-passed = Waqtigaas hadda ma bannaana. Mid kale doorta.
talk-freed-no-done = Waa hagaag. Marka waqti kale bannaanaado, waan idin weydiinaynaa.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    Waan ka xunnahay, waan beddelnay waqtiga wada hadalka ku saabsan <b>{ $child }</b>. Waqtigii hore: { $old }.
    Waqtiga cusub: <b>{ $when }</b>. Haddii uusan idiin fiicnayn, mid kale doorta.
talk-moved-fine = Waa ii fiican yahay
talk-moved-fine-done = Waad mahadsan tihiin.
talk-cancelled = Ma dhacayo wada hadalka ku saabsan <b>{ $child }</b>: { $when }. Waqti kale doorta.
# The same, when there is no other moment to choose.
talk-called-off = Ma dhacayo wada hadalka ku saabsan <b>{ $child }</b>: { $when }.
talk-reminder = Waa inoo berri wada hadalka ku saabsan <b>{ $child }</b>: <b>{ $when }</b>.
talk-again = Weli waad dooran kartaan waqtiga wada hadalka. Waxaan jecelnahay inaan idinla hadalno.
talk-thanks = Waad ku mahadsan tihiin wada hadalka ku saabsan <b>{ $child }</b>. Idinka ayaa ilmihiinna ugu aqoon badan.
talk-missed = Ma dhicin wada hadalka ku saabsan <b>{ $child }</b>. Waxba ma aha, way dhacdaa. Waqti cusub waad dooran kartaan.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Ma joogtaan? Koodhkan ku sawira kamaradda taleefankiinna.
meeting-here = Waan ku faraxsannahay inaad joogtaan. Magaciinna waan qornay: <b>{ $title }</b>.
meeting-here-again = Mar hore ayaad liiska ku jirteen. Waan ku faraxsannahay inaad joogtaan.
meeting-here-stranger = Waan ku faraxsannahay inaad joogtaan. Weli magaciinna ma hayno. Warqaddiinna ka codsada xannaanada.
# $when: when the code works.
meeting-here-not-now = Koodhkani waa kan <b>{ $title }</b>: { $when }. Maalintaas oo keliya ayuu shaqeeyaa.
meeting-here-unknown = Koodhkani ma shaqaynayo. Weydiiya shaqaalaha xannaanada.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = ballan
meeting-file-text = Waa kan faylka ballantiinna. Fura, si ballantu u gasho kalandarka taleefanka.
meeting-file-cancelled = Ballantani ma dhacayso. Faylka fura, si ay uga baxdo kalandarka taleefanka.
