### What staff read about programmes of home activities: importing them, and finding a theme or book.

## Finding a theme or a book

# $name: what was typed. $known: names of themes.
library-theme-unknown = Er is geen thema “{ $name }”. Wel: { $known }.
library-no-themes = Er zijn nog geen thema's. Lees eerst een programma in met thuispost import programme.
library-theme-ambiguous = Er zijn meer thema's “{ $name }”. Kies: { $known }.
# $name: what was typed. $known: names of picture books.
library-book-unknown = Er is geen prentenboek “{ $name }”. Wel: { $known }.
library-no-books = Er zijn nog geen prentenboeken. Lees eerst een programma met boeken in, met thuispost import programme.
library-book-ambiguous = Er zijn meer prentenboeken “{ $name }”. Kies: { $known }.

## Taking in a programme

# $file: the folder.
library-nothing-imported = { $file }: er is niets ingelezen. Verbeter dit en probeer het opnieuw.
library-more-findings = { $count ->
    [one] En nog { $count } ander punt.
   *[other] En nog { $count } andere punten.
}
# $file: a file of the folder.
library-file-changed = { $file } veranderde tijdens het lezen. Er is niets ingelezen. Probeer het opnieuw.
library-report-dry-run = Proef: er is niets opgeslagen.
# $name: the programme.
library-report-new = Nieuw programma: { $name }
library-report-known = Programma: { $name }
library-report-themes = Thema's: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk, { $back } weer terug.
library-report-activities = Activiteiten: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk, { $back } weer terug.
library-report-books = Prentenboeken: { $new } nieuw, { $updated } gewijzigd, { $unchanged } gelijk, { $back } weer terug.
# $names: what is no longer in the folder.
library-report-withdrawn = Niet meer in de map, gaat niet meer uit ({ $count }): { $names }
# $languages: names of languages.
library-report-languages = Alle teksten zijn er in: { $languages }.
library-report-voices = Stemmen: { $new } nieuw, { $unchanged } gelijk.
library-report-voices-by-staff = { $count ->
    [one] { $count } stem is overgeslagen: een medewerker nam deze tekst zelf op.
   *[other] { $count } stemmen zijn overgeslagen: een medewerker nam deze teksten zelf op.
}
# $files: voice files.
library-report-voices-outdated = Deze tekst is gewijzigd, en de stem leest nog de oude. Neem opnieuw op: { $files }

## What is wrong with a programme folder, and what to do

