### Wat een medewerker in de chat leest, en op de opdrachtregel over medewerkers. Kort: eerst getallen, dan wat je kunt doen.
### $children: voornamen, als lijst. $group: hun groep. Nooit meer dan dat.

## Beginnen en stoppen

# $name: naam van de medewerker. $organisation: de organisatie.
staff-welcome = 👋 Dag { $name }. Dit is je werkchat van { $organisation }. Vragen van ouders van jouw groepen komen hier.
staff-code-unknown = Deze link werkt niet. Open de hele link. Of vraag een nieuwe link aan je coördinator.
staff-code-used = Deze link is al een keer gebruikt. Vraag een nieuwe link aan je coördinator.
staff-code-expired = Deze link werkt niet meer. Vraag een nieuwe link aan je coördinator.
staff-code-elsewhere = Deze link is voor een andere organisatie. Vraag een nieuwe link aan je coördinator.
# $name: wie er al in deze chat werkt.
staff-code-chat-taken = In deze chat werkt al { $name }. Typ eerst stop. Open daarna de link nog een keer.
staff-stopped = Je krijgt hier geen berichten meer over je werk. Wil je terug? Vraag een nieuwe link aan je coördinator.

## Menu

# $questions: open vragen.
staff-menu =
    { $questions ->
        [one] <b>1</b> open vraag.
       *[other] <b>{ $questions }</b> open vragen.
    }
    Wat wil je doen?
staff-button-questions = Open vragen
staff-button-week = Deze week
staff-button-parent = Ik als ouder
staff-button-work = Mijn werk
staff-button-undo = Ongedaan maken
staff-help =
    <b>Antwoord geven:</b> beantwoord het bericht met de vraag. Veeg het naar links en typ.
    <b>Kijken of iets doen:</b> typ menu.
    <b>Weg hier:</b> typ stop.

## Vragen van ouders

# $children, $group: over wie. $language: de taal van de ouder. $letter: de brief waar het over gaat.
staff-question-text = 💬 Vraag van de ouder van <b>{ $children }</b>, { $group }. Taal: { $language }.
staff-question-explain = 💬 De ouder van <b>{ $children }</b>, { $group }, wil uitleg bij “{ $letter }”. Taal: { $language }.
staff-question-help = 💬 De ouder van <b>{ $children }</b>, { $group }, vraagt hulp. Taal: { $language }.
staff-question-voice = 💬 De ouder van <b>{ $children }</b>, { $group }, stuurde een spraakbericht. We bewaren dat niet. Vraag het bij de deur. Taal: { $language }.
staff-question-how = <i>Antwoord: beantwoord dit bericht. De ouder krijgt jouw eigen woorden.</i>
staff-no-questions = 0 open vragen.
# $count: hoeveel er nog meer zijn.
staff-more-questions = { $count ->
    [one] Nog 1 vraag. Die komt als deze klaar zijn.
   *[other] Nog { $count } vragen. Die komen als deze klaar zijn.
}
# $children, $group: over wie.
staff-answer-given = Je antwoord gaat over een minuut naar de ouder van { $children }, { $group }.
# $name: een collega.
staff-answer-already = { $name } heeft al geantwoord. Jouw antwoord is niet verstuurd.
staff-answer-already-desk = Deze vraag is al beantwoord. Jouw antwoord is niet verstuurd.
staff-answer-gone = Deze ouder krijgt geen berichten meer. Spreek de ouder bij de deur.
staff-answer-length = Te lang. Een antwoord heeft hoogstens 3000 tekens.
staff-answer-scope = Deze vraag is er niet meer, of hoort niet bij jouw groepen. Er is niets verstuurd.
# $name: een collega. $children, $group: over wie.
staff-others-answered = ✓ { $name } heeft geantwoord: { $children }, { $group }.
# $children, $group: over wie. $name: leeg.
staff-others-answered-desk = ✓ Er is geantwoord: { $children }, { $group }.
# $name: een collega. $children, $group: over wie.
staff-others-reopened = { $name } heeft het antwoord teruggehaald. De vraag staat weer open: { $children }, { $group }.

## Ongedaan maken

staff-undone-answer = Teruggehaald. De ouder krijgt niets. De vraag staat weer open.
staff-undo-left = Dat kan niet meer: het antwoord is al weg.
staff-undone-before = Dit is al ongedaan gemaakt.

## Thema's

