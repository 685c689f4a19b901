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
activity-in-dutch = <i>Ce message n’existe qu’en néerlandais pour le moment. Une question ? Écrivez-nous.</i>
# $need: things from any home.
activity-need = Il vous faut : { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] Cela dure environ { $minutes } minute.
    [many] Cela dure environ { $minutes } minutes.
   *[other] Cela dure environ { $minutes } minutes.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Mots</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Regardez ici :
# Questions follow below.
book-questions = Parlez du livre ensemble :

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 Comment ça s’est passé à la maison avec { $children } ?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 Cette fois, ça a marché avec { $children } ?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Quel plaisir. { $practises }
# $practises: as above.
activity-thanks-a-bit = Très bien, un début suffit. { $practises }
# A photo came as the answer.
activity-thanks-photo = Quelle bonne idée. Nous ne gardons pas les photos. Mais nous le savons : ça a marché.
# A voice message came as the answer.
activity-thanks-voice = Merci. Nous ne pouvons pas écouter ici. Mais nous le savons : ça a marché.
# The easier steps follow below.
tip-easier = Merci. Voici une façon plus facile :
# The harder steps follow below.
tip-harder = Merci. Voici une façon plus difficile :
# There is no easier or harder way of this one.
tip-no-step-left = Merci. Nous cherchons une idée qui convient mieux.
tip-no-time = Merci. Cinq minutes suffisent. Essayez à table, dans le bain ou en chemin.
tip-no-materials = Merci. Prenez ce que vous avez. Une boîte, une cuillère ou une chaussette suffit.
tip-child-did-not-want = Merci. Commencez sans votre enfant, il regarde d’abord. Un autre jour, c’est bien aussi.

## Words that answer "did it work?", one a line

words-worked =
    oui
    ça a marché
    ca a marché
    réussi
    fait
    ouais
words-a-bit =
    un peu
    presque
words-not-yet =
    non
    pas encore
