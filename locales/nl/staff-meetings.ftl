### Bijeenkomsten voor medewerkers: in de chat en op de opdrachtregel. Kort: eerst getallen, dan wat je kunt doen.
### $title: soort bijeenkomst. $day: dag, kort. $when: dag en tijd. $children: voornamen. $group: hun groep.

## De opdrachtregel: thuispost meeting. $title: soort bijeenkomst. $groups: locatie/groep, als lijst. $number: nummer. $when: dag en tijd.

cli-not-an-hour = { $value } is geen tijdstip. Schrijf bijvoorbeeld 08:30.

# Koppen van tabellen.
cli-meeting-head-kind = soort
cli-meeting-head-minutes = minuten
cli-meeting-head-target = streefcijfer
cli-meeting-head-answers = antwoord
cli-meeting-head-counts = telt voor
cli-meeting-head-what = wat
cli-meeting-head-comes = komt
cli-meeting-head-there = was er
cli-meeting-head-interpreter = tolk
cli-meeting-head-staff = met wie
cli-meeting-head-outcome = uitkomst
cli-meeting-head-talk = gesprek
cli-meeting-head-wish = wens

# Soorten: hoe gezinnen antwoorden, en waarvoor het telt.
cli-meeting-answers-rsvp = komt of komt niet
cli-meeting-answers-tick = per week aangevinkt
cli-meeting-answers-slots = kiest een moment
cli-meeting-counts-took-part = deelname
cli-meeting-counts-talks = gesprekken
# $name: wat er getypt is. $known: de soorten.
cli-meeting-kind-unknown = Er is geen soort { $name }. Kies uit: { $known }. Of maak een eigen soort: thuispost meeting kind
# $name: de soort. $base: de soort waar hij op lijkt.
cli-meeting-kind-has-base = { $name } heeft de regels van { $base }. Dat blijft zo. Maak een nieuwe soort.
# $name: de soort. $known: de ingebouwde soorten.
cli-meeting-kind-like = { $name } is nieuw. Op welke soort lijkt die? Kies --like uit: { $known }
# $value: wat er getypt is.
cli-meeting-kind-name = { $value } kan niet als naam. Neem kleine letters, cijfers en streepjes, hoogstens 40.
# $kind: hoe hij heet op de opdrachtregel. $base: waar hij op lijkt. $count: minuten.
cli-meeting-kind-kept = { $count ->
    [one] Soort { $kind } ({ $title }): 1 minuut, als { $base }.
   *[other] Soort { $kind } ({ $title }): { $count } minuten, als { $base }.
}

# De plek van een locatie. $location: de naam.
cli-meeting-place = { $location }: { $address }
cli-meeting-place-none = { $location }: nog geen adres. Zet het met --address "Straat 1, Plaats".
# $pin: breedte- en lengtegraad. $link: een kaart.
cli-meeting-pin = Op de kaart: { $pin }. Kijk of het klopt: { $link }
cli-meeting-pin-none = Nog niet op de kaart. Zet het met --pin 52.1284,4.4464.
# $value: wat er getypt is.
cli-meeting-not-a-pin = { $value } is geen plek op de kaart. Schrijf breedte- en lengtegraad, bijvoorbeeld 52.1284,4.4464.
cli-meeting-address = Een plek of adres heeft 1 tot 200 tekens.

# Maken.
cli-meeting-made = { $title } in { $groups }. Nummer: { $number }
# $count: hoeveel gezinnen.
cli-meeting-families = { $count ->
    [one] Voor 1 gezin.
   *[other] Voor { $count } gezinnen.
}
cli-meeting-invited = De uitnodiging gaat nu weg.
cli-meeting-invited-at = De uitnodiging gaat op { $when }.
cli-meeting-not-invited = Er gaat geen uitnodiging in de chat.
cli-meeting-open-next = Open nu momenten: thuispost meeting open-slots { $number } --day DAG --from 15:00 --until 17:00 --announce
cli-meeting-quiet-hours = In de stille uren sturen we niets. De uitnodiging gaat op { $when }.
cli-meeting-invited-late = De uitnodiging zou pas op { $when } gaan. Dan is het al begonnen. Kies een vroeger moment met --invite-at, of nodig niemand uit met --no-invite.
cli-meeting-several-locations = De groepen zijn op meer dan één locatie. Zeg waar het is met --location.
# $path: het bestand.
cli-meeting-no-picture = Er is geen plaatje { $path }. Kijk de naam na, let op hoofdletters.
cli-meeting-tick = De spelinloop vink je per week aan: thuispost meeting play-in --group GROEP

