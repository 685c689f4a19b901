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

## Themes

# $count: how many themes run.
staff-themes = { $count ->
    [one] <b>1</b> theme runs in your groups.
   *[other] <b>{ $count }</b> themes run in your groups.
}
staff-button-themes = My themes
staff-button-new-theme = Start a theme
staff-button-materials = Materials given
staff-button-all-groups = All my groups
staff-button-start = Yes, start
staff-button-translate = Translate first
staff-button-start-dutch = Start with Dutch
staff-button-start-hold = Start, they wait
staff-button-introduced = ☐ Parents were told
staff-button-introduced-yes = ✓ Parents were told
staff-button-plan = Back to the plan
staff-button-not-now = Not now
staff-button-pause = Pause
staff-button-resume = Go on
staff-button-move = Another week
staff-button-end = Stop
staff-button-end-yes = Yes, stop the theme
staff-button-more = More books
staff-no-groups = You have no groups. Ask your coordinator.
staff-no-themes = There are no themes yet. Your coordinator can add them.
staff-not-mine = This does not belong to your groups.
staff-which-theme = Which theme?
# $title: the theme.
staff-which-groups = <b>{ $title }</b>: in which groups?
# $title: the theme.
staff-which-week = <b>{ $title }</b>: from which week on?
# $title: the theme. $groups: the groups. $families: families. $reached: how many of them get it and can take it in.
staff-plan =
    <b>{ $title }</b> · { $groups }
    Reached: <b>{ $reached }</b> of { $families } families.
# $week: the number of the week. $days: when the messages leave.
staff-plan-week = Week { $week }: { $days }
# $week: the number of the week.
staff-plan-week-closed = Week { $week }: closed, nothing comes
# $language: a language. $families: how many families.
staff-plan-gap = { $families ->
    [one] { $language } is missing: 1 family
   *[other] { $language } is missing: { $families } families
}
staff-plan-missing = Choose: have it translated first, send them Dutch with a line in their language, or let them wait.
# $languages: languages that the bot does not speak.
staff-plan-no-line = Note: the bot speaks no { $languages }. That line is in Dutch too.
# $language: a language. $families: how many families.
staff-plan-gap-hold = { $families ->
    [one] { $language } is missing: 1 family waits. Give it on paper.
   *[other] { $language } is missing: { $families } families wait. Give it on paper.
}
# $language: a language. $families: how many families.
staff-plan-gap-dutch = { $families ->
    [one] { $language } is missing: 1 family gets it in Dutch.
   *[other] { $language } is missing: { $families } families get it in Dutch.
}
# $title: the theme. $groups: the groups.
staff-translate-first = { $title } does not start yet in { $groups }. Ask your coordinator for this translation. Then start.
staff-plan-not-introduced = Were parents told about this theme? Then tick it below.
# $title: the theme. $groups: the groups.
staff-theme-started = ✓ <b>{ $title }</b> starts in { $groups }.
# $title: the theme. $groups: the groups.
staff-theme-runs = { $title } runs already in { $groups }. Nothing was started.
# $title: the theme. $groups: the groups.
staff-theme-past = That day is over. Nothing was started: { $title }, { $groups }.
# $title: the theme. $groups: the groups.
staff-theme-shared = { $title } runs in other groups too: { $groups }. Ask your coordinator.
# $title: the theme. $groups: the groups. $left, $all: messages still to come, of all. $next: when the next one leaves.
staff-theme =
    <b>{ $title }</b> · { $groups }
    <b>{ $left }</b> of { $all } messages to come. The next one: { $next }.
# $title: the theme. $groups: the groups.
staff-theme-last =
    <b>{ $title }</b> · { $groups }
    The last message leaves now.
# $title: the theme. $groups: the groups. $left, $all: messages still to come, of all.
staff-theme-paused =
    <b>{ $title }</b> · { $groups }
    Paused. <b>{ $left }</b> of { $all } messages to come.
# $title: the theme. $groups: the groups.
staff-theme-pause-done = ✓ Paused: { $title }, { $groups }.
# $title: the theme. $groups: the groups.
staff-theme-resume-done = ✓ { $title } goes on in { $groups }.
# $title: the theme. $groups: the groups. $count: messages still to come. $from, $to: days of the first and the last.
staff-theme-move =
    { $count ->
        [one] <b>{ $title }</b> · { $groups }: 1 message left, { $from }.
       *[other] <b>{ $title }</b> · { $groups }: { $count } messages left, { $from } – { $to }.
    }
    When does the first message leave?
# $title: the theme. $groups: the groups.
staff-theme-no-move = { $title } in { $groups } cannot move now. Nothing is left to send, or all weeks are closed.
# $title: the theme. $groups: the groups. $count: messages. $before, $until: first and last day before. $from, $to: now.
staff-theme-moved =
    ✓ { $title }, { $groups }: { $count ->
        [one] 1 message moves.
       *[other] { $count } messages move.
    }
    Before: { $before } – { $until }
    Now: <b>{ $from } – { $to }</b>