# $file: a file of the folder, or the folder. $line: counted from 1. $problem: one of the sentences below.
library-problem-at-line = { $file }, regel { $line }: { $problem }
library-problem-in-file = { $file }: { $problem }
# The folder cannot be listed.
library-problem-folder-unreadable = Deze map kan niet worden gelezen. Kijk of het pad klopt en of je de map mag openen.
# There is no theme and no book.
library-problem-nothing-inside = Er is geen thema en geen prentenboek. Zet elk thema in een eigen map in themes, of de boeken in books.
# A file that must be there is not.
library-problem-file-missing = Dit bestand ontbreekt. Maak het, zoals in docs/programme-format.md staat.
# A file cannot be read.
library-problem-file-unreadable = Dit bestand kan niet worden gelezen. Kijk of je het mag openen.
# A text file has more than most kilobytes.
library-problem-large-file = Dit bestand is groter dan { $most } kB. Laat er alleen teksten in staan.
# A text file is not UTF-8.
library-problem-not-utf8 = Deze tekst is niet leesbaar als UTF-8. Sla het bestand opnieuw op als UTF-8.
# A text file holds a NUL character.
library-problem-nul = Hier staat een onzichtbaar NUL-teken. Typ deze regel opnieuw en sla het bestand op als UTF-8.
# A line is not TOML.
library-problem-toml = Deze regel klopt niet. Schrijf sleutel = "waarde", elke sleutel één keer, en sluit elk aanhalingsteken en elk haakje.
# There is no nl.toml.
library-problem-dutch-missing = De Nederlandse tekst ontbreekt. Schrijf die in een bestand met de naam nl.toml.
# No language has this tag.
library-problem-unknown-language = Er is geen taal met de code “{ $tag }”. Gebruik een code zoals nl, tr of ar.
# A file or folder is named after a language, but not by its tag.
library-problem-language-by-name = Dit heet naar de code van zijn taal. Noem het { $wanted }.
# Nothing uses this file.
library-problem-unused-file = Niets gebruikt dit bestand. Noem het in een tekstbestand of haal het uit de map.
# A key that means nothing here.
library-problem-unknown-key = “{ $key }” is hier niet bekend. Haal de regel weg of verbeter de naam; docs/programme-format.md noemt ze alle.
# A key that must be there is not.
library-problem-missing = Hier ontbreekt “{ $key }”. Voeg een regel toe die begint met { $key } =.
# A value is no text, or an empty one.
library-problem-not-text = “{ $key }” moet een tekst zijn. Schrijf er iets tussen aanhalingstekens, of haal de regel weg als dat mag.
# A value is no table.
library-problem-not-a-table = “{ $key }” moet een groep regels zijn. Schrijf [{ $key }] op een eigen regel en de teksten eronder.
# A value is no list of tables.
library-problem-not-tables = “{ $key }” kan meer keren voorkomen. Schrijf elke keer [[{ $key }]] op een eigen regel en de gegevens eronder.
# A value is no list of names.
library-problem-not-names = “{ $key }” moet een lijst zijn. Schrijf bijvoorbeeld { $key } = ["sock", "pair"].
# A value is not true or false.
library-problem-not-yes-or-no = Schrijf { $key } = true of { $key } = false, zonder aanhalingstekens.
# A text has count characters.
library-problem-long-text = “{ $key }” heeft { $count } tekens en mag er { $most } hebben. Maak de tekst korter.
# A text holds marks of HTML or Markdown.
library-problem-markup = In “{ $key }” staan opmaaktekens, die ouders letterlijk zouden zien. Schrijf gewone tekst zonder HTML, ** of #.
# A list has too few or too many items.
library-problem-bad-list = “{ $key }” moet een lijst zijn van { $from } tot { $to } zinnen. Schrijf bijvoorbeeld { $key } = ["Pak een sok.", "Zoek de andere."].
# An id is not letters, digits and -.
library-problem-bad-id = Een id bestaat uit kleine letters, cijfers en -, hoogstens 40. Schrijf bijvoorbeeld id = "home".
# An id means something else in the text files.
library-problem-reserved-id = “{ $id }” betekent al iets in de tekstbestanden. Kies een ander id.
# Two themes, activities or books have this id.
library-problem-second-id = Het id “{ $id }” is al gebruikt. Geef dit een ander id.
# A quality that does not exist.
library-problem-bad-quality = Schrijf quality = "human", "reviewed", "machine" of "fallback": wie staat er in voor de tekst?
# A domain that does not exist.
library-problem-bad-domain = Schrijf domain = "language", "motor", "social" of "thinking".
# The number of weeks is not 1 to 12.
library-problem-bad-weeks = Een thema duurt 1 tot 12 weken. Schrijf bijvoorbeeld weeks = 4.
# The ages are not two numbers of months.
library-problem-bad-months = De leeftijd is in maanden, vanaf en tot. Schrijf bijvoorbeeld months = [30, 72].
# The number of minutes is not 1 to 240.
library-problem-bad-minutes = De duur is in minuten, 1 tot 240. Schrijf bijvoorbeeld minutes = 10.
# A link is no web address.
library-problem-bad-link = “{ $key }” is geen webadres. Schrijf het voluit, met https:// ervoor en zonder spaties.
# A theme has no activities.
library-problem-no-activities = Dit thema heeft geen activiteiten. Voeg voor elke activiteit [[activity]] met haar gegevens toe.
# A focus word that is not in the list.
library-problem-unknown-word = Het themawoord “{ $word }” staat niet in de lijst van dit thema of boek. Voeg het daar toe of verbeter de naam.
# A focus word has no text in this language.
library-problem-word-missing = Het themawoord “{ $word }” ontbreekt in deze taal. Voeg { $word } = "…" toe.
# The Dutch file repeats the focus words.
library-problem-words-in-dutch = De Nederlandse woorden staan al bij het thema of het boek. Haal words hier weg.
# An activity has no text in this language.
library-problem-activity-without-text = De activiteit “{ $id }” heeft hier geen tekst. Voeg [{ $id }] met alle teksten toe: een half thema verrast ouders.
# A picture book has no text in this language.
library-problem-book-without-text = Het prentenboek “{ $id }” heeft hier geen tekst. Voeg [{ $id }] met alle teksten toe.
# A text about something that is not in the folder.
library-problem-text-of-nothing = Er is geen activiteit of boek “{ $id }”. Verbeter de naam tussen de haken, of haal de tekst weg.
# A picture lies outside the folder.
library-problem-picture-outside = “{ $path }” ligt niet in deze map. Zet de afbeelding in de map en schrijf alleen de naam.
# There is no such picture.
library-problem-picture-missing = Er is geen “{ $path }” in deze map. Voeg de afbeelding toe of verbeter de naam, ook hoofdletters.
# A file is no picture that Telegram knows.
library-problem-not-a-picture = “{ $path }” is geen afbeelding in JPEG, PNG of WebP. Sla hem op als PNG.
# A picture has more than 10 MB.
library-problem-large-picture = “{ $path }” is groter dan 10 MB, meer dan Telegram aanneemt. Sla hem kleiner op.
# Width and height are more than 10,000 pixels together.
library-problem-wide-picture = Breedte en hoogte van “{ $path }” zijn samen meer dan 10.000 pixels. Maak de afbeelding kleiner.
# One side is more than 20 times the other.
library-problem-narrow-picture = “{ $path }” is meer dan 20 keer zo lang als breed. Knip het deel uit dat ertoe doet.
# A voice file is not named after a text.
library-problem-voice-name = Een stembestand heet ACTIVITEIT-DEEL.ogg (deel: why, do, easier, harder of cheer), letter.ogg of closing.ogg. Verbeter de naam.
# Voices in a language without texts.
library-problem-voice-without-text = Er is geen { $wanted } bij deze stemmen. Voeg de tekst toe die hier wordt voorgelezen, of haal de map weg.
# A file is not Opus in Ogg.
library-problem-not-a-voice = Dit is geen heel geluid in Opus (Ogg). Neem het op als spraakbericht, of zet het om met opusenc.
# A voice takes more than most minutes.
library-problem-long-voice = Dit duurt langer dan { $most } minuten. Neem het korter op.
# A voice file has more than 10 MB.
library-problem-large-voice = Dit bestand is groter dan 10 MB. Zet het om met opusenc, dat maakt het klein.
# A sentence is hard to read.
library-problem-long-sentence = De zin “{ $start } …” heeft { $words } woorden. Maak er twee van: hoogstens { $most } woorden leest makkelijk.
# Sentences are long on average.
library-problem-long-sentences = Zinnen hebben gemiddeld { $average } woorden. Maak ze korter: hoogstens { $most } leest makkelijk.
