### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Posłuchaj
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    To czyta komputer.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = W tym języku nie ma jeszcze głosu: { $language }. Przepraszamy. Proszę zapytać w { $location }. Chętnie wszystko opowiedzą.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Dzień dobry! Czytam listy na głos. Dzisiaj bawimy się wodą. Co pływa?
# Under a question that the machine reads.
listen-by-machine = To czyta komputer.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    Jak poszło w domu?
    Pod tą wiadomością są trzy przyciski.
    Pierwszy: { $worked }.
    Drugi: { $bit }.
    Trzeci: { $not }.
