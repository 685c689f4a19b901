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

meeting-kind-theme-morning = Matinée autour du thème
meeting-kind-theme-start = Début du thème
meeting-kind-theme-closing = Fin du thème
meeting-kind-coffee-morning = Café des parents
meeting-kind-play-in = Jeux à l’arrivée
meeting-kind-information-evening = Soirée d’information
meeting-kind-acquaintance-talk = Faire connaissance
meeting-kind-five-week-talk = Rendez-vous après cinq semaines
meeting-kind-ten-minute-talk = Parler de votre enfant
meeting-kind-home-visit = Visite chez vous
meeting-kind-play-group = Groupe de jeu
meeting-kind-parent-help = Un coup de main ?
meeting-kind-other = Rencontre

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Venez voir ce que votre enfant fait dans le groupe. Vous jouez ensemble. Vous repartez avec des idées pour la maison.
meeting-invite-theme-start = Un nouveau thème commence. Venez voir et jouer avec votre enfant. Vous recevez aussi des idées pour la maison.
meeting-invite-theme-closing = Le thème se termine. Votre enfant aimerait vous montrer ses créations et ses découvertes.
meeting-invite-coffee-morning = Venez prendre un café ou un thé. Vous parlez avec d’autres parents et avec nous. Vous pouvez tout demander.
meeting-invite-play-in = Entrez avec votre enfant et jouez un quart d’heure ensemble. Pour votre enfant, la journée commence en douceur.
meeting-invite-information-evening = Nous vous racontons comment votre enfant joue et apprend ici. Vous pouvez tout demander. Vous saurez aussi ce qui vient cette année.
meeting-invite-acquaintance-talk = Nous aimerions vous connaître, vous et votre enfant. Vous racontez ce que votre enfant aime. Et vous voyez le groupe.
meeting-invite-five-week-talk = Votre enfant est ici depuis cinq semaines. Comment ça va ? Nous racontons ce que nous voyons. Et nous aimerions savoir ce que vous voyez.
meeting-invite-ten-minute-talk = Nous aimerions parler avec vous de votre enfant. Qu’est-ce qui va bien ? Qu’est-ce qui lui plaît ? C’est vous qui le savez le mieux.
meeting-invite-home-visit = Nous aimerions venir vous voir à la maison. Nous jouons ensemble avec votre enfant. Vous n’avez rien à préparer.
meeting-invite-play-group = Jouez, chantez et parlez avec votre enfant et d’autres parents. Vous apprenez des jeux à refaire à la maison.
meeting-invite-parent-help = Voulez-vous aider une fois dans le groupe ? Votre enfant aime vous voir là. Pas besoin de parler néerlandais.
meeting-invite-other = Venez nous voir, en toute simplicité. Cela nous fera plaisir.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Une fois :
    [many] { $count } de fois. Venez à chaque fois, si vous pouvez :
   *[other] { $count } fois. Venez à chaque fois, si vous pouvez :
}
# $place: a room or an address.
meeting-where = Où : { $place }
meeting-at-home = Où : chez vous
meeting-siblings-welcome = Les frères et sœurs peuvent venir aussi.
meeting-siblings-not = Cette fois, venez plutôt sans les frères et sœurs.
meeting-free = C’est gratuit.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] Nous cherchons un parent.
    [many] Nous cherchons { $count } de parents.
   *[other] Nous cherchons { $count } parents.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Il y a de la place pour une famille.
    [many] Il y a de la place pour { $count } de familles.
   *[other] Il y a de la place pour { $count } familles.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Choisissez votre moment, du <b>{ $from }</b> au <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Choisissez votre moment. Le jour : <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>En néerlandais :</i> { $line }
meeting-question = Vous venez ?
# The second and last invitation to who has not answered.
meeting-again = Savez-vous déjà si vous venez ? Cela nous ferait plaisir.

## Buttons under an invitation

