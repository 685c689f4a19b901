### Bijeenkomsten in de chat, voor medewerkers. Kort: eerst getallen, dan wat je kunt doen.
### $kind: soort bijeenkomst. $groups: namen van groepen. $when: dag en tijd, kort, zoals "do 3 dec 08:30".
### $child: voornaam van een kind. $group: zijn groep.

## De lijst

staff-meet-button-meetings = Bijeenkomsten
# $count: hoeveel.
staff-meet-list = { $count ->
    [one] <b>1</b> bijeenkomst, vandaag of later.
   *[other] <b>{ $count }</b> bijeenkomsten, vandaag en later.
}
# $kind, $groups, $when: welke. $yes: hoeveel gezinnen ja zeiden.
staff-meet-line = { $when } · { $kind } · { $groups }: <b>{ $yes }</b> ja
# $kind, $groups, $when: welke.
staff-meet-line-open = { $when } · { $kind } · { $groups }: wie was er? De lijst is niet klaar.
staff-meet-button-new = Nieuwe bijeenkomst
staff-meet-button-talks = Gesprekken
staff-meet-button-play-in = Spelinloop afvinken
staff-meet-button-mornings = Elke ochtend bericht
staff-meet-button-mornings-off = Geen ochtendbericht
staff-meet-button-all-meetings = Alle bijeenkomsten
staff-meet-mornings-on = ✓ Elke ochtend om half acht staat hier wat er die dag is. Is er niets, dan komt er niets.
staff-meet-mornings-off = ✓ Je krijgt geen ochtendbericht meer.

## Elke ochtend

# $count: hoeveel bijeenkomsten en gesprekken.
staff-meet-morning = 📅 Vandaag: <b>{ $count }</b>
# $count: hoeveel er nog meer zijn.
staff-meet-more = En nog { $count }.
# $time: tijd. $kind, $groups: welke. $yes: gezinnen die ja zeiden. $people: met hoeveel mensen.
staff-meet-morning-meeting = { $time } · { $kind } · { $groups }: <b>{ $yes }</b> ja, { $people ->
    [one] 1 persoon
   *[other] { $people } personen
}
# $time: tijd. $child, $group: over wie.
staff-meet-morning-talk = { $time } · gesprek over { $child }, { $group }
# $time: tijd. $child, $group: over wie. $language: taal van de tolk.
staff-meet-morning-talk-interpreter = { $time } · gesprek over { $child }, { $group }. Tolk: { $language }

## Eén bijeenkomst

# $kind, $groups, $when: welke.
staff-meet-card = <b>{ $kind }</b> voor { $groups }
# $yes, $no, $maybe, $silent: gezinnen naar hun antwoord. $families: alle gezinnen.
staff-meet-numbers = <b>{ $yes }</b> ja · { $no } nee · { $maybe } misschien · { $silent } nog niets, van { $families } gezinnen.
# $people: hoeveel mensen er komen.
staff-meet-people = { $people ->
    [one] We verwachten 1 persoon.
   *[other] We verwachten { $people } personen.
}
# $places: plekken. $waiting: gezinnen die wachten.
staff-meet-waiting = Plekken: { $places }. Op de wachtlijst: { $waiting }.
# $list: talen, met hoeveel gezinnen.
staff-meet-interpreters = Tolk gevraagd: { $list }
# $count: gezinnen.
staff-meet-not-connected = { $count ->
    [one] 1 gezin is niet in de chat: nodig het zelf uit.
   *[other] { $count } gezinnen zijn niet in de chat: nodig hen zelf uit.
}
# $count: gezinnen.
staff-meet-not-reached = { $count ->
    [one] 1 gezin kreeg geen uitnodiging in de chat: nodig het zelf uit.
   *[other] { $count } gezinnen kregen geen uitnodiging in de chat: nodig hen zelf uit.
}
# $came: gezinnen die er waren. $expected: van hen zeiden ja. $yes: alle gezinnen die ja zeiden.
staff-meet-came = { $came ->
    [one] Er was <b>1</b> gezin: { $expected } van de { $yes } die ja zeiden.
   *[other] Er waren <b>{ $came }</b> gezinnen: { $expected } van de { $yes } die ja zeiden.
}
staff-meet-button-who = Wie is er?
staff-meet-button-move = Verplaats
staff-meet-button-cancel = Gaat niet door

