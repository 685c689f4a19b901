### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Écouter
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    Un ordinateur lit ce texte.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = Il n’y a pas encore de voix dans cette langue : { $language }. Nous en sommes désolés. Demandez à { $location }. On vous le racontera volontiers.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Bonjour ! Je lis les lettres à voix haute. Aujourd’hui, nous jouons avec de l’eau. Qu’est-ce qui flotte ?
# Under a question that the machine reads.
listen-by-machine = Un ordinateur lit ce texte.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    Comment ça s’est passé à la maison ?
    Sous ce message, il y a trois boutons.
    Le premier : { $worked }.
    Le deuxième : { $bit }.
    Le troisième : { $not }.
