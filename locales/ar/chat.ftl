### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### Names stand bare: no one-letter preposition is joined to a name, no verb agrees with one.

## Joining

join-language = 👋 مرحبًا بكم. هذه رسائل من { $location }. اختاروا لغتكم.
join-consent =
    هنا تصلكم رسائل من <b>{ $location }</b>، وأفكار للعب في البيت. كل ذلك بلغتكم، ومجانًا.

    <b>من يقرأ ما تكتبون؟</b> فريق { $location } فقط. الأهالي الآخرون لا يرون شيئًا منكم.

    <b>ماذا يرى تيليجرام؟</b> تيليجرام شركة أخرى. وهي تحفظ الرسائل على أجهزتها. لذلك من الأفضل ألا تكتبوا شيئًا عن الصحة.

    يمكنكم التوقف في أي وقت. هل تريدون المشاركة؟
join-yes = نعم، أشارك
join-no = لا، شكرًا
join-welcome =
    يسعدنا أنكم معنا. هنا تصلكم رسائل عن <b>{ $children }</b>، من { $location }.

    هل لديكم سؤال؟ اكتبوه هنا.
join-declined = حسنًا. لن تصلكم رسائل. هل غيّرتم رأيكم؟ افتحوا الرابط في رسالة الدعوة مرة أخرى.
second-language-question = أحيانًا لا تكون الرسالة بلغتكم. هل تقرؤون { $language } أيضًا؟
second-language-yes = نعم، أقرؤها
second-language-no = لا
second-language-done = شكرًا لكم. الآن نعرف ذلك.
join-again = أنتم مشاركون بالفعل. تصلكم رسائل عن { $children }.

## Codes that do not work, and people we do not know

code-unknown = هذا الرابط لا يعمل. هل فتحتم الرابط كاملًا من رسالة الدعوة؟ أو اطلبوا رسالة جديدة من روضة طفلكم.
code-used = هذا الرابط استُخدم من قبل. اطلبوا رسالة دعوة جديدة من روضة طفلكم.
code-expired = هذا الرابط قديم جدًا. اطلبوا رسالة دعوة جديدة من روضة طفلكم. ثم يمكنكم المشاركة فورًا.
code-elsewhere = هذا الرابط من روضة أخرى، وليس لهذه المحادثة. افتحوا الرابط من رسالة الدعوة مرة أخرى. أو اسألوا في روضة طفلكم.
stranger = 👋 هذه رسائل من روضة أطفال إلى الأهالي. للمشاركة تحتاجون إلى رسالة دعوة فيها رابط. اطلبوها من روضة طفلكم.
group-chat = أتحدث مع شخص واحد فقط كل مرة. افتحوا محادثة خاصة معي.

## Menu

keyboard-language = 🌐 اللغة
keyboard-menu = ☰ القائمة
menu = تصلكم رسائل عن { $children }. ماذا تريدون أن تفعلوا؟
menu-language = تغيير اللغة
menu-pause = أخذ استراحة
menu-resume = البدء من جديد
menu-data = عرض بياناتي
menu-help = طلب مساعدة
menu-not-me = هذا ليس أنا
menu-stop = إيقاف الرسائل
language-question = أي لغة تريدون؟
language-changed = حسنًا. من الآن أكتب لكم بالعربية.
pause-question = كم أسبوعًا تريدون أن ترتاحوا؟
pause-one-week = أسبوع واحد
pause-two-weeks = أسبوعان
pause-four-weeks = 4 أسابيع
pause-done = حسنًا، استراحة. تعود الرسائل يوم { $day }.
resume-done = يسعدنا أنكم عدتم. ستصلكم الرسائل من جديد.
stop-done =
    لن تصلكم رسائل أخرى من { $location }. هل تريدون العودة لاحقًا؟ أرسلوا:
    /start
resume-question = أهلًا بعودتكم. هل تريدون رسائل من { $location } مرة أخرى؟
resume-yes = نعم، أريد
not-me-question = هل تصلكم رسائل تخص شخصًا آخر؟ إذن أحذف بياناتكم من هذه المحادثة. ولن يصلكم شيء بعد ذلك.
not-me-yes = نعم، احذفوني من هنا
not-me-no = لا، هذا أنا
not-me-done = تم ذلك. لن تصلكم رسائل بعد الآن. هل حدث خطأ؟ اطلبوا رسالة دعوة جديدة من روضة طفلكم.
nothing-changed = حسنًا، يبقى كل شيء كما هو.
help =
    هنا تصلكم رسائل وأفكار للعب في البيت.

    <b>لديكم سؤال؟</b> اكتبوه هنا. يقرؤه فريق { $location } في أيام العمل.
    <b>لغة أخرى، أو استراحة، أو إيقاف؟</b> اختاروا القائمة.
    <b>الأمر عاجل، أو الطفل مريض؟</b> اتصلوا. رقم { $location }: { $phone }
help-no-phone =
    هنا تصلكم رسائل وأفكار للعب في البيت.

    <b>لديكم سؤال؟</b> اكتبوه هنا. يقرؤه فريق { $location } في أيام العمل.
    <b>لغة أخرى، أو استراحة، أو إيقاف؟</b> اختاروا القائمة.
    <b>الأمر عاجل، أو الطفل مريض؟</b> اتصلوا بروضة طفلكم.

## My data

data =
    <b>ما نحفظه عنكم</b>
    الطفل: { $children }
    المكان: { $location }
    اللغة: { $language }
    رسائل وصلتكم: { $letters }
    إجاباتكم: { $answers }
    أسئلتكم: { $questions }

    لا يرى هذا إلا فريق { $location }. عندما يترك طفلكم الروضة، نمسح كل شيء { $months ->
        [zero] فورًا
        [one] بعد شهر واحد
        [two] بعد شهرين
        [few] بعد { $months } أشهر
        [many] بعد { $months } شهرًا
       *[other] بعد { $months } شهر
    }.
