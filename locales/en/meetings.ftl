### Meetings: invitations, answers, talks with a moment of one's own, and what follows.
### $title: what kind of meeting it is. $children: first names, as a list. $location: the site.
### $when: weekday, date and time, such as "Thursday 3 December at 08:30". HTML: only <b> and <i>.

# Above every message about a meeting.
meeting-header =
    📅 <b>{ $title }</b>
    { $children } · { $location }
# The same, where no child is named.
meeting-header-short =
    📅 <b>{ $title }</b>
    { $location }

## Kinds of meetings: the title of an invitation

meeting-kind-theme-morning = Theme morning
meeting-kind-theme-start = Start of the theme
meeting-kind-theme-closing = End of the theme
meeting-kind-coffee-morning = Coffee morning
meeting-kind-play-in = Play-in
meeting-kind-information-evening = Information evening
meeting-kind-acquaintance-talk = Getting to know you
meeting-kind-five-week-talk = Talk after five weeks
meeting-kind-ten-minute-talk = Talk about your child
meeting-kind-home-visit = Visit at your home
meeting-kind-play-group = Play group
meeting-kind-parent-help = Will you lend a hand?
meeting-kind-other = Meeting

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Come and see what your child does in the group. You play together and see what you can also do at home.
meeting-invite-theme-start = We begin a new theme. Come and join in together with your child. You hear what you can do at home.
meeting-invite-theme-closing = The theme is done. Your child would love to show you what they made and learned.
meeting-invite-coffee-morning = Come for a cup of coffee or tea. You talk with other parents and with us. You may ask anything.
meeting-invite-play-in = Come in together with your child and play along for a quarter of an hour. It is a calm start of the day.
meeting-invite-information-evening = We tell how your child plays and learns here. You can ask anything. Then you know what comes this year.
meeting-invite-acquaintance-talk = We would like to get to know you and your child. You tell us what your child enjoys, and you see the group.
meeting-invite-five-week-talk = Your child has been here for five weeks. How is it going? We tell what we see and would like to hear what you see.
meeting-invite-ten-minute-talk = We would like to talk with you about your child. What goes well? What does your child enjoy? You know your child best.
meeting-invite-home-visit = We would like to visit you at home. We play together with your child. You need not prepare anything.
meeting-invite-play-group = Play, sing and talk together with your child and other parents. You learn games that you can also do at home.
meeting-invite-parent-help = Would you like to help in the group for once? Your child enjoys it when you are there. You need not speak Dutch.
meeting-invite-other = You are very welcome. Do come along.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Once:
   *[other] { $count } times. Please come each time if you can:
}
# $place: a room or an address.
meeting-where = Where: { $place }
meeting-at-home = Where: at your home
meeting-siblings-welcome = Brothers and sisters may come along.
meeting-siblings-not = This time without brothers and sisters, please.
meeting-free = It is free.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] We need one parent.
   *[other] We need { $count } parents.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] There is room for one family.
   *[other] There is room for { $count } families.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Choose a moment yourself, from <b>{ $from }</b> to <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Choose a moment yourself, on <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>In Dutch:</i> { $line }
meeting-question = Are you coming too?
# The second and last invitation to who has not answered.
meeting-again = Do you know yet whether you can come? You are very welcome.

## Buttons under an invitation

meeting-yes = I am coming
meeting-no = I cannot come
meeting-maybe = Maybe later
meeting-interpreter = Interpreter, please
meeting-other-moment = Another moment
meeting-map = Where is it?
meeting-calendar = Into my calendar
meeting-not-after-all = I cannot after all
meeting-choose-moment = Choose a moment
meeting-next-yes = I will come next time

## Answers

meeting-yes-done = Good that you are coming. See you on <b>{ $when }</b>.
# A series.
meeting-yes-series = Good that you join us. The first time is <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = How many people will come? Count yourself too.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Good, you come on your own.
   *[other] Good, you come with { $count } people.
}
meeting-no-done = Good that you tell us. Would another moment be better?
meeting-maybe-done = Fine. You can still choose until it begins.
meeting-full = There is no place left now. You are on the waiting list. If a place comes free, we ask you at once.
meeting-full-helpers = How kind. We have enough parents now. You are on the list. If somebody cannot come, we ask you.
meeting-leave-list = Take me off the list
meeting-list-left = Good, you are not on the list any more.
meeting-seat-free = A place is free: <b>{ $when }</b>. Would you like to come? Please choose before { $until }.
meeting-seat-yes = Yes, I am coming
meeting-seat-no = No, thank you
meeting-seat-passed = The place has gone to another family. You are still on the list.
meeting-over = This has begun or is over. You cannot choose any more.
meeting-called-off = This does not take place. We tell you when there is a new moment.
meeting-not-yours = This invitation is not for you any more. Ask at your child’s group.

