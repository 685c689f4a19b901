### Meetings for staff: in the chat and on the command line. Short: numbers first, then what can be done.
### $title: the kind of meeting. $day: a day, short. $when: day and time. $children: first names. $group: their group.

## The command line: thuispost meeting. $title: kind of meeting. $groups: location/group, as a list. $number: its number. $when: day and time.

cli-not-an-hour = { $value } is no hour. Write for example 08:30.

# Heads of tables.
cli-meeting-head-kind = kind
cli-meeting-head-minutes = minutes
cli-meeting-head-target = target
cli-meeting-head-answers = answer
cli-meeting-head-counts = counts for
cli-meeting-head-what = what
cli-meeting-head-comes = comes
cli-meeting-head-there = was there
cli-meeting-head-interpreter = interpreter
cli-meeting-head-staff = with whom
cli-meeting-head-outcome = outcome
cli-meeting-head-talk = talk
cli-meeting-head-wish = wish

# Kinds: how families answer, and what it counts for.
cli-meeting-answers-rsvp = comes or not
cli-meeting-answers-tick = ticked by week
cli-meeting-answers-slots = chooses a moment
cli-meeting-counts-took-part = took part
cli-meeting-counts-talks = talks
# $name: what was typed. $known: the kinds.
cli-meeting-kind-unknown = There is no kind { $name }. Choose from: { $known }. Or make one: thuispost meeting kind
# $name: the kind. $base: the kind that it is like.
cli-meeting-kind-has-base = { $name } has the rules of { $base }, and keeps them. Make a new kind.
# $name: the kind. $known: the built-in kinds.
cli-meeting-kind-like = { $name } is new. Which kind is it like? Choose --like from: { $known }
# $value: what was typed.
cli-meeting-kind-name = { $value } cannot be a name. Use small letters, digits and hyphens, 40 at most.
# $kind: what it is called on the command line. $base: what it is like. $count: minutes.
cli-meeting-kind-kept = { $count ->
    [one] Kind { $kind } ({ $title }): 1 minute, like { $base }.
   *[other] Kind { $kind } ({ $title }): { $count } minutes, like { $base }.
}

# The place of a location. $location: its name.
cli-meeting-place = { $location }: { $address }
cli-meeting-place-none = { $location }: no address yet. Set it with --address "Street 1, Town".
# $pin: latitude and longitude. $link: a map.
cli-meeting-pin = On the map: { $pin }. See whether it is right: { $link }
cli-meeting-pin-none = Not on the map yet. Set it with --pin 52.1284,4.4464.
# $value: what was typed.
cli-meeting-not-a-pin = { $value } is no place on the map. Write latitude and longitude, for example 52.1284,4.4464.
cli-meeting-address = A place or address has 1 to 200 characters.

# Making one.
cli-meeting-made = { $title } in { $groups }. Number: { $number }
# $count: how many families.
cli-meeting-families = { $count ->
    [one] For 1 family.
   *[other] For { $count } families.
}
cli-meeting-invited = The invitation leaves now.
cli-meeting-invited-at = The invitation leaves on { $when }.
cli-meeting-not-invited = No invitation is sent in the chat.
cli-meeting-open-next = Now open moments: thuispost meeting open-slots { $number } --day DAY --from 15:00 --until 17:00 --announce
cli-meeting-quiet-hours = Nothing is sent in quiet hours. The invitation leaves on { $when }.
cli-meeting-invited-late = The invitation would leave on { $when } only. It has begun by then. Choose an earlier moment with --invite-at, or invite nobody with --no-invite.
cli-meeting-several-locations = The groups are at more than one location. Say where it is with --location.
# $path: the file.
cli-meeting-no-picture = There is no picture { $path }. Check the name, and its capitals.
cli-meeting-tick = Play-in is ticked by week: thuispost meeting play-in --group GROUP