# Eigen regels bij een uitnodiging. $value: wat er getypt is.
cli-meeting-not-a-line = { $value } moet een taal en een tekst zijn, zoals nl=Neem een knuffel mee.
# $most: zoveel tekens.
cli-meeting-line-long = Dit is te lang, hoogstens { $most } tekens: { $value }
# $language: een taal.
cli-meeting-line-twice = { $language } staat er twee keer. Laat er één staan.
cli-meeting-line-hard = De Nederlandse regel leest niet makkelijk. Maak korte zinnen, van zo'n tien woorden.
# $count: hoeveel talen.
cli-meeting-lines-kept = { $count ->
    [one] Regel in 1 taal bewaard bij { $title }. Wie erop wachtte, krijgt de uitnodiging.
   *[other] Regels in { $count } talen bewaard bij { $title }. Wie erop wachtte, krijgt de uitnodiging.
}
cli-meeting-missing-choose = Er is niets gemaakt of verstuurd. Geef ook een --line in die taal, of kies --missing hold (later, met thuispost meeting line) of --missing dutch (nu in het Nederlands).

# Wat er niet kan.
# $id: wat er getypt is.
cli-meeting-unknown = Er is geen bijeenkomst { $id }. Kijk met: thuispost meeting list --all
# $known: nummers met dag en tijd.
cli-meeting-which-time = Welke keer? Kies --time uit: { $known }
cli-meeting-no-group = Voor welke groep is het? Noem er een met --group.
cli-meeting-no-time = Wanneer is het? Geef --on DAG en --at UUR.
cli-meeting-weekly-one = Bij --weekly hoort één dag: de eerste. Of noem alle dagen met --on.
cli-meeting-past = { $when } is al voorbij. Kies een later moment.
# $from, $until: dag en tijd.
cli-meeting-ends-before = Het eindigt op { $until }, voor het begint op { $from }. Duurt het tot na middernacht? Schrijf dan de dag erbij: --until "2026-12-04 01:00"
cli-meeting-too-long = Van { $from } tot { $until } is langer dan twee dagen. Kijk de dagen na.
cli-meeting-in-gap = { $when } bestaat niet: dan gaat de klok een uur vooruit. Kies een ander uur.
cli-meeting-overlaps = Het zou op { $when } twee keer tegelijk zijn. Kies een ander moment.
cli-meeting-too-often = Meer dan 60 keer kan niet. Maak er twee reeksen van.
cli-meeting-other-kind = Dit kan niet bij deze soort. Gesprekken krijgen hun tijden met thuispost meeting open-slots, andere bijeenkomsten met --on en --at.
cli-meeting-called-off = Dit gaat niet door: het is al afgezegd.
cli-meeting-begun = Dit is al begonnen of voorbij.
cli-meeting-is-over = Dit is voorbij. De code werkt alleen op de dag zelf.
cli-meeting-not-yet = Dat is pas op { $when }. Noteer het dan.

# Momenten voor gesprekken. $from, $until: tijden of dagen.
cli-meeting-hours-order = De laatste tijd ({ $until }) moet na de eerste ({ $from }) zijn.
cli-meeting-no-room = Tussen { $from } en { $until } past geen gesprek. Maak het korter, of de tijd ruimer.
cli-meeting-too-many-slots = Dat zijn meer dan 2000 momenten. Open ze in stukken.
cli-meeting-staff-busy = Op { $when } heeft deze medewerker al een gesprek. Er is niets geopend.
# $name: de medewerker.
cli-meeting-staff-elsewhere = { $name } werkt niet met deze groepen. Dan kan geen gezin dit moment kiezen.
# $from, $to: dagen.
cli-meeting-days-order = De laatste dag ({ $to }) moet op of na { $from } zijn, en binnen drie maanden.
# $value: wat er getypt is.
cli-meeting-not-a-break = { $value } is geen pauze. Schrijf bijvoorbeeld 12:00-13:00.
cli-meeting-no-moments = Er zijn nog geen momenten. Open ze met --day, --from en --until.
cli-meeting-announced = De gezinnen hebben de uitnodiging al. Laat --announce weg: nieuwe momenten zien zij vanzelf.
# $count: hoeveel momenten. $from, $until: eerste en laatste dag.
cli-meeting-opened = { $count ->
    [one] 1 moment geopend, van { $from } tot en met { $until }.
   *[other] { $count } momenten geopend, van { $from } tot en met { $until }.
}
cli-meeting-opened-day = { $count ->
    [one] 1 moment geopend, op { $from }.
   *[other] { $count } momenten geopend, op { $from }.
}
# $count: kinderen zonder moment. $free: vrije momenten.
cli-meeting-enough = { $count ->
    [one] Vrije momenten: { $free }. Nog geen moment: 1 kind.
   *[other] Vrije momenten: { $free }. Nog geen moment: { $count } kinderen.
}
# $needed: zoveel momenten zijn er nodig, met een tolk meer dan een per kind.
cli-meeting-too-few = Let op: er zijn { $needed } momenten nodig en { $free } vrij. Open er meer.

