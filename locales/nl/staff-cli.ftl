### Wat een medewerker leest op de opdrachtregel. Kort: eerst wat er is, dan wat te doen.

cli-not-served = Er draait nu geen thuispost serve op deze database. Het bericht wacht tot die draait.
# $value: wat er getypt is.
cli-not-a-time = { $value } is geen tijd. Schrijf bijvoorbeeld 2026-11-28 10:00.
# $value: wat er getypt is.
cli-time-past = { $value } is al voorbij. Kies een later moment.
# $value: wat er getypt is.
cli-not-a-length = { $value } is geen tijdsduur. Schrijf bijvoorbeeld 1d of 12h.
# $value: wat er getypt is.
cli-not-a-zone = { $value } is geen tijdzone. Schrijf bijvoorbeeld Europe/Amsterdam.
cli-no-name = De naam is leeg. Geef een naam.
# $file: het bestand. $problem: wat het systeem zegt.
cli-file-unreadable = { $file } kan niet gelezen worden: { $problem }
# $from, $to: dagen.
cli-period = De periode eindigt ({ $to }) voor zij begint ({ $from }). Draai ze om.

## Organisaties en uitnodigingen

# $name: de naam.
cli-organisation-added = Organisatie { $name } is toegevoegd.
cli-no-username = De gebruikersnaam van de bot is niet bekend. Zet TELOXIDE_TOKEN, of THUISPOST_BOT_USERNAME.
# $count: hoeveel.
cli-invites-made = { $count ->
    [one] 1 uitnodiging, voor wie nog niet meedoet.
   *[other] { $count } uitnodigingen, voor wie nog niet meedoet.
}

## Koppen van tabellen

cli-head-name = naam
cli-head-time-zone = tijdzone
cli-head-token = token in
cli-head-token-set = token gezet
cli-token-set = ja
cli-token-not-set = nee
cli-head-letter = brief
cli-head-when = wanneer
cli-head-state = stand
cli-head-delivered = bezorgd
cli-head-number = nummer
cli-head-group = groep
cli-head-children = kind
cli-head-carer = ouder
cli-head-carer-number = nummer ouder
cli-head-language = taal
cli-head-why = waarom
cli-head-family = gezin
cli-head-part = deel
cli-head-cause = wat er gebeurde
cli-head-now = nu

## Hoe een ouder erbij staat

cli-carer-joined = doet mee
cli-carer-not-joined = nog niet aangemeld
cli-carer-declined = wil niet meedoen
cli-carer-paused = pauze
cli-carer-stopped = gestopt
cli-carer-unreachable = niet bereikbaar

## Brieven

