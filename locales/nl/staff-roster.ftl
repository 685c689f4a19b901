### Wat de medewerker leest bij het inlezen van de gegevens, bij groepen en bij uitnodigingen. Kort; zegt wat er te doen is.

## Organisaties en groepen

roster-organisation-none = Er is nog geen organisatie. Lees eerst een bestand met gegevens in.
# $known: namen van organisaties.
roster-organisation-several = Er zijn meer organisaties: { $known }. Zeg welke met --organisation.
# $name: wat er getypt is. $known: namen van organisaties.
roster-organisation-unknown = Organisatie { $name } bestaat niet. Wel: { $known }.
# $name: de naam.
roster-organisation-exists = Organisatie { $name } bestaat al. Kies een andere naam.
# $name: wat er getypt is.
roster-organisation-token-name = { $name } kan geen token bevatten. Neem een naam in hoofdletters met TOKEN erin, zoals REGENBOOG_TOKEN.
# $name: de variabele. $known: naam van de organisatie.
roster-organisation-token-taken = { $name } is al het token van { $known }. Elke organisatie heeft een eigen bot. Geef met --token-env een andere naam.
# $name: wat er getypt is. $known: groepen als Locatie/Groep.
roster-group-unknown = Groep { $name } bestaat niet. Kies uit: { $known }
# $name: wat er getypt is. $known: groepen als Locatie/Groep.
roster-group-ambiguous = Er is meer dan één groep { $name }. Kies uit: { $known }

## Het bestand als geheel

# $file: naam van het bestand.
roster-nothing-imported = { $file }: er is niets ingelezen. Verbeter dit en probeer het opnieuw.
roster-file-empty = Het bestand is leeg.
roster-file-no-rows = Onder de koppen staat geen enkele rij.
roster-file-utf16 = De tekst staat in een vorm die wij niet lezen (UTF-16). Bewaar het bestand als "CSV UTF-8" of als .xlsx.
# $row: rijnummer.
roster-file-encoding = Letters met een teken, zoals é, zijn niet goed bewaard. Kijk eerst bij rij { $row }. Bewaar het bestand als "CSV UTF-8" of als .xlsx.
roster-file-old-spreadsheet = Dit is een oud Excel-bestand, of er zit een wachtwoord op. Bewaar het als .xlsx zonder wachtwoord.
roster-file-broken-spreadsheet = Dit Excel-bestand is beschadigd. Open het en bewaar het opnieuw als .xlsx.
# $count: hoeveel kolommen. $missing: koppen die er niet zijn. $found: koppen die er wel zijn.
roster-file-columns-missing = { $count ->
    [one] Deze kolom ontbreekt: { $missing }. Gevonden koppen: { $found }
   *[other] Deze kolommen ontbreken: { $missing }. Gevonden koppen: { $found }
}
# $column: kop van een kolom.
roster-file-column-twice = Kolom { $column } staat er twee keer. Laat er één staan.
# $column: kop van een kolom. $row: rij van de koppen. $value: leeg.
roster-unknown-column = Let op: kolom { $column } is onbekend en is overgeslagen.

## Rijen. $row: rijnummer. $column: kop van de kolom. $value: wat er staat.

