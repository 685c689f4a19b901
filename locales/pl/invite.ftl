### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter. Neutral forms, no Pan or Pani; names stay in the nominative.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Poczta do domu
# $carer
invite-letter-carer = Dla: { $carer }
# $children, $count
invite-letter-children = { $count ->
    [one] Dziecko: { $children }
    [few] Dzieci: { $children }
    [many] Dzieci: { $children }
   *[other] Dzieci: { $children }
}
# What it is.
invite-letter-what = Chętnie będziemy wysyłać krótkie wiadomości na telefon: o tym, co dziecko u nas robi, i z pomysłami na wspólne rozmowy, zabawę i czytanie w domu. Po polsku. Można też zadać nam pytanie.
invite-letter-free = To nic nie kosztuje. Udział nie jest obowiązkowy. Zawsze można zrezygnować.
invite-letter-how = Jak dołączyć?
invite-letter-scan = Zeskanować kod aparatem w telefonie.
invite-letter-language = Wybrać język.
# The button says Yes.
invite-letter-yes = Nacisnąć „Tak”.
invite-letter-app = Wiadomości czyta się w aplikacji Telegram. Jest bezpłatna.
# The link comes after this.
invite-letter-typing = Kod się nie skanuje? Wystarczy wpisać w telefonie:
# $day
invite-letter-until = Ostatni dzień, w którym kod działa: { $day }.
invite-letter-private = Kod jest tylko dla jednej osoby. Prosimy nie dawać go nikomu innemu.
invite-letter-help = Potrzebna pomoc? Pani lub pan z grupy dziecka chętnie pomoże.
# $location, $group
invite-letter-greeting = Pozdrawiamy: { $location } · { $group }
