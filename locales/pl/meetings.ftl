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

meeting-kind-theme-morning = Poranek tematyczny
meeting-kind-theme-start = Początek tematu
meeting-kind-theme-closing = Zakończenie tematu
meeting-kind-coffee-morning = Poranek przy kawie
meeting-kind-play-in = Zabawa na dzień dobry
meeting-kind-information-evening = Spotkanie informacyjne
meeting-kind-acquaintance-talk = Poznajmy się
meeting-kind-five-week-talk = Rozmowa po pięciu tygodniach
meeting-kind-ten-minute-talk = Rozmowa o dziecku
meeting-kind-home-visit = Odwiedziny w domu
meeting-kind-play-group = Grupa zabaw
meeting-kind-parent-help = Pomożesz nam?
meeting-kind-other = Spotkanie

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Zobacz, co Twoje dziecko robi w grupie. Pobawicie się razem. Pokażemy też, co można robić w domu.
meeting-invite-theme-start = Zaczynamy nowy temat. Przyjdź z dzieckiem, zobacz i pobaw się z nami. Powiemy też, co można robić w domu.
meeting-invite-theme-closing = Kończymy nasz temat. Dziecko chętnie pokaże Ci, co zrobiło i czego się nauczyło.
meeting-invite-coffee-morning = Zapraszamy na kawę albo herbatę. Porozmawiasz z innymi rodzicami i z nami. Można pytać o wszystko.
meeting-invite-play-in = Wejdź razem z dzieckiem. Pobawcie się przez kwadrans. Tak dziecko spokojnie zacznie dzień.
meeting-invite-information-evening = Opowiemy, jak dziecko się tu bawi i uczy. Można pytać o wszystko. Dowiesz się, co będzie w tym roku.
meeting-invite-acquaintance-talk = Chętnie poznamy Ciebie i Twoje dziecko. Opowiesz nam, co dziecko lubi. Zobaczysz też grupę.
meeting-invite-five-week-talk = Twoje dziecko jest tu już pięć tygodni. Jak mu u nas jest? Opowiemy, co widzimy. Chętnie posłuchamy, co widzisz Ty.
meeting-invite-ten-minute-talk = Chętnie porozmawiamy z Tobą o dziecku. Co idzie dobrze? Co dziecko lubi? Ty wiesz to najlepiej.
meeting-invite-home-visit = Chętnie przyjdziemy do Ciebie do domu. Pobawimy się razem z dzieckiem. Nie trzeba nic szykować.
meeting-invite-play-group = Wspólna zabawa, piosenki i rozmowy, z dzieckiem i innymi rodzicami. Poznasz zabawy, które można powtórzyć w domu.
meeting-invite-parent-help = Chcesz raz pomóc w grupie? Dziecko się cieszy, gdy jesteś z nim. Nie trzeba mówić po holendersku.
meeting-invite-other = Serdecznie zapraszamy. Będzie nam bardzo miło.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Jeden raz:
    [few] { $count } razy. Najlepiej być za każdym razem:
    [many] { $count } razy. Najlepiej być za każdym razem:
   *[other] { $count } razu. Najlepiej być za każdym razem:
}
# $place: a room or an address.
meeting-where = Gdzie: { $place }
meeting-at-home = Gdzie: u Ciebie w domu
meeting-siblings-welcome = Rodzeństwo też może przyjść.
meeting-siblings-not = Tym razem lepiej bez rodzeństwa.
meeting-free = To nic nie kosztuje.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] Szukamy jednego rodzica.
    [few] Szukamy { $count } rodziców.
    [many] Szukamy { $count } rodziców.
   *[other] Szukamy { $count } rodzica.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Jest miejsce dla jednej rodziny.
    [few] Jest miejsce dla { $count } rodzin.
    [many] Jest miejsce dla { $count } rodzin.
   *[other] Jest miejsce dla { $count } rodziny.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Wybierz termin, który Ci pasuje. Możliwe dni: <b>{ $from }</b> – <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Wybierz godzinę, która Ci pasuje. Dzień: <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>Po holendersku:</i> { $line }
meeting-question = Przyjdziesz?
# The second and last invitation to who has not answered.
meeting-again = Czy wiesz już, czy przyjdziesz? Serdecznie zapraszamy.

## Buttons under an invitation