## Wie was er?

# $kind, $groups, $when: welke. $yes: gezinnen die ja zeiden. $families: alle gezinnen.
staff-meet-who =
    <b>{ $kind }</b>, { $when }: { $yes } van { $families } gezinnen zeiden ja.
    Tik aan wie er is. Nog een tik haalt het vinkje weg.
# $kind, $groups, $when: welke. $yes: niets. $families: alle gezinnen.
staff-meet-who-week =
    <b>{ $kind }</b>, { $groups }, { $families } gezinnen: wie was er deze week?
    Tik aan wie er was. Nog een tik haalt het vinkje weg.
# $label: voornamen. Zij zeiden ja.
staff-meet-label-yes = { $label } · ja
# $label: voornamen. Zij zeiden zelf dat ze er zijn, met de code op tafel.
staff-meet-label-self = { $label } (zelf)
# $language: taal van de tolk. Een tik zegt dat de tolk er was.
staff-meet-interpreter-asked = Was de tolk { $language } er?
# $language: taal van de tolk.
staff-meet-interpreter-there = ✓ Tolk { $language } was er
# $language: taal van de tolk.
staff-meet-interpreter-missing = Tolk { $language } was er niet
staff-meet-button-other = Iemand anders
# $count: gezinnen op de lijst.
staff-meet-button-complete = Lijst is klaar ({ $count })
staff-meet-button-to-list = Terug naar de lijst
# $count: gezinnen op de lijst.
staff-meet-count = { $count ->
    [one] 1 gezin op de lijst
   *[other] { $count } gezinnen op de lijst
}
staff-meet-gone = Dit gezin staat niet meer op de lijst.
staff-meet-nobody-else = Hier zijn geen andere gezinnen.
staff-meet-too-early = Dat kan pas op de dag zelf, als het begint.
# $kind, $groups, $when: welke.
staff-meet-complete = ✓ De lijst van { $kind }, { $when }, is klaar. Straks krijgt wie er was een bedankje. Wie ja zei en er niet was, krijgt een vriendelijk bericht.
staff-meet-complete-before = De lijst was al klaar.
staff-meet-play-in-group = Spelinloop van deze week: in welke groep?

## Een nieuwe bijeenkomst

staff-meet-which-kind = Wat gaan jullie doen?
# $kind: welke.
staff-meet-which-groups = <b>{ $kind }</b>: met welke groep?
# $location: een locatie.
staff-meet-button-all = Alles van { $location }
# $kind, $groups: welke.
staff-meet-which-day = <b>{ $kind }</b>, { $groups }: welke dag?
# $day: een dag waarop de organisatie dicht is.
staff-meet-day-closed = { $day } (dicht)
staff-meet-button-later = Later ›
# $kind: welke. $day: de dag.
staff-meet-which-time = <b>{ $kind }</b>, { $day }: hoe laat? Kies, of typ een tijd, zoals 8:45.
staff-meet-time-unclear = Dat is geen tijd. Typ bijvoorbeeld 8:45.
# $kind, $groups: welke.
staff-meet-plan = Zo wordt het: <b>{ $kind }</b>, { $groups }
# $families: gezinnen. $reached: hoeveel daarvan een bericht krijgen.
staff-meet-plan-families = <b>{ $reached }</b> van { $families } gezinnen krijgen een uitnodiging in hun taal.
# $list: talen, met hoeveel gezinnen.
staff-meet-plan-languages = Talen: { $list }
# $languages: talen die de bot niet spreekt.
staff-meet-in-dutch = Let op: in het { $languages } kunnen we niet schrijven. Die gezinnen lezen Nederlands.
staff-meet-button-invite = Ja, nodig uit
# $kind: welke. $day: de dag. $times: hoeveel keer.
staff-meet-invited = ✓ { $times ->
    [one] <b>{ $kind }</b>, { $day }. Over een minuut gaat de uitnodiging uit. Tot dan kun je het ongedaan maken.
   *[other] <b>{ $kind }</b>, { $times } keer vanaf { $day }. Over een minuut gaat de uitnodiging uit. Tot dan kun je het ongedaan maken.
}
# $when: dag en tijd, kort.
staff-meet-quiet = Het is nu stille tijd. Ouders krijgen dit { $when }. Ongedaan maken kan tot dan.
staff-meet-there = Deze bijeenkomst is er al. Er is niets gemaakt.
staff-meet-past = Die tijd is al voorbij. Er is niets veranderd.
staff-meet-gap = Die tijd bestaat niet: dan gaat de klok een uur vooruit. Er is niets veranderd.
staff-meet-overlaps = Dan is er al een keer van dezelfde bijeenkomst. Er is niets veranderd.
staff-meet-off = Dit gaat niet door.
staff-meet-begun = Dit is al begonnen of voorbij. Er is niets veranderd.
staff-meet-not-so = Dat kan nu niet, of het is al gedaan.