# Lijst en stand.
cli-meeting-none = Er staat niets gepland. Maak iets met: thuispost meeting add
# $count: hoeveel gezinnen komen of kozen. $all: van hoeveel.
cli-meeting-of = { $count } van { $all }
cli-meeting-state-cancelled = gaat niet door
cli-meeting-state-no-moments = nog geen momenten
cli-meeting-state-over = geweest
cli-meeting-state-not-invited = niet uitgenodigd
cli-meeting-state-planned = uitnodiging staat klaar
cli-meeting-state-invited = uitgenodigd
cli-meeting-title = { $title } in { $groups } ({ $number })
# $time: de hoeveelste keer.
cli-meeting-time = { $time }. { $when }
cli-meeting-time-cancelled = { $time }. { $when }: gaat niet door
# $place: ruimte, locatie en adres.
cli-meeting-where = Waar: { $place }
# $count: plekken.
cli-meeting-capacity = { $count ->
    [one] Plek voor 1 gezin.
   *[other] Plek voor { $count } gezinnen.
}
cli-meeting-ve-only = Alleen voor gezinnen van kinderen met een VE-indicatie.
cli-meeting-said-yes = komt
cli-meeting-said-waiting = op de wachtlijst
cli-meeting-said-maybe = misschien
cli-meeting-said-no = komt niet
cli-meeting-said-nothing = nog geen antwoord
cli-meeting-said-unreached = niet bereikt in de chat
# $count: hoeveel mensen.
cli-meeting-people = { $count ->
    [one] Verwacht: 1 mens.
   *[other] Verwacht: { $count } mensen.
}
# $list: talen, met hoeveel ouders.
cli-meeting-interpreters = Tolk gevraagd: { $list }
# $count: hoeveel gezinnen.
cli-meeting-waiting-list = { $count ->
    [one] Op de wachtlijst, 1 gezin:
   *[other] Op de wachtlijst, { $count } gezinnen:
}
cli-meeting-kept-until = plek bewaard tot { $when }
# $count: gekozen. $all: kinderen. $free: vrije momenten.
cli-meeting-booked = Gekozen: { $count } van { $all } kinderen. Vrije momenten: { $free }.
cli-meeting-held = gevoerd
cli-meeting-not-held = niet gevoerd
cli-meeting-by-family = familie
# $count: kinderen. $days: dagen tot het laatste moment.
cli-meeting-open-days = { $count ->
    [one] Nog geen moment, 1 kind. Dagen over: { $days }. Spreek de ouder aan.
   *[other] Nog geen moment, { $count } kinderen. Dagen over: { $days }. Spreek de ouders aan.
}
cli-meeting-open = { $count ->
    [one] Geen moment, 1 kind:
   *[other] Geen moment, { $count } kinderen:
}
cli-meeting-not-in-chat = niet in de chat
cli-meeting-wants-interpreter = met tolk

# Verplaatsen en afzeggen. $old: het oude moment.
cli-meeting-moved = { $title } van { $old } is nu { $when }.
cli-meeting-move-talks = Gesprekken verplaats je een voor een: thuispost meeting talk move GESPREK --at "DAG UUR"
cli-meeting-cancelled = { $title } in { $groups } gaat niet door.
cli-meeting-cancelled-time = { $title } van { $when } gaat niet door.
# $count: hoeveel ouders.
cli-meeting-told = { $count ->
    [one] 1 ouder krijgt bericht.
   *[other] { $count } ouders krijgen bericht.
}
cli-meeting-told-nobody = Nog niemand wist ervan.
# $count: hoeveel gesprekken.
cli-meeting-talks-cancelled = { $count ->
    [one] 1 gesprek is afgezegd; de ouder krijgt bericht.
   *[other] { $count } gesprekken zijn afgezegd; de ouders krijgen bericht.
}
cli-meeting-round-told = Wie de uitnodiging kreeg, krijgt ook bericht.

