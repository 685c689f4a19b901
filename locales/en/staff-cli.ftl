### What a member of staff reads on the command line. Short: first what is, then what to do.

cli-not-served = No thuispost serve is running on this database now. The message waits until one does.
# $value: what was typed.
cli-not-a-time = { $value } is not a time. Write for instance 2026-11-28 10:00.
# $value: what was typed.
cli-time-past = { $value } is over. Choose a later moment.
# $value: what was typed.
cli-not-a-length = { $value } is not a length of time. Write for instance 1d or 12h.
# $value: what was typed.
cli-not-a-zone = { $value } is not a time zone. Write for instance Europe/Amsterdam.
cli-no-name = The name is empty. Give a name.
# $file: the file. $problem: what the system says.
cli-file-unreadable = { $file } cannot be read: { $problem }
# $from, $to: days.
cli-period = The period ends ({ $to }) before it begins ({ $from }). Swap them.

## Organisations and invitations

# $name: the name.
cli-organisation-added = Organisation { $name } has been added.
cli-no-username = The bot's username is not known. Set TELOXIDE_TOKEN, or THUISPOST_BOT_USERNAME.
# $count: how many.
cli-invites-made = { $count ->
    [one] 1 invitation, for who has not joined yet.
   *[other] { $count } invitations, for who has not joined yet.
}

## Heads of tables

cli-head-name = name
cli-head-time-zone = time zone
cli-head-token = token in
cli-head-token-set = token set
cli-token-set = yes
cli-token-not-set = no
cli-head-letter = letter
cli-head-when = when
cli-head-state = state
cli-head-delivered = delivered
cli-head-number = number
cli-head-group = group
cli-head-children = child
cli-head-carer = carer
cli-head-carer-number = carer number
cli-head-language = language
cli-head-why = why
cli-head-family = family
cli-head-part = part
cli-head-cause = what happened
cli-head-now = now

## How a carer stands

cli-carer-joined = takes part
cli-carer-not-joined = not joined yet
cli-carer-declined = does not want to join
cli-carer-paused = pause
cli-carer-stopped = stopped
cli-carer-unreachable = unreachable

## Letters

# $id: what was typed.
cli-letter-unknown = There is no letter { $id }. Look with: thuispost letter list
cli-no-group = Which group is the letter for? Put groups into letter.toml, or give --group NAME.
# $language: a language. $count: how many families. $families: their names, the first ten.
cli-missing-language = { $count ->
    [one] { $language } is missing for 1 family: { $families }
   *[other] { $language } is missing for { $count } families: { $families }
}
cli-missing-choose = Nothing was sent. Translate the letter, or choose --missing hold (later, when translated) or --missing dutch (now, in Dutch).
# $letters: names of letters.
cli-letter-several = These groups have different letters with this id: { $letters }. Choose a new id in letter.toml.
# $letter: name of the letter.
cli-letter-was-cancelled = Letter { $letter } was cancelled. Choose a new id in letter.toml to send it again.
# $letter: name of the letter. $count: to how many carers.
cli-already-sent = { $count ->
    [one] Letter { $letter } was already sent to 1 carer.
   *[other] Letter { $letter } was already sent to { $count } carers.
}
# $letter: name of the letter. $language: a language.
cli-text-changed = The text in { $language } differs from what was sent. What was sent stays; choose a new id for a new letter.
# $when: day and hour.
cli-quiet-hours = Nothing is sent in quiet hours. The letter goes on { $when }.
# $letter: name. $when: day and hour.
cli-letter-planned = Letter { $letter } is ready and goes on { $when }.
# $letter: name.
cli-letter-large = Letter { $letter } is for many carers. The service is preparing the messages now.
# $letter: name. $waiting, $held, $skipped: how many messages or carers.
cli-letter-released = Letter { $letter }: { $waiting } messages leave now, { $held } wait for something, { $skipped } carers do not get it in the chat. Look with: thuispost letter status { $letter }
# $letter: name. $count: how many messages.
cli-letter-taken-back = { $count ->
    [one] Letter { $letter } was taken back. 1 message will not leave.
   *[other] Letter { $letter } was taken back. { $count } messages will not leave.
}
# $letter: name.
cli-handed-over = Noted: the printed letter { $letter } was given.
# $id: number of the family. $letter: name.
cli-handed-over-unknown = Family { $id } does not belong to letter { $letter }. The number stands at the foot of the printed letter.
cli-letter-approved = ready
cli-letter-fanning-out = being prepared
cli-letter-sent = sent
cli-letter-cancelled = taken back
# $letter: name. $when: day and hour.
cli-status = Letter { $letter }, { $when }. Number of carers:
# $letter: name. $when: day and hour. Nothing was sent yet.
cli-status-planned = Letter { $letter } has not been sent yet. It goes out on { $when }.
# $letter: name. Nothing was ever sent.
cli-status-cancelled = Letter { $letter } was taken back. Nobody got it.
# Carers wait for a text in their language.
cli-status-translate = Who waits for a text gets the letter once it is translated: put that into the folder and send the folder again.
cli-status-all-reached = All families were reached.
# $count: how many families.
cli-status-not-reached = { $count ->
    [one] Not reached, 1 family:
   *[other] Not reached, { $count } families:
}
# $letter: name.
cli-status-print = On paper for these families: thuispost letter print { $letter } --missing-only > letters.html
cli-doubtful-none = There are no messages of which we do not know whether they arrived.
# $count: how many.
cli-doubtful = { $count ->
    [one] Of 1 message it is not sure whether it arrived never, once or twice:
   *[other] Of { $count } messages it is not sure whether they arrived never, once or twice:
}
cli-doubtful-answer = answer in the chat

