# What staff read about a letter folder that they wrote: what is wrong, and what to do.

# Where a problem stands.
# $file: a file of the folder
# $line: counted from 1
# $problem: one of the sentences below
letter-problem-at-line = { $file }, regel { $line }: { $problem }
# The same for a whole file.
# $file: a file of the folder, or the folder
# $problem: one of the sentences below
letter-problem-in-file = { $file }: { $problem }

## The folder and its files

# The folder cannot be listed.
letter-problem-folder-unreadable = Deze map kan niet worden gelezen. Kijk of het pad klopt en of je de map mag openen.
# A file cannot be read.
letter-problem-file-unreadable = Dit bestand kan niet worden gelezen. Kijk of je het mag openen.
# A text file has more than most kilobytes.
# $most: the limit
letter-problem-large-file = Dit bestand is groter dan { $most } kB. Laat er alleen de tekst van de brief in staan.
# A text file is not UTF-8.
letter-problem-not-utf8 = Deze tekst is niet leesbaar als UTF-8. Sla het bestand opnieuw op als UTF-8.
# A text file holds a NUL character.
letter-problem-nul = Hier staat een onzichtbaar NUL-teken. Typ deze regel opnieuw en sla het bestand op als UTF-8.
# There is no nl.md.
letter-problem-dutch-missing = De Nederlandse tekst ontbreekt. Schrijf die in een bestand met de naam nl.md.
# No language has this tag.
# $tag: as written
letter-problem-unknown-language = Er is geen taal met de code “{ $tag }”. Gebruik een code zoals nl, tr of ar.
# A file is named after a language, but not by its tag.
# $wanted: the right file name
letter-problem-language-by-name = Een tekstbestand heet naar de code van zijn taal. Noem het { $wanted }.
# No text shows this file.
letter-problem-unused-file = Geen enkele tekst gebruikt dit bestand, dus het gaat niet mee. Zet het in een tekst of haal het uit de map.

## letter.toml

# The folder's name cannot name the letter, and there is no id.
# $name: the folder's name
letter-problem-bad-folder-name = De naam van de map, “{ $name }”, kan niet het id van de brief zijn. Voeg een regel toe zoals id = "herfst": letters, cijfers, - en _, hoogstens 60.
# A line is not TOML.
letter-problem-toml = Deze regel klopt niet. Schrijf sleutel = "waarde", elke sleutel één keer, tekst tussen aanhalingstekens en true of false zonder.
# A key that means nothing here.
# $key: as written
letter-problem-unknown-key = “{ $key }” is hier niet bekend. Gebruik id, kind, theme, groups, send_at, check_in of [quality].
# id cannot name a letter.
letter-problem-bad-id = Het id mag bestaan uit letters, cijfers, - en _, hoogstens 60. Schrijf bijvoorbeeld id = "herfst".
# kind is no kind of letter.
letter-problem-bad-kind = Deze soort is niet bekend. Schrijf kind = "letter" of kind = "newsletter".
# theme is no text of 1 to most characters.
# $most: the limit
letter-problem-bad-theme = Het thema moet een tekst zijn van hoogstens { $most } tekens. Schrijf bijvoorbeeld theme = "Herfst".
# groups is no list of names.
letter-problem-bad-groups = De groepen moeten een lijst met namen zijn. Schrijf bijvoorbeeld groups = ["De Egels", "De Uilen"].
# send_at is no text and no moment.
letter-problem-bad-send-at = Het moment van versturen is niet duidelijk. Schrijf bijvoorbeeld send_at = "2025-10-04 10:00".
# check_in is not true or false.
letter-problem-bad-check-in = Schrijf check_in = true om gezinnen te vragen hoe het ging, of check_in = false.
# A quality that does not exist.
letter-problem-bad-quality = Noem elke kwaliteit onder [quality], zoals ar = "machine". Gebruik human, reviewed, machine of fallback.
# A quality is given for a text that is not there.
# $file: the missing file
letter-problem-quality-without-text = Er is geen { $file } bij deze kwaliteit. Voeg die tekst toe of haal deze regel weg.

## Headings and text

# There is no # heading.
letter-problem-no-title = De brief heeft geen titel. Begin met een regel zoals # Herfst.
# Something stands above the # heading.
letter-problem-title-not-first = De titel moet bovenaan staan. Zet de regel met # als eerste.
# There are two # headings.
letter-problem-second-title = Een brief heeft één titel. Zet ## voor deze regel.
# The title has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-title = De titel heeft { $count } tekens en mag er { $most } hebben. Maak hem korter.
# A heading has no words.
letter-problem-empty-heading = Deze kop heeft geen woorden. Schrijf ze achter het #, of haal de regel weg.
# A section heading has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-heading = Deze kop heeft { $count } tekens en mag er { $most } hebben. Maak hem korter.
# Nothing stands under a heading.
letter-problem-empty-section = Onder deze kop staat geen tekst. Schrijf er iets onder of haal de kop weg.
# A heading has three or more #.
letter-problem-deep-heading = Een brief heeft alleen koppen met # en ##. Schrijf hier ## of maak de tekst **vet**.
# The text holds HTML.
letter-problem-raw-html = HTML is niet te zien in een chat. Schrijf gewone tekst, **vet** of *cursief*.
# The text holds code.
letter-problem-code = Tekst tussen `-tekens wordt als code getoond. Haal de `-tekens weg.
# A paragraph is indented, which means code.
letter-problem-indented = Deze regel begint met vier of meer spaties, en dat betekent code. Haal de spaties weg.
# The text holds a quotation block.
letter-problem-block-quote = Een brief heeft geen citaatblokken. Haal de > aan het begin van de regel weg.
# The text holds a footnote.
letter-problem-footnote = Een brief heeft geen voetnoten. Schrijf de noot in de tekst zelf.
# A line across the page.
letter-problem-rule = Een brief heeft geen strepen. Haal deze regel weg of begin een stuk met ##.
# A list stands in another list.
letter-problem-list-in-list = Een lijst kan niet in een lijst staan. Maak er één lijst van, zonder inspringen.
# Anything else that a chat cannot show.
letter-problem-other-markup = Dit is niet te zien in een chat. Gebruik koppen, alinea’s, lijsten, **vet**, *cursief* en links.
# There is no text under the title.
letter-problem-no-text = De brief heeft geen tekst. Schrijf minstens één alinea onder de titel.
# The whole text has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-text = De tekst heeft { $count } tekens en mag er { $most } hebben. Maak hem korter of maak er twee brieven van.