# Een gesprek. $child: voornaam.
# $id: wat er getypt is.
cli-meeting-talk-unknown = Er is geen gesprek { $id }. De nummers staan in: thuispost meeting show NUMMER
cli-meeting-no-talks = Dit is geen gesprek. Kies een soort met momenten: thuispost meeting kinds
# $id: nummer van het gezin.
cli-meeting-no-child = Gezin { $id } heeft geen kind { $child } in deze groepen, of niet bij deze ouder.
# $known: namen.
cli-meeting-which-child = Over welk kind? Kies --child uit: { $known }
cli-meeting-which-carer = Deze ouders wonen apart en hebben elk een gesprek. Kies --carer uit: { $known }
cli-meeting-talk-booked = Gesprek over { $child }: { $when }. Nummer: { $number }
cli-meeting-talk-moved = Gesprek over { $child }: van { $old } naar { $when }.
cli-meeting-talk-cancelled = Het gesprek over { $child } van { $when } is afgezegd.
cli-meeting-carer-told = De ouder krijgt bericht.
cli-meeting-carer-not-told = De ouder is niet in de chat. Vertel het zelf.
cli-meeting-talk-no-moment = Dit gesprek heeft geen moment.
cli-meeting-talk-same = Dit gesprek is al op dat moment.
cli-meeting-talk-was-held = Dit gesprek is al gevoerd.
# $known: vrije momenten met hun nummer.
cli-meeting-not-free = Dat moment is niet vrij. Wel: { $known }
cli-meeting-none-free = Er is geen moment vrij voor dit gesprek. Open er meer met: thuispost meeting open-slots
cli-meeting-noted-held = Genoteerd: het gesprek over { $child } is gevoerd.
cli-meeting-noted-not-held = Genoteerd: het gesprek over { $child } is niet gevoerd.
# $value: wat er getypt is. $known: de woorden.
cli-meeting-no-such-moment = { $value } is geen moment van het schema. Kies uit: { $known }
# $known: namen van kinderen.
cli-meeting-child-unknown = In deze groep is geen kind { $child }. Wel: { $known }
cli-meeting-same-name = In deze groep heten meer kinderen { $child }. Maak de namen in het bestand met gezinnen verschillend.

# Wie er was.
cli-meeting-note-talks = Een gesprek noteer je met: thuispost meeting talk note GESPREK --held
# $count: gezinnen die er waren. $all: gezinnen op de lijst.
cli-meeting-there = { $title }, { $when }: { $count } van { $all } gezinnen waren er.
cli-meeting-list-is-open = De lijst is nog open. Is hij compleet? Zet --close erbij.
cli-meeting-list-is-closed = De lijst is compleet.
cli-meeting-list-was-closed = De lijst was al compleet.
cli-meeting-list-was-open = De lijst is nog open.
cli-meeting-list-told = De gezinnen hebben al bericht gehad. De lijst blijft compleet; wie er was kun je nog verbeteren.
# $count: met hoeveel mensen.
cli-meeting-comes-with = ja, { $count }
cli-meeting-seen = gezien
cli-meeting-says-so = zegt het zelf
cli-meeting-interpreter-there = was er
# $id: nummer van het gezin.
cli-meeting-there-and-not = Gezin { $id } staat bij --family en bij --not. Kies een van de twee.
cli-meeting-interpreter-alone = Gezin { $id } staat niet op de lijst. Zet het erop met --family { $id }.
# $group: locatie/groep. $day: de maandag. $count, $all: gezinnen.
cli-meeting-played = Spelinloop { $group }, week van { $day }: { $count } van { $all } gezinnen.

