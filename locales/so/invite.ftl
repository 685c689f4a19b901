### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Fariimo guriga ku socda
# $carer
invite-letter-carer = Ku socota: { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Ilmaha: { $children }
   *[other] Carruurta: { $children }
}
# What it is.
invite-letter-what = Waxaan jeclaan lahayn inaan fariimo gaagaaban kuugu soo dirno taleefankaaga. Waxaan kuu sheegeynaa waxa ilmahaagu nagula qabto. Waxaan kaloo ku siineynaa fikrado fiican oo guriga ah: wada hadal, ciyaar iyo akhris wadajir ah. Luqaddaada. Adiguna su’aalo waad na weydiin kartaa.
invite-letter-free = Waa bilaash. Qasab ma aha. Mar kasta waad joojin kartaa.
invite-letter-how = Sidan ayaad uga qayb qaadan kartaa:
invite-letter-scan = Koodhka ku sawir kamaradda taleefankaaga.
invite-letter-language = Dooro luqaddaada.
# The button says Yes.
invite-letter-yes = Taabo “Haa”.
invite-letter-app = Fariimaha waxaad ka akhrisanaysaa Telegram. Waa app bilaash ah.
# The link comes after this.
invite-letter-typing = Koodhku ma shaqaynayo? Tan ku qor taleefankaaga:
# $day
invite-letter-until = Maalinta ugu dambaysa ee koodhku shaqaynayo: { $day }.
invite-letter-private = Koodhkan adiga keliya ayaa leh. Fadlan ha siin qof kale.
invite-letter-help = Caawimaad ma u baahan tahay? Macallinka ilmahaaga ayaa si farxad leh kuu caawinaya.
# $location, $group
invite-letter-greeting = Salaan, { $location } · { $group }
