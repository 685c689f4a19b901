### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.

## Joining

# $location: the site that invites. Shown with one button for each language.
join-language = 👋 Welcome to the post from { $location }. Choose your language.
# $location: the site that invites. The long answer to: what is this, who reads it, what does Telegram see.
join-consent =
    This is the post from <b>{ $location }</b>. You get letters and ideas to play at home. In your language. It is free.

    <b>Who reads what you write?</b> Only the staff of { $location }. Other parents cannot see it.

    <b>What does Telegram see?</b> Telegram is another company. It keeps messages on its computers. So please write nothing about health.

    You can stop at any time. Would you like to join?
join-yes = Yes, I’ll join
join-no = No, thank you
# $children: names. $location: the site.
join-welcome =
    Good to have you here. You get messages about <b>{ $children }</b>, from { $location }.

    Do you have a question? Just type it here.
join-declined = That is fine. You will get no messages. If you change your mind, open the link on your letter again.
# $language: the name of the second language, in that language.
second-language-question = Sometimes a letter is not there in your language. Can you also read { $language }?
second-language-yes = Yes, I read that
second-language-no = No
second-language-done = Thank you. Now we know.
# $children: names. Somebody who has joined presses start again.
join-again = You have already joined. You get messages about { $children }.

## Codes that do not work, and people we do not know

code-unknown = This link does not work. Please check that you opened the whole link from your letter. Or ask for a new letter at your child’s group.
code-used = This link has been used before. Ask for a new letter at your child’s group.
code-expired = This link is too old. Ask for a new letter at your child’s group. Then you can join right away.
code-elsewhere = This link belongs to another pre-school, not to this chat. Please open the link on your letter once more. Or ask at your child’s group.
stranger = 👋 This is the post from a pre-school, for parents. You need a letter with a link. Ask for it at your child’s group.
group-chat = I only talk with one parent at a time. Please open a chat of your own with me.

## Menu

# Buttons that always stand under the chat.
keyboard-language = 🌐 Language
keyboard-menu = ☰ Menu
# $children: names.
menu = You get messages about { $children }. What would you like to do?
menu-language = Change language
menu-pause = Take a break
menu-resume = Start again
menu-data = My data
menu-help = Help
menu-not-me = This is not me
menu-stop = Stop
language-question = Which language would you like?
language-changed = Good. From now on I write English.
pause-question = How long a break would you like?
pause-one-week = 1 week
pause-two-weeks = 2 weeks
pause-four-weeks = 4 weeks
# $day: the day on which messages start again.
pause-done = Good, a break. Messages start again on { $day }.
resume-done = Good to have you back. You get messages again.
# $location: the site.
stop-done = You get no more messages from { $location }. Would you like to come back later? Then send /start.
# $location: the site. Somebody who stopped comes back.
resume-question = Welcome back. Would you like messages from { $location } again?
resume-yes = Yes, please
not-me-question = Do you get messages that are meant for someone else? Then I take your data out of this chat. You will get nothing more.
not-me-yes = Yes, take me out
not-me-no = No, it is me
not-me-done = That is done. You get no more messages. Is this your place after all? Ask for a new letter at the group.
nothing-changed = Good, everything stays as it is.
# $location, $phone: the site and its number.
help =
    Here you get letters and ideas to play at home.

    <b>A question?</b> Type it here. The staff of { $location } read it on working days.
    <b>Another language, a break, or stop?</b> Choose Menu.
    <b>In a hurry, or is your child ill?</b> Call { $location }: { $phone }
# $location: a site whose number is not known.
help-no-phone =
    Here you get letters and ideas to play at home.

    <b>A question?</b> Type it here. The staff of { $location } read it on working days.
    <b>Another language, a break, or stop?</b> Choose Menu.
    <b>In a hurry, or is your child ill?</b> Call your child’s group.

## My data

# $children, $location: as above. $language: the carer's language. $letters, $answers, $questions: how many are kept. $months: how long after the last child has left.
data =
    <b>This is what we keep about you</b>
    Child: { $children }
    Site: { $location }
    Language: { $language }
    Letters to you: { $letters }
    Answers from you: { $answers }
    Questions from you: { $questions }

    Only { $location } sees this. { $months ->
        [one] One month
       *[other] { $months } months
    } after your child has left, we erase everything.