## Verplaatsen, en niet doorgaan

# $kind, $groups, $when: welke.
staff-meet-move-day = <b>{ $kind }</b>, { $when }: naar welke dag?
# $kind, $groups, $when: welke, zoals het nu is. $new: dag en tijd, kort.
staff-meet-move-plan =
    <b>{ $kind }</b>, { $groups }: van { $when } naar <b>{ $new }</b>?
    Wie ervan weet, krijgt bericht.
staff-meet-button-move-yes = Ja, verplaats
# $kind, $groups, $when: welke, zoals het was. $new: dag en tijd, kort.
staff-meet-moved = ✓ <b>{ $kind }</b> is nu { $new }, eerst { $when }. Over een minuut krijgen ouders bericht. Tot dan kun je het ongedaan maken.
# $kind, $groups, $when: welke.
staff-meet-cancel-plan =
    <b>{ $kind }</b>, { $groups }, { $when }: gaat niet door?
    Wie ervan weet, krijgt bericht. Wil je een reden noemen? Typ die eerst.
# $kind, $groups, $when: welke. $reason: eigen woorden.
staff-meet-cancel-because =
    <b>{ $kind }</b>, { $groups }, { $when }: gaat niet door?
    Ouders lezen ook: { $reason }
staff-meet-button-cancel-yes = Ja, gaat niet door
staff-meet-reason-long = Te lang. Een reden heeft hoogstens 200 tekens.
# $kind, $when: welke.
staff-meet-cancelled = ✓ <b>{ $kind }</b>, { $when }, gaat niet door. Over een minuut krijgen ouders bericht. Tot dan kun je het ongedaan maken.

## Gesprekken

# $count: rondes.
staff-meet-rounds = { $count ->
    [one] <b>1</b> ronde met gesprekken.
   *[other] <b>{ $count }</b> rondes met gesprekken.
}
staff-meet-button-open = Momenten openen
# $kind, $groups: welke. $booked: kinderen met een moment. $without: zonder. $free: vrije momenten.
staff-meet-round =
    <b>{ $kind }</b>, { $groups }
    Moment gekozen: <b>{ $booked }</b>. Nog niet: <b>{ $without }</b>. Vrij: { $free }.
# $day: de laatste dag. $days: hoeveel dagen nog.
staff-meet-days-left = { $days ->
    [one] Nog 1 dag: tot en met { $day }.
   *[other] Nog { $days } dagen: tot en met { $day }.
}
# $label: dag, tijd en voornaam.
staff-meet-label-not-held = niet: { $label }
# $count: kinderen.
staff-meet-button-without = Nog niet gekozen ({ $count })
# $kind, $groups: welke. $count: kinderen.
staff-meet-without = { $count ->
    [one] <b>1</b> kind heeft nog geen moment: { $kind }. Spreek de ouder. Tik op de naam om een moment te kiezen.
   *[other] <b>{ $count }</b> kinderen hebben nog geen moment: { $kind }. Spreek de ouders. Tik op een naam om een moment te kiezen.
}
# $child, $group: wie. $list: talen, tolk, niet in de chat.
staff-meet-child = <b>{ $child }</b>, groep { $group }: { $list }
# $child, $group: wie. $list: talen, tolk, niet in de chat. $wish: eigen woorden van de ouder.
staff-meet-child-wish = <b>{ $child }</b>, groep { $group }: { $list }. “{ $wish }”
# $child: voornaam. Ouders die apart wonen.
staff-meet-which-carer = Deze ouders wonen apart en hebben elk een gesprek over <b>{ $child }</b>. Met wie?
staff-meet-interpreter = tolk
staff-meet-not-in-chat = niet in de chat
staff-meet-button-cancel-round = Ronde gaat niet door
# $kind, $groups: welke. $booked: gesprekken die nog komen.
staff-meet-round-cancel-plan = { $booked ->
    [one] Alle gesprekken afzeggen: { $kind }, { $groups }? 1 ouder krijgt meteen bericht. Dit kun je niet ongedaan maken.
   *[other] Alle gesprekken afzeggen: { $kind }, { $groups }? { $booked } ouders krijgen meteen bericht. Dit kun je niet ongedaan maken.
}
staff-meet-button-cancel-round-yes = Ja, zeg alles af
# $kind, $groups: welke. $booked: gesprekken die nog zouden komen.
staff-meet-round-cancelled = ✓ { $kind }, { $groups }, gaat niet door. Afgezegd: { $booked }.

