### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.

## Joining

# $location: the site that invites. Shown with one button for each language.
join-language = 👋 Welkom bij de post van { $location }. Kies je taal.
# $location: the site that invites. The long answer to: what is this, who reads it, what does Telegram see.
join-consent =
    Dit is de post van <b>{ $location }</b>. Je krijgt brieven en ideeën om thuis te spelen. In jouw taal. Het is gratis.

    <b>Wie leest wat jij schrijft?</b> Alleen de medewerkers van { $location }. Andere ouders zien niets van jou.

    <b>Wat ziet Telegram?</b> Telegram is een ander bedrijf. Het bewaart berichten op zijn computers. Schrijf dus liever niets over gezondheid.

    Je mag altijd stoppen. Doe je mee?
join-yes = Ja, ik doe mee
join-no = Nee, liever niet
# $children: names. $location: the site.
join-welcome =
    Fijn dat je er bent. Je krijgt hier berichten over <b>{ $children }</b>, van { $location }.

    Heb je een vraag? Typ hem gewoon hier.
join-declined = Dat is goed. Je krijgt geen berichten. Bedenk je je? Open dan de link op je brief nog een keer.
# $language: the name of the second language, in that language.
second-language-question = Soms is een brief er niet in jouw taal. Lees je dan ook { $language }?
second-language-yes = Ja, dat lees ik
second-language-no = Nee
second-language-done = Dank je wel. Dat weten we nu.
# $children: names. Somebody who has joined presses start again.
join-again = Je bent al aangemeld. Je krijgt berichten over { $children }.

## Codes that do not work, and people we do not know

code-unknown = Deze link werkt niet. Kijk of je de hele link van je brief hebt geopend. Of vraag een nieuwe brief op de groep van je kind.
code-used = Deze link is al een keer gebruikt. Vraag een nieuwe brief op de groep van je kind.
code-expired = Deze link is te oud. Vraag een nieuwe brief op de groep van je kind. Dan kun je zo meedoen.
code-elsewhere = Deze link hoort bij een andere voorschool, niet bij deze chat. Open de link op je brief nog een keer. Of vraag het op de groep van je kind.
stranger = 👋 Dit is de post van een voorschool, voor ouders. Je hebt een brief met een link nodig. Vraag die op de groep van je kind.
group-chat = Ik praat alleen met één ouder tegelijk. Open een eigen gesprek met mij.

## Menu

# Buttons that always stand under the chat.
keyboard-language = 🌐 Taal
keyboard-menu = ☰ Menu
# $children: names.
menu = Je krijgt berichten over { $children }. Wat wil je doen?
menu-language = Andere taal
menu-pause = Even pauze
menu-resume = Weer beginnen
menu-data = Mijn gegevens
menu-help = Hulp
menu-not-me = Dit ben ik niet
menu-stop = Stoppen
language-question = Welke taal wil je?
language-changed = Goed. Vanaf nu schrijf ik Nederlands.
pause-question = Hoe lang wil je pauze?
pause-one-week = 1 week
pause-two-weeks = 2 weken
pause-four-weeks = 4 weken
# $day: the day on which messages start again.
pause-done = Goed, pauze. Vanaf { $day } krijg je weer berichten.
resume-done = Fijn dat je er weer bent. Je krijgt weer berichten.
# $location: the site.
stop-done = Je krijgt geen berichten meer van { $location }. Wil je later weer? Stuur dan /start.
# $location: the site. Somebody who stopped comes back.
resume-question = Welkom terug. Wil je weer berichten van { $location }?
resume-yes = Ja, graag
not-me-question = Krijg je berichten die voor een ander zijn? Dan haal ik je gegevens uit dit gesprek. Je krijgt dan niets meer.
not-me-yes = Ja, haal mij weg
not-me-no = Nee, ik ben het wel
not-me-done = Dat is geregeld. Je krijgt geen berichten meer. Is dit toch jouw plek? Vraag een nieuwe brief op de groep.
nothing-changed = Goed, alles blijft zoals het is.
# $location, $phone: the site and its number.
help =
    Hier krijg je brieven en ideeën om thuis te spelen.

    <b>Een vraag?</b> Typ hem hier. De medewerkers van { $location } lezen hem op werkdagen.
    <b>Andere taal, pauze of stoppen?</b> Kies Menu.
    <b>Haast, of is je kind ziek?</b> Bel { $location }: { $phone }
# $location: a site whose number is not known.
help-no-phone =
    Hier krijg je brieven en ideeën om thuis te spelen.

    <b>Een vraag?</b> Typ hem hier. De medewerkers van { $location } lezen hem op werkdagen.
    <b>Andere taal, pauze of stoppen?</b> Kies Menu.
    <b>Haast, of is je kind ziek?</b> Bel de groep van je kind.

## My data

# $children, $location: as above. $language: the carer's language. $letters, $answers, $questions: how many are kept. $months: how long after the last child has left.
data =
    <b>Dit bewaren we over jou</b>
    Kind: { $children }
    Locatie: { $location }
    Taal: { $language }
    Brieven aan jou: { $letters }
    Antwoorden van jou: { $answers }
    Vragen van jou: { $questions }

    Alleen { $location } ziet dit. { $months ->
        [one] Eén maand
       *[other] { $months } maanden
    } nadat je kind weg is, wissen we alles.
