### What staff read in the chat, and on the command line about staff. Short: numbers first, then what can be done.
### $children: first names, as a list. $group: their group. Never more than that.

## Beginning and stopping

# $name: name of the member of staff. $organisation: the organisation.
staff-welcome = 👋 Hello { $name }. This is your work chat of { $organisation }. Questions of parents of your groups come here.
staff-code-unknown = This link does not work. Open the whole link. Or ask your coordinator for a new one.
staff-code-used = This link was used before. Ask your coordinator for a new one.
staff-code-expired = This link no longer works. Ask your coordinator for a new one.
staff-code-elsewhere = This link is for another organisation. Ask your coordinator for a new one.
# $name: who works in this chat already.
staff-code-chat-taken = { $name } works in this chat already. Type stop first. Then open the link again.
staff-stopped = You get no more messages about your work here. Want to come back? Ask your coordinator for a new link.

## Menu

# $questions: open questions.
staff-menu =
    { $questions ->
        [one] <b>1</b> open question.
       *[other] <b>{ $questions }</b> open questions.
    }
    What do you want to do?
staff-button-questions = Open questions
staff-button-week = This week
staff-button-parent = Me as a parent
staff-button-work = My work
staff-button-undo = Undo
staff-help =
    <b>To answer:</b> reply to the message with the question. Swipe it to the left and type.
    <b>To look or do something:</b> type menu.
    <b>To leave:</b> type stop.

## Questions of parents

# $children, $group: about whom. $language: the parent's language. $letter: the letter it is about.
staff-question-text = 💬 Question of the parent of <b>{ $children }</b>, { $group }. Language: { $language }.
staff-question-explain = 💬 The parent of <b>{ $children }</b>, { $group }, asks you to explain “{ $letter }”. Language: { $language }.
staff-question-help = 💬 The parent of <b>{ $children }</b>, { $group }, asks for help. Language: { $language }.
staff-question-voice = 💬 The parent of <b>{ $children }</b>, { $group }, sent a voice message. We do not keep it. Ask at the door. Language: { $language }.
staff-question-how = <i>To answer: reply to this message. The parent gets your own words.</i>
staff-no-questions = 0 open questions.
# $count: how many more there are.
staff-more-questions = { $count ->
    [one] 1 more question. It comes when these are done.
   *[other] { $count } more questions. They come when these are done.
}
# $children, $group: about whom.
staff-answer-given = Your answer leaves in a minute, to the parent of { $children }, { $group }.
# $name: a colleague.
staff-answer-already = { $name } has answered already. Your answer was not sent.
staff-answer-already-desk = This question has been answered already. Your answer was not sent.
staff-answer-gone = This parent gets no more messages. Speak to the parent at the door.
staff-answer-length = Too long. An answer has at most 3000 characters.
staff-answer-scope = This question is gone, or is not about your groups. Nothing was sent.
# $name: a colleague. $children, $group: about whom.
staff-others-answered = ✓ { $name } has answered: { $children }, { $group }.
# $children, $group: about whom. $name: empty.
staff-others-answered-desk = ✓ This was answered: { $children }, { $group }.
# $name: a colleague. $children, $group: about whom.
staff-others-reopened = { $name } took the answer back. The question is open again: { $children }, { $group }.

## Undo

staff-undone-answer = Taken back. The parent gets nothing. The question is open again.
staff-undo-left = Too late: the answer has left.
staff-undone-before = This was undone already.

## This week

# $from, $to: days. $families: families in my groups. $reached, $did: how many of them.
staff-week =
    <b>{ $reached }</b> of { $families } families reached
    <b>{ $did }</b> of { $families } did it at home
    { $from } – { $to }

## Parent and staff in one chat

staff-typed = Nobody gets this. To answer a parent, reply to the message with the question. Something else? Type menu.
staff-typed-parent = Nobody gets this. Is it a question of yours as a parent?
staff-button-ask = Yes, ask as a parent
staff-button-no = No, never mind
staff-not-asked = Good. Nothing was sent.
staff-media = I cannot use this here. Type menu to see what I can do.

## Words that always count, one a line

words-work =
    work
    my work
    werk
words-parent =
    parent
    me as a parent
    ouder

## Staff on the command line

staff-link-how = The link works once, for 24 hours. Give it only to this person, for their own phone.
# $name: name.
staff-removed = { $name } can now see and do nothing.
staff-nobody = There are no staff yet. Add somebody: thuispost staff add NAME --role educator --group GROUP
staff-head-role = role
staff-head-sees = sees
staff-sees-all = everything
staff-linked = in the chat
staff-not-linked = link not opened yet
staff-role-educator = educator
staff-role-coach = coach
staff-role-coordinator = coordinator
staff-role-administrator = administrator
# $name: name.
staff-error-exists = There is a { $name } on the staff already. New link: thuispost staff link "{ $name }"
# $name: name. $known: who there are.
staff-error-unknown = Nobody on the staff is called { $name }. There are: { $known }
staff-error-needs-groups = An educator has groups: give --group, and no --location.
staff-error-needs-locations = A coach has locations: give --location, and no --group.
staff-error-sees-all = This role sees everything. Leave out --group and --location.
# $name: what was typed. $known: locations there are.
staff-error-no-location = There is no location { $name }. There are: { $known }
