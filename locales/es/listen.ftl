### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Escuchar
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    Lo lee un ordenador.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = Todavía no hay voz en este idioma: { $language }. Lo sentimos. Pregunte en { $location }. Se lo contarán con mucho gusto.
# Staff listen to this before they switch the machine's voice on.
voice-sample = ¡Hola! Leo las cartas en voz alta. Hoy jugamos con agua. ¿Qué flota?
# Under a question that the machine reads.
listen-by-machine = Lo lee un ordenador.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    ¿Qué tal en casa?
    Debajo de este mensaje hay tres botones.
    El primero: { $worked }.
    El segundo: { $bit }.
    El tercero: { $not }.
