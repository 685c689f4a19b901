### De brief op papier waarmee een ouder mee kan doen. Gewone tekst, een bladzijde. Warm en kort, niet als een officiële brief.
### $carer: de naam van de ouder. $children: voornamen van de kinderen, $count: hoeveel kinderen. $location, $group: de plek en de groep. $day: de laatste dag waarop de code werkt.

invite-letter-title = Post voor thuis
# $carer
invite-letter-carer = Voor { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Kind: { $children }
   *[other] Kinderen: { $children }
}
# Wat het is.
invite-letter-what = Wij sturen je graag berichtjes op je telefoon. Over wat je kind bij ons doet. En met leuke ideeën voor thuis: samen praten, spelen en lezen. In jouw taal. Je kunt ons ook iets vragen.
invite-letter-free = Het is gratis. Je hoeft niet mee te doen. Stoppen mag altijd.
invite-letter-how = Zo doe je mee:
invite-letter-scan = Scan de code met de camera van je telefoon.
invite-letter-language = Kies je taal.
# Op de knop staat het woord Ja.
invite-letter-yes = Druk op ‘Ja’.
invite-letter-app = Je leest de berichtjes in Telegram. Dat is een gratis app.
# Hierna komt de link.
invite-letter-typing = Lukt scannen niet? Typ dan dit op je telefoon:
# $day
invite-letter-until = De code werkt tot en met { $day }.
invite-letter-private = De code is alleen voor jou. Geef hem niet aan iemand anders.
invite-letter-help = Heb je hulp nodig? De juf of meester van je kind helpt je graag.
# $location, $group
invite-letter-greeting = Groetjes van { $location } · { $group }
