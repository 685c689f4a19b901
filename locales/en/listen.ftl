### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Listen
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    A computer reads this aloud.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = There is no voice in this language yet: { $language }. We are sorry. Please ask at { $location }. They will gladly tell you about it.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Hello! I read the letters aloud. Today we play with water. What floats?
# Under a question that the machine reads.
listen-by-machine = A computer reads this aloud.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    How did it go at home?
    There are three buttons under this message.
    The first: { $worked }.
    The second: { $bit }.
    The third: { $not }.
