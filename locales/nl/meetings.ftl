### Meetings: invitations, answers, talks with a moment of one's own, and what follows.
### $title: what kind of meeting it is. $children: first names, as a list. $location: the site.
### $when: weekday, date and time, such as "donderdag 3 december 08:30". HTML: only <b> and <i>.

# Above every message about a meeting.
meeting-header =
    📅 <b>{ $title }</b>
    { $children } · { $location }
# The same, where no child is named.
meeting-header-short =
    📅 <b>{ $title }</b>
    { $location }

## Kinds of meetings: the title of an invitation

meeting-kind-theme-morning = Themaochtend
meeting-kind-theme-start = Start van het thema
meeting-kind-theme-closing = Afsluiting van het thema
meeting-kind-coffee-morning = Koffieochtend
meeting-kind-play-in = Spelinloop
meeting-kind-information-evening = Informatieavond
meeting-kind-acquaintance-talk = Kennismaken
meeting-kind-five-week-talk = Gesprek na vijf weken
meeting-kind-ten-minute-talk = Gesprek over je kind
meeting-kind-home-visit = Bezoek bij jou thuis
meeting-kind-play-group = Speelgroep
meeting-kind-parent-help = Help je mee?
meeting-kind-other = Bijeenkomst

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Kom kijken wat je kind doet in de groep. Je speelt samen en ziet wat je thuis ook kunt doen.
meeting-invite-theme-start = We beginnen met een nieuw thema. Kom samen met je kind kijken en meedoen. Je hoort wat je thuis kunt doen.
meeting-invite-theme-closing = Het thema is klaar. Je kind laat je graag zien wat het heeft gemaakt en geleerd.
meeting-invite-coffee-morning = Kom een kop koffie of thee drinken. Je praat met andere ouders en met ons. Alles mag je vragen.
meeting-invite-play-in = Kom samen met je kind binnen en speel een kwartier mee. Zo begint de dag rustig voor je kind.
meeting-invite-information-evening = We vertellen hoe je kind hier speelt en leert. Je kunt alles vragen. Zo weet je wat er dit jaar komt.
meeting-invite-acquaintance-talk = We leren jou en je kind graag kennen. Je vertelt wat je kind fijn vindt en je ziet de groep.
meeting-invite-five-week-talk = Je kind is hier nu vijf weken. Hoe gaat het? We vertellen wat wij zien en horen graag wat jij ziet.
meeting-invite-ten-minute-talk = We praten graag met je over je kind. Wat gaat goed? Wat vindt je kind leuk? Jij kent je kind het best.
meeting-invite-home-visit = We komen graag bij jou thuis. We spelen samen met je kind. Je hoeft niets klaar te zetten.
meeting-invite-play-group = Samen met je kind spelen, zingen en praten, met andere ouders. Je leert spelletjes die je thuis ook kunt doen.
meeting-invite-parent-help = Wil je een keer meehelpen in de groep? Je kind vindt het fijn als je er bent. Je hoeft geen Nederlands te spreken.
meeting-invite-other = Je bent van harte welkom. Kom gezellig langs.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Eén keer:
   *[other] { $count } keer. Kom het liefst elke keer:
}
# $place: a room or an address.
meeting-where = Waar: { $place }
meeting-at-home = Waar: bij jou thuis
meeting-siblings-welcome = Broertjes en zusjes mogen mee.
meeting-siblings-not = Deze keer liever zonder broertjes en zusjes.
meeting-free = Het is gratis.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] We zoeken één ouder.
   *[other] We zoeken { $count } ouders.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Er is plek voor één gezin.
   *[other] Er is plek voor { $count } gezinnen.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Kies zelf een moment, van <b>{ $from }</b> tot en met <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Kies zelf een moment op <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>In het Nederlands:</i> { $line }
meeting-question = Kom je ook?
# The second and last invitation to who has not answered.
meeting-again = Weet je al of je komt? Je bent van harte welkom.

## Buttons under an invitation

meeting-yes = Ik kom
meeting-no = Ik kan niet
meeting-maybe = Misschien later
meeting-interpreter = Ik wil een tolk
meeting-other-moment = Ander moment
meeting-map = Waar is het?
meeting-calendar = In mijn agenda
meeting-not-after-all = Ik kan toch niet
meeting-choose-moment = Kies een moment
meeting-next-yes = Ik kom de volgende keer

## Answers

meeting-yes-done = Fijn dat je komt. Tot <b>{ $when }</b>.
# A series.
meeting-yes-series = Fijn dat je meedoet. De eerste keer is <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = Met hoeveel mensen kom je? Tel jezelf mee.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Goed, je komt alleen.
   *[other] Goed, je komt met { $count } mensen.
}
meeting-no-done = Goed dat je het zegt. Past een ander moment beter?
meeting-maybe-done = Prima. Tot het begin kun je nog kiezen.
meeting-full = Er is nu geen plek meer. Je staat op de wachtlijst. Komt er een plek vrij? Dan vragen we het je meteen.
meeting-full-helpers = Wat lief. We hebben nu genoeg ouders. Je staat op de lijst. Valt er iemand uit? Dan vragen we je.
meeting-leave-list = Van de lijst af
meeting-list-left = Goed, je staat niet meer op de lijst.
meeting-seat-free = Er is een plek vrij: <b>{ $when }</b>. Wil je komen? Kies voor { $until }.
meeting-seat-yes = Ja, ik kom
meeting-seat-no = Nee, dank je
meeting-seat-passed = De plek is nu naar een ander gezin. Je staat nog op de lijst.
meeting-over = Dit is al begonnen of voorbij. Je kunt nu niet meer kiezen.
meeting-called-off = Dit gaat niet door. We laten het weten als er een nieuw moment is.
meeting-not-yours = Deze uitnodiging is niet meer voor jou. Vraag het op de groep van je kind.

