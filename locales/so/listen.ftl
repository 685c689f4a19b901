### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Dhageyso
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    Kombiyuutar ayaa akhrinaya.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = Luqaddan weli cod ma laha: { $language }. Waan ka xunnahay. Fadlan weydii { $location }. Si farxad leh ayay kuugu sheegi doonaan.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Salaan! Warqadaha kor ayaan u akhriyaa. Maanta biyo ayaan ku ciyaareynaa. Maxaa sabbeynaya?
# Under a question that the machine reads.
listen-by-machine = Kombiyuutar ayaa akhrinaya.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    Sidee bay ahayd ciyaartii guriga?
    Farriintan hoosteeda waxaa ku yaal saddex badhan.
    Kan koowaad: { $worked }.
    Kan labaad: { $bit }.
    Kan saddexaad: { $not }.
