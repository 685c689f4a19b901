### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### No "de" or "que" before a name: it would need an elision before a vowel. No agreement with the parent's gender.

## Joining

join-language = 👋 { $location } vous souhaite la bienvenue. Choisissez votre langue.
join-consent =
    Ici, <b>{ $location }</b> vous écrit. Vous recevez des lettres et des idées de jeux pour la maison. Dans votre langue. C’est gratuit.

    <b>Qui lit ce que vous écrivez ?</b> Seulement l’équipe { $location }. Les autres parents ne voient rien de vous.

    <b>Que voit Telegram ?</b> Telegram est une autre entreprise. Elle garde les messages sur ses ordinateurs. Il vaut donc mieux ne rien écrire sur la santé.

    Vous pouvez arrêter à tout moment. Voulez-vous participer ?
join-yes = Oui, je participe
join-no = Non, merci
join-welcome =
    Quel plaisir de vous accueillir. Vous recevez ici des messages sur <b>{ $children }</b>. C’est { $location } qui les envoie.

    Une question ? Écrivez-la simplement ici.
join-declined = D’accord. Vous ne recevrez pas de messages. Vous changez d’avis ? Ouvrez encore une fois le lien de votre lettre.
second-language-question = Parfois, une lettre n’existe pas dans votre langue. Lisez-vous aussi cette langue : { $language } ?
second-language-yes = Oui, je la lis
second-language-no = Non
second-language-done = Merci. C’est noté.
join-again = Votre inscription est déjà faite. Vous recevez des messages sur { $children }.

## Codes that do not work, and people we do not know

code-unknown = Ce lien ne marche pas. Avez-vous ouvert le lien entier de votre lettre ? Vous pouvez aussi demander une nouvelle lettre. Parlez-en à l’équipe qui accueille votre enfant.
code-used = Ce lien a déjà servi. Demandez une nouvelle lettre à l’équipe qui accueille votre enfant.
code-expired = Ce lien est trop ancien. Demandez une nouvelle lettre à l’équipe qui accueille votre enfant. Ensuite, vous pouvez participer tout de suite.
code-elsewhere = Ce lien est celui d’un autre jardin d’enfants, pas celui de cette conversation. Ouvrez encore une fois le lien de votre lettre. Ou demandez à l’équipe qui accueille votre enfant.
stranger = 👋 Ici, un jardin d’enfants écrit aux parents. Il vous faut une lettre avec un lien. Demandez-la à l’équipe qui accueille votre enfant.
group-chat = Je parle avec une seule personne à la fois. Ouvrez une conversation privée avec moi.

## Menu

keyboard-language = 🌐 Langue
keyboard-menu = ☰ Menu
menu = Vous recevez des messages sur { $children }. Que voulez-vous faire ?
menu-language = Changer de langue
menu-pause = Faire une pause
menu-resume = Reprendre
menu-data = Voir mes données
menu-help = Aide
menu-not-me = Ce n’est pas moi
menu-stop = Arrêter
language-question = Quelle langue voulez-vous ?
language-changed = D’accord. Maintenant, je vous écris en français.
pause-question = Une pause de combien de temps ?
pause-one-week = 1 semaine
pause-two-weeks = 2 semaines
pause-four-weeks = 4 semaines
pause-done = D’accord, on fait une pause. Les messages reprennent le { $day }.
resume-done = Quel plaisir de vous revoir. Les messages reprennent.
stop-done = C’est fait. { $location } ne vous envoie plus de messages. Vous voulez revenir plus tard ? Envoyez /start.
resume-question = Quel plaisir de vous revoir. { $location } peut de nouveau vous écrire ?
resume-yes = Oui, avec plaisir
not-me-question = Ces messages sont pour une autre personne ? Alors je retire vos données de cette conversation. Vous ne recevrez plus rien.
not-me-yes = Oui, retirez-moi
not-me-no = Non, c’est bien moi
not-me-done = C’est fait. Vous ne recevez plus de messages. Ils étaient bien pour vous ? Demandez une nouvelle lettre à l’équipe.
nothing-changed = D’accord, rien ne change.
help =
    Ici, vous recevez des lettres et des idées de jeux pour la maison.

    <b>Une question ?</b> Écrivez-la ici. L’équipe { $location } la lit les jours de travail.
    <b>Une autre langue, une pause, ou arrêter ?</b> Choisissez Menu.
    <b>C’est urgent, ou votre enfant est malade ?</b> Appelez { $location } : { $phone }
help-no-phone =
    Ici, vous recevez des lettres et des idées de jeux pour la maison.

    <b>Une question ?</b> Écrivez-la ici. L’équipe { $location } la lit les jours de travail.
    <b>Une autre langue, une pause, ou arrêter ?</b> Choisissez Menu.
    <b>C’est urgent, ou votre enfant est malade ?</b> Appelez l’équipe qui accueille votre enfant.

## My data