# $id: wat er getypt is.
cli-letter-unknown = Er is geen brief { $id }. Kijk met: thuispost letter list
cli-no-group = Voor welke groep is de brief? Zet groups in letter.toml, of geef --group NAAM.
# $language: een taal. $count: hoeveel gezinnen. $families: hun namen, de eerste tien.
cli-missing-language = { $count ->
    [one] { $language } ontbreekt voor 1 gezin: { $families }
   *[other] { $language } ontbreekt voor { $count } gezinnen: { $families }
}
cli-missing-choose = Er is niets verstuurd. Vertaal de brief, of kies --missing hold (later, na vertaling) of --missing dutch (nu in het Nederlands).
# $letters: namen van brieven.
cli-letter-several = Deze groepen hebben al verschillende brieven met dit id: { $letters }. Kies een nieuw id in letter.toml.
# $letter: naam van de brief.
cli-letter-was-cancelled = Brief { $letter } is ingetrokken. Kies een nieuw id in letter.toml om hem opnieuw te sturen.
# $letter: naam van de brief. $count: aan hoeveel ouders.
cli-already-sent = { $count ->
    [one] Brief { $letter } is al aan 1 ouder verstuurd.
   *[other] Brief { $letter } is al aan { $count } ouders verstuurd.
}
# $letter: naam van de brief. $language: een taal.
cli-text-changed = De tekst in het { $language } is anders dan wat verstuurd is. Wat verstuurd is blijft zo; kies een nieuw id voor een nieuwe brief.
# $when: dag en uur.
cli-quiet-hours = In de stille uren sturen we niets. De brief gaat op { $when }.
# $letter: naam. $when: dag en uur.
cli-letter-planned = Brief { $letter } staat klaar en gaat op { $when }.
# $letter: naam.
cli-letter-large = Brief { $letter } is voor veel ouders. De dienst maakt de berichten nu klaar.
# $letter: naam. $waiting, $held, $skipped: hoeveel berichten of ouders.
cli-letter-released = Brief { $letter }: { $waiting } berichten gaan nu weg, { $held } wachten nog ergens op, { $skipped } ouders krijgen hem niet in de chat. Kijk met: thuispost letter status { $letter }
# $letter: naam. $count: hoeveel berichten.
cli-letter-taken-back = { $count ->
    [one] Brief { $letter } is ingetrokken. 1 bericht gaat niet meer weg.
   *[other] Brief { $letter } is ingetrokken. { $count } berichten gaan niet meer weg.
}
# $letter: naam.
cli-handed-over = Genoteerd: de papieren brief { $letter } is gegeven.
# $id: nummer van het gezin. $letter: naam.
cli-handed-over-unknown = Gezin { $id } hoort niet bij brief { $letter }. Het nummer staat onder op de papieren brief.
cli-letter-approved = staat klaar
cli-letter-fanning-out = wordt klaargemaakt
cli-letter-sent = verstuurd
cli-letter-cancelled = ingetrokken
# $letter: naam. $when: dag en uur.
cli-status = Brief { $letter }, { $when }. Aantal ouders:
# $letter: naam. $when: dag en uur. Er is nog niets verstuurd.
cli-status-planned = Brief { $letter } is nog niet verstuurd. Hij gaat op { $when }.
# $letter: naam. Er is nooit iets verstuurd.
cli-status-cancelled = Brief { $letter } is ingetrokken. Niemand heeft hem gekregen.
# Er wachten ouders op een tekst in hun taal.
cli-status-translate = Wie op een tekst wacht, krijgt de brief na de vertaling: zet die in de map en stuur de map opnieuw.
cli-status-all-reached = Alle gezinnen zijn bereikt.
# $count: hoeveel gezinnen.
cli-status-not-reached = { $count ->
    [one] Niet bereikt, 1 gezin:
   *[other] Niet bereikt, { $count } gezinnen:
}
# $letter: naam.
cli-status-print = Op papier voor deze gezinnen: thuispost letter print { $letter } --missing-only > brieven.html
cli-doubtful-none = Er zijn geen berichten waarvan we niet weten of ze aankwamen.
# $count: hoeveel.
cli-doubtful = { $count ->
    [one] Van 1 bericht is niet zeker of het nul, een of twee keer aankwam:
   *[other] Van { $count } berichten is niet zeker of ze nul, een of twee keer aankwamen:
}
cli-doubtful-answer = antwoord in de chat

## Stand van een bericht

cli-state-held = wacht nog
cli-state-waiting = in de rij
cli-state-sending = onderweg
cli-state-delivered = bezorgd
cli-state-unreachable = niet bereikbaar
cli-state-refused = geweigerd door Telegram
cli-state-doubtful = onzeker
cli-state-withdrawn = teruggehaald
cli-state-skipped = niet in de chat
cli-state-gone = gewist
cli-reason-missing-language = geen tekst in die taal
cli-reason-paused = ouder heeft pauze
cli-reason-stopped = ouder is gestopt
cli-reason-left = ouder zit niet meer in die chat
cli-reason-not-connected = nog niet aangemeld
cli-reason-shared-chat = zelfde telefoon als de andere ouder
cli-reason-unreachable-before = eerder al niet bereikbaar
cli-reason-earlier-part = het eerste deel kwam niet aan
cli-reason-cancelled = brief ingetrokken
cli-reason-too-late = te laat geworden
cli-reason-restored = kwam terug met een back-up

## Vragen

