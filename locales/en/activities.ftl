### The messages of a theme: why, do, cheer, closing, picture books, and what follows on "did it work?".
### $title: the title of the activity, theme or book. $children: first names, as a list. $location: the site.

# Why it is good for a child.
activity-header-why =
    💡 <b>{ $title }</b>
    { $children } · { $location }
# What to do.
activity-header-do =
    🧩 <b>{ $title }</b>
    { $children } · { $location }
# Encouragement and a next step.
activity-header-cheer =
    🌟 <b>{ $title }</b>
    { $children } · { $location }
# The last message of a theme.
activity-header-closing =
    🎈 <b>{ $title }</b>
    { $children } · { $location }
# A picture book that the group has read.
activity-header-book =
    📖 <b>{ $title }</b>
    { $children } · { $location }
# The same message goes on about a brother or sister.
activity-section =
    <b>{ $title }</b>
    { $children }
activity-in-dutch = <i>This is only in Dutch for now. Is something unclear? Please ask us.</i>
# $need: things from any home.
activity-need = You need: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] This takes about { $minutes } minute.
   *[other] This takes about { $minutes } minutes.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Words</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Look here:
# Questions follow below.
book-questions = Talk about the book together:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 How did it go at home with { $children }?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 Did it work this time with { $children }?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = How lovely. { $practises }
# $practises: as above.
activity-thanks-a-bit = Great, a start is enough. { $practises }
# A photo came as the answer.
activity-thanks-photo = How nice. We do not keep photos. But now we know: it worked.
# A voice message came as the answer.
activity-thanks-voice = Thank you. We cannot listen here. But now we know: it worked.
# The easier steps follow below.
tip-easier = Thank you. This way is easier:
# The harder steps follow below.
tip-harder = Thank you. This makes it more exciting:
# There is no easier or harder way of this one.
tip-no-step-left = Thank you. We will look for an idea that fits better.
tip-no-time = Thank you. Five minutes is fine too. Try it at dinner, in the bath or on the way.
tip-no-materials = Thank you. Use what you have. A box, a spoon or a sock is enough.
tip-child-did-not-want = Thank you. Start by yourself and let your child watch. Another day is fine too.

## Words that answer "did it work?", one a line

words-worked =
    yes
    yes it worked
    it worked
    done
    yep
    yeah
words-a-bit =
    a bit
    a little
    almost
    sort of
words-not-yet =
    no
    not yet
    nope