# $row, $column
roster-row-missing = Rij { $row }, { $column }: hier staat niets. Vul dit in.
# $row, $column, $value
roster-row-date-for-text = Rij { $row }, { $column }: { $value } is een datum geworden. Maak van deze cel tekst en typ de naam opnieuw.
# $row, $column, $value
roster-row-error-value = Rij { $row }, { $column }: hier staat de fout { $value }. Typ de tekst zelf in.
# $row, $column, $value
roster-row-nul = Rij { $row }, { $column }: in { $value } zit een onzichtbaar teken. Typ de cel opnieuw.
# $row, $column, $value
roster-row-too-long = Rij { $row }, { $column }: meer dan 200 tekens: { $value } Maak dit korter, of kijk of er een aanhalingsteken te veel staat.
# $row, $value
roster-row-extra-cells = Rij { $row }: er staan meer cellen dan koppen, de eerste is { $value }. Zet tekst met een komma tussen aanhalingstekens.
# $row, $column, $value
roster-row-unknown-language = Rij { $row }, { $column }: taal { $value } kennen we niet. Schrijf bijvoorbeeld Arabisch of ar.
# $row, $column, $value, $suggestion: een taal die erop lijkt.
roster-row-unknown-language-suggest = Rij { $row }, { $column }: taal { $value } kennen we niet. Bedoel je { $suggestion }?
# $row, $column, $value
roster-row-not-a-day = Rij { $row }, { $column }: { $value } is geen dag. Schrijf 2026-03-01 of 1-3-2026.
# $row, $column, $value
roster-row-not-a-month = Rij { $row }, { $column }: { $value } is geen maand. Schrijf 2023-05 of 5-2023.
# $row, $column, $value
roster-row-born-in-future = Rij { $row }, { $column }: { $value } moet nog komen. Kijk het jaar na.
# $row, $column, $value
roster-row-born-too-early = Rij { $row }, { $column }: { $value } is voor 2000. Kijk het jaar na.
# $row, $column, $value
roster-row-leaves-before-start = Rij { $row }, { $column }: { $value } is voor de start. Kijk beide dagen na.
# $row, $column, $value
roster-row-not-yes-or-no = Rij { $row }, { $column }: schrijf ja of nee, niet { $value }.
# $row, $column, $value
roster-row-not-a-reading = Rij { $row }, { $column }: schrijf tekst, stem of beide, niet { $value }.
# $row, $column, $value, $other: een eerdere rij.
roster-row-contradicts = Rij { $row }, { $column }: { $value }, maar in rij { $other } staat iets anders. Maak ze gelijk.
# $row, $other: een eerdere rij.
roster-row-repeats = Rij { $row } is dezelfde ouder met hetzelfde kind als rij { $other }. Haal er één weg.
# $count: hoeveel.
roster-more-findings = { $count ->
    [one] En nog 1 fout.
   *[other] En nog { $count } fouten.
}

## Verslag van het inlezen. $new, $updated, $unchanged: aantallen.

roster-report-dry-run = Proef: er is niets opgeslagen.
# $name: naam van de organisatie.
roster-report-organisation = Nieuwe organisatie: { $name }
# $rows: aantal rijen.
roster-report-rows = { $rows ->
    [one] 1 rij gelezen.
   *[other] { $rows } rijen gelezen.
}
# $new, $updated, $unchanged
roster-report-locations = Locaties: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk.
# $new, $updated, $unchanged
roster-report-groups = Groepen: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk.
# $new, $updated, $unchanged
roster-report-families = Gezinnen: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk.
# $new, $updated, $unchanged
roster-report-children = Kinderen: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk.
# $new, $updated, $unchanged
roster-report-carers = Ouders: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk.
# $count: hoeveel, $names: welke.
roster-report-missing = Niet meer in het bestand, wel bewaard ({ $count }): { $names }
# $count: hoeveel, $names: de eerste, $more: hoeveel daarna.
roster-report-missing-more = Niet meer in het bestand, wel bewaard ({ $count }): { $names } en nog { $more }
# $count: hoeveel.
roster-report-links-removed = { $count ->
    [one] 1 ouder krijgt over een kind geen post meer: die rij is weg.
   *[other] { $count } keer krijgt een ouder over een kind geen post meer: die rij is weg.
}
# $count: hoeveel.
roster-report-languages-kept = { $count ->
    [one] 1 ouder koos zelf een andere taal. Die blijft.
   *[other] { $count } ouders kozen zelf een andere taal. Die blijft.
}

## Uitnodigingen

invite-page-title = Uitnodigingen
invite-error-other-key = De sleutel is niet die van de brieven die al gedrukt zijn. Zet het oude sleutelbestand terug, of maak nieuwe codes met --renew.
# $file: het bestand. $problem: wat het systeem zegt.
invite-key-file = Sleutelbestand { $file }: { $problem }
# $file: het bestand.
invite-key-open = Sleutelbestand { $file } is voor iedereen te lezen. Doe: chmod 600
# $file: het bestand.
invite-key-length = { $file } is geen sleutel van 32 bytes. Zet het goede bestand terug. Zijn er nog geen brieven gedrukt? Haal het dan weg.
