### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### Words that Spain and Latin America share. No agreement with the parent's gender.

## Joining

join-language = 👋 El centro { $location } le da la bienvenida. Elija su idioma.
join-consent =
    Aquí le escribe el centro <b>{ $location }</b>. Recibe cartas e ideas para jugar en casa. En su idioma. Es gratis.

    <b>¿Quién lee lo que usted escribe?</b> Solo el personal del centro { $location }. Las otras familias no ven nada suyo.

    <b>¿Qué ve Telegram?</b> Telegram es otra empresa. Guarda los mensajes en sus propios equipos. Por eso, mejor no escriba nada sobre la salud.

    Puede dejarlo cuando quiera. ¿Quiere participar?
join-yes = Sí, participo
join-no = No, gracias
join-welcome =
    Nos alegra que esté aquí. Recibe mensajes sobre <b>{ $children }</b>, del centro { $location }.

    ¿Tiene una pregunta? Escríbala aquí.
join-declined = De acuerdo. No recibirá mensajes. ¿Cambia de idea? Abra otra vez el enlace de su carta.
second-language-question = A veces una carta no está en su idioma. ¿Lee también este idioma: { $language }?
second-language-yes = Sí, lo leo
second-language-no = No
second-language-done = Gracias. Ya lo sabemos.
join-again = Usted ya participa. Recibe mensajes sobre { $children }.

## Codes that do not work, and people we do not know

code-unknown = Este enlace no funciona. Mire si abrió el enlace completo de su carta. O pida una carta nueva al personal del centro.
code-used = Este enlace ya se usó una vez. Pida una carta nueva al personal del centro.
code-expired = Este enlace es demasiado antiguo. Pida una carta nueva al personal del centro. Con ella puede participar enseguida.
code-elsewhere = Este enlace es de otro centro preescolar, no de este chat. Abra otra vez el enlace de su carta. O pregunte al personal del centro.
stranger = 👋 Aquí un centro preescolar escribe a las familias. Usted necesita una carta con un enlace. Pídala en el centro de su hijo o hija.
group-chat = Solo hablo con una persona a la vez. Abra una conversación privada conmigo.

## Menu

keyboard-language = 🌐 Idioma
keyboard-menu = ☰ Menú
menu = Recibe mensajes sobre { $children }. ¿Qué quiere hacer?
menu-language = Cambiar idioma
menu-pause = Hacer una pausa
menu-resume = Empezar otra vez
menu-data = Ver mis datos
menu-help = Ayuda
menu-not-me = No soy yo
menu-stop = Parar los mensajes
language-question = ¿Qué idioma quiere?
language-changed = Bien. Desde ahora le escribo en español.
pause-question = ¿Cuánto tiempo de pausa quiere?
pause-one-week = 1 semana
pause-two-weeks = 2 semanas
pause-four-weeks = 4 semanas
pause-done = Bien, hacemos una pausa. Los mensajes vuelven el { $day }.
resume-done = Nos alegra que vuelva. Ya recibe mensajes otra vez.
stop-done = Ya no recibe mensajes del centro { $location }. ¿Quiere volver más adelante? Envíe /start.
resume-question = Nos alegra que vuelva. ¿Quiere otra vez mensajes del centro { $location }?
resume-yes = Sí, por favor
not-me-question = ¿Recibe mensajes que son para otra persona? Entonces quito sus datos de esta conversación. Ya no recibirá nada más.
not-me-yes = Sí, quíteme de aquí
not-me-no = No, son para mí
not-me-done = Listo. Ya no recibe mensajes. ¿Sí eran para usted? Pida una carta nueva al personal del centro.
nothing-changed = Bien, todo sigue igual.
help =
    Aquí recibe cartas e ideas para jugar en casa.

    <b>¿Una pregunta?</b> Escríbala aquí. El personal del centro { $location } la lee los días de trabajo.
    <b>¿Otro idioma, una pausa o parar?</b> Elija Menú.
    <b>¿Es urgente, o su hijo o hija no se siente bien?</b> Llame al centro { $location }: { $phone }
help-no-phone =
    Aquí recibe cartas e ideas para jugar en casa.

    <b>¿Una pregunta?</b> Escríbala aquí. El personal del centro { $location } la lee los días de trabajo.
    <b>¿Otro idioma, una pausa o parar?</b> Elija Menú.
    <b>¿Es urgente, o su hijo o hija no se siente bien?</b> Llame al centro.

## My data