## Interpreter

meeting-interpreter-question = Who can interpret for you?
meeting-interpreter-ours = Find one for me
meeting-interpreter-family = I bring somebody
meeting-interpreter-none = I can do without
# $language: the carer's language.
meeting-interpreter-ours-done = Good. We look for an interpreter for you: { $language }. We remember it for the next time.
meeting-interpreter-family-done = Good. Do bring an adult who interprets for you.
meeting-interpreter-none-done = Good, then no interpreter comes.

## Another moment

# Other moments follow as buttons.
meeting-moments = Choose another moment. Or type when you can come.
meeting-moment-type = When can you come? Type it here. For example: Tuesday afternoon.
meeting-moment-typed = Thank you. We pass it on to { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = Tomorrow is the day: <b>{ $when }</b>. Good that you are coming.
# $old, $when: the moment before and the new one.
meeting-moved =
    This has moved. It was { $old }.
    It will be <b>{ $when }</b>.
    Did you say that you are coming? Then we count on you. Can you not come then? Press the button.
# $when: when it would have been.
meeting-cancelled = This does not take place: <b>{ $when }</b>. A pity. We hope to see you another time.
# $reason: in the staff's own words.
meeting-cancelled-why = Why: { $reason }
meeting-next = The next time is <b>{ $when }</b>.
meeting-thanks = How nice that you were there. Your child notices that you join in.
meeting-missed = We missed you. No worries, you are always welcome.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Choose a moment for the talk about <b>{ $child }</b>.
talk-more = More moments
talk-mornings = Morning
talk-afternoons = Afternoon
talk-none-fits = None suits me
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Your talk about <b>{ $child }</b>: <b>{ $when }</b>. You talk with { $staff }.
# Nobody is named.
talk-booked-group = Your talk about <b>{ $child }</b>: <b>{ $when }</b>.
talk-home = We come to your home.
talk-with-interpreter = There is an interpreter: { $language }. So it takes a little longer.
talk-move = Another moment
talk-cancel = Cancel it
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = The talk about <b>{ $child }</b> too? It can be right beside it: <b>{ $when }</b>.
talk-sibling-yes = Yes, that is handy
talk-sibling-other = Another moment
talk-taken = That moment has just gone. Choose another one.
talk-all-booked = You have chosen your talk already. Look below.
talk-none-left = No moment is free now. If one comes free, we ask you at once.
# They wanted another moment. $when: the one they keep.
talk-none-other = No other moment is free now. Your talk stays on <b>{ $when }</b>.
talk-none-fits-done = When can you come? Type it here. If a moment comes free, we ask you.
# $when: the moment that was given back.
talk-cancelled-by-you = Good, the talk on { $when } is cancelled. Would you like another moment?
talk-freed = A moment is free for the talk about <b>{ $child }</b>: <b>{ $when }</b>. Would you like it? Please choose before { $until }.
talk-freed-yes = Yes, please
talk-freed-no = No, thank you
talk-freed-passed = That moment is not free any more. Choose another one.
talk-freed-no-done = Good. We ask you when another moment comes free.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    We had to move the talk about <b>{ $child }</b>. It was { $old }.
    It will be <b>{ $when }</b>. Does that not suit you? Choose another moment.
talk-moved-fine = That is fine
talk-moved-fine-done = Thank you.
talk-cancelled = The talk about <b>{ $child }</b> does not take place: { $when }. Choose another moment.
# The same, when there is no other moment to choose.
talk-called-off = The talk about <b>{ $child }</b> does not take place: { $when }.
talk-reminder = Tomorrow is your talk about <b>{ $child }</b>: <b>{ $when }</b>.
talk-again = You have not chosen a moment for the talk yet. We would like to talk with you.
talk-thanks = Thank you for the talk about <b>{ $child }</b>. You know your child best.
talk-missed = The talk about <b>{ $child }</b> did not happen. That can be. Do choose a new moment.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Are you here? Scan this with your phone.
meeting-here = Good that you are here. We have noted you for <b>{ $title }</b>.
meeting-here-again = You were on the list already. Good that you are here.
meeting-here-stranger = Good that you are here. We do not know you yet. Ask for your own letter at the group.
# $when: when the code works.
meeting-here-not-now = This code belongs to <b>{ $title }</b>: { $when }. It works on that day only.
meeting-here-unknown = This code does not work. Ask somebody of the group.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = appointment
meeting-file-text = Here is your appointment for your calendar. Open the file.
meeting-file-cancelled = This appointment does not take place. Open the file. Then it leaves your calendar.
