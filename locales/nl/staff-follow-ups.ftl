### Met wie even praten bij de deur, en wat daaruit kwam.

follow-ups-nobody = Niemand om vandaag aan te spreken.
follow-ups-how = Noteer wat eruit kwam: thuispost follow-ups note NUMMER --outcome spoke|seen-doing-it|wants-other-way|wants-no-messages|not-there

## Kolommen

follow-ups-head-id = nummer
follow-ups-head-family = gezin
follow-ups-head-carer = ouder
follow-ups-head-language = taal
follow-ups-head-interpreter = tolk
follow-ups-head-children = kind
follow-ups-head-reason = waarom
follow-ups-head-since = sinds
follow-ups-interpreter-yes = ja

## Waarom

follow-ups-reason-help = vroeg om hulp
follow-ups-reason-not-yet-twice = twee keer nog niet gelukt
follow-ups-reason-unreachable = niet te bereiken in de chat
follow-ups-reason-silent-weeks = vier weken stil
follow-ups-reason-silent-check-ins = drie vragen zonder antwoord
follow-ups-reason-no-talk = geen gesprek gekozen
follow-ups-reason-no-answer = twee uitnodigingen zonder antwoord
follow-ups-reason-did-not-come = kwam twee keer niet

## Wat eruit kwam

follow-ups-outcome-spoke = Genoteerd: jullie hebben gepraat.
follow-ups-outcome-seen-doing-it = Genoteerd: gezien dat het gezin het doet. Dit telt mee in de cijfers.
follow-ups-outcome-wants-other-way = Genoteerd: het gezin hoort het liever op een andere manier.
follow-ups-outcome-wants-no-messages = Genoteerd: geen berichten. De chat staat op pauze, tot de ouder daar zelf verdergaat.
follow-ups-outcome-not-there = Genoteerd: niet gezien. Morgen staat het gezin weer in de lijst.
# $id: nummer dat iemand gaf.
follow-ups-unknown = Nummer { $id } staat niet open. Bekijk de lijst met: thuispost follow-ups

## Koppen in wat een ouder meekrijgt

cli-export-spoken-to = Aan de deur gesproken
cli-export-seen-by-staff = Door medewerkers gezien