# Lines of one's own in an invitation. $value: what was typed.
cli-meeting-not-a-line = { $value } must be a language and a text, such as nl=Neem een knuffel mee.
# $most: so many characters.
cli-meeting-line-long = This is too long, { $most } characters at most: { $value }
# $language: a language.
cli-meeting-line-twice = { $language } stands there twice. Leave one.
cli-meeting-line-hard = The Dutch line is not easy to read. Make short sentences, of about ten words.
# $count: how many languages.
cli-meeting-lines-kept = { $count ->
    [one] Line in 1 language kept for { $title }. Who waited for it gets the invitation.
   *[other] Lines in { $count } languages kept for { $title }. Who waited for them gets the invitation.
}
cli-meeting-missing-choose = Nothing was made or sent. Give a --line in that language too, or choose --missing hold (later, with thuispost meeting line) or --missing dutch (now, in Dutch).

# What cannot be.
# $id: what was typed.
cli-meeting-unknown = There is no meeting { $id }. Look with: thuispost meeting list --all
# $known: numbers with day and time.
cli-meeting-which-time = Which time? Choose --time from: { $known }
cli-meeting-no-group = For which group is it? Name one with --group.
cli-meeting-no-time = When is it? Give --on DAY and --at HOUR.
cli-meeting-weekly-one = With --weekly goes one day: the first. Or name all days with --on.
cli-meeting-past = { $when } is over. Choose a later moment.
# $from, $until: day and time.
cli-meeting-ends-before = It ends on { $until }, before it begins on { $from }. Does it last over midnight? Then write the day too: --until "2026-12-04 01:00"
cli-meeting-too-long = From { $from } to { $until } is longer than two days. Check the days.
cli-meeting-in-gap = { $when } does not exist: the clock is put forward then. Choose another hour.
cli-meeting-overlaps = It would be twice at the same time on { $when }. Choose another moment.
cli-meeting-too-often = More than 60 times cannot be. Make two series of it.
cli-meeting-other-kind = This kind has other times. Talks get theirs with thuispost meeting open-slots, other meetings with --on and --at.
cli-meeting-called-off = This does not take place: it was called off.
cli-meeting-begun = This has begun or is over.
cli-meeting-is-over = This is over. The code works on the day itself only.
cli-meeting-not-yet = That is only on { $when }. Note it then.

# Moments for talks. $from, $until: hours or days.
cli-meeting-hours-order = The last hour ({ $until }) must be after the first ({ $from }).
cli-meeting-no-room = No talk fits between { $from } and { $until }. Make it shorter, or the time longer.
cli-meeting-too-many-slots = That is more than 2000 moments. Open them in parts.
cli-meeting-staff-busy = This person has a talk on { $when } already. Nothing was opened.
# $name: the person.
cli-meeting-staff-elsewhere = { $name } does not work with these groups. No family could choose this moment.
# $from, $to: days.
cli-meeting-days-order = The last day ({ $to }) must be on or after { $from }, and within three months.
# $value: what was typed.
cli-meeting-not-a-break = { $value } is no break. Write for example 12:00-13:00.
cli-meeting-no-moments = There are no moments yet. Open them with --day, --from and --until.
cli-meeting-announced = The families have the invitation already. Leave out --announce: they see new moments by themselves.
# $count: how many moments. $from, $until: first and last day.
cli-meeting-opened = { $count ->
    [one] 1 moment opened, from { $from } to { $until }.
   *[other] { $count } moments opened, from { $from } to { $until }.
}
cli-meeting-opened-day = { $count ->
    [one] 1 moment opened, on { $from }.
   *[other] { $count } moments opened, on { $from }.
}
# $count: children without a moment. $free: free moments.
cli-meeting-enough = { $count ->
    [one] Free moments: { $free }. No moment yet: 1 child.
   *[other] Free moments: { $free }. No moment yet: { $count } children.
}
# $needed: so many moments are needed, with an interpreter more than one for a child.
cli-meeting-too-few = Note: { $needed } moments are needed and { $free } are free. Open more.