# $closed: messages on closed days.
staff-theme-moved-closed = { $closed ->
    [one] Note: 1 message falls on closed days and does not come.
   *[other] Note: { $closed } messages fall on closed days and do not come.
}
# $title: the theme. $groups: the groups.
staff-theme-introduced = ✓ Noted: parents were told about { $title }, { $groups }.
# $title: the theme. $groups: the groups.
staff-theme-end-question = Stop { $title } in { $groups }? You cannot undo this.
# $title: the theme. $groups: the groups.
staff-theme-end-done = ✓ Stopped: { $title }, { $groups }.
staff-theme-stands-otherwise = That cannot be done now, or was done already.
staff-undone = Undone.
staff-undone-pause = Undone. Everything goes as planned.
# $lost: messages that should have left during the pause.
staff-undone-pause-late = { $lost ->
    [one] Undone. 1 message is over by now and does not come any more.
   *[other] Undone. { $lost } messages are over by now and do not come any more.
}
staff-undo-not = That cannot be undone any more.

## Picture books

staff-button-book = Book read
staff-no-books = There are no picture books yet. Your coordinator can add them.
staff-which-book = Which book did you read in small groups?
# $title: the book.
staff-which-group = <b>{ $title }</b>: in which group?
# $title: the book. $group: the group.
staff-book-read = ✓ <b>{ $title }</b> was read in { $group }. The families get the link.
# $title: the book.
staff-book-read-before = { $title } was marked as read before.
staff-undone-book = Undone. What had not left will not leave.

## Materials

staff-no-materials = The themes of your groups have no materials now.
staff-which-materials = Which materials did you hand out?
# $title: the activity. $families: how many families.
staff-materials = { $families ->
    [one] <b>{ $title }</b>, 1 family: tap who got it. Another tap takes the mark away.
   *[other] <b>{ $title }</b>, { $families } families: tap who got it. Another tap takes the mark away.
}
staff-button-back = ‹ Back
staff-button-on = More ›

## Whom do I speak to today?

# $count: how many reasons to speak to a parent.
staff-door = { $count ->
    [one] <b>1</b> to speak to at the door.
   *[other] <b>{ $count }</b> to speak to at the door.
}
# $children, $group: about whom. $language: the parent's language.
staff-door-help = <b>{ $children }</b>, { $group }: the parent waits for help. Language: { $language }.
# $children, $group: about whom. $language: the parent's language.
staff-door-not-yet-twice = <b>{ $children }</b>, { $group }: “not yet” twice. Language: { $language }.
# $children, $group: about whom. $language: the parent's language.
staff-door-unreachable = <b>{ $children }</b>, { $group }: cannot be reached in the chat. Language: { $language }.
# $children, $group: about whom. $language: the parent's language.
staff-door-silent-weeks = <b>{ $children }</b>, { $group }: silent for four weeks. Language: { $language }.
# $children, $group: about whom. $language: the parent's language.
staff-door-silent-check-ins = <b>{ $children }</b>, { $group }: no answer three times. Language: { $language }.
staff-door-no-talk = <b>{ $children }</b>, { $group }: no talk chosen yet. Language: { $language }.
staff-door-no-answer = <b>{ $children }</b>, { $group }: no answer to the invitation. Language: { $language }.
staff-door-did-not-come = <b>{ $children }</b>, { $group }: said yes twice and was not there. Language: { $language }.
# $count: how many more there are.
staff-door-more = { $count } more.
staff-button-door-more = Show more
# $children, $group: about whom. $language: the parent's language. $carers: parents who share this chat.
staff-door-whole-chat = <b>{ $children }</b>, { $group }: { $carers } parents share this chat. The pause is for all of them. Language: { $language }.
staff-button-whole-chat = Yes, pause the chat
# $children, $group: about whom. $language: the parent's language. $carers: one.
staff-door-paused = ✓ Noted: { $children }, { $group }. The chat is on a pause, until the parent goes on there. Language: { $language }.
# $children, $group: about whom. $language: the parent's language. $carers: parents who share this chat.
staff-door-paused-whole-chat = ✓ Noted: { $children }, { $group }. The chat of { $carers } parents is on a pause, until one of them goes on there. Language: { $language }.
# $children, $group: about whom. $language: the parent's language.
staff-door-noted = ✓ Noted: { $children }, { $group }. Language: { $language }.
staff-door-gone = This is not on your list any more.
staff-button-door = Whom to speak to?
staff-button-door-spoke = Spoke
staff-button-door-seen-doing-it = Saw them do it
staff-button-door-wants-other-way = Wants another way
staff-button-door-wants-no-messages = Wants no messages
staff-button-door-not-there = Was not there

## This week

# $from, $to: days. $families: families in my groups. $reached, $did, $speak: how many of them.
staff-week =
    <b>{ $reached }</b> of { $families } families reached
    <b>{ $did }</b> of { $families } did it at home
    <b>{ $speak }</b> families to speak to
    { $from } – { $to }
# $from, $to: days. $families: families in my groups. $reached, $speak: how many of them.
staff-week-not-asked =
    <b>{ $reached }</b> of { $families } families reached
    This week nobody was asked yet how it went at home
    <b>{ $speak }</b> families to speak to
    { $from } – { $to }
# As staff-week. $met: families for whom there was a meeting. $came: how many of them came.
staff-week-met =
    <b>{ $reached }</b> of { $families } families reached
    <b>{ $did }</b> of { $families } did it at home
    <b>{ $came }</b> of { $met } families came to a meeting
    <b>{ $speak }</b> families to speak to
    { $from } – { $to }
# As staff-week-not-asked. $met: families for whom there was a meeting. $came: how many of them came.
staff-week-not-asked-met =
    <b>{ $reached }</b> of { $families } families reached
    This week nobody was asked yet how it went at home
    <b>{ $came }</b> of { $met } families came to a meeting
    <b>{ $speak }</b> families to speak to
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
