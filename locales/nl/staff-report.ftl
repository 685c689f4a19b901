### Het overzicht voor medewerkers, als kale tabel: geen opmaak.

# $from, $to: dagen, beide meegerekend.
report-period = Van { $from } tot en met { $to }

## Titels

report-by-all = Alle gezinnen
report-by-location = Per locatie
report-by-group = Per groep
report-by-language = Per thuistaal
report-by-letter = Per brief, van de gezinnen voor wie hij was
report-by-programme = Per programma, van de gezinnen in de groepen die ermee werkten
report-by-theme = Per thema, van de gezinnen in de groepen waar het liep
report-by-activity = Per activiteit, van de gezinnen voor wie ze was
report-by-kind = Per soort bijeenkomst, van de gezinnen in de groepen waarvoor ze was

## Cijfers. "van de bereikte" en dergelijke hoort bij de naam: de noemer is een andere.

report-figure-connected = aangesloten
report-figure-reached = bereikt met een brief
report-figure-understood = begrepen, van de bereikte gezinnen
report-figure-responded = gereageerd
report-figure-offered = activiteit aangeboden
report-figure-did-at-home = thuis gedaan
report-figure-worked = gelukt, van wie het deed
report-figure-took-part = kwam naar een bijeenkomst
report-figure-talks = gesprekken gevoerd, van de gesprekken die nodig waren
report-figure-said-they-come = zei te komen, van de uitgenodigde gezinnen
report-figure-came-as-said = kwam, van wie dat had gezegd
report-figure-interpreter-there = tolk was er, van wie erom vroeg
report-figure-language-known = thuistaal bevestigd

## Kopjes

# $figure: een van de namen hierboven. $percent: een heel getal.
report-heading-framework-b4 = { $figure } (norm { $percent } %: B4, VVE-kader 2013)
# $figure: een van de namen hierboven. $percent: een heel getal.
report-heading-framework-b5 = { $figure } (norm { $percent } %: B5, VVE-kader 2013)
# $figure: een van de namen hierboven. $percent: een heel getal.
report-heading-framework-b6 = { $figure } (norm { $percent } %: B6, VVE-kader 2013)
# $figure: een van de namen hierboven. $percent: een heel getal.
report-heading-klinkert = { $figure } (norm { $percent } %: De Klinkert)
# $figure: een van de namen hierboven. $percent: een heel getal.
report-heading-ours = { $figure } (norm { $percent } %: eigen streven)
# $figure: een van de namen hierboven; er is geen norm.
report-heading = { $figure }

## Een deel en zijn norm

# $count van $families gezinnen, $percent: een heel getal.
report-share =
    { $families ->
        [one] { $count } van 1 gezin, { $percent } %
       *[other] { $count } van { $families } gezinnen, { $percent } %
    }
report-share-none = geen gezinnen
# $count van $families gezinnen, $percent en $target: een heel getal.
report-share-target =
    { $families ->
        [one] { $count } van 1 gezin, { $percent } % (norm { $target } %)
       *[other] { $count } van { $families } gezinnen, { $percent } % (norm { $target } %)
    }
# $count van $families gesprekken, $percent: een heel getal.
report-talks =
    { $families ->
        [one] { $count } van 1 gesprek, { $percent } %
       *[other] { $count } van { $families } gesprekken, { $percent } %
    }
report-talks-none = geen gesprekken nodig
# $families: hoeveel er nog ontbreken tot de norm.
report-short =
    { $families ->
        [one] nog 1 gezin nodig
       *[other] nog { $families } gezinnen nodig
    }
# $families: hoeveel gesprekken er nog ontbreken tot de norm.
report-talks-short =
    { $families ->
        [one] nog 1 gesprek nodig
       *[other] nog { $families } gesprekken nodig
    }
report-short-none = norm gehaald

## Soorten bewijs. $families: hoeveel.

# $families: een ouder drukte op een knop of schreef het.
report-evidence-said-so = { $families } zelf gezegd
# $families: een medewerker zag het.
report-evidence-seen = { $families } gezien door medewerker
# $families: niets bezorgd in een chat, de brief op papier is in de hand gegeven.
report-evidence-handed-over = { $families } op papier
# $families: bezorgd in een chat.
report-evidence-delivered = { $families } bezorgd
# $families: niets bezorgd in een chat, het materiaal van een activiteit is meegegeven.
report-evidence-materials = { $families } materiaal meegegeven
# $families: een medewerker noteerde dat ze er waren.
report-evidence-attended = { $families } aanwezig geweest
# $families: gesprekken die volgens een medewerker zijn gevoerd.
report-evidence-held = { $families } gevoerd
# $families: "graag uitleg", "nog niet", bedankt voor de post, gestopt.
report-evidence-otherwise = { $families } iets anders gezegd
# $families: niet op de lijst die een medewerker afsloot, of er was geen tolk.
report-evidence-not-seen = { $families } volgens medewerker niet
# $families: geen antwoord, niets aangekomen.
report-evidence-unknown = { $families } onbekend

## Om rekening mee te houden

report-note-denominator = Geteld zijn gezinnen met een kind in de periode, ook wie nooit is aangesloten.
report-note-overlap = Een gezin telt één keer in elke rij die past. Rijen tellen dus niet altijd op tot het totaal.
report-note-talks = Gesprekken tellen per stuk, niet per gezin: voor elk kind en elk moment waarop er een nodig was.
report-note-self-report = Wat ouders over thuis zeggen, is zelfrapportage. Zo tonen we het ook.
report-note-unknown = Geen antwoord betekent onbekend. Het betekent nooit nee.
report-note-norms = B4, B5 en B6: indicatoren uit het VVE-kader van 2013. De Klinkert: de themabrief, en elke soort bijeenkomst.
