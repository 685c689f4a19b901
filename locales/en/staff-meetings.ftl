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
