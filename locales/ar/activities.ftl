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
activity-in-dutch = <i>هذه الرسالة متوفرة الآن بالهولندية فقط. هل هناك شيء غير واضح؟ اسألونا.</i>
# $need: things from any home.
activity-need = تحتاجون إلى: { $need }
# $minutes: how long.
activity-minutes = { $minutes ->
    [zero] يستغرق هذا أقل من دقيقة.
    [one] يستغرق هذا حوالي دقيقة واحدة.
    [two] يستغرق هذا حوالي دقيقتين.
    [few] يستغرق هذا حوالي { $minutes } دقائق.
    [many] يستغرق هذا حوالي { $minutes } دقيقة.
   *[other] يستغرق هذا حوالي { $minutes } دقيقة.
}
# Above the focus words; the pairs follow below.
activity-words = <b>كلمات</b>
# $dutch: the Dutch word. $word: the same in this language.
activity-word = { $dutch } = { $word }
# An address follows below.
activity-link = شاهدوا هنا:
# Questions follow below.
book-questions = تحدثوا معًا عن الكتاب:

## "Did it work?"

# $title: the activity, or several of them as a list.
activity-question =
    🏠 كيف كان الأمر في البيت مع { $children }؟
    <b>{ $title }</b>
# The second and last time.
activity-question-again =
    🏠 هل نجحتم هذه المرة مع { $children }؟
    <b>{ $title }</b>

# $practises: a sentence that names what the child practises by it.
activity-thanks-worked = هذا جميل. { $practises }
# $practises: as above.
activity-thanks-a-bit = ممتاز، البداية تكفي. { $practises }
# A photo came as the answer.
activity-thanks-photo = هذا جميل. نحن لا نحتفظ بالصور. لكننا عرفنا الآن أن الأمر نجح.
# A voice message came as the answer.
activity-thanks-voice = شكرًا لكم. لا يمكننا الاستماع هنا. لكننا عرفنا الآن أن الأمر نجح.
# The easier steps follow below.
tip-easier = شكرًا لكم. هكذا يصبح أسهل:
# The harder steps follow below.
tip-harder = شكرًا لكم. هكذا يصبح أكثر تشويقًا:
# There is no easier or harder way of this one.
tip-no-step-left = شكرًا لكم. سنبحث عن فكرة أنسب.
tip-no-time = شكرًا لكم. خمس دقائق تكفي. جربوا عند الطعام أو في الحمام أو في الطريق.
tip-no-materials = شكرًا لكم. استعملوا ما عندكم. تكفي علبة أو ملعقة أو جورب.
tip-child-did-not-want = شكرًا لكم. ابدؤوا أنتم، ودعوا طفلكم ينظر أولًا. يمكن في يوم آخر أيضًا.

## Words that answer "did it work?", one a line

words-worked =
    نعم
    أجل
    نجح
    ايوه
    أيوه
    تم
words-a-bit =
    قليلا
    قليلًا
    شوية
    تقريبا
words-not-yet =
    لا
    ليس بعد
    لم ينجح
    لسه
