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
activity-in-dutch = <i>Dit is er nu alleen in het Nederlands. Iets niet duidelijk? Vraag het ons.</i>
# $need: things from any home.
activity-need = Je hebt nodig: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] Dit duurt ongeveer { $minutes } minuut.
   *[other] Dit duurt ongeveer { $minutes } minuten.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Woorden</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Kijk hier:
# Questions follow below.
book-questions = Praat samen over het boek:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 Hoe ging het thuis met { $children }?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 Is het nu gelukt met { $children }?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Wat fijn. { $practises }
# $practises: as above.
activity-thanks-a-bit = Mooi, een begin is genoeg. { $practises }
# A photo came as the answer.
activity-thanks-photo = Wat leuk. Foto’s bewaren we niet. Wel weten we nu: het is gelukt.
# A voice message came as the answer.
activity-thanks-voice = Dank je. Luisteren kunnen we hier niet. Wel weten we nu: het is gelukt.
# The easier steps follow below.
tip-easier = Dank je wel. Zo is het makkelijker:
# The harder steps follow below.
tip-harder = Dank je wel. Zo wordt het spannender:
# There is no easier or harder way of this one.
tip-no-step-left = Dank je wel. We zoeken een idee dat beter past.
tip-no-time = Dank je wel. Vijf minuten is ook goed. Doe het bij het eten, in bad of op straat.
tip-no-materials = Dank je wel. Gebruik wat je hebt. Een doos, een lepel of een sok is genoeg.
tip-child-did-not-want = Dank je wel. Begin zelf, je kind kijkt eerst. Een andere dag mag ook.

## Words that answer "did it work?", one a line

words-worked =
    ja
    jawel
    jazeker
    gelukt
    het is gelukt
    gedaan
    jep
words-a-bit =
    een beetje
    beetje
    bijna
    half
words-not-yet =
    nee
    nog niet
    niet gelukt
    neen