data-erase = Erase my data
data-erase-question = Would you like us to erase everything about you? You will then get no more messages.
data-erase-yes = Yes, erase it all
data-erase-no = No
# $location: the site.
data-erase-asked = We have passed your wish on to { $location }. You get no more messages. Within a month everything is erased. Messages in Telegram you can erase yourself.

## Letters

# $title: the letter's title. $children, $location: as above.
letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
# The same, when the letter could only be sent in Dutch.
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>This letter is only in Dutch for now. Is something unclear? Please ask us.</i>
# Above the focus words; the pairs follow below.
letter-words = ✉️ <b>Words for this theme</b>
letter-more = Read more
letter-understood = I understand
letter-explain = Please explain
letter-thanks = Thank you.
# $location: the site.
letter-explain-asked = Good that you ask. We will pass it on to { $location }. What is not clear? You can type it here.
# In front of a chosen answer. $label: the button's own words.
chosen = ✓ { $label }
button-too-old = This button no longer works.

## Check-in: did it work?

# $children: names. $title: the letter's title.
checkin-question =
    🏠 How did it go at home with { $children }?
    The idea came from “{ $title }”.
# The second and last time.
checkin-question-again =
    🏠 Did it work this time with { $children }?
    The idea came from “{ $title }”.
checkin-worked = It worked
checkin-a-bit = A bit
checkin-not-yet = Not yet
# $children: names. $count: how many children.
checkin-thanks-worked =
    { $count ->
        [one] How nice. Doing and talking together: that is how { $children } learns new words.
       *[other] How nice. Doing and talking together: that is how { $children } learn new words.
    }
checkin-thanks-a-bit = Good, a start is enough. Doing it again helps { $children } the most.
checkin-not-yet-answer = Never mind. Shall I ask again later? Or did something get in the way?
checkin-tomorrow = Tomorrow
checkin-weekend = At the weekend
checkin-no-need = No need
checkin-barrier = Something got in the way
# $day: day and hour of the next question.
checkin-asks-again = Good. I will ask again on { $day }.
checkin-no-need-answer = That is fine. Thank you for answering.
checkin-barrier-question = What got in the way? Your answer helps us make it easier.
barrier-no-time = No time
barrier-too-hard = Too hard
barrier-too-easy = Too easy
barrier-no-materials = No materials at home
barrier-child-did-not-want = Child did not want to
barrier-not-understood = I did not get it
barrier-other = Something else
checkin-barrier-thanks = Thank you, that helps us.
# $location: the site.
checkin-barrier-explain = Thank you. We will pass it on to { $location }. Somebody will explain it to you.
checkin-closed = This question is over. Thank you.

## Questions to staff

# $location, $phone: the site and its number.
question-received =
    💬 I will pass your question on to the staff of { $location }. They read it on working days. The answer comes here.

    Is your child ill, or is it about today? Then please call { $phone }.
# $location: a site whose number is not known.
question-received-no-phone =
    💬 I will pass your question on to the staff of { $location }. They read it on working days. The answer comes here.

    Is your child ill, or is it about today? Then please call the group.
question-changed = 💬 I have changed your question.
# $location: the site.
media-photo = We do not keep photos. Write your question in words, or show the photo at { $location }.
# $location: the site.
media-voice = We cannot listen here yet. We will tell { $location } that you want to ask something. You can also type, in your own language.
media-sticker = Nice. Do you have a question? Just type it here.
media-other = We cannot read this here. Type your question, or tell it at the group.
# $location: the site. The staff member's own words follow below, as they were written.
answer-header = 💬 <b>Answer from { $location }</b>
# $question: what the carer asked, shortened.
answer-to-question = Your question: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    quit
    unsubscribe
words-help =
    help
words-menu =
    menu
words-resume =
    start
    start again
    resume

## Commands in the app's own menu

command-menu = Menu
command-language = Change language
command-help = Help
command-stop = Stop