## Interpreter

meeting-interpreter-question = Wie kan voor je vertalen?
meeting-interpreter-ours = Zoek een tolk voor mij
meeting-interpreter-family = Ik neem iemand mee
meeting-interpreter-none = Het kan zonder
# $language: the carer's language.
meeting-interpreter-ours-done = Goed. We zoeken een tolk voor jou: { $language }. We onthouden het voor de volgende keer.
meeting-interpreter-family-done = Goed. Neem gerust een volwassene mee die voor je vertaalt.
meeting-interpreter-none-done = Goed, dan komt er geen tolk.

## Another moment

# Other moments follow as buttons.
meeting-moments = Kies een ander moment. Of typ wanneer je kunt.
meeting-moment-type = Wanneer kun je wel? Typ het hier. Bijvoorbeeld: dinsdagmiddag.
meeting-moment-typed = Dank je. We geven het door aan { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = Morgen is het zover: <b>{ $when }</b>. Fijn dat je komt.
# $old, $when: the moment before and the new one.
meeting-moved =
    Dit is verplaatst. Het was { $old }.
    Het wordt <b>{ $when }</b>.
    Had je gezegd dat je komt? Dan rekenen we op je. Kun je dan niet? Druk op de knop.
# $when: when it would have been.
meeting-cancelled = Dit gaat niet door: <b>{ $when }</b>. Jammer. We hopen je een andere keer te zien.
# $reason: in the staff's own words.
meeting-cancelled-why = Waarom: { $reason }
meeting-next = De volgende keer is <b>{ $when }</b>.
meeting-thanks = Wat fijn dat je er was. Je kind merkt dat je meedoet.
meeting-missed = We hebben je gemist. Geen zorgen, je bent altijd welkom.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Kies een moment voor het gesprek over <b>{ $child }</b>.
talk-more = Meer momenten
talk-mornings = Ochtend
talk-afternoons = Middag
talk-none-fits = Niets past mij
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Je gesprek over <b>{ $child }</b>: <b>{ $when }</b>. Je praat met { $staff }.
# Nobody is named.
talk-booked-group = Je gesprek over <b>{ $child }</b>: <b>{ $when }</b>.
talk-home = We komen bij jou thuis.
talk-with-interpreter = Er is een tolk: { $language }. Daarom duurt het wat langer.
talk-move = Ander moment
talk-cancel = Afzeggen
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = Ook het gesprek over <b>{ $child }</b>? Dat kan er meteen bij: <b>{ $when }</b>.
talk-sibling-yes = Ja, dat is handig
talk-sibling-other = Ander moment
talk-taken = Dat moment is net weg. Kies een ander moment.
talk-all-booked = Je hebt al een gesprek gekozen. Kijk hieronder.
talk-none-left = Er is nu geen moment vrij. Komt er een vrij? Dan vragen we het je meteen.
# They wanted another moment. $when: the one they keep.
talk-none-other = Er is nu geen ander moment vrij. Je gesprek blijft op <b>{ $when }</b>.
talk-none-fits-done = Wanneer kun je wel? Typ het hier. Komt er een moment vrij? Dan vragen we het je.
# $when: the moment that was given back.
talk-cancelled-by-you = Goed, het gesprek van { $when } is afgezegd. Wil je een ander moment?
talk-freed = Er is een moment vrij voor het gesprek over <b>{ $child }</b>: <b>{ $when }</b>. Wil je dat? Kies voor { $until }.
talk-freed-yes = Ja, graag
talk-freed-no = Nee, dank je
talk-freed-passed = Dat moment is niet meer vrij. Kies een ander moment.
talk-freed-no-done = Goed. We vragen het je als er een ander moment vrijkomt.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    We moesten het gesprek over <b>{ $child }</b> verplaatsen. Het was { $old }.
    Het wordt <b>{ $when }</b>. Past dat niet? Kies een ander moment.
talk-moved-fine = Dat is goed
talk-moved-fine-done = Dank je wel.
talk-cancelled = Het gesprek over <b>{ $child }</b> gaat niet door: { $when }. Kies een ander moment.
# The same, when there is no other moment to choose.
talk-called-off = Het gesprek over <b>{ $child }</b> gaat niet door: { $when }.
talk-reminder = Morgen is je gesprek over <b>{ $child }</b>: <b>{ $when }</b>.
talk-again = Je hebt nog geen moment gekozen voor het gesprek. We praten graag met je.
talk-thanks = Dank je voor het gesprek over <b>{ $child }</b>. Jij kent je kind het best.
talk-missed = Het gesprek over <b>{ $child }</b> is niet gelukt. Dat kan gebeuren. Kies gerust een nieuw moment.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Ben je er? Scan dit met je telefoon.
meeting-here = Fijn dat je er bent. We hebben je opgeschreven bij <b>{ $title }</b>.
meeting-here-again = Je stond al op de lijst. Fijn dat je er bent.
meeting-here-stranger = Fijn dat je er bent. We kennen je hier nog niet. Vraag op de groep om jouw eigen brief.
# $when: when the code works.
meeting-here-not-now = Deze code hoort bij <b>{ $title }</b>: { $when }. Hij werkt alleen op die dag.
meeting-here-unknown = Deze code werkt niet. Vraag het aan iemand van de groep.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = afspraak
meeting-file-text = Hier is je afspraak voor je agenda. Open het bestand.
meeting-file-cancelled = Deze afspraak gaat niet door. Open het bestand. Dan gaat hij uit je agenda.
