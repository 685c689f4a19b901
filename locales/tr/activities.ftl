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
activity-in-dutch = <i>Bu şimdilik yalnızca Hollandaca. Anlaşılmayan bir şey mi var? Bize sorun.</i>
# $need: things from any home.
activity-need = Gerekenler: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] Yaklaşık { $minutes } dakika sürer.
   *[other] Yaklaşık { $minutes } dakika sürer.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Kelimeler</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Buradan bakın:
# Questions follow below.
book-questions = Kitap hakkında birlikte konuşun:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 Evde { $children } ile nasıl geçti?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 Bu kez { $children } ile yapabildiniz mi?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Ne güzel. { $practises }
# $practises: as above.
activity-thanks-a-bit = Çok iyi, başlamak yeter. { $practises }
# A photo came as the answer.
activity-thanks-photo = Ne güzel. Fotoğrafları saklamıyoruz. Ama artık biliyoruz: oldu.
# A voice message came as the answer.
activity-thanks-voice = Teşekkür ederiz. Burada ses dinleyemiyoruz. Ama artık biliyoruz: oldu.
# The easier steps follow below.
tip-easier = Teşekkür ederiz. Böyle daha kolay:
# The harder steps follow below.
tip-harder = Teşekkür ederiz. Böyle daha heyecanlı:
# There is no easier or harder way of this one.
tip-no-step-left = Teşekkür ederiz. Daha uygun bir fikir arayacağız.
tip-no-time = Teşekkür ederiz. Beş dakika da yeter. Yemekte, banyoda ya da yolda deneyin.
tip-no-materials = Teşekkür ederiz. Evde ne varsa kullanın. Bir kutu, kaşık ya da çorap yeter.
tip-child-did-not-want = Teşekkür ederiz. Önce siz başlayın, çocuğunuz izlesin. Başka gün de olur.

## Words that answer "did it work?", one a line

words-worked =
    evet
    oldu
    yaptık
    tamam oldu
words-a-bit =
    biraz
    az
    neredeyse
words-not-yet =
    hayır
    hayir
    henüz değil
    daha değil
    olmadı