cli-no-questions = Er zijn geen open vragen.
# Onder de open vragen.
cli-questions-how = Antwoorden: thuispost questions answer NUMMER "jouw antwoord"
# $id: nummer. $when: dag en uur. $children: namen. $carer: naam. $group, $location: waar. $language: thuistaal. $letter: brief. $words: de vraag.
cli-question = { $id }  { $when }  { $children } ({ $carer }), { $group }, { $location }. Taal: { $language }
# $words: de vraag. $letter: brief.
cli-question-text = { "   " } { $words }
# $letter: naam van de brief.
cli-question-explain = { "   " } vraagt uitleg bij brief { $letter }
cli-question-voice = { "   " } stuurde een spraakbericht (niet bewaard). Vraag het bij de deur.
cli-question-help = { "   " } vraagt hulp
# $family: nummer van het gezin.
cli-question-erase = { "   " } wil dat alle gegevens gewist worden. Doe dat binnen een maand met: thuispost erase --family { $family }
# $words: het antwoord.
cli-question-answer = { "   " } antwoord: { $words }
cli-question-answered = Het antwoord gaat naar de ouder.
cli-question-unknown = Er is geen vraag met dit nummer. Kijk met: thuispost questions list
cli-question-twice = Deze vraag is al beantwoord. Er is niets verstuurd.
cli-question-gone = Deze ouder krijgt geen berichten meer. Spreek de ouder bij de deur.
cli-question-length = Een antwoord heeft 1 tot 3000 tekens.

## Rechten

# $id: nummer.
cli-family-unknown = Er is geen gezin { $id }. Kijk met: thuispost families
# $id: nummer.
cli-carer-unknown = Er is geen ouder { $id }. Kijk met: thuispost families
cli-erased = Het gezin is gewist, uit alle tabellen. Wat al in Telegram staat, kunnen wij niet wissen: de ouder kan het gesprek zelf verwijderen. Oude reservekopieën bevatten het gezin nog.
cli-export-carer = Ouder
cli-export-children = Kinderen
cli-export-invitations = Uitnodigingen
cli-export-messages = Berichten
cli-export-together = Samen in een bericht
cli-export-weeks = Berichten per week
cli-export-doubtful = Niet zeker aangekomen
cli-export-chat = Het gesprek
cli-export-received = Ontvangen en nog niet verwerkt
cli-export-understood = "Ik begrijp het" of "leg het uit"
cli-export-check-ins = Is het gelukt?
cli-export-questions = Vragen en antwoorden
cli-export-printed-letters = Brieven op papier
cli-export-nothing = niets

## Na het terugzetten van een back-up

cli-head-families = gezinnen
cli-head-messages = berichten
cli-head-since = sinds
# $organisation: de organisatie. $when: sinds wanneer.
cli-restored-quiet = De bot van { $organisation } is stil sinds { $when }: er is een back-up teruggezet. Wie nu iets doet, krijgt antwoord. Wat hieronder staat wacht op u.
# $organisation: de organisatie.
cli-restored-not-quiet = De bot van { $organisation } is niet stil. Er wacht niets na een back-up.
cli-restored-nothing = Er wachten geen oude berichten.
cli-restored-answers = antwoorden van vóór de back-up
# $letter: de brief.
cli-restored-check-in = de vraag hoe het ging met { $letter }
cli-restored-choose = Kijk eerst wat er na de back-up al verstuurd was, en welke ouders daarna gestopt zijn. Terughalen: thuispost restored --withdraw BRIEF. De rest versturen: thuispost restored --send
# $organisation: de organisatie. $count: hoeveel berichten.
cli-restored-sent = { $count ->
    [one] De bot van { $organisation } is niet meer stil: 1 bericht gaat nu weg.
   *[other] De bot van { $organisation } is niet meer stil: { $count } berichten gaan nu weg.
}
# $letter: de brief. $count: hoeveel berichten.
cli-restored-withdrawn = { $count ->
    [one] Van { $letter } is 1 bericht teruggehaald.
   *[other] Van { $letter } zijn { $count } berichten teruggehaald.
}
# $count: hoeveel berichten.
cli-restored-withdrawn-all = { $count ->
    [one] 1 bericht is teruggehaald. De bot is niet meer stil.
   *[other] { $count } berichten zijn teruggehaald. De bot is niet meer stil.
}
# $organisation: de organisatie.
cli-still-quiet = De bot van { $organisation } is stil na het terugzetten van een back-up: het bericht wacht. Kijk met: thuispost restored
