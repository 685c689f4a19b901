### The report for staff, as a plain table: no markup.

# $from, $to: days, both included.
report-period = From { $from } to { $to }

## Titles

report-by-all = All families
report-by-location = By location
report-by-group = By group
report-by-language = By home language
report-by-letter = By letter, of the families it was for
report-by-programme = By programme, of the families in the groups that used it
report-by-theme = By theme, of the families in the groups where it ran
report-by-activity = By activity, of the families it was for
report-by-kind = By kind of meeting, of the families in the groups it was for

## Figures. "of those reached" and the like belong to the name: the denominator differs.

report-figure-connected = connected
report-figure-reached = reached by a letter
report-figure-understood = understood it, of those reached
report-figure-responded = responded
report-figure-offered = offered an activity
report-figure-did-at-home = did it at home
report-figure-worked = it worked, of those who did it
report-figure-took-part = came to a meeting
report-figure-talks = talks held, of the talks that were due
report-figure-said-they-come = said they come, of those invited
report-figure-came-as-said = came, of those who had said so
report-figure-interpreter-there = interpreter there, of those who asked
report-figure-language-known = home language confirmed

## Headings

# $figure: one of the names above. $percent: a whole number.
report-heading-framework-b4 = { $figure } (norm { $percent } %: B4, VVE framework 2013)
# $figure: one of the names above. $percent: a whole number.
report-heading-framework-b5 = { $figure } (norm { $percent } %: B5, VVE framework 2013)
# $figure: one of the names above. $percent: a whole number.
report-heading-framework-b6 = { $figure } (norm { $percent } %: B6, VVE framework 2013)
# $figure: one of the names above. $percent: a whole number.
report-heading-klinkert = { $figure } (norm { $percent } %: De Klinkert)
# $figure: one of the names above. $percent: a whole number.
report-heading-ours = { $figure } (norm { $percent } %: our own target)
# $figure: one of the names above; there is no norm.
report-heading = { $figure }

## A share and its norm

# $count of $families families, $percent: a whole number.
report-share =
    { $families ->
        [one] { $count } of 1 family, { $percent } %
       *[other] { $count } of { $families } families, { $percent } %
    }
report-share-none = no families
# $count of $families families, $percent and $target: whole numbers.
report-share-target =
    { $families ->
        [one] { $count } of 1 family, { $percent } % (norm { $target } %)
       *[other] { $count } of { $families } families, { $percent } % (norm { $target } %)
    }
# $count of $families talks, $percent: a whole number.
report-talks =
    { $families ->
        [one] { $count } of 1 talk, { $percent } %
       *[other] { $count } of { $families } talks, { $percent } %
    }
report-talks-none = no talks due
# $families: how many are still missing for the norm.
report-short =
    { $families ->
        [one] 1 more family needed
       *[other] { $families } more families needed
    }
# $families: how many talks are missing until the norm.
report-talks-short =
    { $families ->
        [one] 1 more talk needed
       *[other] { $families } more talks needed
    }
report-short-none = norm met

## Kinds of evidence. $families: how many.

# $families: a carer pressed a button or wrote it.
report-evidence-said-so = { $families } said so
# $families: staff saw it.
report-evidence-seen = { $families } seen by staff
# $families: nothing was delivered in a chat, the printed copy was given by hand.
report-evidence-handed-over = { $families } on paper
# $families: delivered in a chat.
report-evidence-delivered = { $families } delivered
# $families: nothing was delivered in a chat, the materials of an activity were handed over.
report-evidence-materials = { $families } materials handed over
# $families: staff noted that they came.
report-evidence-attended = { $families } attended
# $families: talks that staff noted as held.
report-evidence-held = { $families } held
# $families: "please explain", "not yet", declined, stopped.
report-evidence-otherwise = { $families } said otherwise
# $families: not on a list that staff closed, or no interpreter was there.
report-evidence-not-seen = { $families } not, as staff noted
# $families: no answer, nothing arrived.
report-evidence-unknown = { $families } unknown

## What to keep in mind

report-note-denominator = Counted are families with a child in the period, including those who never connected.
report-note-overlap = A family counts once in each row that applies to it, so rows need not add up to the total.
report-note-talks = Talks are counted one by one, not by family: for each child and each moment at which one was due.
report-note-self-report = What carers say about home is self-report, and is shown as such.
report-note-unknown = No answer means unknown. It never means no.
report-note-norms = B4, B5 and B6: indicators of the VVE framework of 2013. De Klinkert: its theme letter, and each kind of meeting.