data =
    <b>Voici ce que nous gardons sur vous</b>
    Enfant : { $children }
    Lieu : { $location }
    Langue : { $language }
    Lettres pour vous : { $letters }
    Vos réponses : { $answers }
    Vos questions : { $questions }

    Seule l’équipe { $location } voit cela. Votre enfant quitte { $location } ? Nous effaçons tout { $months ->
        [one] { $months } mois
        [many] { $months } de mois
       *[other] { $months } mois
    } plus tard.
data-erase = Effacer mes données
data-erase-question = Voulez-vous effacer tout ce que nous gardons sur vous ? Alors vous ne recevrez plus de messages.
data-erase-yes = Oui, tout effacer
data-erase-no = Non
data-erase-asked = Nous avons transmis votre demande à { $location }. Vous ne recevez plus de messages. Tout sera effacé dans un mois au plus tard. Vous pouvez effacer vous-même les messages dans Telegram.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Pour l’instant, cette lettre existe seulement en néerlandais. Quelque chose n’est pas clair ? Demandez-nous.</i>
letter-words = ✉️ <b>Les mots de ce thème</b>
letter-more = Lire la suite
letter-understood = J’ai compris
letter-explain = Expliquez-moi
letter-thanks = Merci.
letter-explain-asked = Vous faites bien de demander. Nous le disons à { $location }. Qu’est-ce qui n’est pas clair ? Vous pouvez l’écrire ici.
chosen = ✓ { $label }
button-too-old = Ce bouton ne marche plus.

## Check-in: did it work?

checkin-question =
    🏠 Comment ça s’est passé à la maison avec { $children } ?
    L’idée venait de la lettre « { $title } ».
checkin-question-again =
    🏠 Cette fois, ça a marché avec { $children } ?
    L’idée venait de la lettre « { $title } ».
checkin-worked = Ça a marché
checkin-a-bit = Un peu
checkin-not-yet = Pas encore
checkin-thanks-worked =
    { $count ->
        [one] C’est super. Vous jouez et parlez ensemble : ainsi, { $children } apprend de nouveaux mots.
        [many] C’est super. Vous jouez et parlez ensemble : ainsi, { $children } apprennent de nouveaux mots.
       *[other] C’est super. Vous jouez et parlez ensemble : ainsi, { $children } apprennent de nouveaux mots.
    }
checkin-thanks-a-bit = Très bien, un début suffit. Pour { $children }, le plus utile est de recommencer.
checkin-not-yet-answer = Ce n’est pas grave. Je vous redemande plus tard ? Ou voulez-vous dire ce qui a gêné ?
checkin-tomorrow = Demain
checkin-weekend = Ce week-end
checkin-no-need = Pas la peine
checkin-barrier = Dire ce qui a gêné
checkin-asks-again = D’accord. Je vous redemande le { $day }.
checkin-no-need-answer = D’accord. Merci pour votre réponse.
checkin-barrier-question = Qu’est-ce qui a gêné ? Votre réponse nous aide à faire plus simple.
barrier-no-time = Pas le temps
barrier-too-hard = Trop difficile
barrier-too-easy = Trop facile
barrier-no-materials = Pas le matériel
barrier-child-did-not-want = L’enfant n’a pas voulu
barrier-not-understood = Je n’ai pas compris
barrier-other = Autre chose
checkin-barrier-thanks = Merci, cela nous aide.
checkin-barrier-explain = Merci. Nous le disons à { $location }. Quelqu’un va vous expliquer.
checkin-closed = Cette question est terminée. Merci.

## Questions to staff

question-received =
    💬 Je transmets votre question à l’équipe { $location }. Elle la lit les jours de travail. La réponse arrive ici.

    Votre enfant est malade, ou c’est pour aujourd’hui ? Appelez le { $phone }.
question-received-no-phone =
    💬 Je transmets votre question à l’équipe { $location }. Elle la lit les jours de travail. La réponse arrive ici.

    Votre enfant est malade, ou c’est pour aujourd’hui ? Appelez l’équipe.
question-changed = 💬 Votre question est bien modifiée.
media-photo = Nous ne gardons pas les photos. Écrivez votre question avec des mots. Ou montrez la photo à l’équipe { $location }.
media-voice = Ici, nous ne pouvons pas encore écouter. Nous disons à { $location } que vous avez une question. Vous pouvez aussi écrire, dans votre langue.
media-sticker = C’est sympa. Une question ? Écrivez-la simplement ici.
media-other = Ici, nous ne pouvons pas lire cela. Écrivez votre question, ou parlez-en à l’équipe.
answer-header = 💬 <b>Réponse de l’équipe { $location }</b>
answer-to-question = Votre question : { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    arrêter
    arreter
    arrêtez
    arretez
    désinscription
    desinscription
words-help =
    aide
    help
words-menu =
    menu
words-resume =
    start
    reprendre
    recommencer

## Commands in the app's own menu

command-menu = Menu
command-language = Changer de langue
command-help = Aide
command-stop = Arrêter
