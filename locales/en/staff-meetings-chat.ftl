### Meetings in the chat, for staff. Short: numbers first, then what can be done.
### $kind: the kind of meeting. $groups: names of groups. $when: day and time, short, such as "Thu 3 Dec 08:30".
### $child: first name of a child. $group: its group.

## The list

staff-meet-button-meetings = Meetings
# $count: how many.
staff-meet-list = { $count ->
    [one] <b>1</b> meeting, today or later.
   *[other] <b>{ $count }</b> meetings, today and later.
}
# $kind, $groups, $when: which one. $yes: how many families said yes.
staff-meet-line = { $when } · { $kind } · { $groups }: <b>{ $yes }</b> yes
# $kind, $groups, $when: which one.
staff-meet-line-open = { $when } · { $kind } · { $groups }: who came? The list is not complete.
staff-meet-button-new = New meeting
staff-meet-button-talks = Talks
staff-meet-button-play-in = Tick the play-in
staff-meet-button-mornings = A message each morning
staff-meet-button-mornings-off = No morning message
staff-meet-button-all-meetings = All meetings
staff-meet-mornings-on = ✓ Every morning at half past seven you read here what there is that day. When there is nothing, nothing comes.
staff-meet-mornings-off = ✓ You get no morning message any more.

## Every morning

# $count: how many meetings and talks.
staff-meet-morning = 📅 Today: <b>{ $count }</b>
# $count: how many more there are.
staff-meet-more = And { $count } more.
# $time: the time. $kind, $groups: which one. $yes: families who said yes. $people: with how many people.
staff-meet-morning-meeting = { $time } · { $kind } · { $groups }: <b>{ $yes }</b> yes, { $people ->
    [one] 1 person
   *[other] { $people } people
}
# $time: the time. $child, $group: about whom.
staff-meet-morning-talk = { $time } · talk about { $child }, { $group }
# $time: the time. $child, $group: about whom. $language: the interpreter's language.
staff-meet-morning-talk-interpreter = { $time } · talk about { $child }, { $group }. Interpreter: { $language }

## One meeting

# $kind, $groups, $when: which one.
staff-meet-card = <b>{ $kind }</b> for { $groups }
# $yes, $no, $maybe, $silent: families by their answer. $families: all families.
staff-meet-numbers = <b>{ $yes }</b> yes · { $no } no · { $maybe } maybe · { $silent } nothing yet, of { $families } families.
# $people: how many people come.
staff-meet-people = { $people ->
    [one] We expect 1 person.
   *[other] We expect { $people } people.
}
# $places: places. $waiting: families who wait.
staff-meet-waiting = Places: { $places }. On the waiting list: { $waiting }.
# $list: languages, with how many families.
staff-meet-interpreters = Interpreter asked for: { $list }
# $count: families.
staff-meet-not-connected = { $count ->
    [one] 1 family is not in the chat: invite them yourself.
   *[other] { $count } families are not in the chat: invite them yourself.
}
# $count: families.
staff-meet-not-reached = { $count ->
    [one] 1 family got no invitation in the chat: invite them yourself.
   *[other] { $count } families got no invitation in the chat: invite them yourself.
}
# $came: families who came. $expected: those of them who said yes. $yes: all families who said yes.
staff-meet-came = { $came ->
    [one] <b>1</b> family came: { $expected } of the { $yes } who said yes.
   *[other] <b>{ $came }</b> families came: { $expected } of the { $yes } who said yes.
}
staff-meet-button-who = Who is here?
staff-meet-button-move = Move it
staff-meet-button-cancel = Call it off

## Who came?

# $kind, $groups, $when: which one. $yes: families who said yes. $families: all families.
staff-meet-who =
    <b>{ $kind }</b>, { $when }: { $yes } of { $families } families said yes.
    Tap who is here. Another tap takes the tick away.
# $kind, $groups, $when: which one. $yes: nothing. $families: all families.
staff-meet-who-week =
    <b>{ $kind }</b>, { $groups }, { $families } families: who was here this week?
    Tap who was here. Another tap takes the tick away.
