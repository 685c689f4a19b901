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