# De lijst op papier. $row: rijnummer. $column: kop. $value: wat er staat.
meeting-list-yes = ja
# $found: koppen die er wel zijn.
meeting-list-columns = De koppen moeten gezin (of kind en groep) en aanwezig zijn. Gevonden: { $found }
# $row, $column
meeting-list-nobody = Rij { $row }, { $column }: hier staat geen gezin en geen kind. Vul een van de twee in.
# $row, $column, $value
meeting-list-no-family = Rij { $row }, { $column }: gezin { $value } staat niet in de gegevens. Schrijf het zoals in het bestand met gezinnen.
# $row, $column, $value
meeting-list-no-child = Rij { $row }, { $column }: kind { $value } is er niet in die groep. Kijk naam en groep na.
# $row, $column, $value, $known: gezinnen.
meeting-list-several = Rij { $row }, { $column }: { $value } is er in meer gezinnen: { $known }. Zet het gezin erbij.
# $row, $column, $value
meeting-list-without-family = Rij { $row }, { $column }: de tolk was er, maar het gezin niet. Verbeter een van de twee.

## Namen van berichten, in lijsten

staff-meeting-label-invitation = { $title } { $day } · uitnodiging
staff-meeting-label-again = { $title } { $day } · tweede uitnodiging
staff-meeting-label-reminder = { $title } { $day } · herinnering
staff-meeting-label-moved = { $title } { $day } · verplaatst
staff-meeting-label-cancelled = { $title } { $day } · gaat niet door
staff-meeting-label-thanks = { $title } { $day } · bedankt
staff-meeting-label-missed = { $title } { $day } · gemist

## Samenvallen: één regel per oorzaak en moment, zonder opmaak

staff-clash-head = Let op, dit valt samen:
# $name: hoe de gesloten dag heet.
staff-clash-closed = - { $day } is een gesloten dag: { $name }.
# $location: de locatie van die andere bijeenkomst. $families: gezinnen die bij allebei horen.
staff-clash-meeting =
    - { $when }: { $title }, { $location }. { $families ->
        [one] { $families } gezin hoort bij allebei.
       *[other] { $families } gezinnen horen bij allebei.
    }
# $calendar: naam van de andere agenda. $title: wat daar staat.
staff-clash-event = - { $when }: { $title }, in de agenda { $calendar }.
# Hetzelfde, de hele dag.
staff-clash-event-day = - { $day }, de hele dag: { $title }, in de agenda { $calendar }.
# $families: gezinnen die dan een gesprek hebben. $when: het eerste gesprek.
staff-clash-talks =
    - { $when }: { $families ->
        [one] { $families } gezin heeft dan een gesprek.
       *[other] { $families } gezinnen hebben dan een gesprek.
    }
# $count: zoveel regels zijn weggelaten.
staff-clash-more =
    { $count ->
        [one] En nog { $count } ander moment.
       *[other] En nog { $count } andere momenten.
    }

## Agenda's van anderen

# $file: het bestand. $most: megabytes.
staff-calendar-too-large = { $file } is te groot: hoogstens { $most } MB mag. Exporteer een kleiner stuk, zoals één schooljaar.
staff-calendar-none = { $file } is geen agenda, misschien wel een inlogpagina. Exporteer de agenda als .ics en probeer het opnieuw.
# $part: het onderdeel dat niet af is, zoals VEVENT.
staff-calendar-cut-off = { $file } houdt halverwege op, midden in { $part }. Download het bestand opnieuw.
# $line: nummer van de regel. $value: wat daar staat.
staff-calendar-broken-line = { $file }, regel { $line }: hier staat iets wat niet in een agenda hoort: { $value }. Exporteer de agenda opnieuw.
staff-calendar-unknown-zone = { $file }, regel { $line }: de tijdzone { $value } is onbekend. Kies in de agenda een zone zoals Europe/Amsterdam en exporteer opnieuw.
staff-calendar-bad-zone = { $file }, regel { $line }: de tijdzone die hier staat klopt niet. Exporteer de agenda opnieuw, liefst uit een ander programma.
staff-calendar-bad-date = { $file }, regel { $line }: dit is geen datum of tijd: { $value }. Verbeter die afspraak in de agenda en exporteer opnieuw.
staff-calendar-bad-rule = { $file }, regel { $line }: zo kan een afspraak zich niet herhalen: { $value }. Verbeter die afspraak in de agenda en exporteer opnieuw.
staff-calendar-no-start = { $file }, regel { $line }: deze afspraak heeft geen begin. Verbeter of verwijder haar in de agenda en exporteer opnieuw.
staff-calendar-ends-before = { $file }, regel { $line }: deze afspraak eindigt voordat ze begint. Verbeter haar in de agenda en exporteer opnieuw.
# $most: zoveel afspraken mogen er hoogstens in staan.
staff-calendar-too-many = { $file }, regel { $line }: meer dan { $most } afspraken, of één die zich eindeloos herhaalt. Exporteer een kleiner stuk, zoals één schooljaar.
staff-calendar-nothing-done = Er is niets veranderd.
staff-calendar-unnamed = (zonder titel)
# $most: tekens.
staff-calendar-name = Geef de agenda een naam van hoogstens { $most } tekens.
# $name: de agenda. $count: afspraken.
staff-calendar-kept =
    Agenda { $name }: { $count ->
        [one] { $count } afspraak staat er nu in.
       *[other] { $count } afspraken staan er nu in.
    }