# List and standing.
cli-meeting-none = Nothing is planned. Make something with: thuispost meeting add
# $count: how many families come or chose. $all: of how many.
cli-meeting-of = { $count } of { $all }
cli-meeting-state-cancelled = called off
cli-meeting-state-no-moments = no moments yet
cli-meeting-state-over = over
cli-meeting-state-not-invited = nobody invited
cli-meeting-state-planned = invitation is ready
cli-meeting-state-invited = invited
cli-meeting-title = { $title } in { $groups } ({ $number })
# $time: the how manieth time.
cli-meeting-time = { $time }. { $when }
cli-meeting-time-cancelled = { $time }. { $when }: called off
# $place: room, location and address.
cli-meeting-where = Where: { $place }
# $count: places.
cli-meeting-capacity = { $count ->
    [one] Room for 1 family.
   *[other] Room for { $count } families.
}
cli-meeting-ve-only = Only for families of children with a VE indication.
cli-meeting-said-yes = come
cli-meeting-said-waiting = on the waiting list
cli-meeting-said-maybe = maybe
cli-meeting-said-no = do not come
cli-meeting-said-nothing = no answer yet
cli-meeting-said-unreached = not reached in the chat
# $count: how many people.
cli-meeting-people = { $count ->
    [one] Expected: 1 person.
   *[other] Expected: { $count } people.
}
# $list: languages, with how many carers.
cli-meeting-interpreters = Interpreter asked for: { $list }
# $count: how many families.
cli-meeting-waiting-list = { $count ->
    [one] On the waiting list, 1 family:
   *[other] On the waiting list, { $count } families:
}
cli-meeting-kept-until = place kept until { $when }
# $count: chosen. $all: children. $free: free moments.
cli-meeting-booked = Chosen: { $count } of { $all } children. Free moments: { $free }.
cli-meeting-held = held
cli-meeting-not-held = not held
cli-meeting-by-family = family
# $count: children. $days: days until the last moment.
cli-meeting-open-days = { $count ->
    [one] No moment yet, 1 child. Days left: { $days }. Speak to the parent.
   *[other] No moment yet, { $count } children. Days left: { $days }. Speak to the parents.
}
cli-meeting-open = { $count ->
    [one] No moment, 1 child:
   *[other] No moment, { $count } children:
}
cli-meeting-not-in-chat = not in the chat
cli-meeting-wants-interpreter = with interpreter

# Moving and calling off. $old: the moment before.
cli-meeting-moved = { $title } of { $old } is now { $when }.
cli-meeting-move-talks = Talks are moved one by one: thuispost meeting talk move TALK --at "DAY HOUR"
cli-meeting-cancelled = { $title } in { $groups } does not take place.
cli-meeting-cancelled-time = { $title } of { $when } does not take place.
# $count: how many carers.
cli-meeting-told = { $count ->
    [one] 1 carer is told.
   *[other] { $count } carers are told.
}
cli-meeting-told-nobody = Nobody knew of it yet.
# $count: how many talks.
cli-meeting-talks-cancelled = { $count ->
    [one] 1 talk was called off; the carer is told.
   *[other] { $count } talks were called off; the carers are told.
}
cli-meeting-round-told = Who got the invitation is told too.

# A talk. $child: first name.
# $id: what was typed.
cli-meeting-talk-unknown = There is no talk { $id }. The numbers stand in: thuispost meeting show NUMBER
cli-meeting-no-talks = This is no talk. Choose a kind with moments: thuispost meeting kinds
# $id: number of the family.
cli-meeting-no-child = Family { $id } has no child { $child } in these groups, or not with this carer.
# $known: names.
cli-meeting-which-child = About which child? Choose --child from: { $known }
cli-meeting-which-carer = These carers live apart and have a talk each. Choose --carer from: { $known }
cli-meeting-talk-booked = Talk about { $child }: { $when }. Number: { $number }
cli-meeting-talk-moved = Talk about { $child }: from { $old } to { $when }.
cli-meeting-talk-cancelled = The talk about { $child } of { $when } was called off.
cli-meeting-carer-told = The carer is told.
cli-meeting-carer-not-told = The carer is not in the chat. Tell them yourself.
cli-meeting-talk-no-moment = This talk has no moment.
cli-meeting-talk-same = This talk is at that moment already.
cli-meeting-talk-was-held = This talk was held already.
# $known: free moments with their number.
cli-meeting-not-free = That moment is not free. These are: { $known }
cli-meeting-none-free = No moment is free for this talk. Open more with: thuispost meeting open-slots
cli-meeting-noted-held = Noted: the talk about { $child } was held.
cli-meeting-noted-not-held = Noted: the talk about { $child } was not held.
# $value: what was typed. $known: the words.
cli-meeting-no-such-moment = { $value } is no moment of the schedule. Choose from: { $known }
# $known: names of children.
cli-meeting-child-unknown = There is no child { $child } in this group. There are: { $known }
cli-meeting-same-name = More children in this group are called { $child }. Make the names in the file of families differ.

