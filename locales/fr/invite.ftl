### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter. Vous.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Du courrier pour la maison
# $carer
invite-letter-carer = Pour { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Enfant : { $children }
    [many] Enfants : { $children }
   *[other] Enfants : { $children }
}
# What it is.
invite-letter-what = Nous aimerions vous envoyer de petits messages sur votre téléphone. Ils racontent ce que votre enfant fait chez nous. Ils donnent aussi des idées pour la maison : parler, jouer et lire ensemble. Dans votre langue. Vous pouvez aussi nous poser des questions.
invite-letter-free = C’est gratuit. Ce n’est pas obligatoire. Vous pouvez arrêter quand vous voulez.
invite-letter-how = Pour participer :
invite-letter-scan = Scannez le code avec l’appareil photo de votre téléphone.
invite-letter-language = Choisissez votre langue.
# The button says Yes.
invite-letter-yes = Appuyez sur « Oui ».
invite-letter-app = Vous lisez les messages dans Telegram. C’est une application gratuite.
# The link comes after this.
invite-letter-typing = Le code ne marche pas ? Tapez ceci sur votre téléphone :
# $day
invite-letter-until = Vous pouvez utiliser le code jusqu’au { $day }.
invite-letter-private = Ce code est seulement pour vous. Ne le donnez à personne d’autre.
invite-letter-help = Besoin d’aide ? La maîtresse ou le maître de votre enfant vous aide avec plaisir.
# $location, $group
invite-letter-greeting = Bien à vous, { $location } · { $group }