## Links

# A link leads to something that is no web address.
# $address: as written
letter-problem-link-not-web = “{ $address }” is geen webadres. Schrijf het helemaal uit, met https:// ervoor.
# An address has more than most characters.
# $most: the limit
letter-problem-long-link = Dit webadres heeft meer dan { $most } tekens. Gebruik een korter adres.
# A link has no words to press.
letter-problem-link-without-text = Deze link heeft geen woorden. Schrijf ze tussen de vierkante haken.
# A link stands in a heading or among the focus words.
letter-problem-misplaced-link = Een link kan niet in een kop of in de woordentabel staan. Zet hem in de tekst.

## Pictures

# A picture stands in a heading, a list, a link or the focus words.
letter-problem-misplaced-picture = Een plaatje kan hier niet staan. Zet het op een eigen regel, met lege regels eromheen.
# A picture has no alternative text.
letter-problem-picture-without-alt = Het plaatje heeft geen beschrijving. Schrijf tussen de vierkante haken wat erop staat.
# An alternative text has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-alt = De beschrijving heeft { $count } tekens en mag er { $most } hebben. Maak hem korter.
# A picture lies outside the folder.
# $path: as written
letter-problem-picture-outside = “{ $path }” staat niet in de map van de brief. Zet het plaatje in de map en schrijf alleen de naam.
# There is no such picture.
# $path: as written
letter-problem-picture-missing = Er is geen “{ $path }” in de map. Zet het plaatje erbij of verbeter de naam, let op hoofdletters.
# A file is not a picture that Telegram knows.
# $path: as written
letter-problem-not-a-picture = “{ $path }” is geen JPEG-, PNG- of WebP-plaatje. Sla het op als JPEG.
# A picture has more than 10 MB.
# $path: as written
letter-problem-large-picture = “{ $path }” is groter dan 10 MB, meer dan Telegram aanneemt. Sla het kleiner op.
# Width and height are more than 10,000 pixels together.
# $path: as written
letter-problem-wide-picture = De breedte en hoogte van “{ $path }” zijn samen meer dan 10.000 pixels. Maak het plaatje kleiner.
# One side is more than 20 times the other.
# $path: as written
letter-problem-narrow-picture = “{ $path }” is meer dan 20 keer zo lang als breed. Knip het deel uit waar het om gaat.
# More than most pictures in a text.
# $most: the limit
letter-problem-too-many-pictures = Een brief heeft hoogstens { $most } plaatjes. Haal dit plaatje en wat erna komt weg.
# The Dutch text shows a picture that this one does not.
# $path: as written
letter-problem-picture-lacking = De Nederlandse brief toont “{ $path }” en deze niet. Zet het plaatje er ook hier bij.

## Focus words

# There are two tables.
letter-problem-second-table = Een brief heeft één tabel, met de themawoorden. Zet alle woorden in de eerste tabel.
# A table or row has not two columns.
letter-problem-table-columns = De woordentabel heeft twee kolommen: links Nederlands, rechts de thuistaal. Haal weg wat te veel is.
# The table has no rows.
letter-problem-no-words = De woordentabel heeft geen woorden. Schrijf ze onder de regel met streepjes.
# The table has count rows.
# $count: how much there is
# $most: the limit
letter-problem-too-many-words = Er zijn { $count } themawoorden en het mogen er { $most } zijn. Houd de belangrijkste over.
# A cell is empty.
letter-problem-empty-word = Hier is een vakje leeg. Vul beide woorden in en laat onder de tabel een regel leeg.
# A cell has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-word = Dit vakje heeft { $count } tekens en mag er { $most } hebben. Maak het korter.
# A text has another number of focus words than the Dutch one.
# $here: in this text
# $dutch: in the Dutch text
letter-problem-words-differ = Deze brief heeft { $here } themawoorden en de Nederlandse { $dutch }. Maak de tabellen gelijk.

## Reading level

# A sentence has words words.
# $start: its first words
# $words: how many
# $most: the limit
letter-problem-long-sentence = De zin “{ $start } …” heeft { $words } woorden. Maak er twee zinnen van: hoogstens { $most } woorden leest makkelijk.
# Sentences have average words on average.
# $average: rounded up
# $most: the limit
letter-problem-long-sentences = Zinnen hebben gemiddeld { $average } woorden. Maak ze korter: hoogstens { $most } leest makkelijk.