# $label: first names. They said yes.
staff-meet-label-yes = { $label } · yes
# $label: first names. They said themselves that they are here, with the code on the table.
staff-meet-label-self = { $label } (themselves)
# $language: the interpreter's language. A tap says that the interpreter was there.
staff-meet-interpreter-asked = Was the { $language } interpreter here?
# $language: the interpreter's language.
staff-meet-interpreter-there = ✓ { $language } interpreter was here
# $language: the interpreter's language.
staff-meet-interpreter-missing = No { $language } interpreter
staff-meet-button-other = Somebody else
# $count: families on the list.
staff-meet-button-complete = List complete ({ $count })
staff-meet-button-to-list = Back to the list
# $count: families on the list.
staff-meet-count = { $count ->
    [one] 1 family on the list
   *[other] { $count } families on the list
}
staff-meet-gone = This family is not on the list any more.
staff-meet-nobody-else = There are no other families here.
staff-meet-too-early = That can be done on the day itself, once it begins.
# $kind, $groups, $when: which one.
staff-meet-complete = ✓ The list of { $kind }, { $when }, is complete. Soon those who came get a thank-you. Those who said yes and did not come get a friendly message.
staff-meet-complete-before = The list was complete already.
staff-meet-play-in-group = Play-in of this week: in which group?

## A new meeting

staff-meet-which-kind = What will you do?
# $kind: which one.
staff-meet-which-groups = <b>{ $kind }</b>: with which group?
# $location: a site.
staff-meet-button-all = All of { $location }
# $kind, $groups: which one.
staff-meet-which-day = <b>{ $kind }</b>, { $groups }: which day?
# $day: a day on which the organisation is closed.
staff-meet-day-closed = { $day } (closed)
staff-meet-button-later = Later days ›
# $kind: which one. $day: the day.
staff-meet-which-time = <b>{ $kind }</b>, { $day }: at what time? Choose, or type a time, such as 8:45.
staff-meet-time-unclear = That is not a time. Type for example 8:45.
# $kind, $groups: which one.
staff-meet-plan = This is the plan: <b>{ $kind }</b>, { $groups }
# $families: families. $reached: how many of them get a message.
staff-meet-plan-families = <b>{ $reached }</b> of { $families } families get an invitation in their language.
# $list: languages, with how many families.
staff-meet-plan-languages = Languages: { $list }
# $languages: languages that the bot does not speak.
staff-meet-in-dutch = Note: we cannot write in { $languages }. Those families read Dutch.
staff-meet-button-invite = Yes, invite
# $kind: which one. $day: the day. $times: how many times.
staff-meet-invited = ✓ { $times ->
    [one] <b>{ $kind }</b>, { $day }. The invitation leaves in a minute. Until then you can undo it.
   *[other] <b>{ $kind }</b>, { $times } times from { $day }. The invitation leaves in a minute. Until then you can undo it.
}
# $when: day and time, short.
staff-meet-quiet = These are quiet hours. Parents get this { $when }. You can undo it until then.
staff-meet-there = This meeting exists already. Nothing was made.
staff-meet-past = That time is over. Nothing was changed.
staff-meet-gap = That time does not exist: the clock is put forward an hour then. Nothing was changed.
staff-meet-overlaps = The same meeting takes place then already. Nothing was changed.
staff-meet-off = This does not take place.
staff-meet-begun = This has begun or is over. Nothing was changed.
staff-meet-not-so = That cannot be done now, or has been done.

## Moving and calling off

# $kind, $groups, $when: which one.
staff-meet-move-day = <b>{ $kind }</b>, { $when }: to which day?
# $kind, $groups, $when: which one, as it is now. $new: day and time, short.
staff-meet-move-plan =
    <b>{ $kind }</b>, { $groups }: from { $when } to <b>{ $new }</b>?
    Everybody who knows of it gets a message.
staff-meet-button-move-yes = Yes, move it
# $kind, $groups, $when: which one, as it was. $new: day and time, short.
staff-meet-moved = ✓ <b>{ $kind }</b> is now { $new }, it was { $when }. In a minute parents get a message. Until then you can undo it.
# $kind, $groups, $when: which one.
staff-meet-cancel-plan =
    <b>{ $kind }</b>, { $groups }, { $when }: call it off?
    Everybody who knows of it gets a message. Do you want to give a reason? Type it first.
# $kind, $groups, $when: which one. $reason: their own words.
staff-meet-cancel-because =
    <b>{ $kind }</b>, { $groups }, { $when }: call it off?
    Parents read as well: { $reason }
staff-meet-button-cancel-yes = Yes, call it off
staff-meet-reason-long = Too long. A reason has at most 200 characters.
# $kind, $when: which one.
staff-meet-cancelled = ✓ <b>{ $kind }</b>, { $when }, is called off. In a minute parents get a message. Until then you can undo it.

## Talks