# Who was there.
cli-meeting-note-talks = A talk is noted with: thuispost meeting talk note TALK --held
# $count: families that were there. $all: families on the list.
cli-meeting-there = { $title }, { $when }: { $count } of { $all } families were there.
cli-meeting-list-is-open = The list is still open. Is it complete? Add --close.
cli-meeting-list-is-closed = The list is complete.
cli-meeting-list-was-closed = The list was complete already.
cli-meeting-list-was-open = The list is still open.
cli-meeting-list-told = The families have been told. The list stays complete; who was there can still be corrected.
# $count: with how many people.
cli-meeting-comes-with = yes, { $count }
cli-meeting-seen = seen
cli-meeting-says-so = says so
cli-meeting-interpreter-there = was there
# $id: number of the family.
cli-meeting-there-and-not = Family { $id } stands with --family and with --not. Choose one.
cli-meeting-interpreter-alone = Family { $id } is not on the list. Put it there with --family { $id }.
# $group: location/group. $day: the Monday. $count, $all: families.
cli-meeting-played = Play-in { $group }, week of { $day }: { $count } of { $all } families.

# The list on paper. $row: number of the row. $column: header. $value: what stands there.
meeting-list-yes = yes
# $found: headers that are there.
meeting-list-columns = The headers must be family (or child and group) and present. Found: { $found }
# $row, $column
meeting-list-nobody = Row { $row }, { $column }: no family and no child here. Fill in one of them.
# $row, $column, $value
meeting-list-no-family = Row { $row }, { $column }: the roster has no family { $value }. Write it as in the file of families.
# $row, $column, $value
meeting-list-no-child = Row { $row }, { $column }: there is no child { $value } in that group. Check name and group.
# $row, $column, $value, $known: families.
meeting-list-several = Row { $row }, { $column }: { $value } is there in more families: { $known }. Add the family.
# $row, $column, $value
meeting-list-without-family = Row { $row }, { $column }: the interpreter was there, but the family was not. Correct one of them.

## Names of messages, in lists

staff-meeting-label-invitation = { $title } { $day } · invitation
staff-meeting-label-again = { $title } { $day } · second invitation
staff-meeting-label-reminder = { $title } { $day } · reminder
staff-meeting-label-moved = { $title } { $day } · moved
staff-meeting-label-cancelled = { $title } { $day } · called off
staff-meeting-label-thanks = { $title } { $day } · thanks
staff-meeting-label-missed = { $title } { $day } · missed

## Falling together: one line for each cause and moment, without markup

staff-clash-head = Mind, this falls together with:
# $name: what the closed day is called.
staff-clash-closed = - { $day } is a closed day: { $name }.
# $location: the location of that other meeting. $families: families who belong to both.
staff-clash-meeting =
    - { $when }: { $title }, { $location }. { $families ->
        [one] { $families } family belongs to both.
       *[other] { $families } families belong to both.
    }
# $calendar: name of the other calendar. $title: what stands there.
staff-clash-event = - { $when }: { $title }, in the calendar { $calendar }.
# The same, all day.
staff-clash-event-day = - { $day }, all day: { $title }, in the calendar { $calendar }.
# $families: families who have a talk then. $when: the first of the talks.
staff-clash-talks =
    - { $when }: { $families ->
        [one] { $families } family has a talk then.
       *[other] { $families } families have a talk then.
    }
# $count: so many lines are left out.
staff-clash-more =
    { $count ->
        [one] And { $count } other moment.
       *[other] And { $count } other moments.
    }

## Calendars of others

