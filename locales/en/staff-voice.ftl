### What staff read about voices of letters, on the command line and in the chat.

# $value: as typed
cli-voice-language-unknown = There is no language called { $value }. Use for example nl, tr or ar.
# $language: its name
cli-voice-no-machine = espeak-ng cannot read { $language } aloud. Let a person record the letter, and keep that with: thuispost voice record
# $why: in the program's own words
cli-voice-fails = The computer cannot read aloud now: { $why }
# $file: the sound, $seconds: how long, $tag: the language's
cli-voice-tried = Listen to { $file } ({ $seconds } s). Is it good enough for parents? Then: thuispost voice approve { $tag } --by NAME
# $language: its name
cli-voice-no-sample = There is no sample sentence in { $language }. Name a letter in that language with --letter.
# $file: where it should have been written, $why: as the machine says it
cli-voice-not-written = { $file } cannot be written: { $why }
# $language: its name
cli-voice-approved = From now on the computer may read aloud in { $language }. Parents read with it that it is a computer.
# $language: its name
cli-voice-revoked = The computer no longer reads aloud in { $language }. What was sent stays.
# $language: its name
cli-voice-was-off = The computer was not reading aloud in { $language }.
# $letter: its name, $language: its name, $seconds: how long
cli-voice-recorded = Kept: { $letter } in { $language }, { $seconds } s.
# $letter: its name, $language: its name
cli-voice-no-text = The letter { $letter } has no text in { $language }. Send that text first.
# $file: as typed, $problem: one of the sentences below
cli-voice-file = { $file }: { $problem }
voice-not-opus = this is no whole voice note. It must be Opus in Ogg, as Telegram records it. Record it again, or make it with: opusenc in.wav out.ogg
voice-too-long = this is longer than five minutes. Record a shorter one.
voice-too-large = this is larger than 10 MB. Make it smaller with: opusenc --bitrate 24 in.wav out.ogg
voice-missing = this file cannot be read. Check the path, and whether you may open it.
cli-voice-none = There are no voices yet. Try one with: thuispost voice try tr
cli-head-voice-machine = computer
cli-head-voice-person = recorded
cli-head-voice-spoken = read by computer
# $by: name, $when: day and hour
cli-voice-machine-on = on, by { $by } on { $when }
cli-voice-machine-off = off
# $language: its name, $count: families, $families: their names, $why: one of the next three
cli-voice-gap =
    { $count ->
        [one] No voice in { $language } for 1 family that listens ({ $families })
       *[other] No voice in { $language } for { $count } families that listen ({ $families })
    }: { $why }
cli-voice-why-nobody = nobody has recorded it.
# $why: in the program's own words
cli-voice-why-failed = the computer could not: { $why }
cli-voice-why-not-yet = the computer reads it shortly before it is sent.

## Recording in the chat

staff-button-record = Record a voice
staff-button-letter = The letter
staff-button-theme-letter = The theme letter
staff-button-closing = The closing message
staff-button-do = The activity
staff-button-easier = Easier
staff-button-harder = Harder
staff-button-why = Why it is good
staff-button-cheer = The encouragement
staff-button-picture-book = The picture book
staff-button-picture-books = Picture books
staff-button-question = The question how it went
staff-record-what = What would you like to record?
staff-record-which = Which text?
# $what: which text, as on the button.
staff-record-language = { $what }: in which language? A ✓ means: recorded already.
# $language: its name. The text to read comes after it.
staff-record-how = 🎙️ Read this aloud in { $language }. Send it as a voice note of at most five minutes.
# $language: its name, $seconds: how long
staff-record-kept = ✓ Kept: { $language }, { $seconds } s. Parents who listen hear your voice from now on.
staff-record-nothing = There is nothing to record yet. It takes a letter or a theme first.
staff-record-gone = This text is no longer there, or is not of your groups. Nothing was kept.
staff-record-large = This voice note is too large. Record a shorter one, and send it again.
staff-record-again = The voice note did not arrive well. Please send it again.
# $problem: what is wrong with it, and what to do
staff-record-refused = This was not kept: { $problem }
staff-undone-voice = ✓ Your voice is gone. What was sent stays.
