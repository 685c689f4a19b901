### Meetings for staff: in the chat and on the command line. Short: numbers first, then what can be done.
### $title: the kind of meeting. $day: a day, short. $when: day and time. $children: first names. $group: their group.

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

# $file: the file. $size, $most: megabytes.
staff-calendar-too-large = { $file } is too large: { $size } MB, and at most { $most } MB is taken. Export a smaller part, such as one school year.
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
