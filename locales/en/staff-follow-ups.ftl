### Whom to speak to at the door, and what came of it.

follow-ups-nobody = Nobody to speak to today.
follow-ups-how = Note what came of it: thuispost follow-ups note NUMBER --outcome spoke|seen-doing-it|wants-other-way|wants-no-messages|not-there

## Columns

follow-ups-head-id = number
follow-ups-head-family = family
follow-ups-head-carer = parent
follow-ups-head-language = language
follow-ups-head-interpreter = interpreter
follow-ups-head-children = child
follow-ups-head-reason = why
follow-ups-head-since = since
follow-ups-interpreter-yes = yes

## Why

follow-ups-reason-help = asked for help
follow-ups-reason-not-yet-twice = did not work twice
follow-ups-reason-unreachable = cannot be reached in the chat
follow-ups-reason-silent-weeks = silent for four weeks
follow-ups-reason-silent-check-ins = three questions without an answer
follow-ups-reason-no-talk = no talk chosen
follow-ups-reason-no-answer = two invitations without an answer
follow-ups-reason-did-not-come = did not come twice

## What came of it

follow-ups-outcome-spoke = Noted: you spoke.
follow-ups-outcome-seen-doing-it = Noted: you saw the family do it. This counts in the figures.
follow-ups-outcome-wants-other-way = Noted: the family would rather hear in another way.
follow-ups-outcome-wants-no-messages = Noted: no messages. The chat is on a break until the parent ends it there.
follow-ups-outcome-not-there = Noted: not seen. The family is in the list again tomorrow.
# $id: number that was given.
follow-ups-unknown = Number { $id } is not open. See the list with: thuispost follow-ups

## Headings in what a parent takes along

cli-export-spoken-to = Spoken to at the door
cli-export-seen-by-staff = Seen by staff
