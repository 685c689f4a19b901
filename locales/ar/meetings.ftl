### Meetings: invitations, answers, talks with a moment of one's own, and what follows.
### $title: what kind of meeting it is. $children: first names, as a list. $location: the site.
### $when: weekday, date and time, such as "donderdag 3 december 08:30". HTML: only <b> and <i>.

# Above every message about a meeting.
meeting-header =
    📅 <b>{ $title }</b>
    { $children } · { $location }
# The same, where no child is named.
meeting-header-short =
    📅 <b>{ $title }</b>
    { $location }

## Kinds of meetings: the title of an invitation

meeting-kind-theme-morning = صباح مفتوح عن موضوعنا
meeting-kind-theme-start = بداية موضوع جديد
meeting-kind-theme-closing = ختام الموضوع
meeting-kind-coffee-morning = قهوة صباحية للأهالي
meeting-kind-play-in = نلعب معًا عند الوصول
meeting-kind-information-evening = أمسية للتعرف على الروضة
meeting-kind-acquaintance-talk = لقاء للتعارف
meeting-kind-five-week-talk = لقاء بعد خمسة أسابيع
meeting-kind-ten-minute-talk = لقاء للحديث عن طفلكم
meeting-kind-home-visit = زيارة في بيتكم
meeting-kind-play-group = مجموعة لعب
meeting-kind-parent-help = هل تساعدوننا؟
meeting-kind-other = لقاء

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = تعالوا وانظروا ماذا يفعل طفلكم في الروضة. تلعبون معًا، وترون ما يمكنكم فعله في البيت أيضًا.
meeting-invite-theme-start = نبدأ موضوعًا جديدًا. تعالوا مع طفلكم وشاركونا. وتعرفون ماذا يمكنكم أن تفعلوا في البيت.
meeting-invite-theme-closing = انتهينا من هذا الموضوع. يحب طفلكم أن يريكم ما صنعه وما تعلّمه.
meeting-invite-coffee-morning = تعالوا نشرب القهوة أو الشاي معًا. تتحدثون مع الأهالي الآخرين ومعنا. واسألوا عن كل ما تريدون.
meeting-invite-play-in = ادخلوا مع طفلكم والعبوا معه ربع ساعة. هكذا يبدأ يوم طفلكم بهدوء.
meeting-invite-information-evening = نحكي لكم كيف يلعب طفلكم هنا وكيف يتعلم. اسألوا عن كل ما تريدون. وتعرفون ماذا سنفعل هذه السنة.
meeting-invite-acquaintance-talk = نحب أن نتعرف عليكم وعلى طفلكم. تحكون لنا ماذا يحب طفلكم. وترون أين يلعب ويتعلم.
meeting-invite-five-week-talk = طفلكم عندنا منذ خمسة أسابيع. كيف تسير الأمور؟ نحكي لكم ما نراه، ونحب أن نسمع منكم أيضًا.
meeting-invite-ten-minute-talk = نحب أن نتحدث معكم عن طفلكم. ما الذي يسير جيدًا؟ وماذا يحب طفلكم؟ أنتم أكثر من يعرفه.
meeting-invite-home-visit = يسعدنا أن نزوركم في البيت. نلعب معًا مع طفلكم. لا داعي لتحضير أي شيء.
meeting-invite-play-group = نلعب ونغني ونتكلم معًا: أنتم وطفلكم وأهالي أطفال آخرين. وتتعلمون ألعابًا تصلح للبيت أيضًا.
meeting-invite-parent-help = هل تحبون أن تساعدونا مرة في الروضة؟ يفرح طفلكم عندما تكونون معه. لا يلزم أن تتكلموا الهولندية.
meeting-invite-other = أهلًا وسهلًا بكم. يسعدنا أن تأتوا.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>، من { $from } إلى { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = من <b>{ $from }</b> إلى { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [zero] المواعيد:
    [one] مرة واحدة:
    [two] مرتان. تعالوا في المرتين إن أمكن:
    [few] { $count } مرات. تعالوا كل مرة إن أمكن:
    [many] { $count } مرة. تعالوا كل مرة إن أمكن:
   *[other] { $count } مرة. تعالوا كل مرة إن أمكن:
}
# $place: a room or an address.
meeting-where = المكان: { $place }
meeting-at-home = المكان: في بيتكم
meeting-siblings-welcome = يمكن أن يأتي الإخوة والأخوات أيضًا.
meeting-siblings-not = هذه المرة بدون الإخوة والأخوات، من فضلكم.
meeting-free = هذا مجاني.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [zero] عندنا عدد كافٍ من الأهالي.
    [one] نحتاج إلى شخص واحد من الأهالي.
    [two] نحتاج إلى شخصين من الأهالي.
    [few] نحتاج إلى { $count } أشخاص من الأهالي.
    [many] نحتاج إلى { $count } شخصًا من الأهالي.
   *[other] نحتاج إلى { $count } شخص من الأهالي.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [zero] لا توجد أماكن الآن.
    [one] عندنا مكان يكفي عائلة واحدة.
    [two] عندنا مكان يكفي عائلتين.
    [few] عندنا مكان يكفي { $count } عائلات.
    [many] عندنا مكان يكفي { $count } عائلة.
   *[other] عندنا مكان يكفي { $count } عائلة.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = اختاروا الموعد الذي يناسبكم، من <b>{ $from }</b> إلى <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = اختاروا الوقت الذي يناسبكم يوم <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>بالهولندية:</i> { $line }
meeting-question = هل ستحضرون؟
# The second and last invitation to who has not answered.
meeting-again = هل عرفتم الآن إن كنتم ستحضرون؟ أهلًا وسهلًا بكم.

## Buttons under an invitation

meeting-yes = سأحضر
meeting-no = لا أستطيع الحضور
meeting-maybe = ربما، أجيب لاحقًا
meeting-interpreter = أريد مترجمًا
meeting-other-moment = أريد موعدًا آخر
meeting-map = أين المكان؟
meeting-calendar = حفظ الموعد في هاتفي
meeting-not-after-all = لم أعد أستطيع الحضور
meeting-choose-moment = اختيار موعد
meeting-next-yes = سأحضر المرة القادمة

## Answers

meeting-yes-done = يسعدنا أن نراكم. موعدنا: <b>{ $when }</b>.
# A series.
meeting-yes-series = يسعدنا أنكم معنا. المرة الأولى: <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = كم شخصًا ستكونون؟ عدّوا أنفسكم أيضًا.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [zero] حسنًا، لم نسجّل أحدًا.
    [one] حسنًا، سجّلنا شخصًا واحدًا.
    [two] حسنًا، سجّلنا شخصين اثنين.
    [few] حسنًا، سجّلنا { $count } أشخاص.
    [many] حسنًا، سجّلنا { $count } شخصًا.
   *[other] حسنًا، سجّلنا { $count } شخص.
}
meeting-no-done = شكرًا لأنكم أخبرتمونا. هل يناسبكم موعد آخر؟
meeting-maybe-done = حسنًا. يمكنكم أن تقرروا لاحقًا، قبل أن نبدأ.
meeting-full = لا يوجد مكان الآن. أنتم على قائمة الانتظار. إذا توفّر مكان، نسألكم فورًا.
meeting-full-helpers = هذا لطف منكم. عندنا الآن عدد كافٍ من الأهالي. أنتم على القائمة. إذا اعتذر أحد، نسألكم.
meeting-leave-list = احذفوني من القائمة
meeting-list-left = حسنًا، حذفناكم من القائمة.
meeting-seat-free = توفّر مكان لكم: <b>{ $when }</b>. هل تريدون أن تأتوا؟ اختاروا قبل { $until }.
meeting-seat-yes = نعم، سأحضر
meeting-seat-no = لا، شكرًا
meeting-seat-passed = المكان صار لعائلة أخرى. ما زلتم على القائمة.
meeting-over = هذا الموعد بدأ أو انتهى. لم يعد الاختيار ممكنًا.
meeting-called-off = تم إلغاء هذا الموعد. نخبركم عندما يكون هناك موعد جديد.
meeting-not-yours = هذه الدعوة لم تعد لكم. اسألوا في روضة طفلكم.

