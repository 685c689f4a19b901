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

meeting-kind-theme-morning = Mañana dedicada al tema
meeting-kind-theme-start = Inicio del tema
meeting-kind-theme-closing = Final del tema
meeting-kind-coffee-morning = Café con las familias
meeting-kind-play-in = Jugar al llegar
meeting-kind-information-evening = Reunión informativa
meeting-kind-acquaintance-talk = Para conocernos
meeting-kind-five-week-talk = Cita a las cinco semanas
meeting-kind-ten-minute-talk = Cita sobre su hijo o hija
meeting-kind-home-visit = Visita en su casa
meeting-kind-play-group = Grupo de juego
meeting-kind-parent-help = ¿Nos ayuda?
meeting-kind-other = Encuentro

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Venga a ver qué hace su hijo o hija en el grupo. Juegan un rato. Y se lleva ideas para casa.
meeting-invite-theme-start = Empezamos un tema nuevo. Venga con su hijo o hija a mirar y a jugar. Le contamos qué puede hacer en casa.
meeting-invite-theme-closing = El tema termina. Su hijo o hija quiere mostrarle lo que hizo y lo que aprendió.
meeting-invite-coffee-morning = Venga a tomar un café o un té. Puede hablar con otras familias y con nosotros. Pregunte lo que quiera.
meeting-invite-play-in = Entre con su hijo o hija y jueguen un cuarto de hora. Así el día empieza con calma.
meeting-invite-information-evening = Le contamos cómo juega y aprende aquí su hijo o hija. Pregunte lo que quiera. Así sabe qué viene este año.
meeting-invite-acquaintance-talk = Nos gustaría conocer a su familia. Cuéntenos qué le gusta a su hijo o hija. También puede ver el grupo.
meeting-invite-five-week-talk = Su hijo o hija lleva aquí cinco semanas. ¿Cómo va todo? Le contamos lo que vemos. Y queremos saber qué ve usted.
meeting-invite-ten-minute-talk = Nos gustaría hablar con usted de su hijo o hija. ¿Qué va bien? ¿Qué le gusta hacer? Usted lo sabe mejor que nadie.
meeting-invite-home-visit = Nos gustaría ir a su casa. Jugamos con su hijo o hija. No hace falta preparar nada.
meeting-invite-play-group = Juegue, cante y hable con su hijo o hija. Vienen también otras familias. Aprende juegos que puede repetir en casa.
meeting-invite-parent-help = ¿Quiere ayudar un día en el grupo? A su hijo o hija le gusta que usted esté. No hace falta hablar holandés.
meeting-invite-other = Nos encantaría que viniera. Pase un buen rato con nosotros.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Una vez:
    [many] { $count } de veces. Si puede, venga siempre:
   *[other] { $count } veces. Si puede, venga siempre:
}
# $place: a room or an address.
meeting-where = Dónde: { $place }
meeting-at-home = Dónde: en su casa
meeting-siblings-welcome = También pueden venir los hermanos y hermanas.
meeting-siblings-not = Esta vez, mejor sin hermanos ni hermanas.
meeting-free = Es gratis.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] Buscamos a una persona.
    [many] Buscamos a { $count } de personas.
   *[other] Buscamos a { $count } personas.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Hay lugar para una familia.
    [many] Hay lugar para { $count } de familias.
   *[other] Hay lugar para { $count } familias.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Elija el momento que le vaya bien, del <b>{ $from }</b> al <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Elija el momento que le vaya bien, el <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>En holandés:</i> { $line }
meeting-question = ¿Viene usted?
# The second and last invitation to who has not answered.
meeting-again = ¿Ya sabe si puede venir? Nos alegraría mucho.

## Buttons under an invitation

meeting-yes = Sí, voy
meeting-no = No puedo ir
meeting-maybe = Decidir más tarde
meeting-interpreter = Pedir un intérprete
meeting-other-moment = Otro momento
meeting-map = Ver dónde es
meeting-calendar = Guardar en mi agenda
meeting-not-after-all = Al final no puedo
meeting-choose-moment = Elegir un momento
meeting-next-yes = Voy la próxima vez

## Answers

meeting-yes-done = Qué bien. Nos vemos el <b>{ $when }</b>.
# A series.
meeting-yes-series = Qué bien que participe. La primera vez es el <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = ¿Cuántas personas vienen en total? Usted también cuenta.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Bien, viene una persona.
    [many] Bien, vienen { $count } de personas.
   *[other] Bien, vienen { $count } personas.
}
meeting-no-done = Gracias por decirlo. ¿Le va mejor otro momento?
meeting-maybe-done = Está bien. Puede elegir hasta que empiece.
meeting-full = Ahora ya no hay lugar. Usted está en la lista de espera. Si queda un lugar libre, le avisamos enseguida.
meeting-full-helpers = Qué amable. Ya tenemos suficiente ayuda. Usted está en la lista. Si alguien no puede, le avisamos.
meeting-leave-list = Salir de la lista
meeting-list-left = Bien, ya no está en la lista.
meeting-seat-free = Hay un lugar libre: <b>{ $when }</b>. ¿Quiere venir? Puede responder hasta el { $until }.
meeting-seat-yes = Sí, voy
meeting-seat-no = No, gracias
meeting-seat-passed = Ese lugar ya es de otra familia. Usted sigue en la lista.
meeting-over = Esto ya empezó o ya pasó. Ahora no se puede elegir.
meeting-called-off = Este encuentro está cancelado. Si hay otro momento, le avisamos.
meeting-not-yours = Esta invitación ya no es para usted. Puede preguntar al personal del centro.