meeting-yes = Je viens
meeting-no = Je ne peux pas
meeting-maybe = Décider plus tard
meeting-interpreter = Avec un interprète
meeting-other-moment = Autre moment
meeting-map = Voir où c’est
meeting-calendar = Ajouter à l’agenda
meeting-not-after-all = Je ne viens plus
meeting-choose-moment = Choisir un moment
meeting-next-yes = Oui, la prochaine fois

## Answers

meeting-yes-done = C’est noté, quel plaisir. À bientôt : <b>{ $when }</b>.
# A series.
meeting-yes-series = C’est noté, quel plaisir. La première fois : <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = Combien de personnes viennent, y compris vous ?
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] C’est noté, une personne.
    [many] C’est noté, { $count } de personnes.
   *[other] C’est noté, { $count } personnes.
}
meeting-no-done = Merci de nous le dire. Un autre moment vous irait mieux ?
meeting-maybe-done = D’accord. Vous pouvez encore répondre jusqu’au début.
meeting-full = Il n’y a plus de place pour l’instant. Vous êtes sur la liste d’attente. Une place se libère ? Nous vous écrivons tout de suite.
meeting-full-helpers = C’est très gentil. Nous avons déjà assez de parents. Vous êtes sur la liste. Quelqu’un ne peut pas venir ? Alors nous vous écrivons.
meeting-leave-list = Quitter la liste
meeting-list-left = D’accord, vous n’êtes plus sur la liste.
meeting-seat-free = Une place est libre : <b>{ $when }</b>. Voulez-vous venir ? Répondez avant { $until }.
meeting-seat-yes = Oui, je viens
meeting-seat-no = Non, merci
meeting-seat-passed = La place est maintenant à une autre famille. Vous restez sur la liste.
meeting-over = Cela a déjà commencé, ou c’est passé. Vous ne pouvez plus choisir.
meeting-called-off = C’est annulé. S’il y a un nouveau moment, nous vous écrivons.
meeting-not-yours = Cette invitation n’est plus pour vous. Vous pouvez en parler à l’équipe qui accueille votre enfant.

## Interpreter

meeting-interpreter-question = Qui peut traduire pour vous ?
meeting-interpreter-ours = Cherchez quelqu’un
meeting-interpreter-family = J’amène quelqu’un
meeting-interpreter-none = Pas besoin
# $language: the carer's language.
meeting-interpreter-ours-done = D’accord. Nous cherchons un interprète pour vous : { $language }. Nous y penserons aussi la prochaine fois.
meeting-interpreter-family-done = D’accord. Un adulte peut venir avec vous pour traduire.
meeting-interpreter-none-done = D’accord, ce sera sans interprète.

## Another moment