## Interpreter

meeting-interpreter-question = من يترجم لكم؟
meeting-interpreter-ours = ابحثوا لي عن مترجم
meeting-interpreter-family = سيأتي معي من يترجم
meeting-interpreter-none = لا أحتاج إلى مترجم
# $language: the carer's language.
meeting-interpreter-ours-done = حسنًا. نبحث لكم عن مترجم. اللغة: { $language }. ونتذكر ذلك للمرة القادمة.
meeting-interpreter-family-done = حسنًا. يمكن أن يأتي معكم شخص بالغ ويترجم لكم.
meeting-interpreter-none-done = حسنًا، لن يكون هناك مترجم.

## Another moment

# Other moments follow as buttons.
meeting-moments = اختاروا موعدًا آخر. أو اكتبوا متى يناسبكم.
meeting-moment-type = متى يناسبكم؟ اكتبوا هنا. مثلًا: الثلاثاء بعد الظهر.
meeting-moment-typed = شكرًا لكم. سنخبر فريق { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = غدًا موعدنا: <b>{ $when }</b>. يسعدنا أن نراكم.
# $old, $when: the moment before and the new one.
meeting-moved =
    تغيّر الموعد. الموعد القديم: { $old }.
    الموعد الجديد: <b>{ $when }</b>.
    هل قلتم إنكم ستحضرون؟ إذن نحن بانتظاركم. هل الموعد الجديد لا يناسبكم؟ اضغطوا على الزر.
# $when: when it would have been.
meeting-cancelled = تم إلغاء هذا الموعد: <b>{ $when }</b>. نأسف لذلك. نتمنى أن نراكم في مرة قادمة.
# $reason: in the staff's own words.
meeting-cancelled-why = السبب: { $reason }
meeting-next = المرة القادمة: <b>{ $when }</b>.
meeting-thanks = جميل أنكم كنتم معنا. طفلكم يشعر بمشاركتكم.
meeting-missed = افتقدناكم. لا بأس، أهلًا بكم دائمًا.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = اختاروا موعدًا للحديث عن <b>{ $child }</b>.
talk-more = مواعيد أخرى
talk-mornings = صباحًا
talk-afternoons = بعد الظهر
talk-none-fits = لا موعد يناسبني
# $child, $when, $staff: about whom, when, with whom.
talk-booked = موعدكم للحديث عن <b>{ $child }</b>: <b>{ $when }</b>. تتحدثون مع { $staff }.
# Nobody is named.
talk-booked-group = موعدكم للحديث عن <b>{ $child }</b>: <b>{ $when }</b>.
talk-home = نأتي إليكم في البيت.
talk-with-interpreter = سيكون معنا مترجم. اللغة: { $language }. لذلك نأخذ وقتًا أطول قليلًا.
talk-move = تغيير الموعد
talk-cancel = إلغاء الموعد
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = هل نتحدث عن <b>{ $child }</b> أيضًا؟ يمكن ذلك في الزيارة نفسها: <b>{ $when }</b>.
talk-sibling-yes = نعم، هذا مناسب
talk-sibling-other = أريد موعدًا آخر
talk-taken = هذا الموعد حُجز قبل قليل. اختاروا موعدًا آخر.
talk-all-booked = عندكم موعد محجوز. تجدونه في الأسفل.
talk-none-left = لا يوجد موعد متاح الآن. إذا توفّر موعد، نسألكم فورًا.
# They wanted another moment. $when: the one they keep.
talk-none-other = لا يوجد موعد آخر متاح الآن. موعدكم باقٍ كما هو: <b>{ $when }</b>.
talk-none-fits-done = متى يناسبكم؟ اكتبوا هنا. إذا توفّر موعد، نسألكم.
# $when: the moment that was given back.
talk-cancelled-by-you = حسنًا، ألغينا هذا الموعد: { $when }. هل تريدون موعدًا آخر؟
talk-freed = توفّر موعد للحديث عن <b>{ $child }</b>: <b>{ $when }</b>. هل يناسبكم؟ اختاروا قبل { $until }.
talk-freed-yes = نعم، يناسبني
talk-freed-no = لا، شكرًا
talk-freed-passed = هذا الموعد لم يعد متاحًا. اختاروا موعدًا آخر.
talk-freed-no-done = حسنًا. نسألكم عندما يتوفّر موعد آخر.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    اضطررنا إلى تغيير موعد الحديث عن <b>{ $child }</b>. الموعد القديم: { $old }.
    الموعد الجديد: <b>{ $when }</b>. لا يناسبكم؟ اختاروا موعدًا آخر.
talk-moved-fine = هذا يناسبني
talk-moved-fine-done = شكرًا لكم.
talk-cancelled = تم إلغاء موعد الحديث عن <b>{ $child }</b>: { $when }. اختاروا موعدًا آخر.
# The same, when there is no other moment to choose.
talk-called-off = تم إلغاء موعد الحديث عن <b>{ $child }</b>: { $when }.
talk-reminder = غدًا موعدكم للحديث عن <b>{ $child }</b>: <b>{ $when }</b>.
talk-again = ما زال بإمكانكم اختيار موعد للحديث عن طفلكم. يسعدنا أن نتحدث معكم.
talk-thanks = شكرًا على حديثكم معنا عن <b>{ $child }</b>. أنتم أكثر من يعرف طفلكم.
talk-missed = لم نلتقِ للحديث عن <b>{ $child }</b>. لا بأس، هذا يحدث. يمكنكم أن تختاروا موعدًا جديدًا.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = هل وصلتم؟ صوّروا هذا الرمز بكاميرا هاتفكم.
meeting-here = يسعدنا أنكم هنا. سجّلنا حضوركم: <b>{ $title }</b>.
meeting-here-again = اسمكم على القائمة بالفعل. يسعدنا أنكم هنا.
meeting-here-stranger = يسعدنا أنكم هنا. اسمكم ليس عندنا بعد. اطلبوا من الروضة رسالة دعوة خاصة بكم.
# $when: when the code works.
meeting-here-not-now = هذا رمز الحضور: <b>{ $title }</b>، { $when }. وهو يعمل في ذلك اليوم فقط.
meeting-here-unknown = هذا الرمز لا يعمل. اسألوا أحدًا من فريق الروضة.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = maweid
meeting-file-text = هذا ملف موعدكم. افتحوه لحفظ الموعد في تقويم هاتفكم.
meeting-file-cancelled = تم إلغاء هذا الموعد. افتحوا الملف لحذف الموعد من تقويم هاتفكم.
