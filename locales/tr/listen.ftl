### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 Dinle
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    Bunu bir bilgisayar okuyor.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = Bu dilde henüz ses yok: { $language }. Üzgünüz. Lütfen { $location } ekibine sorun. Size seve seve anlatırlar.
# Staff listen to this before they switch the machine's voice on.
voice-sample = Merhaba! Mektupları sesli okuyorum. Bugün suyla oynuyoruz. Ne yüzer?
# Under a question that the machine reads.
listen-by-machine = Bunu bir bilgisayar okuyor.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    Evde nasıl geçti?
    Bu mesajın altında üç düğme var.
    Birincisi: { $worked }.
    İkincisi: { $bit }.
    Üçüncüsü: { $not }.
