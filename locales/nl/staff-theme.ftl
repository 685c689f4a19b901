### Wat een medewerker leest over thema's die in groepen lopen. Kort: eerst wat er is, dan wat te doen.
### $theme: de titel van het thema. $groups: locatie/groep, als lijst.

## Waarom een bericht niet kwam

cli-reason-bundled = gaat mee in een ander bericht
cli-reason-ceiling = genoeg berichten deze week
cli-reason-own-days = geen eigen dag meer deze week
cli-reason-paused-theme = thema gepauzeerd
cli-reason-closed-day = gesloten

## Koppen van tabellen

theme-head-theme = thema
theme-head-groups = groepen
theme-head-date = datum
theme-head-day = dag
theme-head-name = naam
theme-head-weeks = weken
theme-head-state = stand
theme-head-number = nummer
theme-head-week = week
theme-head-message = bericht
theme-head-when = wanneer
theme-head-stands = stand

## De berichten van een week, en hoe ze staan

theme-slot-letter = themabrief
theme-slot-why = waarom
theme-slot-do = doen
theme-slot-cheer = aanmoediging
theme-slot-closing = afsluiting
theme-slot-planned = gepland
theme-slot-done = verstuurd
theme-slot-closed = gesloten, valt uit
theme-state-running = loopt
theme-state-paused = gepauzeerd
theme-state-stopped = gestopt
theme-state-over = klaar

## Het plan

# $theme, $groups
theme-plan = { $theme } in { $groups }
# $families: gezinnen met een kind in de groepen. $reached: daarvan gezinnen die het krijgen en kunnen begrijpen.
theme-plan-families = { $families ->
    [one] Bereikt: { $reached } van 1 gezin.
   *[other] Bereikt: { $reached } van { $families } gezinnen.
}
# $list: de vormen hieronder, met hoeveel gezinnen.
theme-plan-how = Wel: { $list }
# $list: de redenen hieronder, met hoeveel gezinnen.
theme-plan-not-reached = Niet: { $list }
# $list: per taal wie er luistert.
theme-plan-listening = Ouders die luisteren: { $list }
# $language: de taal. $carers: ouders. $recorded, $spoken, $silent: teksten van het thema.
theme-listening = { $language } { $carers } ({ $recorded } teksten ingesproken, { $spoken } door de computer, { $silent } zonder stem)
# $language: de taal. $carers: ouders.
theme-listening-silent = { $language } { $carers } (nog geen stem)
# $count: gezinnen, in al wat volgt.
theme-reach-own-language = { $count } in de eigen taal
theme-reach-second-language = { $count } in een tweede taal
theme-reach-in-dutch = { $count } in het Nederlands
theme-reach-no-voice = { $count ->
    [one] 1 luistert, en er is nog geen stem
   *[other] { $count } luisteren, en er is nog geen stem
}
theme-reach-missing-language = { $count } zonder tekst in hun taal
theme-reach-paused = { $count } op pauze
theme-reach-unreachable = { $count } onbereikbaar in de chat
theme-reach-stopped = { $count } gestopt
theme-reach-not-connected = { $count } nog niet in de chat
# $language: de taal. $count: hoeveel gezinnen.
theme-plan-language = { $count ->
    [one] { $language }: 1 gezin
   *[other] { $language }: { $count } gezinnen
}
# $language, $count: gezinnen die niets krijgen.
theme-plan-gap-hold = { $count ->
    [one] { $language } ontbreekt voor 1 gezin. Dat krijgt niets. Laat het vertalen, of kies --missing dutch.
   *[other] { $language } ontbreekt voor { $count } gezinnen. Die krijgen niets. Laat het vertalen, of kies --missing dutch.
}
# $language, $count: gezinnen die Nederlands krijgen.
theme-plan-gap-dutch = { $count ->
    [one] { $language } ontbreekt voor 1 gezin. Dat krijgt het in het Nederlands.
   *[other] { $language } ontbreekt voor { $count } gezinnen. Die krijgen het in het Nederlands.
}
theme-plan-not-introduced = Er is niet genoteerd dat ouders uitleg kregen. Vertel er eerst over, en noteer de dag met --introduced of theme introduced.
# $day: de dag.
theme-plan-introduced = Ouders kregen uitleg op { $day }.
# $week: de week van het thema. $count: hoeveel kinderen.
theme-step-age = { $count ->
    [one] Week { $week }: 1 kind zonder activiteit, want geen past bij de leeftijd.
   *[other] Week { $week }: { $count } kinderen zonder activiteit, want geen past bij de leeftijd.
}
# $week, $count
theme-step-all-done = { $count ->
    [one] Week { $week }: 1 kind zonder activiteit, want het had ze allemaal al.
   *[other] Week { $week }: { $count } kinderen zonder activiteit, want ze hadden ze allemaal al.
}