data-erase = مسح بياناتي
data-erase-question = هل تريدون أن نمسح كل شيء عنكم؟ بعدها لن تصلكم رسائل.
data-erase-yes = نعم، امسحوا كل شيء
data-erase-no = لا
data-erase-asked = أبلغنا فريق { $location } بطلبكم. لن تصلكم رسائل بعد الآن. سنمسح كل شيء خلال شهر. رسائل تيليجرام يمكنكم مسحها بأنفسكم.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>هذه الرسالة الآن بالهولندية فقط. هل هناك شيء غير واضح؟ اسألونا.</i>
letter-words = ✉️ <b>كلمات هذا الموضوع</b>
letter-more = قراءة المزيد
letter-understood = فهمت
letter-explain = اشرحوا لي
letter-thanks = شكرًا لكم.
letter-explain-asked = جميل أنكم سألتم. سنخبر فريق { $location }. ما الشيء غير الواضح؟ يمكنكم كتابته هنا.
chosen = ✓ { $label }
button-too-old = هذا الزر لم يعد يعمل.

## Check-in: did it work?

checkin-question =
    🏠 كيف كان الأمر في البيت مع { $children }؟
    الفكرة من رسالة «{ $title }».
checkin-question-again =
    🏠 هل نجحتم هذه المرة مع { $children }؟
    الفكرة من رسالة «{ $title }».
checkin-worked = نجحنا
checkin-a-bit = قليلًا
checkin-not-yet = ليس بعد
checkin-thanks-worked =
    { $count ->
        [zero] هذا جميل. اللعب والكلام مع أطفالكم يعلّمان { $children } كلمات جديدة.
        [one] هذا جميل. اللعب والكلام مع طفلكم يعلّمان { $children } كلمات جديدة.
        [two] هذا جميل. اللعب والكلام مع طفليكم يعلّمان { $children } كلمات جديدة.
        [few] هذا جميل. اللعب والكلام مع أطفالكم يعلّمان { $children } كلمات جديدة.
        [many] هذا جميل. اللعب والكلام مع أطفالكم يعلّمان { $children } كلمات جديدة.
       *[other] هذا جميل. اللعب والكلام مع أطفالكم يعلّمان { $children } كلمات جديدة.
    }
checkin-thanks-a-bit = جميل، البداية تكفي. والتجربة مرة أخرى تفيد { $children } أكثر.
checkin-not-yet-answer = لا بأس. هل أسألكم مرة أخرى لاحقًا؟ أم منعكم شيء؟
checkin-tomorrow = غدًا
checkin-weekend = في نهاية الأسبوع
checkin-no-need = لا داعي
checkin-barrier = شيء ما منعنا
checkin-asks-again = حسنًا. سأسألكم مرة أخرى يوم { $day }.
checkin-no-need-answer = حسنًا. شكرًا على جوابكم.
checkin-barrier-question = ما الذي منعكم؟ بهذا نجعل الأمر أسهل.
barrier-no-time = لم يكن هناك وقت
barrier-too-hard = صعب جدًا
barrier-too-easy = سهل جدًا
barrier-no-materials = لا توجد أدوات
barrier-child-did-not-want = لم يرغب الطفل
barrier-not-understood = لم أفهم الفكرة
barrier-other = سبب آخر
checkin-barrier-thanks = شكرًا لكم، هذا يفيدنا.
checkin-barrier-explain = شكرًا لكم. سنخبر فريق { $location }. وسيشرح لكم أحد منهم.
checkin-closed = انتهى وقت هذا السؤال. شكرًا لكم.

## Questions to staff

question-received =
    💬 سأنقل سؤالكم إلى فريق { $location }. يقرؤونه في أيام العمل. ويصلكم الجواب هنا.

    هل طفلكم مريض، أو الأمر يخص اليوم؟ اتصلوا على الرقم { $phone }.
question-received-no-phone =
    💬 سأنقل سؤالكم إلى فريق { $location }. يقرؤونه في أيام العمل. ويصلكم الجواب هنا.

    هل طفلكم مريض، أو الأمر يخص اليوم؟ اتصلوا بروضة طفلكم.
question-changed = 💬 وصلني سؤالكم بعد التعديل.
media-photo = نحن لا نحفظ الصور. اكتبوا سؤالكم، أو اعرضوا الصورة على فريق { $location }.
media-voice = لا نستطيع سماع الصوت هنا بعد. سنخبر فريق { $location } أن لديكم سؤالًا. ويمكنكم أيضًا الكتابة بلغتكم.
media-sticker = جميل. هل لديكم سؤال؟ اكتبوه هنا.
media-other = لا نستطيع قراءة هذا هنا. اكتبوا سؤالكم، أو احكوه لنا في الروضة.
answer-header = 💬 <b>جواب من { $location }</b>
answer-to-question = سؤالكم: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    ستوب
    توقف
    قف
    أوقف
    اوقف
    إيقاف
    ايقاف
    إيقاف الرسائل
    ايقاف الرسائل
    أوقفوا الرسائل
    اوقفوا الرسائل
    لا أريد رسائل
    لا اريد رسائل
words-help =
    help
    مساعدة
    مساعده
    المساعدة
    المساعده
    ساعدوني
words-menu =
    menu
    قائمة
    قائمه
    القائمة
    القائمه
words-resume =
    start
    ابدأ
    ابدأ من جديد
    ابدا من جديد
    البدء من جديد

## Commands in the app's own menu

command-menu = القائمة
command-language = تغيير اللغة
command-help = طلب مساعدة
command-stop = إيقاف الرسائل
