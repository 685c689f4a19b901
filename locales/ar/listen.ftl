### Listening instead of reading.

# Button under a letter.
letter-listen = 🔊 استمعوا
# Under a voice note that a person spoke.
# $title: of the letter
listen-note = 🔊 { $title }
# Under a voice note that the machine spoke.
# $title: of the letter
listen-note-machine =
    🔊 { $title }

    يقرأ هذا حاسوب.
# There is nothing to hear.
# $language: the language of the text, by its own name. $location: the site.
listen-none = لا يوجد صوت بهذه اللغة بعد: { $language }. نعتذر منكم. اسألوا في { $location }. سيحكون لكم بكل سرور.
# Staff listen to this before they switch the machine's voice on.
voice-sample = مرحبًا! أنا أقرأ الرسائل بصوت عالٍ. اليوم نلعب بالماء. ما الذي يطفو؟
# Under a question that the machine reads.
listen-by-machine = يقرأ هذا حاسوب.
# Read aloud of every question how it went, for who listens.
# $worked, $bit, $not: what stands on the three buttons.
checkin-aloud =
    كيف سار الأمر في البيت؟
    تحت هذه الرسالة ثلاثة أزرار.
    الأول: { $worked }.
    الثاني: { $bit }.
    الثالث: { $not }.
