### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter. Usted.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Correo para casa
# $carer
invite-letter-carer = Para { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Niño o niña: { $children }
    [many] Niños y niñas: { $children }
   *[other] Niños y niñas: { $children }
}
# What it is.
invite-letter-what = Nos gustaría enviarle mensajes cortos al teléfono. Le contamos qué hacen los niños con nosotros. Y le damos ideas bonitas para casa: hablar, jugar y leer juntos. En su idioma. Usted también puede hacernos preguntas.
invite-letter-free = Es gratis. No es obligatorio. Puede dejarlo cuando quiera.
invite-letter-how = Así puede participar:
invite-letter-scan = Escanee el código con la cámara de su teléfono.
invite-letter-language = Elija su idioma.
# The button says Yes.
invite-letter-yes = Pulse «Sí».
invite-letter-app = Los mensajes se leen en Telegram. Es una aplicación gratuita.
# The link comes after this.
invite-letter-typing = ¿No funciona el código? Escriba esto en su teléfono:
# $day
invite-letter-until = Puede usar el código hasta el { $day }.
invite-letter-private = El código es solo para usted. No se lo dé a otra persona.
invite-letter-help = ¿Necesita ayuda? En el grupo, la maestra o el maestro le ayuda con gusto.
# $location, $group
invite-letter-greeting = Un saludo de { $location } · { $group }
