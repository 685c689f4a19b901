### Wat personeel leest over stemmen bij brieven, op de opdrachtregel en in de chat.

# $value: as typed
cli-voice-language-unknown = Er is geen taal die { $value } heet. Gebruik bijvoorbeeld nl, tr of ar.
# $language: its name
cli-voice-no-machine = espeak-ng kan geen { $language } voorlezen. Laat iemand de brief inspreken, en bewaar dat met: thuispost voice record
# $why: in the program's own words
cli-voice-fails = De computer kan nu niet voorlezen: { $why }
# $file: the sound, $seconds: how long, $tag: the language's
cli-voice-tried = Luister naar { $file } ({ $seconds } s). Is dit goed genoeg voor ouders? Dan: thuispost voice approve { $tag } --by NAAM
# $language: its name
cli-voice-no-sample = Er is geen proefzin in het { $language }. Noem een brief in die taal met --letter.
# $file: where it should have been written, $why: as the machine says it
cli-voice-not-written = { $file } kan niet worden geschreven: { $why }
# $language: its name
cli-voice-approved = De computer mag vanaf nu voorlezen in het { $language }. Ouders lezen erbij dat het een computer is.
# $language: its name
cli-voice-revoked = De computer leest niet meer voor in het { $language }. Wat al verstuurd is, blijft staan.
# $language: its name
cli-voice-was-off = De computer las nog niet voor in het { $language }.
# $letter: its name, $language: its name, $seconds: how long
cli-voice-recorded = Bewaard: { $letter } in het { $language }, { $seconds } s.
# $letter: its name, $language: its name
cli-voice-no-text = De brief { $letter } heeft geen tekst in het { $language }. Stuur eerst die tekst mee.
# $file: as typed, $problem: one of the sentences below
cli-voice-file = { $file }: { $problem }
voice-not-opus = dit is geen heel spraakbericht. Nodig is Opus in Ogg, zoals Telegram het opneemt. Neem het opnieuw op, of maak het met: opusenc in.wav uit.ogg
voice-too-long = dit duurt langer dan vijf minuten. Spreek het korter in.
voice-too-large = dit is groter dan 10 MB. Maak het kleiner met: opusenc --bitrate 24 in.wav uit.ogg
voice-missing = dit bestand kan niet worden gelezen. Controleer het pad, en of je het mag openen.
cli-voice-none = Er zijn nog geen stemmen. Probeer er een met: thuispost voice try tr
cli-head-voice-machine = computer
cli-head-voice-person = ingesproken
cli-head-voice-spoken = voorgelezen
# $by: name, $when: day and hour
cli-voice-machine-on = aan, door { $by } op { $when }
cli-voice-machine-off = uit
# $language: its name, $count: families, $families: their names, $why: one of the next three
cli-voice-gap =
    { $count ->
        [one] Geen stem in het { $language } voor 1 gezin dat luistert ({ $families })
       *[other] Geen stem in het { $language } voor { $count } gezinnen die luisteren ({ $families })
    }: { $why }
cli-voice-why-nobody = niemand heeft het ingesproken.
# $why: in the program's own words
cli-voice-why-failed = de computer kon het niet: { $why }
cli-voice-why-not-yet = de computer leest het kort voor het versturen in.

## Inspreken in de chat

staff-button-record = Inspreken
staff-button-letter = De brief
staff-button-theme-letter = De themabrief
staff-button-closing = De afsluiting
staff-button-do = De activiteit
staff-button-easier = Makkelijker
staff-button-harder = Moeilijker
staff-button-why = Waarom dit goed is
staff-button-cheer = De aanmoediging
staff-button-picture-book = Het prentenboek
staff-button-picture-books = Prentenboeken
staff-button-question = De vraag hoe het ging
staff-record-what = Wat wil je inspreken?
staff-record-which = Welke tekst?
# $what: welke tekst, zoals op de knop.
staff-record-language = { $what }: in welke taal? Een ✓ betekent: al ingesproken.
# $language: its name. The text to read comes after it.
staff-record-how = 🎙️ Lees dit voor in het { $language }. Stuur het als spraakbericht, hoogstens vijf minuten.
# $language: its name, $seconds: how long
staff-record-kept = ✓ Bewaard: { $language }, { $seconds } s. Ouders die luisteren, horen vanaf nu jouw stem.
staff-record-nothing = Er is nog niets om in te spreken. Eerst is er een brief of een thema nodig.
staff-record-gone = Deze tekst is er niet meer, of hoort niet bij jouw groepen. Er is niets bewaard.
staff-record-large = Dit spraakbericht is te groot. Spreek het korter in, en stuur het nog eens.
staff-record-again = Het spraakbericht kwam niet goed aan. Stuur het nog eens.
# $problem: what is wrong with it, and what to do
staff-record-refused = Dit is niet bewaard: { $problem }
staff-undone-voice = ✓ Jouw stem is weg. Wat al verstuurd is, blijft staan.
