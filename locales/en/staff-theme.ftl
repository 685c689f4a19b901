### What a member of staff reads about themes that run in groups. Short: first what there is, then what to do.
### $theme: the theme's title. $groups: location/group, as a list.

## Why a message did not come

cli-reason-bundled = goes along in another message
cli-reason-ceiling = enough messages this week
cli-reason-own-days = no own day left this week
cli-reason-paused-theme = theme paused
cli-reason-closed-day = closed

## Heads of tables

theme-head-theme = theme
theme-head-groups = groups
theme-head-date = date
theme-head-day = day
theme-head-name = name
theme-head-weeks = weeks
theme-head-state = state
theme-head-number = number
theme-head-week = week
theme-head-message = message
theme-head-when = when
theme-head-stands = state

## The messages of a week, and how they stand

theme-slot-letter = theme letter
theme-slot-why = why
theme-slot-do = do
theme-slot-cheer = cheer
theme-slot-closing = closing
theme-slot-planned = planned
theme-slot-done = sent
theme-slot-closed = closed, left out
theme-state-running = running
theme-state-paused = paused
theme-state-stopped = stopped
theme-state-over = over

## The plan

# $theme, $groups
theme-plan = { $theme } in { $groups }
# $families: families with a child in the groups. $reached: of those, families who get it and can take it in.
theme-plan-families = { $families ->
    [one] Reached: { $reached } of 1 family.
   *[other] Reached: { $reached } of { $families } families.
}
# $list: the ways below, with how many families.
theme-plan-how = Yes: { $list }
# $list: the reasons below, with how many families.
theme-plan-not-reached = No: { $list }
# $list: who listens, by language.
theme-plan-listening = Parents who listen: { $list }
# $language: the language. $carers: parents. $recorded, $spoken, $silent: texts of the theme.
theme-listening = { $language } { $carers } ({ $recorded } texts recorded, { $spoken } by the computer, { $silent } without a voice)
# $language: the language. $carers: parents.
theme-listening-silent = { $language } { $carers } (no voice yet)
# $count: families, in all that follows.
theme-reach-own-language = { $count } in their own language
theme-reach-second-language = { $count } in a second language
theme-reach-in-dutch = { $count } in Dutch
theme-reach-no-voice = { $count ->
    [one] 1 listens, and there is no voice yet
   *[other] { $count } listen, and there is no voice yet
}
theme-reach-missing-language = { $count } without a text in their language
theme-reach-paused = { $count } on a pause
theme-reach-unreachable = { $count } out of reach in the chat
theme-reach-stopped = { $count } stopped
theme-reach-not-connected = { $count } not in the chat yet
# $language: the language. $count: how many families.
theme-plan-language = { $count ->
    [one] { $language }: 1 family
   *[other] { $language }: { $count } families
}
# $language, $count: families who get nothing.
theme-plan-gap-hold = { $count ->
    [one] { $language } is missing for 1 family. It gets nothing. Have it translated, or choose --missing dutch.
   *[other] { $language } is missing for { $count } families. They get nothing. Have it translated, or choose --missing dutch.
}
# $language, $count: families who get Dutch.
theme-plan-gap-dutch = { $count ->
    [one] { $language } is missing for 1 family. It gets the Dutch text.
   *[other] { $language } is missing for { $count } families. They get the Dutch text.
}
theme-plan-not-introduced = No one noted that parents were told about it. Tell them first, and note the day with --introduced or theme introduced.
# $day: the day.
theme-plan-introduced = Parents were told about it on { $day }.
# $week: the week of the theme. $count: how many children.
theme-step-age = { $count ->
    [one] Week { $week }: 1 child without an activity, since none fits its age.
   *[other] Week { $week }: { $count } children without an activity, since none fits their age.
}
# $week, $count
theme-step-all-done = { $count ->
    [one] Week { $week }: 1 child without an activity, since it has had them all.
   *[other] Week { $week }: { $count } children without an activity, since they have had them all.
}

## Starting and changing

theme-start-not-yet = Nothing has started. Add --yes to start it.
# $theme. $number: the number of this run.
theme-started = { $theme } starts. Number: { $number }
# $theme, $number
theme-not-introduced = Note: no one wrote down that parents were told about { $theme }. Do so with: thuispost theme introduced { $number } DAY
# $theme, $groups
theme-introduced = Noted: parents were told about { $theme }.
# $theme, $groups. $count: how many messages. $days: how many days.
theme-moved = { $count ->
    [one] { $theme }: 1 message moves by { $days } days.
   *[other] { $theme }: { $count } messages move by { $days } days.
}
# $theme, $groups. $count: messages that were ready and will not go.
theme-paused = { $count ->
    [one] { $theme } is paused. 1 message that was ready will not go. Go on with: theme resume
   *[other] { $theme } is paused. { $count } messages that were ready will not go. Go on with: theme resume
}
# $theme, $groups. $count: how many weeks later.
theme-resumed = { $count ->
    [one] { $theme } runs again, 1 week later than planned.
   *[other] { $theme } runs again, { $count } weeks later than planned.
}
# $theme, $groups. $count: messages that were ready and will not go.
theme-stopped = { $count ->
    [one] { $theme } is stopped. 1 message that was ready was taken back.
   *[other] { $theme } is stopped. { $count } messages that were ready were taken back.
}
theme-none = No theme runs. Start one with: thuispost theme start THEME --group GROUP
# $name: what was typed.
theme-run-unknown = No theme { $name } runs. See: thuispost theme list
# $name: what was typed. $known: the numbers with their groups.
theme-run-several = { $name } runs more than once. Choose a number: { $known }
theme-past = That day is over. Choose a later day.
theme-no-group = No group was named. Name one with --group.
# $groups: where the theme runs already.
theme-runs-already = This theme runs in { $groups } already. Stop it there first, or choose another.
# $state: how the theme stands.
theme-wrong-state = That cannot be: the theme is { $state }.
# $theme
theme-withdrawn = { $theme } is no longer in the programme. Choose another theme.
# $value: what was typed.
theme-not-a-day = { $value } is no day. Write 2026-11-28, for example.

## Closed days

# $count: how many days.
closed-days-added = { $count ->
    [one] 1 day closed. What was planned for it moves or is left out.
   *[other] { $count } days closed. What was planned for them moves or is left out.
}
# $count: how many days.
closed-days-removed = { $count ->
    [one] 1 day open again.
   *[other] { $count } days open again.
}
closed-days-none = There are no closed days.
# $from, $to: days.
closed-days-order = The last day ({ $to }) must be on or after { $from }, and within a year.

## What is kept about a parent

cli-export-activities = Activities at home
cli-export-levels = Level of the activities
cli-export-materials = Materials that were given