# $count: hoeveel thema's lopen.
staff-themes = { $count ->
    [one] <b>1</b> thema loopt in jouw groepen.
   *[other] <b>{ $count }</b> thema’s lopen in jouw groepen.
}
staff-button-themes = Mijn thema’s
staff-button-new-theme = Start een thema
staff-button-materials = Materiaal gegeven
staff-button-all-groups = Al mijn groepen
staff-button-start = Ja, start
staff-button-translate = Eerst laten vertalen
staff-button-start-dutch = Start met Nederlands
staff-button-start-hold = Start, zij wachten
staff-button-introduced = ☐ Ouders kregen uitleg
staff-button-introduced-yes = ✓ Ouders kregen uitleg
staff-button-plan = Terug naar het plan
staff-button-not-now = Nu niet
staff-button-pause = Even pauze
staff-button-resume = Ga verder
staff-button-move = Andere week
staff-button-end = Stoppen
staff-button-end-yes = Ja, stop het thema
staff-button-more = Meer boeken
staff-no-groups = Je hebt geen groepen. Vraag het aan je coördinator.
staff-no-themes = Er zijn nog geen thema’s. Je coördinator kan ze toevoegen.
staff-not-mine = Dit hoort niet bij jouw groepen.
staff-which-theme = Welk thema?
# $title: het thema.
staff-which-groups = <b>{ $title }</b>: in welke groepen?
# $title: het thema.
staff-which-week = <b>{ $title }</b>: vanaf welke week?
# $title: het thema. $groups: de groepen. $families: gezinnen. $reached: hoeveel daarvan het krijgen en kunnen begrijpen.
staff-plan =
    <b>{ $title }</b> · { $groups }
    Bereikt: <b>{ $reached }</b> van { $families } gezinnen.
# $week: de hoeveelste week. $days: wanneer de berichten gaan.
staff-plan-week = Week { $week }: { $days }
# $week: de hoeveelste week.
staff-plan-week-closed = Week { $week }: gesloten, er komt niets
# $language: een taal. $families: hoeveel gezinnen.
staff-plan-gap = { $families ->
    [one] { $language } ontbreekt: 1 gezin
   *[other] { $language } ontbreekt: { $families } gezinnen
}
staff-plan-missing = Kies: eerst laten vertalen, hun Nederlands sturen met een regel in hun taal, of hen laten wachten.
# $languages: talen die de bot niet spreekt.
staff-plan-no-line = Let op: de bot spreekt geen { $languages }. Die regel is dan ook Nederlands.
# $language: een taal. $families: hoeveel gezinnen.
staff-plan-gap-hold = { $families ->
    [one] { $language } ontbreekt: 1 gezin wacht. Geef het op papier.
   *[other] { $language } ontbreekt: { $families } gezinnen wachten. Geef het op papier.
}
# $language: een taal. $families: hoeveel gezinnen.
staff-plan-gap-dutch = { $families ->
    [one] { $language } ontbreekt: 1 gezin krijgt het in het Nederlands.
   *[other] { $language } ontbreekt: { $families } gezinnen krijgen het in het Nederlands.
}
# $title: het thema. $groups: de groepen.
staff-translate-first = { $title } start nog niet in { $groups }. Vraag je coördinator om deze vertaling. Start daarna.
staff-plan-not-introduced = Kregen ouders al uitleg over dit thema? Tik het dan hieronder aan.
# $title: het thema. $groups: de groepen.
staff-theme-started = ✓ <b>{ $title }</b> start in { $groups }.
# $title: het thema. $groups: de groepen.
staff-theme-runs = { $title } loopt al in { $groups }. Er is niets gestart.
# $title: het thema. $groups: de groepen.
staff-theme-past = Die dag is voorbij. Er is niets gestart: { $title }, { $groups }.
# $title: het thema. $groups: de groepen.
staff-theme-shared = { $title } loopt ook in andere groepen: { $groups }. Vraag je coördinator.
# $title: het thema. $groups: de groepen. $left, $all: berichten die nog komen, van alle. $next: wanneer het volgende gaat.
staff-theme =
    <b>{ $title }</b> · { $groups }
    Nog <b>{ $left }</b> van { $all } berichten. Het volgende: { $next }.
# $title: het thema. $groups: de groepen.
staff-theme-last =
    <b>{ $title }</b> · { $groups }
    Het laatste bericht gaat nu weg.
# $title: het thema. $groups: de groepen. $left, $all: berichten die nog komen, van alle.
staff-theme-paused =
    <b>{ $title }</b> · { $groups }
    Pauze. Nog <b>{ $left }</b> van { $all } berichten.
# $title: het thema. $groups: de groepen.
staff-theme-pause-done = ✓ Pauze: { $title }, { $groups }.
# $title: het thema. $groups: de groepen.
staff-theme-resume-done = ✓ { $title } gaat verder in { $groups }.
# $title: het thema. $groups: de groepen. $count: berichten die nog komen. $from, $to: dagen van het eerste en het laatste.
staff-theme-move =
    { $count ->
        [one] <b>{ $title }</b> · { $groups }: nog 1 bericht, { $from }.
       *[other] <b>{ $title }</b> · { $groups }: nog { $count } berichten, { $from } – { $to }.
    }
    Wanneer gaat het eerste bericht?
