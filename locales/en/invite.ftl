### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Post for home
# $carer
invite-letter-carer = For { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Child: { $children }
   *[other] Children: { $children }
}
# What it is.
invite-letter-what = We would love to send you messages on your phone. About what your child does with us. And with nice ideas for home: talking, playing and reading together. In your language. You can ask us things too.
invite-letter-free = It is free. You do not have to join. You can stop at any time.
invite-letter-how = This is how you join:
invite-letter-scan = Scan the code with the camera of your phone.
invite-letter-language = Choose your language.
# The button says Yes.
invite-letter-yes = Press ‘Yes’.
invite-letter-app = You read the messages in Telegram. That is a free app.
# The link comes after this.
invite-letter-typing = Does scanning not work? Then type this on your phone:
# $day
invite-letter-until = The last day you can use the code is { $day }.
invite-letter-private = The code is only for you. Please do not give it to anyone else.
invite-letter-help = Do you need help? Your child’s teacher is happy to help you.
# $location, $group
invite-letter-greeting = Greetings from { $location } · { $group }
