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
activity-in-dutch = <i>Por ahora esto solo está en neerlandés. ¿Algo no está claro? Pregúntenos.</i>
# $need: things from any home.
activity-need = Necesita: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] Dura más o menos { $minutes } minuto.
    [many] Dura más o menos { $minutes } minutos.
   *[other] Dura más o menos { $minutes } minutos.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Palabras</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Mire aquí:
# Questions follow below.
book-questions = Hablen juntos del libro:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 ¿Cómo fue en casa con { $children }?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 ¿Esta vez salió bien con { $children }?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Qué alegría. { $practises }
# $practises: as above.
activity-thanks-a-bit = Muy bien, empezar ya es bastante. { $practises }
# A photo came as the answer.
activity-thanks-photo = Qué bonito. No guardamos las fotos. Pero ahora sabemos que salió bien.
# A voice message came as the answer.
activity-thanks-voice = Gracias. Aquí no podemos escuchar. Pero ahora sabemos que salió bien.
# The easier steps follow below.
tip-easier = Gracias. Así es más fácil:
# The harder steps follow below.
tip-harder = Gracias. Así es más emocionante:
# There is no easier or harder way of this one.
tip-no-step-left = Gracias. Buscamos una idea que encaje mejor.
tip-no-time = Gracias. Cinco minutos también valen. Pruebe en la mesa, en el baño o por la calle.
tip-no-materials = Gracias. Use lo que tiene. Una caja, una cuchara o un calcetín basta.
tip-child-did-not-want = Gracias. Empiece usted, y que mire primero. Otro día también está bien.

## Words that answer "did it work?", one a line

words-worked =
    sí
    si
    salió bien
    hecho
    claro
words-a-bit =
    un poco
    un poquito
    casi
words-not-yet =
    no
    todavía no
    aún no