## Interpreter

meeting-interpreter-question = ¿Quién puede traducir para usted?
meeting-interpreter-ours = Busquen a alguien
meeting-interpreter-family = Voy con alguien
meeting-interpreter-none = No hace falta
# $language: the carer's language.
meeting-interpreter-ours-done = Bien. Buscamos un intérprete para usted: { $language }. Lo recordamos para la próxima vez.
meeting-interpreter-family-done = Bien. Venga con una persona adulta que traduzca para usted.
meeting-interpreter-none-done = Bien, entonces no habrá intérprete.

## Another moment

# Other moments follow as buttons.
meeting-moments = Elija otro momento. O escriba cuándo puede.
meeting-moment-type = ¿Cuándo puede? Escríbalo aquí. Por ejemplo: el martes por la tarde.
meeting-moment-typed = Gracias. Se lo decimos al centro { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = Nos vemos mañana: <b>{ $when }</b>. Nos alegra que participe.
# $old, $when: the moment before and the new one.
meeting-moved =
    Hay un cambio. Antes era el { $old }.
    Ahora es el <b>{ $when }</b>.
    ¿Dijo que viene? Entonces contamos con usted. ¿Ya no puede? Pulse el botón.
# $when: when it would have been.
meeting-cancelled = Este encuentro está cancelado: <b>{ $when }</b>. Es una pena. Ojalá nos veamos otro día.
# $reason: in the staff's own words.
meeting-cancelled-why = Motivo: { $reason }
meeting-next = La próxima vez es el <b>{ $when }</b>.
meeting-thanks = Qué bien que vino. Su hijo o hija nota que usted participa.
meeting-missed = Esta vez no nos vimos. No pasa nada, siempre nos alegra que venga.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Elija un momento para la cita sobre <b>{ $child }</b>.
talk-more = Ver más momentos
talk-mornings = Por la mañana
talk-afternoons = Por la tarde
talk-none-fits = Ninguno me va bien
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Su cita sobre <b>{ $child }</b>: <b>{ $when }</b>. Hablará con { $staff }.
# Nobody is named.
talk-booked-group = Su cita sobre <b>{ $child }</b>: <b>{ $when }</b>.
talk-home = Vamos a su casa.
talk-with-interpreter = Habrá un intérprete: { $language }. Por eso dura un poco más.
talk-move = Cambiar la cita
talk-cancel = Cancelar la cita
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = ¿También la cita sobre <b>{ $child }</b>? Las dos pueden ir seguidas: <b>{ $when }</b>.
talk-sibling-yes = Sí, así me va bien
talk-sibling-other = Otro momento
talk-taken = Ese momento se acaba de ocupar. Elija otro.
talk-all-booked = Ya tiene una cita. Mire más abajo.
talk-none-left = Ahora no hay momentos libres. Si queda uno libre, le avisamos enseguida.
# They wanted another moment. $when: the one they keep.
talk-none-other = Ahora no hay otro momento libre. Su cita sigue igual: <b>{ $when }</b>.
talk-none-fits-done = ¿Cuándo puede? Escríbalo aquí. Si queda un momento libre, le avisamos.
# $when: the moment that was given back.
talk-cancelled-by-you = Bien, su cita está cancelada: { $when }. ¿Quiere otro momento?
talk-freed = Hay un momento libre para la cita sobre <b>{ $child }</b>: <b>{ $when }</b>. ¿Le va bien? Puede responder hasta el { $until }.
talk-freed-yes = Sí, por favor
talk-freed-no = No, gracias
talk-freed-passed = Ese momento ya no está libre. Elija otro.
talk-freed-no-done = Bien. Si queda libre otro momento, le avisamos.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    Tuvimos que cambiar la cita sobre <b>{ $child }</b>. Antes era el { $old }.
    Ahora es el <b>{ $when }</b>. ¿No le va bien? Elija otro momento.
talk-moved-fine = Me va bien
talk-moved-fine-done = Gracias.
talk-cancelled = La cita sobre <b>{ $child }</b> está cancelada: { $when }. Elija otro momento.
# The same, when there is no other moment to choose.
talk-called-off = La cita sobre <b>{ $child }</b> está cancelada: { $when }.
talk-reminder = Mañana es su cita sobre <b>{ $child }</b>: <b>{ $when }</b>.
talk-again = Todavía puede elegir un momento para la cita. Nos gustaría hablar con usted.
talk-thanks = Gracias por hablar con nosotros sobre <b>{ $child }</b>. Usted conoce mejor que nadie a su hijo o hija.
talk-missed = La cita sobre <b>{ $child }</b> no pudo ser. A veces pasa. Elija otro momento cuando quiera.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = ¿Está aquí? Escanee este código con su teléfono.
meeting-here = Qué bien que esté aquí. Su visita queda anotada: <b>{ $title }</b>.
meeting-here-again = Ya estaba en la lista. Qué bien que esté aquí.
meeting-here-stranger = Qué bien que esté aquí. Todavía no nos conocemos. Pida su propia carta en el grupo.
# $when: when the code works.
meeting-here-not-now = Este código es para <b>{ $title }</b>: { $when }. Solo funciona ese día.
meeting-here-unknown = Este código no funciona. Pregunte a alguien del grupo.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = cita
meeting-file-text = Aquí tiene su cita para la agenda. Abra el archivo.
meeting-file-cancelled = Esta cita está cancelada. Abra el archivo. Así se borra de su agenda.