data =
    <b>Esto es lo que guardamos sobre usted</b>
    Niño o niña: { $children }
    Centro: { $location }
    Idioma: { $language }
    Cartas para usted: { $letters }
    Sus respuestas: { $answers }
    Sus preguntas: { $questions }

    Solo el centro { $location } ve esto. ¿Su hijo o hija deja el centro? Borramos todo { $months ->
        [one] un mes
        [many] { $months } de meses
       *[other] { $months } meses
    } después.
data-erase = Borrar mis datos
data-erase-question = ¿Quiere que borremos todo sobre usted? Entonces tampoco recibirá más mensajes.
data-erase-yes = Sí, borrar todo
data-erase-no = No
data-erase-asked = Hemos pasado su petición al centro { $location }. Ya no recibe mensajes. Borramos todo en un mes como máximo. Los mensajes en Telegram puede borrarlos usted.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Por ahora, esta carta está solo en holandés. ¿Algo no está claro? Pregúntenos.</i>
letter-words = ✉️ <b>Palabras de este tema</b>
letter-more = Leer más
letter-understood = Lo entiendo
letter-explain = Explíquemelo
letter-thanks = Gracias.
letter-explain-asked = Hace bien en preguntar. Se lo decimos al centro { $location }. ¿Qué no está claro? Puede escribirlo aquí.
chosen = ✓ { $label }
button-too-old = Este botón ya no funciona.

## Check-in: did it work?

checkin-question =
    🏠 ¿Cómo fue en casa con { $children }?
    La idea era de la carta «{ $title }».
checkin-question-again =
    🏠 ¿Esta vez salió bien con { $children }?
    La idea era de la carta «{ $title }».
checkin-worked = Salió bien
checkin-a-bit = Un poco
checkin-not-yet = Todavía no
checkin-thanks-worked =
    { $count ->
        [one] Qué bien. Jugar y hablar en familia: así { $children } aprende palabras nuevas.
        [many] Qué bien. Jugar y hablar en familia: así { $children } aprenden palabras nuevas.
       *[other] Qué bien. Jugar y hablar en familia: así { $children } aprenden palabras nuevas.
    }
checkin-thanks-a-bit = Muy bien, basta con empezar. Repetirlo es lo que más ayuda a { $children }.
checkin-not-yet-answer = No pasa nada. ¿Le pregunto otra vez más tarde? ¿O quiere contar qué pasó?
checkin-tomorrow = Mañana
checkin-weekend = El fin de semana
checkin-no-need = No hace falta
checkin-barrier = Contar qué pasó
checkin-asks-again = Bien. Le pregunto otra vez el { $day }.
checkin-no-need-answer = De acuerdo. Gracias por su respuesta.
checkin-barrier-question = ¿Qué pasó? Así podemos hacerlo más fácil.
barrier-no-time = No hubo tiempo
barrier-too-hard = Demasiado difícil
barrier-too-easy = Demasiado fácil
barrier-no-materials = Faltaban materiales
barrier-child-did-not-want = Mi hijo o hija no quiso
barrier-not-understood = No lo entendí
barrier-other = Otra cosa
checkin-barrier-thanks = Gracias, eso nos ayuda.
checkin-barrier-explain = Gracias. Se lo decimos al centro { $location }. Alguien le explicará la idea.
checkin-closed = Esta pregunta ya terminó. Gracias.

## Questions to staff

question-received =
    💬 Paso su pregunta al personal del centro { $location }. La lee los días de trabajo. La respuesta llega aquí.

    ¿Su hijo o hija no se siente bien? ¿O es algo de hoy? Llame al { $phone }.
question-received-no-phone =
    💬 Paso su pregunta al personal del centro { $location }. La lee los días de trabajo. La respuesta llega aquí.

    ¿Su hijo o hija no se siente bien? ¿O es algo de hoy? Llame al centro.
question-changed = 💬 Su pregunta ya está cambiada.
media-photo = No guardamos fotos. Escriba su pregunta con palabras. O muestre la foto en el centro { $location }.
media-voice = Aquí todavía no podemos escuchar audios. Le decimos al centro { $location } que tiene una pregunta. También puede escribir, en su idioma.
media-sticker = Qué bonito. ¿Tiene una pregunta? Escríbala aquí.
media-other = Aquí no podemos leer esto. Escriba su pregunta, o cuéntelo en el centro.
answer-header = 💬 <b>Respuesta del centro { $location }</b>
answer-to-question = Su pregunta: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    parar
    pare
    baja
    darme de baja
    no más mensajes
    no mas mensajes
words-help =
    ayuda
    help
words-menu =
    menú
    menu
words-resume =
    start
    empezar
    empezar otra vez
    empezar de nuevo

## Commands in the app's own menu

command-menu = Menú
command-language = Cambiar idioma
command-help = Ayuda
command-stop = Parar los mensajes