# $count: rounds.
staff-meet-rounds = { $count ->
    [one] <b>1</b> round of talks.
   *[other] <b>{ $count }</b> rounds of talks.
}
staff-meet-button-open = Open moments
# $kind, $groups: which one. $booked: children with a moment. $without: without. $free: free moments.
staff-meet-round =
    <b>{ $kind }</b>, { $groups }
    Chose a moment: <b>{ $booked }</b>. Not yet: <b>{ $without }</b>. Free: { $free }.
# $day: the last day. $days: how many days are left.
staff-meet-days-left = { $days ->
    [one] 1 day left: until { $day }.
   *[other] { $days } days left: until { $day }.
}
# $label: day, time and first name.
staff-meet-label-not-held = not: { $label }
# $count: children.
staff-meet-button-without = Not chosen yet ({ $count })
# $kind, $groups: which one. $count: children.
staff-meet-without = { $count ->
    [one] <b>1</b> child has no moment yet: { $kind }. Speak to the parent. Tap the name to choose a moment.
   *[other] <b>{ $count }</b> children have no moment yet: { $kind }. Speak to the parents. Tap a name to choose a moment.
}
# $child, $group: who. $list: languages, interpreter, not in the chat.
staff-meet-child = <b>{ $child }</b>, group { $group }: { $list }
# $child, $group: who. $list: languages, interpreter, not in the chat. $wish: the parent's own words.
staff-meet-child-wish = <b>{ $child }</b>, group { $group }: { $list }. “{ $wish }”
# $child: first name. Parents who live apart.
staff-meet-which-carer = These parents live apart and each have a talk about <b>{ $child }</b>. With whom?
staff-meet-interpreter = interpreter
staff-meet-not-in-chat = not in the chat
staff-meet-button-cancel-round = Call the round off
# $kind, $groups: which one. $booked: talks that are still to come.
staff-meet-round-cancel-plan = { $booked ->
    [one] Call all talks off: { $kind }, { $groups }? 1 parent gets a message at once. This cannot be undone.
   *[other] Call all talks off: { $kind }, { $groups }? { $booked } parents get a message at once. This cannot be undone.
}
staff-meet-button-cancel-round-yes = Yes, call all off
# $kind, $groups: which one. $booked: talks that were still to come.
staff-meet-round-cancelled = ✓ { $kind }, { $groups }, is called off. Talks called off: { $booked }.

## One talk

# $child, $group, $when: which one.
staff-meet-talk =
    Talk about <b>{ $child }</b>, { $group }
    <b>{ $when }</b>
# $child, $group: which one. $when: nothing.
staff-meet-talk-none = Talk about <b>{ $child }</b>, { $group }: no moment yet.
# $name: the member of staff.
staff-meet-talk-staff = With { $name }
staff-meet-talk-home = At the family's home
# $language: the parent's language.
staff-meet-talk-language = Language: { $language }
# $language: the parent's language.
staff-meet-talk-interpreter = Language: { $language }. We find an interpreter.
# $language: the parent's language.
staff-meet-talk-interpreter-family = Language: { $language }. Somebody of the family interprets.
# $wish: the parent's own words.
staff-meet-talk-wish = Wish: “{ $wish }”
staff-meet-button-held = Held
staff-meet-button-not-held = Not held
staff-meet-button-talk-move = Move it
staff-meet-button-talk-off = Call it off
staff-meet-button-choose = Choose a moment
staff-meet-button-to-round = All talks
# $child, $group, $when: which one, as it is now.
staff-meet-talk-which = Talk about <b>{ $child }</b>, { $when }: to which moment?
# $child, $group: which one. $when: nothing.
staff-meet-talk-which-first = Talk about <b>{ $child }</b>: which moment?
# $child, $group, $when: which one.
staff-meet-no-moments = There is no free moment for { $child }. Open new moments first.
staff-meet-moment-gone = Somebody else has just chosen that moment. Nothing was changed.
# $child, $group, $when: which one, as it was. $new: day and time, short.
staff-meet-talk-moved = ✓ The talk about <b>{ $child }</b> is now { $new }, it was { $when }. In a minute the parent gets a message. Until then you can undo it.
# $child, $group: which one. $when: nothing. $new: day and time, short.
staff-meet-talk-chosen = ✓ Talk about <b>{ $child }</b>: { $new }. In a minute the parent gets a message. Until then you can undo it.
# $child, $group, $when: which one. $new: day and time, short.
staff-meet-talk-tell = ✓ Talk about <b>{ $child }</b>: { $new }. The parent is not in the chat: tell them yourself.
# $child, $group, $when: which one.
staff-meet-talk-off-plan = Call the talk about <b>{ $child }</b>, { $when }, off? The parent gets a message.
staff-meet-button-talk-off-yes = Yes, call it off
# $child, $group, $when: which one.
staff-meet-talk-called-off = ✓ The talk about <b>{ $child }</b>, { $when }, is called off. In a minute the parent gets a message. Until then you can undo it.
# $child, $group, $when: which one.
staff-meet-talk-called-off-tell = ✓ The talk about <b>{ $child }</b>, { $when }, is called off. The parent is not in the chat: tell them yourself.

