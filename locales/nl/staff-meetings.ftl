### Bijeenkomsten voor medewerkers: in de chat en op de opdrachtregel. Kort: eerst getallen, dan wat je kunt doen.
### $title: soort bijeenkomst. $day: dag, kort. $when: dag en tijd. $children: voornamen. $group: hun groep.

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

# $file: het bestand. $size, $most: megabytes.
staff-calendar-too-large = { $file } is te groot: { $size } MB, en hoogstens { $most } MB mag. Exporteer een kleiner stuk, zoals één schooljaar.
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
