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
activity-in-dutch = <i>Tani hadda waa af-Nederlandays oo keliya. Ma wax baan caddayn? Na weydii.</i>
# $need: things from any home.
activity-need = Waxaad u baahan tahay: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [one] Waxay qaadataa qiyaastii { $minutes } daqiiqo.
   *[other] Waxay qaadataa qiyaastii { $minutes } daqiiqo.
}
# Above the focus words; the pairs follow below.
activity-words = <b>Erayo</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = Halkan ka eeg:
# Questions follow below.
book-questions = Wada hadla buugga:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 Sidee bay ahayd ciyaartii guriga ee { $children }?
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 Markan ma idiin suurtagashay, idinka iyo { $children }?
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = Waa wax fiican. { $practises }
# $practises: as above.
activity-thanks-a-bit = Aad bay u fiican tahay, bilowgu waa ku filan yahay. { $practises }
# A photo came as the answer.
activity-thanks-photo = Waa wax fiican. Sawirrada ma kaydinno. Laakiin hadda waan ognahay: way shaqaysay.
# A voice message came as the answer.
activity-thanks-voice = Mahadsanid. Halkan codka kama dhegaysan karno. Laakiin hadda waan ognahay: way shaqaysay.
# The easier steps follow below.
tip-easier = Mahadsanid. Sidan way ka fudud tahay:
# The harder steps follow below.
tip-harder = Mahadsanid. Sidan way ka xiiso badan tahay:
# There is no easier or harder way of this one.
tip-no-step-left = Mahadsanid. Waxaan raadin doonnaa fikrad ka habboon.
tip-no-time = Mahadsanid. Shan daqiiqo waa ku filan tahay. Ku samee cuntada, qubayska ama jidka.
tip-no-materials = Mahadsanid. Isticmaal waxaad haysato. Sanduuq, qaaddo ama sharabaad waa ku filan yahay.
tip-child-did-not-want = Mahadsanid. Adigu bilow, ilmahaagu ha daawado marka hore. Maalin kale na waa fiican tahay.

## Words that answer "did it work?", one a line

words-worked =
    haa
    haye
    way shaqaysay
    waan sameeyay
words-a-bit =
    wax yar
    xoogaa
    in yar
words-not-yet =
    maya
    weli maya
    weli ma aha