## What came of a talk

# $child, $group, $when: which one.
staff-meet-held = ✓ Held: talk about <b>{ $child }</b>, { $when }.
# $child, $group, $when: which one.
staff-meet-not-held = Not held: talk about <b>{ $child }</b>, { $when }.
staff-meet-held-interpreter = The interpreter was there.
staff-meet-held-no-interpreter = The interpreter was not there.
# $with: with whom.
staff-meet-held-with = With: { $with }
# $step: what was agreed.
staff-meet-held-next-step = Next step: { $step }
staff-meet-button-interpreter = Interpreter was there
staff-meet-button-no-interpreter = No interpreter
staff-meet-button-with = Who was there?
staff-meet-button-next-step = Next step
staff-meet-button-mother = Mother
staff-meet-button-father = Father
staff-meet-button-both = Both parents
# $child, $group, $when: which one.
staff-meet-with-how = With whom did you speak about <b>{ $child }</b>? Choose, or type it in a few words.
staff-meet-with-long = Too long. Type at most 60 characters.
# $child, $group, $when: which one. $most: characters.
staff-meet-next-step-how = What did you agree about <b>{ $child }</b>? Type it in a few words, at most { $most } characters. Nothing about health.
staff-meet-next-step-long = Too long. Type it shorter. Nothing about health.

## Opening moments

staff-meet-which-talk = Which talk?
# $kind, $groups: which one.
staff-meet-which-days = <b>{ $kind }</b>, { $groups }: on which days? Tap one or more.
staff-meet-button-days-done = Go on
# $kind, $groups: which one.
staff-meet-which-range = <b>{ $kind }</b>: from when to when? Choose, or type it, such as 15:00-16:30.
staff-meet-range-unclear = That is not clear. Type for example 15:00-16:30.
# $kind, $groups: which one. $days: days. $range: from and until. $minutes: length. $moments, $children: how many.
staff-meet-open-plan =
    <b>{ $kind }</b>, { $groups }
    { $days }
    { $range }, { $minutes } minutes a talk
staff-meet-open-school = At school
staff-meet-open-home = At the families' homes
# $kind, $groups: which one. $days: days. $range: from and until. $minutes: length. $moments, $children: how many.
staff-meet-open-moments = <b>{ $moments }</b> moments for { $children } children.
# $minutes: length with an interpreter.
staff-meet-open-interpreter = With an interpreter a talk takes { $minutes } minutes.
# $kind, $groups: which one. $days: days. $range: from and until. $minutes: length. $moments, $children: how many.
staff-meet-open-joins = These moments join the round that is under way.
staff-meet-button-open-yes = Yes, open
# $minutes: length.
staff-meet-button-minutes = { $minutes } min.
staff-meet-button-at-home = At their homes
staff-meet-button-at-school = At school
# $kind, $groups: which one. $moments: how many.
staff-meet-opened = ✓ { $moments } moments open: <b>{ $kind }</b>, { $groups }. In a minute parents hear of it. Until then you can undo it.
# $kind, $groups: which one. $moments: how many.
staff-meet-opened-more = ✓ { $moments } moments more: <b>{ $kind }</b>, { $groups }.
staff-meet-no-room = No talk fits into that. Nothing was opened.
staff-meet-too-many = Those are too many moments at once. Nothing was opened.
# $when: day and time, short.
staff-meet-open-taken = At { $when } there is a moment already. Nothing was opened.

## Undoing

staff-meet-undone-invited = Undone. Nobody gets an invitation.
staff-meet-undone-changed = Undone. All is as it was. Parents get no message.
staff-meet-undone-closed = Undone. The list is open again.
staff-meet-undone-opened = Undone. The moments are gone.
staff-meet-undone-talk = Undone. The talk is as it was. The parent gets no message.
