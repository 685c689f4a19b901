### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Luister
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    Een computer leest dit voor.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = Er is nog geen stem in deze taal: { $language }. Dat spijt ons. Vraag het gerust bij { $location }. Ze vertellen het je graag.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Hallo! Ik lees de brieven voor. Vandaag spelen we met water. Wat drijft er?
# Under a question that the machine reads.
listen-by-machine = Een computer leest dit voor.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    Hoe ging het thuis?
    Onder dit bericht staan drie knoppen.
    De eerste: { $worked }.
    De tweede: { $bit }.
    De derde: { $not }.