data-erase = Wis mijn gegevens
data-erase-question = Wil je dat wij alles over jou wissen? Je krijgt dan ook geen berichten meer.
data-erase-yes = Ja, wis alles
data-erase-no = Nee
# $location: the site.
data-erase-asked = We hebben je wens doorgegeven aan { $location }. Je krijgt geen berichten meer. Binnen een maand is alles gewist. Berichten in Telegram kun je zelf wissen.

## Letters

# $title: the letter's title. $children, $location: as above.
letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
# The same, when the letter could only be sent in Dutch.
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Deze brief is er nu alleen in het Nederlands. Iets niet duidelijk? Vraag het ons.</i>
# Above the focus words; the pairs follow below.
letter-words = ✉️ <b>Woorden bij dit thema</b>
letter-more = Lees verder
letter-understood = Ik begrijp het
letter-explain = Leg het uit
letter-thanks = Dank je wel.
# $location: the site.
letter-explain-asked = Goed dat je het vraagt. We geven het door aan { $location }. Wat is niet duidelijk? Je mag het hier typen.
# In front of a chosen answer. $label: the button's own words.
chosen = ✓ { $label }
button-too-old = Deze knop werkt niet meer.

## Check-in: did it work?

# $children: names. $title: the letter's title.
checkin-question =
    🏠 Hoe ging het thuis met { $children }?
    Het idee kwam uit “{ $title }”.
# The second and last time.
checkin-question-again =
    🏠 Is het nu gelukt met { $children }?
    Het idee kwam uit “{ $title }”.
checkin-worked = Het is gelukt
checkin-a-bit = Een beetje
checkin-not-yet = Nog niet
# $children: names. $count: how many children.
checkin-thanks-worked =
    { $count ->
        [one] Wat fijn. Samen doen en praten: zo leert { $children } nieuwe woorden.
       *[other] Wat fijn. Samen doen en praten: zo leren { $children } nieuwe woorden.
    }
checkin-thanks-a-bit = Mooi, een begin is genoeg. Nog een keer doen helpt { $children } het meest.
checkin-not-yet-answer = Geeft niets. Zal ik het later nog eens vragen? Of zat er iets in de weg?
checkin-tomorrow = Morgen
checkin-weekend = In het weekend
checkin-no-need = Hoeft niet
checkin-barrier = Iets zat in de weg
# $day: day and hour of the next question.
checkin-asks-again = Goed. Ik vraag het nog eens op { $day }.
checkin-no-need-answer = Dat is goed. Dank je voor je antwoord.
checkin-barrier-question = Wat zat er in de weg? Zo maken we het makkelijker.
barrier-no-time = Geen tijd
barrier-too-hard = Te moeilijk
barrier-too-easy = Te makkelijk
barrier-no-materials = Spullen niet in huis
barrier-child-did-not-want = Kind wilde niet
barrier-not-understood = Ik begreep het niet
barrier-other = Iets anders
checkin-barrier-thanks = Dank je wel, daar hebben we iets aan.
# $location: the site.
checkin-barrier-explain = Dank je wel. We geven het door aan { $location }. Iemand legt het je uit.
checkin-closed = Deze vraag is al voorbij. Dank je wel.

## Questions to staff

# $location, $phone: the site and its number.
question-received =
    💬 Ik geef je vraag door aan de medewerkers van { $location }. Zij lezen hem op werkdagen. Het antwoord komt hier.

    Is je kind ziek, of gaat het over vandaag? Bel dan { $phone }.
# $location: a site whose number is not known.
question-received-no-phone =
    💬 Ik geef je vraag door aan de medewerkers van { $location }. Zij lezen hem op werkdagen. Het antwoord komt hier.

    Is je kind ziek, of gaat het over vandaag? Bel dan de groep.
question-changed = 💬 Ik heb je vraag veranderd.
# $location: the site.
media-photo = Foto’s bewaren we niet. Schrijf je vraag in woorden, of laat de foto zien bij { $location }.
# $location: the site.
media-voice = We kunnen hier nog niet luisteren. We zeggen tegen { $location } dat je iets wilt vragen. Typen mag ook, in je eigen taal.
media-sticker = Leuk. Heb je een vraag? Typ hem gewoon hier.
media-other = Dit kunnen we hier niet lezen. Typ je vraag, of vertel het op de groep.
# $location: the site. The staff member's own words follow below, as they were written.
answer-header = 💬 <b>Antwoord van { $location }</b>
# $question: what the carer asked, shortened.
answer-to-question = Jouw vraag: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    stoppen
    ophouden
words-help =
    help
    hulp
words-menu =
    menu
words-resume =
    start
    weer beginnen
    beginnen

## Commands in the app's own menu

command-menu = Menu
command-language = Andere taal
command-help = Hulp
command-stop = Stoppen