## How a message stands

cli-state-held = still waits
cli-state-waiting = in the queue
cli-state-sending = on its way
cli-state-delivered = delivered
cli-state-unreachable = unreachable
cli-state-refused = refused by Telegram
cli-state-doubtful = not sure
cli-state-withdrawn = taken back
cli-state-skipped = not in the chat
cli-state-gone = erased
cli-reason-missing-language = no text in that language
cli-reason-paused = the carer paused
cli-reason-stopped = the carer stopped
cli-reason-left = the carer is no longer in that chat
cli-reason-not-connected = not joined yet
cli-reason-shared-chat = same phone as the other carer
cli-reason-unreachable-before = could not be reached before
cli-reason-earlier-part = the first part did not arrive
cli-reason-cancelled = letter taken back
cli-reason-too-late = became too late
cli-reason-restored = came back with a backup

## Questions

cli-no-questions = There are no open questions.
# Below the open questions.
cli-questions-how = To answer: thuispost questions answer NUMBER "your answer"
# $id: number. $when: day and hour. $children: names. $carer: name. $group, $location: where. $language: home language. $letter: letter. $words: the question.
cli-question = { $id }  { $when }  { $children } ({ $carer }), { $group }, { $location }. Language: { $language }
# $words: the question.
cli-question-text = { "   " } { $words }
# $letter: name of the letter.
cli-question-explain = { "   " } asks for explanation of letter { $letter }
cli-question-voice = { "   " } sent a voice message (not kept). Ask at the door.
cli-question-help = { "   " } asks for help
# $family: number of the family.
cli-question-erase = { "   " } wants all data to be erased. Do so within a month with: thuispost erase --family { $family }
# $words: the answer.
cli-question-answer = { "   " } answer: { $words }
cli-question-answered = The answer is on its way to the parent.
cli-question-unknown = No question has this number. Look with: thuispost questions list
cli-question-twice = This question has been answered. Nothing was sent.
cli-question-gone = This parent gets no messages any more. Speak to the parent at the door.
cli-question-length = An answer has 1 to 3,000 characters.

## Rights

# $id: number.
cli-family-unknown = There is no family { $id }. Look with: thuispost families
# $id: number.
cli-carer-unknown = There is no carer { $id }. Look with: thuispost families
cli-erased = The family was erased from every table. What stands in Telegram we cannot erase: the parent can delete the chat. Old backups still hold the family.
cli-export-carer = Carer
cli-export-children = Children
cli-export-invitations = Invitations
cli-export-messages = Messages
cli-export-together = Together in one message
cli-export-weeks = Messages by week
cli-export-doubtful = Not sure to have arrived
cli-export-chat = The chat
cli-export-received = Received and not processed yet
cli-export-understood = "I understand" or "please explain"
cli-export-check-ins = Did it work?
cli-export-questions = Questions and answers
cli-export-printed-letters = Letters on paper
cli-export-nothing = nothing

## After a backup was restored

cli-head-families = families
cli-head-messages = messages
cli-head-since = since
# $organisation: the organisation. $when: since when.
cli-restored-quiet = The bot of { $organisation } has been quiet since { $when }: a backup was restored. Who does something now is answered. What stands below waits for you.
# $organisation: the organisation.
cli-restored-not-quiet = The bot of { $organisation } is not quiet. Nothing waits after a backup.
cli-restored-nothing = No old messages are waiting.
cli-restored-answers = answers from before the backup
# $letter: the letter.
cli-restored-check-in = the question how it went with { $letter }
cli-restored-choose = First see what had been sent already after the backup, and which parents stopped since. To take back: thuispost restored --withdraw LETTER. To send the rest: thuispost restored --send
# $organisation: the organisation. $count: how many messages.
cli-restored-sent = { $count ->
    [one] The bot of { $organisation } is no longer quiet: 1 message leaves now.
   *[other] The bot of { $organisation } is no longer quiet: { $count } messages leave now.
}
# $letter: the letter. $count: how many messages.
cli-restored-withdrawn = { $count ->
    [one] 1 message of { $letter } was taken back.
   *[other] { $count } messages of { $letter } were taken back.
}
# $count: how many messages.
cli-restored-withdrawn-all = { $count ->
    [one] 1 message was taken back. The bot is no longer quiet.
   *[other] { $count } messages were taken back. The bot is no longer quiet.
}
# $organisation: the organisation.
cli-still-quiet = The bot of { $organisation } is quiet after a backup was restored: the message waits. Look with: thuispost restored