# Other moments follow as buttons.
meeting-moments = Choisissez un autre moment. Ou écrivez quand vous pouvez.
meeting-moment-type = Quand pouvez-vous ? Écrivez-le ici. Par exemple : mardi après-midi.
meeting-moment-typed = Merci. Nous le disons à { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = C’est demain : <b>{ $when }</b>. Au plaisir de vous voir.
# $old, $when: the moment before and the new one.
meeting-moved =
    Il y a un changement. Avant : { $old }.
    Maintenant : <b>{ $when }</b>.
    Vous avez déjà dit oui ? Alors nous comptons sur vous. Cela ne vous va plus ? Appuyez sur le bouton.
# $when: when it would have been.
meeting-cancelled = C’est annulé : <b>{ $when }</b>. C’est dommage. Nous espérons vous voir une autre fois.
# $reason: in the staff's own words.
meeting-cancelled-why = Pourquoi : { $reason }
meeting-next = La prochaine fois : <b>{ $when }</b>.
meeting-thanks = C’était un plaisir de vous voir. Votre enfant voit bien que vous participez.
meeting-missed = Vous nous avez manqué. Ce n’est pas grave. Venez une autre fois, avec plaisir.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Rendez-vous pour <b>{ $child }</b> : choisissez un moment.
talk-more = Voir plus de moments
talk-mornings = Matin
talk-afternoons = Après-midi
talk-none-fits = Aucun ne me va
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Votre rendez-vous pour <b>{ $child }</b> : <b>{ $when }</b>. Vous parlez avec { $staff }.
# Nobody is named.
talk-booked-group = Votre rendez-vous pour <b>{ $child }</b> : <b>{ $when }</b>.
talk-home = Nous venons chez vous.
talk-with-interpreter = Un interprète sera là : { $language }. Cela dure donc un peu plus longtemps.
talk-move = Changer de moment
talk-cancel = Annuler
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = Et pour <b>{ $child }</b> ? Les deux rendez-vous peuvent se suivre : <b>{ $when }</b>.
talk-sibling-yes = Oui, c’est pratique
talk-sibling-other = Autre moment
talk-taken = Ce moment vient d’être pris. Choisissez-en un autre.
talk-all-booked = Vous avez déjà choisi un moment. Regardez plus bas.
talk-none-left = Aucun moment n’est libre maintenant. Un moment se libère ? Nous vous écrivons tout de suite.
# They wanted another moment. $when: the one they keep.
talk-none-other = Aucun autre moment n’est libre maintenant. Votre rendez-vous ne change pas : <b>{ $when }</b>.
talk-none-fits-done = Quand pouvez-vous ? Écrivez-le ici. Un moment se libère ? Alors nous vous écrivons.
# $when: the moment that was given back.
talk-cancelled-by-you = D’accord, votre rendez-vous est annulé : { $when }. Voulez-vous un autre moment ?
talk-freed = Un moment est libre pour <b>{ $child }</b> : <b>{ $when }</b>. Cela vous va ? Répondez avant { $until }.
talk-freed-yes = Oui, je le prends
talk-freed-no = Non, merci
talk-freed-passed = Ce moment n’est plus libre. Choisissez-en un autre.
talk-freed-no-done = D’accord. Si un autre moment se libère, nous vous écrivons.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    Nous avons dû déplacer le rendez-vous pour <b>{ $child }</b>. Avant : { $old }.
    Maintenant : <b>{ $when }</b>. Cela ne vous va pas ? Choisissez un autre moment.
talk-moved-fine = Ça me va
talk-moved-fine-done = Merci.
talk-cancelled = Le rendez-vous pour <b>{ $child }</b> est annulé : { $when }. Choisissez un autre moment.
# The same, when there is no other moment to choose.
talk-called-off = Le rendez-vous pour <b>{ $child }</b> est annulé : { $when }.
talk-reminder = C’est demain, votre rendez-vous pour <b>{ $child }</b> : <b>{ $when }</b>.
talk-again = Il reste à choisir un moment pour parler ensemble. Cela nous ferait plaisir.
talk-thanks = Merci pour notre discussion sur <b>{ $child }</b>. C’est vous qui connaissez le mieux votre enfant.
talk-missed = Le rendez-vous pour <b>{ $child }</b> n’a pas eu lieu. Cela arrive. Choisissez simplement un nouveau moment.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Vous êtes là ? Scannez ce code avec votre téléphone.
meeting-here = Quel plaisir de vous voir. Votre visite est notée : <b>{ $title }</b>.
meeting-here-again = Vous étiez déjà sur la liste. Quel plaisir de vous voir.
meeting-here-stranger = Quel plaisir de vous voir. Nous ne vous connaissons pas encore ici. Demandez votre propre lettre à l’équipe.
# $when: when the code works.
meeting-here-not-now = Ce code est pour <b>{ $title }</b> : { $when }. Il marche seulement ce jour-là.
meeting-here-unknown = Ce code ne marche pas. Demandez à quelqu’un de l’équipe.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = rendez-vous
meeting-file-text = Voici votre rendez-vous pour l’agenda. Ouvrez le fichier.
meeting-file-cancelled = Ce rendez-vous est annulé. Ouvrez le fichier pour l’enlever de votre agenda.