## Eén gesprek

# $child, $group, $when: welk.
staff-meet-talk =
    Gesprek over <b>{ $child }</b>, { $group }
    <b>{ $when }</b>
# $child, $group: welk. $when: niets.
staff-meet-talk-none = Gesprek over <b>{ $child }</b>, { $group }: nog geen moment.
# $name: de medewerker.
staff-meet-talk-staff = Met { $name }
staff-meet-talk-home = Bij het gezin thuis
# $language: taal van de ouder.
staff-meet-talk-language = Taal: { $language }
# $language: taal van de ouder.
staff-meet-talk-interpreter = Taal: { $language }. Wij regelen een tolk.
# $language: taal van de ouder.
staff-meet-talk-interpreter-family = Taal: { $language }. Iemand van het gezin tolkt.
# $wish: eigen woorden van de ouder.
staff-meet-talk-wish = Wens: “{ $wish }”
staff-meet-button-held = Gehad
staff-meet-button-not-held = Niet gehad
staff-meet-button-talk-move = Verplaats
staff-meet-button-talk-off = Zeg af
staff-meet-button-choose = Kies een moment
staff-meet-button-to-round = Alle gesprekken
# $child, $group, $when: welk, zoals het nu is.
staff-meet-talk-which = Gesprek over <b>{ $child }</b>, { $when }: naar welk moment?
# $child, $group: welk. $when: niets.
staff-meet-talk-which-first = Gesprek over <b>{ $child }</b>: welk moment?
# $child, $group, $when: welk.
staff-meet-no-moments = Er is geen vrij moment voor { $child }. Open eerst nieuwe momenten.
staff-meet-moment-gone = Dat moment is net gekozen door een ander. Er is niets veranderd.
# $child, $group, $when: welk, zoals het was. $new: dag en tijd, kort.
staff-meet-talk-moved = ✓ Gesprek over <b>{ $child }</b> is nu { $new }, eerst { $when }. Over een minuut krijgt de ouder bericht. Tot dan kun je het ongedaan maken.
# $child, $group: welk. $when: niets. $new: dag en tijd, kort.
staff-meet-talk-chosen = ✓ Gesprek over <b>{ $child }</b>: { $new }. Over een minuut krijgt de ouder bericht. Tot dan kun je het ongedaan maken.
# $child, $group, $when: welk. $new: dag en tijd, kort.
staff-meet-talk-tell = ✓ Gesprek over <b>{ $child }</b>: { $new }. De ouder is niet in de chat: zeg het zelf.
# $child, $group, $when: welk.
staff-meet-talk-off-plan = Gesprek over <b>{ $child }</b>, { $when }, afzeggen? De ouder krijgt bericht.
staff-meet-button-talk-off-yes = Ja, zeg af
# $child, $group, $when: welk.
staff-meet-talk-called-off = ✓ Gesprek over <b>{ $child }</b>, { $when }, is afgezegd. Over een minuut krijgt de ouder bericht. Tot dan kun je het ongedaan maken.
# $child, $group, $when: welk.
staff-meet-talk-called-off-tell = ✓ Gesprek over <b>{ $child }</b>, { $when }, is afgezegd. De ouder is niet in de chat: zeg het zelf.

## Wat er van een gesprek kwam