# $file: the file. $most: megabytes.
staff-calendar-too-large = { $file } is too large: at most { $most } MB is taken. Export a smaller part, such as one school year.
staff-calendar-none = { $file } is no calendar, maybe it is the page of a log-in. Export the calendar as .ics and try again.
# $part: what is not finished, such as VEVENT.
staff-calendar-cut-off = { $file } ends half-way, in the middle of { $part }. Download the file again.
# $line: number of the line. $value: what stands there.
staff-calendar-broken-line = { $file }, line { $line }: this does not belong in a calendar: { $value }. Export the calendar again.
staff-calendar-unknown-zone = { $file }, line { $line }: the time zone { $value } is unknown. Choose one such as Europe/Amsterdam in the calendar and export again.
staff-calendar-bad-zone = { $file }, line { $line }: the time zone described here makes no sense. Export the calendar again, best from another program.
staff-calendar-bad-date = { $file }, line { $line }: this is no date or time: { $value }. Mend that event in the calendar and export again.
staff-calendar-bad-rule = { $file }, line { $line }: an event cannot repeat like this: { $value }. Mend that event in the calendar and export again.
staff-calendar-no-start = { $file }, line { $line }: this event has no beginning. Mend or delete it in the calendar and export again.
staff-calendar-ends-before = { $file }, line { $line }: this event ends before it begins. Mend it in the calendar and export again.
# $most: so many events may be in it.
staff-calendar-too-many = { $file }, line { $line }: more than { $most } events, or one that repeats without end. Export a smaller part, such as one school year.
staff-calendar-nothing-done = Nothing was changed.
staff-calendar-unnamed = (no title)
# $most: characters.
staff-calendar-name = Give the calendar a name of at most { $most } characters.
# $name: the calendar. $count: events.
staff-calendar-kept =
    Calendar { $name }: { $count ->
        [one] { $count } event is in it now.
       *[other] { $count } events are in it now.
    }
staff-calendar-would-keep =
    Calendar { $name }: { $count ->
        [one] { $count } event would be in it. Nothing was changed.
       *[other] { $count } events would be in it. Nothing was changed.
    }
# $count: events that stand in the calendar as "free".
staff-calendar-free =
    { $count ->
        [one] Passed over: { $count } event that stands in the calendar as "free".
       *[other] Passed over: { $count } events that stand in the calendar as "free".
    }
# $known: the calendars that there are.
staff-calendar-unknown = There is no calendar { $name }. There are: { $known }
staff-calendar-removed = The calendar { $name } is gone. Nothing is held against it any more.
staff-calendar-nothing = There are no calendars of others yet. This takes one in: thuispost meeting import FILE.ics --calendar NAME
staff-calendar-everywhere = all
staff-head-location = Location
staff-head-events = Events
staff-head-until = Until
staff-head-imported = Taken in

## Closed days from a calendar

# $from, $to: first and last day. $year: the year. $name: the title.
staff-import-day = { $from } { $year }: { $name }
staff-import-days = { $from } { $year } to { $to }: { $name }
staff-import-passed-over = Passed over:
staff-import-part-of-a-day = - { $when }: { $title } (not a whole day)
staff-import-too-long = - { $when }: { $title } (too long for a holiday)
# $count: days.
staff-import-closed =
    { $count ->
        [one] { $count } day is closed now.
       *[other] { $count } days are closed now.
    }
staff-import-would-close =
    { $count ->
        [one] { $count } day would be closed. Nothing was changed.
       *[other] { $count } days would be closed. Nothing was changed.
    }
staff-import-on-closed = Mind, this falls on a closed day:
# $location: the location. $name: what the closed day is called.
staff-import-on-closed-line = - { $when }: { $title }, { $location }, closed: { $name }

## One's own calendar, for a calendar program: without markup

# $name: the organisation or the member of staff.
staff-feed-name = { $name } · meetings
# $groups: the groups.
staff-feed-groups = For { $groups }
staff-feed-talk = { $title } · { $group }
# $child: first name.
staff-feed-talk-own = { $title } · { $child } ({ $group })
staff-feed-at-home = At the family's home
staff-feed-no-address = Set THUISPOST_PUBLIC_URL, such as https://post.example.org, and let the web server pass on /calendar/. Without an address there is the file: --file calendar.ics
staff-feed-other-key = This address was made with another key. Set THUISPOST_KEY_FILE to the old key file, or make a new address with --renew.
staff-feed-how = Add this address to a calendar program. Whoever has it sees the calendar: do not share it. With --renew it stops working and there is a new one.
# $file: the file. $problem: what the system says.
staff-feed-unwritable = { $file } cannot be written: { $problem }
staff-feed-written = The calendar is in { $file }.

## What is kept about a carer: headings of the export

cli-export-meetings = Answers to invitations
cli-export-places = Places at meetings
cli-export-attended = Was there
cli-export-talks = Talks
