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
activity-in-dutch = <i>Na razie jest to tylko po niderlandzku. Coś jest niejasne? Proszę nas zapytać.</i>
# $need: things from any home.
activity-need = Potrzebne będą: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] To trwa około { $minutes } minuty.
    [few] To trwa około { $minutes } minut.
    [many] To trwa około { $minutes } minut.
   *[other] To trwa około { $minutes } minuty.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Słowa</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Można zobaczyć tutaj:
# Questions follow below.
book-questions = Porozmawiajcie razem o książce:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 { $children }: jak poszło w domu?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 { $children }: czy tym razem się udało?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Jak miło. { $practises }
# $practises: as above.
activity-thanks-a-bit = Świetnie, początek wystarczy. { $practises }
# A photo came as the answer.
activity-thanks-photo = Jak miło. Nie przechowujemy zdjęć. Ale już wiemy: udało się.
# A voice message came as the answer.
activity-thanks-voice = Dziękujemy. Nie możemy tu słuchać nagrań. Ale już wiemy: udało się.
# The easier steps follow below.
tip-easier = Dziękujemy. Tak będzie łatwiej:
# The harder steps follow below.
tip-harder = Dziękujemy. Tak będzie ciekawiej:
# There is no easier or harder way of this one.
tip-no-step-left = Dziękujemy. Poszukamy pomysłu, który lepiej pasuje.
tip-no-time = Dziękujemy. Pięć minut też wystarczy. Na przykład przy stole, w kąpieli albo w drodze.
tip-no-materials = Dziękujemy. Wystarczy to, co jest w domu. Pudełko, łyżka albo skarpetka.
tip-child-did-not-want = Dziękujemy. Najpierw dziecko może tylko patrzeć. Inny dzień też jest dobry.

## Words that answer "did it work?", one a line

words-worked =
    tak
    udało się
    udalo sie
    zrobione
words-a-bit =
    trochę
    troche
    prawie
words-not-yet =
    nie
    jeszcze nie
    nie udało się