# $child, $group, $when: welk.
staff-meet-held = ✓ Gehad: gesprek over <b>{ $child }</b>, { $when }.
# $child, $group, $when: welk.
staff-meet-not-held = Niet gehad: gesprek over <b>{ $child }</b>, { $when }.
staff-meet-held-interpreter = De tolk was er.
staff-meet-held-no-interpreter = De tolk was er niet.
# $with: met wie.
staff-meet-held-with = Met: { $with }
# $step: wat er is afgesproken.
staff-meet-held-next-step = Volgende stap: { $step }
staff-meet-button-interpreter = Tolk was erbij
staff-meet-button-no-interpreter = Tolk was er niet
staff-meet-button-with = Wie was erbij?
staff-meet-button-next-step = Volgende stap
staff-meet-button-mother = Moeder
staff-meet-button-father = Vader
staff-meet-button-both = Vader en moeder
# $child, $group, $when: welk.
staff-meet-with-how = Met wie sprak je over <b>{ $child }</b>? Kies, of typ het kort.
staff-meet-with-long = Te lang. Typ het in hoogstens 60 tekens.
# $child, $group, $when: welk. $most: tekens.
staff-meet-next-step-how = Wat spraken jullie af over <b>{ $child }</b>? Typ het kort, hoogstens { $most } tekens. Niets over gezondheid.
staff-meet-next-step-long = Te lang. Typ het korter. Niets over gezondheid.

## Momenten openen

staff-meet-which-talk = Welk gesprek?
# $kind, $groups: welke.
staff-meet-which-days = <b>{ $kind }</b>, { $groups }: op welke dagen? Tik er een of meer aan.
staff-meet-button-days-done = Verder
# $kind, $groups: welke.
staff-meet-which-range = <b>{ $kind }</b>: van hoe laat tot hoe laat? Kies, of typ het, zoals 15:00-16:30.
staff-meet-range-unclear = Dat begrijp ik niet. Typ bijvoorbeeld 15:00-16:30.
# $kind, $groups: welke. $days: dagen. $range: van en tot. $minutes: lengte. $moments, $children: hoeveel.
staff-meet-open-plan =
    <b>{ $kind }</b>, { $groups }
    { $days }
    { $range }, { $minutes } minuten per gesprek
staff-meet-open-school = Op school
staff-meet-open-home = Bij gezinnen thuis
# $kind, $groups: welke. $days: dagen. $range: van en tot. $minutes: lengte. $moments, $children: hoeveel.
staff-meet-open-moments = <b>{ $moments }</b> momenten voor { $children } kinderen.
# $minutes: lengte met tolk.
staff-meet-open-interpreter = Met tolk duurt een gesprek { $minutes } minuten.
# $kind, $groups: welke. $days: dagen. $range: van en tot. $minutes: lengte. $moments, $children: hoeveel.
staff-meet-open-joins = Deze momenten komen bij de ronde die al loopt.
staff-meet-button-open-yes = Ja, open
# $minutes: lengte.
staff-meet-button-minutes = { $minutes } min
staff-meet-button-at-home = Bij gezinnen thuis
staff-meet-button-at-school = Op school
# $kind, $groups: welke. $moments: hoeveel.
staff-meet-opened = ✓ { $moments } momenten open: <b>{ $kind }</b>, { $groups }. Over een minuut horen ouders het. Tot dan kun je het ongedaan maken.
# $kind, $groups: welke. $moments: hoeveel.
staff-meet-opened-more = ✓ { $moments } momenten erbij: <b>{ $kind }</b>, { $groups }.
staff-meet-no-room = Daar past geen gesprek in. Er is niets geopend.
staff-meet-too-many = Dat zijn te veel momenten in één keer. Er is niets geopend.
# $when: dag en tijd, kort.
staff-meet-open-taken = Op { $when } is er al een moment. Er is niets geopend.

## Ongedaan maken

staff-meet-undone-invited = Ongedaan gemaakt. Niemand krijgt een uitnodiging.
staff-meet-undone-changed = Ongedaan gemaakt. Alles is zoals het was. Ouders krijgen geen bericht.
staff-meet-undone-closed = Ongedaan gemaakt. De lijst staat weer open.
staff-meet-undone-opened = Ongedaan gemaakt. De momenten zijn weg.
staff-meet-undone-talk = Ongedaan gemaakt. Het gesprek is zoals het was. De ouder krijgt geen bericht.