## Beginnen en veranderen

theme-start-not-yet = Er is nog niets begonnen. Zet --yes erbij om te beginnen.
# $theme. $number: het nummer van dit lopende thema.
theme-started = { $theme } begint. Nummer: { $number }
# $theme, $number
theme-not-introduced = Let op: er is niet genoteerd dat ouders uitleg over { $theme } kregen. Noteer de dag: thuispost theme introduced { $number } DAG
# $theme, $groups
theme-introduced = Genoteerd: ouders kregen uitleg over { $theme }.
# $theme, $groups. $count: hoeveel berichten. $days: hoeveel dagen.
theme-moved = { $count ->
    [one] { $theme }: 1 bericht schuift { $days } dagen.
   *[other] { $theme }: { $count } berichten schuiven { $days } dagen.
}
# $theme, $groups. $count: berichten die klaarstonden en niet meer gaan.
theme-paused = { $count ->
    [one] { $theme } is gepauzeerd. 1 bericht dat klaarstond gaat niet meer. Verder met: theme resume
   *[other] { $theme } is gepauzeerd. { $count } berichten die klaarstonden gaan niet meer. Verder met: theme resume
}
# $theme, $groups. $count: hoeveel weken later.
theme-resumed = { $count ->
    [one] { $theme } loopt weer, 1 week later dan gepland.
   *[other] { $theme } loopt weer, { $count } weken later dan gepland.
}
# $theme, $groups. $count: berichten die klaarstonden en niet meer gaan.
theme-stopped = { $count ->
    [one] { $theme } is gestopt. 1 bericht dat klaarstond is ingetrokken.
   *[other] { $theme } is gestopt. { $count } berichten die klaarstonden zijn ingetrokken.
}
theme-none = Er loopt geen thema. Begin er een met: thuispost theme start THEMA --group GROEP
# $name: wat er getypt is.
theme-run-unknown = Er loopt geen thema { $name }. Zie: thuispost theme list
# $name: wat er getypt is. $known: de nummers met hun groepen.
theme-run-several = { $name } loopt meer dan één keer. Kies een nummer: { $known }
theme-past = Die dag is al voorbij. Kies een latere dag.
theme-no-group = Er is geen groep genoemd. Noem er een met --group.
# $groups: waar het thema al loopt.
theme-runs-already = Dit thema loopt al in { $groups }. Stop het daar eerst, of kies een ander.
# $state: hoe het thema staat.
theme-wrong-state = Dat kan niet: het thema staat op { $state }.
# $theme
theme-withdrawn = { $theme } staat niet meer in het programma. Kies een ander thema.
# $value: wat er getypt is.
theme-not-a-day = { $value } is geen dag. Schrijf bijvoorbeeld 2026-11-28.

## Gesloten dagen

# $count: hoeveel dagen.
closed-days-added = { $count ->
    [one] 1 dag gesloten. Wat dan gepland was, schuift of valt uit.
   *[other] { $count } dagen gesloten. Wat dan gepland was, schuift of valt uit.
}
# $count: hoeveel dagen.
closed-days-removed = { $count ->
    [one] 1 dag weer open.
   *[other] { $count } dagen weer open.
}
closed-days-none = Er zijn geen gesloten dagen.
# $from, $to: dagen.
closed-days-order = De laatste dag ({ $to }) moet op of na { $from } liggen, en binnen een jaar.

## Wat er over een ouder bewaard wordt

cli-export-activities = Activiteiten thuis
cli-export-levels = Niveau van de activiteiten
cli-export-materials = Materiaal dat is meegegeven