# $title: het thema. $groups: de groepen.
staff-theme-no-move = { $title } in { $groups } kan nu niet schuiven. Er is niets meer te sturen, of alle weken zijn dicht.
# $title: het thema. $groups: de groepen. $count: berichten. $before, $until: eerste en laatste dag eerst. $from, $to: nu.
staff-theme-moved =
    ✓ { $title }, { $groups }: { $count ->
        [one] 1 bericht schuift.
       *[other] { $count } berichten schuiven.
    }
    Eerst: { $before } – { $until }
    Nu: <b>{ $from } – { $to }</b>
# $closed: berichten op gesloten dagen.
staff-theme-moved-closed = { $closed ->
    [one] Let op: 1 bericht valt op gesloten dagen en komt niet.
   *[other] Let op: { $closed } berichten vallen op gesloten dagen en komen niet.
}
# $title: het thema. $groups: de groepen.
staff-theme-introduced = ✓ Genoteerd: ouders kregen uitleg over { $title }, { $groups }.
# $title: het thema. $groups: de groepen.
staff-theme-end-question = { $title } stoppen in { $groups }? Dit kun je niet ongedaan maken.
# $title: het thema. $groups: de groepen.
staff-theme-end-done = ✓ Gestopt: { $title }, { $groups }.
staff-theme-stands-otherwise = Dat kan nu niet, of het is al gedaan.
staff-undone = Ongedaan gemaakt.
staff-undone-pause = Ongedaan gemaakt. Alles gaat zoals gepland.
# $lost: berichten die in de pauze hadden moeten gaan.
staff-undone-pause-late = { $lost ->
    [one] Ongedaan gemaakt. 1 bericht is al voorbij en komt niet meer.
   *[other] Ongedaan gemaakt. { $lost } berichten zijn al voorbij en komen niet meer.
}
staff-undo-not = Dat kan niet meer ongedaan worden gemaakt.

## Prentenboeken

staff-button-book = Boek gelezen
staff-no-books = Er zijn nog geen prentenboeken. Je coördinator kan ze toevoegen.
staff-which-book = Welk boek las je in kleine groepjes?
# $title: het boek.
staff-which-group = <b>{ $title }</b>: in welke groep?
# $title: het boek. $group: de groep.
staff-book-read = ✓ <b>{ $title }</b> is gelezen in { $group }. De gezinnen krijgen de link.
# $title: het boek.
staff-book-read-before = { $title } stond er al als gelezen.
staff-undone-book = Ongedaan gemaakt. Wat nog niet weg was, gaat niet meer.

## Materiaal

staff-no-materials = Bij de thema’s van jouw groepen hoort nu geen materiaal.
staff-which-materials = Welk materiaal gaf je mee?
# $title: de activiteit. $families: hoeveel gezinnen.
staff-materials = { $families ->
    [one] <b>{ $title }</b>, 1 gezin: tik aan wie het kreeg. Nog een tik haalt het vinkje weg.
   *[other] <b>{ $title }</b>, { $families } gezinnen: tik aan wie het kreeg. Nog een tik haalt het vinkje weg.
}
staff-button-back = ‹ Terug
staff-button-on = Meer ›

## Wie spreek ik vandaag?

# $count: hoeveel redenen om een ouder te spreken.
staff-door = { $count ->
    [one] <b>1</b> keer bij de deur spreken.
   *[other] <b>{ $count }</b> keer bij de deur spreken.
}
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-help = <b>{ $children }</b>, { $group }: de ouder wacht op hulp. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-not-yet-twice = <b>{ $children }</b>, { $group }: twee keer “nog niet gelukt”. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-unreachable = <b>{ $children }</b>, { $group }: niet te bereiken in de chat. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-silent-weeks = <b>{ $children }</b>, { $group }: vier weken stil. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-silent-check-ins = <b>{ $children }</b>, { $group }: drie keer geen antwoord. Taal: { $language }.
staff-door-no-talk = <b>{ $children }</b>, { $group }: nog geen gesprek gekozen. Taal: { $language }.
staff-door-no-answer = <b>{ $children }</b>, { $group }: geen antwoord op de uitnodiging. Taal: { $language }.
staff-door-did-not-come = <b>{ $children }</b>, { $group }: zei twee keer ja en was er niet. Taal: { $language }.
# $count: hoeveel er nog meer zijn.
staff-door-more = Nog { $count }.
staff-button-door-more = Laat meer zien
# $children, $group: over wie. $language: de taal van de ouder. $carers: ouders die deze chat delen.
staff-door-whole-chat = <b>{ $children }</b>, { $group }: in deze chat zitten { $carers } ouders. De pauze geldt voor hen allemaal. Taal: { $language }.
staff-button-whole-chat = Ja, pauzeer de chat
# $children, $group: over wie. $language: de taal van de ouder. $carers: een.
staff-door-paused = ✓ Genoteerd: { $children }, { $group }. De chat staat op pauze, tot de ouder zelf verdergaat. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder. $carers: ouders die deze chat delen.
staff-door-paused-whole-chat = ✓ Genoteerd: { $children }, { $group }. De chat van { $carers } ouders staat op pauze, tot een van hen verdergaat. Taal: { $language }.
# $children, $group: over wie. $language: de taal van de ouder.
staff-door-noted = ✓ Genoteerd: { $children }, { $group }. Taal: { $language }.
staff-door-gone = Dit staat niet meer op jouw lijst.
staff-button-door = Wie spreek ik?
staff-button-door-spoke = Gesproken
staff-button-door-seen-doing-it = Zag het ze doen
staff-button-door-wants-other-way = Wil anders
staff-button-door-wants-no-messages = Wil geen berichten
staff-button-door-not-there = Was er niet