staff-calendar-would-keep =
    Agenda { $name }: { $count ->
        [one] { $count } afspraak zou erin komen. Er is niets veranderd.
       *[other] { $count } afspraken zouden erin komen. Er is niets veranderd.
    }
# $count: afspraken die als "beschikbaar" in de agenda staan.
staff-calendar-free =
    { $count ->
        [one] Overgeslagen: { $count } afspraak die als "beschikbaar" in de agenda staat.
       *[other] Overgeslagen: { $count } afspraken die als "beschikbaar" in de agenda staan.
    }
# $known: de agenda's die er zijn.
staff-calendar-unknown = Er is geen agenda { $name }. Wel: { $known }
staff-calendar-removed = De agenda { $name } is weg. Er wordt niet meer op gelet.
staff-calendar-nothing = Er zijn nog geen agenda's van anderen. Zo komt er een bij: thuispost meeting import BESTAND.ics --calendar NAAM
staff-calendar-everywhere = alle
staff-head-location = Locatie
staff-head-events = Afspraken
staff-head-until = Tot en met
staff-head-imported = Ingelezen

## Gesloten dagen uit een agenda

# $from, $to: eerste en laatste dag. $year: het jaar. $name: de titel.
staff-import-day = { $from } { $year }: { $name }
staff-import-days = { $from } { $year } tot en met { $to }: { $name }
staff-import-passed-over = Overgeslagen:
staff-import-part-of-a-day = - { $when }: { $title } (geen hele dag)
staff-import-too-long = - { $when }: { $title } (te lang voor een vakantie)
# $count: dagen.
staff-import-closed =
    { $count ->
        [one] { $count } dag is nu gesloten.
       *[other] { $count } dagen zijn nu gesloten.
    }
staff-import-would-close =
    { $count ->
        [one] { $count } dag zou gesloten zijn. Er is niets veranderd.
       *[other] { $count } dagen zouden gesloten zijn. Er is niets veranderd.
    }
staff-import-on-closed = Let op, dit valt op een gesloten dag:
# $location: de locatie. $name: hoe de gesloten dag heet.
staff-import-on-closed-line = - { $when }: { $title }, { $location } (gesloten: { $name })

## De eigen agenda, voor een agendaprogramma: zonder opmaak

# $name: de organisatie of de medewerker.
staff-feed-name = { $name } · bijeenkomsten
# $groups: de groepen.
staff-feed-groups = Voor { $groups }
staff-feed-talk = { $title } · { $group }
# $child: voornaam.
staff-feed-talk-own = { $title } · { $child } ({ $group })
staff-feed-at-home = Bij het gezin thuis
staff-feed-no-address = Zet THUISPOST_PUBLIC_URL, zoals https://post.example.org, en laat de webserver /calendar/ doorgeven. Zonder adres kan het ook als bestand: --file agenda.ics
staff-feed-other-key = Dit adres is met een andere sleutel gemaakt. Zet THUISPOST_KEY_FILE op het oude sleutelbestand, of maak een nieuw adres met --renew.
staff-feed-how = Neem dit adres op in een agendaprogramma. Wie het heeft, ziet de agenda: deel het niet. Met --renew werkt dit adres niet meer en komt er een nieuw.
# $file: het bestand. $problem: wat het systeem zegt.
staff-feed-unwritable = { $file } kan niet geschreven worden: { $problem }
staff-feed-written = De agenda staat in { $file }.

## What is kept about a carer: headings of the export

cli-export-meetings = Antwoorden op uitnodigingen
cli-export-places = Plekken bij bijeenkomsten
cli-export-attended = Erbij geweest
cli-export-talks = Gesprekken