meeting-yes = Przyjdę
meeting-no = Nie mogę
meeting-maybe = Zdecyduję później
meeting-interpreter = Potrzebuję tłumacza
meeting-other-moment = Inny termin
meeting-map = Pokaż, gdzie to jest
meeting-calendar = Dodaj do kalendarza
meeting-not-after-all = Jednak nie mogę
meeting-choose-moment = Wybierz termin
meeting-next-yes = Będę następnym razem

## Answers

meeting-yes-done = Cieszymy się. Do zobaczenia: <b>{ $when }</b>.
# A series.
meeting-yes-series = Cieszymy się, że dołączasz. Pierwszy raz: <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = Ile osób przyjdzie? Policz też siebie.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Dobrze, przyjdzie jedna osoba.
    [few] Dobrze, przyjdą { $count } osoby.
    [many] Dobrze, przyjdzie { $count } osób.
   *[other] Dobrze, przyjdzie { $count } osoby.
}
meeting-no-done = Dziękujemy za odpowiedź. Czy inny termin będzie lepszy?
meeting-maybe-done = W porządku. Na odpowiedź jest czas do początku spotkania.
meeting-full = Nie ma już wolnych miejsc. Jesteś na liście oczekujących. Zwolni się miejsce? Od razu damy Ci znać.
meeting-full-helpers = Jak miło. Mamy już wystarczająco dużo osób. Jesteś na liście. Jeśli ktoś nie będzie mógł, damy Ci znać.
meeting-leave-list = Usuń mnie z listy
meeting-list-left = Dobrze, nie ma Cię już na liście.
meeting-seat-free = Jest wolne miejsce: <b>{ $when }</b>. Chcesz przyjść? Odpowiedz najpóźniej: { $until }.
meeting-seat-yes = Tak, przyjdę
meeting-seat-no = Nie, dziękuję
meeting-seat-passed = To miejsce ma już inna rodzina. Nadal jesteś na liście.
meeting-over = To spotkanie już trwa albo się skończyło. Nie można już wybrać.
meeting-called-off = To spotkanie się nie odbędzie. Damy znać, gdy będzie nowy termin.
meeting-not-yours = To zaproszenie nie jest już dla Ciebie. Zapytaj w przedszkolu dziecka.

## Interpreter

meeting-interpreter-question = Kto może dla Ciebie tłumaczyć?
meeting-interpreter-ours = Proszę o tłumacza
meeting-interpreter-family = Wezmę kogoś ze sobą
meeting-interpreter-none = Nie trzeba
# $language: the carer's language.
meeting-interpreter-ours-done = Dobrze. Szukamy dla Ciebie tłumacza. Język: { $language }. Będziemy o tym pamiętać następnym razem.
meeting-interpreter-family-done = Dobrze. Weź ze sobą kogoś dorosłego, kto będzie tłumaczyć.
meeting-interpreter-none-done = Dobrze, nie będzie tłumacza.

## Another moment

# Other moments follow as buttons.
meeting-moments = Wybierz inny termin. Albo napisz, kiedy możesz.
meeting-moment-type = Kiedy możesz? Napisz to tutaj. Na przykład: wtorek po południu.
meeting-moment-typed = Dziękujemy. Przekażemy to do przedszkola { $location }.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = To już jutro: <b>{ $when }</b>. Cieszymy się na spotkanie.
# $old, $when: the moment before and the new one.
meeting-moved =
    Termin się zmienił. Było: { $old }.
    Będzie: <b>{ $when }</b>.
    Twoja odpowiedź to „Przyjdę”? Liczymy na Ciebie. Nowy termin nie pasuje? Naciśnij przycisk.