## Deze week

# $from, $to: dagen. $families: gezinnen in mijn groepen. $reached, $did, $speak: hoeveel daarvan.
staff-week =
    <b>{ $reached }</b> van { $families } gezinnen bereikt
    <b>{ $did }</b> van { $families } deden het thuis
    <b>{ $speak }</b> gezinnen om te spreken
    { $from } – { $to }
# $from, $to: dagen. $families: gezinnen in mijn groepen. $reached, $speak: hoeveel daarvan.
staff-week-not-asked =
    <b>{ $reached }</b> van { $families } gezinnen bereikt
    Deze week is nog niet gevraagd hoe het thuis ging
    <b>{ $speak }</b> gezinnen om te spreken
    { $from } – { $to }
# Als staff-week. $met: gezinnen voor wie er een bijeenkomst was. $came: hoeveel daarvan kwamen.
staff-week-met =
    <b>{ $reached }</b> van { $families } gezinnen bereikt
    <b>{ $did }</b> van { $families } deden het thuis
    <b>{ $came }</b> van { $met } gezinnen kwamen naar een bijeenkomst
    <b>{ $speak }</b> gezinnen om te spreken
    { $from } – { $to }
# Als staff-week-not-asked. $met: gezinnen voor wie er een bijeenkomst was. $came: hoeveel daarvan kwamen.
staff-week-not-asked-met =
    <b>{ $reached }</b> van { $families } gezinnen bereikt
    Deze week is nog niet gevraagd hoe het thuis ging
    <b>{ $came }</b> van { $met } gezinnen kwamen naar een bijeenkomst
    <b>{ $speak }</b> gezinnen om te spreken
    { $from } – { $to }

## Ouder en medewerker in één chat

staff-typed = Dit komt bij niemand aan. Een ouder antwoorden? Beantwoord het bericht met de vraag. Iets anders? Typ menu.
staff-typed-parent = Dit komt bij niemand aan. Is het een vraag van jou als ouder?
staff-button-ask = Ja, vraag als ouder
staff-button-no = Nee, laat maar
staff-not-asked = Goed. Er is niets verstuurd.
staff-media = Dit kan ik hier niet gebruiken. Typ menu om te zien wat kan.

## Woorden die altijd tellen, één per regel

words-work =
    werk
    mijn werk
    work
words-parent =
    ouder
    ik als ouder
    parent

## Medewerkers op de opdrachtregel

staff-link-how = De link werkt één keer, 24 uur. Geef hem alleen aan deze medewerker, voor de eigen telefoon.
# $name: naam.
staff-removed = { $name } kan nu niets meer zien of doen.
staff-nobody = Er zijn nog geen medewerkers. Voeg toe met: thuispost staff add NAAM --role educator --group GROEP
staff-head-role = rol
staff-head-sees = ziet
staff-sees-all = alles
staff-linked = in de chat
staff-not-linked = link nog niet geopend
staff-role-educator = pedagogisch medewerker
staff-role-coach = coach
staff-role-coordinator = coördinator
staff-role-administrator = beheerder
# $name: naam.
staff-error-exists = Er is al een medewerker { $name }. Nieuwe link: thuispost staff link "{ $name }"
# $name: naam. $known: wie er wel zijn.
staff-error-unknown = Er is geen medewerker { $name }. Wel: { $known }
staff-error-needs-groups = Een pedagogisch medewerker heeft groepen: geef --group, en geen --location.
staff-error-needs-locations = Een coach heeft locaties: geef --location, en geen --group.
staff-error-sees-all = Deze rol ziet alles. Laat --group en --location weg.
# $name: wat er getypt is. $known: locaties die er zijn.
staff-error-no-location = Er is geen locatie { $name }. Wel: { $known }