# $when: when it would have been.
meeting-cancelled = To spotkanie się nie odbędzie: <b>{ $when }</b>. Szkoda. Do zobaczenia innym razem.
# $reason: in the staff's own words.
meeting-cancelled-why = Powód: { $reason }
meeting-next = Następny raz: <b>{ $when }</b>.
meeting-thanks = Miło było się spotkać. Twoje dziecko widzi, że to dla Ciebie ważne.
meeting-missed = Brakowało nam Ciebie. Nic nie szkodzi, zawsze serdecznie zapraszamy.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = Wybierz termin rozmowy o dziecku: <b>{ $child }</b>.
talk-more = Więcej terminów
talk-mornings = Przed południem
talk-afternoons = Po południu
talk-none-fits = Nic mi nie pasuje
# $child, $when, $staff: about whom, when, with whom.
talk-booked = Twoja rozmowa o dziecku (<b>{ $child }</b>): <b>{ $when }</b>. Spotka się z Tobą: { $staff }.
# Nobody is named.
talk-booked-group = Twoja rozmowa o dziecku (<b>{ $child }</b>): <b>{ $when }</b>.
talk-home = Przyjdziemy do Ciebie do domu.
talk-with-interpreter = Będzie tłumacz. Język: { $language }. Dlatego rozmowa potrwa trochę dłużej.
talk-move = Zmień termin
talk-cancel = Odwołaj rozmowę
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = Umawiamy też rozmowę o dziecku (<b>{ $child }</b>)? Obie mogą być jedna po drugiej: <b>{ $when }</b>.
talk-sibling-yes = Tak, pasuje mi
talk-sibling-other = Inny termin
talk-taken = Ktoś właśnie zajął ten termin. Wybierz inny.
talk-all-booked = Termin jest już wybrany. Zobacz poniżej.
talk-none-left = Nie ma teraz wolnych terminów. Zwolni się jakiś? Od razu damy Ci znać.
# They wanted another moment. $when: the one they keep.
talk-none-other = Nie ma teraz innego wolnego terminu. Twoja rozmowa zostaje bez zmian: <b>{ $when }</b>.
talk-none-fits-done = Kiedy możesz? Napisz to tutaj. Zwolni się termin? Damy Ci znać.
# $when: the moment that was given back.
talk-cancelled-by-you = Dobrze, rozmowa jest odwołana: { $when }. Chcesz inny termin?
talk-freed = Jest wolny termin rozmowy o dziecku (<b>{ $child }</b>): <b>{ $when }</b>. Pasuje Ci? Odpowiedz najpóźniej: { $until }.
talk-freed-yes = Tak, chętnie
talk-freed-no = Nie, dziękuję
talk-freed-passed = Ten termin jest już zajęty. Wybierz inny.
talk-freed-no-done = Dobrze. Damy Ci znać, gdy zwolni się inny termin.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    Musieliśmy zmienić termin rozmowy o dziecku (<b>{ $child }</b>). Było: { $old }.
    Będzie: <b>{ $when }</b>. Nie pasuje? Wybierz inny termin.
talk-moved-fine = Pasuje mi
talk-moved-fine-done = Dziękujemy.
talk-cancelled = Rozmowa o dziecku (<b>{ $child }</b>) się nie odbędzie: { $when }. Wybierz inny termin.
# The same, when there is no other moment to choose.
talk-called-off = Rozmowa o dziecku (<b>{ $child }</b>) się nie odbędzie: { $when }.
talk-reminder = Jutro jest Twoja rozmowa o dziecku (<b>{ $child }</b>): <b>{ $when }</b>.
talk-again = Termin rozmowy nie jest jeszcze wybrany. Chętnie z Tobą porozmawiamy.
talk-thanks = Dziękujemy za rozmowę o dziecku (<b>{ $child }</b>). Ty znasz swoje dziecko najlepiej.
talk-missed = Rozmowa o dziecku (<b>{ $child }</b>) się nie odbyła. To się zdarza. Po prostu wybierz nowy termin.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Jesteś już? Zeskanuj ten kod telefonem.
meeting-here = Dobrze, że jesteś. Już Cię zapisaliśmy: <b>{ $title }</b>.
meeting-here-again = Mamy Cię już na liście. Dobrze, że jesteś.
meeting-here-stranger = Dobrze, że jesteś. Jeszcze się tu nie znamy. Poproś w grupie o list dla siebie.
# $when: when the code works.
meeting-here-not-now = Ten kod jest na spotkanie: <b>{ $title }</b>, { $when }. Działa tylko w tym dniu.
meeting-here-unknown = Ten kod nie działa. Zapytaj kogoś z grupy.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = termin
meeting-file-text = Oto Twój termin do kalendarza. Otwórz plik.
meeting-file-cancelled = To spotkanie się nie odbędzie. Otwórz plik. Spotkanie zniknie wtedy z kalendarza.
