### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### Names stand where Polish leaves them uninflected. No past tense with the parent as its subject.

## Joining

join-language = 👋 Dzień dobry, tu przedszkole { $location }. Wybierz swój język.
join-consent =
    Tu pisze przedszkole <b>{ $location }</b>. Dostajesz listy i pomysły na zabawę w domu. W Twoim języku. To nic nie kosztuje.

    <b>Kto czyta to, co piszesz?</b> Tylko pracownicy przedszkola { $location }. Inni rodzice tego nie widzą.

    <b>Co widzi Telegram?</b> Telegram to inna firma. Przechowuje wiadomości na swoich komputerach. Dlatego lepiej nie pisz o zdrowiu.

    Możesz zrezygnować w każdej chwili. Chcesz dołączyć?
join-yes = Tak, dołączam
join-no = Nie, dziękuję
join-welcome =
    Dobrze, że jesteś. Tu przychodzą wiadomości:
    <b>{ $children }</b> · przedszkole { $location }

    Masz pytanie? Po prostu napisz je tutaj.
join-declined = Dobrze. Wiadomości nie będą przychodzić. Zmienisz zdanie? Otwórz jeszcze raz link z listu.
second-language-question = Czasem listu nie ma w Twoim języku. Czy czytasz też w tym języku: { $language }?
second-language-yes = Tak, czytam
second-language-no = Nie
second-language-done = Dziękujemy. Już wiemy.
join-again = Już jesteś z nami. { $children }: wiadomości przychodzą tutaj.

## Codes that do not work, and people we do not know

code-unknown = Ten link nie działa. Sprawdź, czy to cały link z listu. Albo poproś w przedszkolu o nowy list.
code-used = Ten link był już użyty. Poproś w przedszkolu o nowy list.
code-expired = Ten link jest za stary. Poproś w przedszkolu o nowy list. Wtedy od razu dołączysz.
code-elsewhere = Ten link jest z innego przedszkola, nie z tego czatu. Otwórz jeszcze raz link z listu. Albo zapytaj w przedszkolu.
stranger = 👋 Tu przedszkole pisze do rodziców. Potrzebny jest list z linkiem. Poproś o niego w przedszkolu dziecka.
group-chat = Rozmawiam tylko z jedną osobą naraz. Otwórz ze mną osobną rozmowę.

## Menu

keyboard-language = 🌐 Język
keyboard-menu = ☰ Menu
menu = { $children }: wiadomości przychodzą tutaj. Co chcesz zrobić?
menu-language = Zmień język
menu-pause = Zrób przerwę
menu-resume = Zacznij znowu
menu-data = Pokaż moje dane
menu-help = Pomoc
menu-not-me = To nie ja
menu-stop = Zrezygnuj
language-question = Jaki język wybierasz?
language-changed = Dobrze. Od teraz piszę po polsku.
pause-question = Jak długa ma być przerwa?
pause-one-week = 1 tydzień
pause-two-weeks = 2 tygodnie
pause-four-weeks = 4 tygodnie
pause-done = Dobrze, robimy przerwę. Wiadomości wrócą w dniu: { $day }.
resume-done = Dobrze, że znów jesteś. Wiadomości znów przychodzą.
stop-done = Nie dostajesz już wiadomości z przedszkola { $location }. Chcesz kiedyś wrócić? Wyślij /start.
resume-question = Dobrze, że znów jesteś. Chcesz dostawać wiadomości z przedszkola { $location }?
resume-yes = Tak, chętnie
not-me-question = Przychodzą tu wiadomości dla innej osoby? W takim razie usunę Twoje dane z tej rozmowy. Nic więcej tu nie przyjdzie.
not-me-yes = Tak, usuń mnie
not-me-no = Nie, są dla mnie
not-me-done = Gotowe. Wiadomości już nie przyjdą. Jednak były dla Ciebie? Poproś w przedszkolu o nowy list.
nothing-changed = Dobrze, nic się nie zmienia.
help =
    Tu dostajesz listy i pomysły na zabawę w domu.

    <b>Masz pytanie?</b> Napisz je tutaj. Pracownicy przedszkola { $location } czytają je w dni robocze.
    <b>Inny język, przerwa albo rezygnacja?</b> Wybierz Menu.
    <b>Pilna sprawa albo chore dziecko?</b> Zadzwoń do przedszkola { $location }: { $phone }
help-no-phone =
    Tu dostajesz listy i pomysły na zabawę w domu.

    <b>Masz pytanie?</b> Napisz je tutaj. Pracownicy przedszkola { $location } czytają je w dni robocze.
    <b>Inny język, przerwa albo rezygnacja?</b> Wybierz Menu.
    <b>Pilna sprawa albo chore dziecko?</b> Zadzwoń do przedszkola.

## My data

data =
    <b>Te dane o Tobie przechowujemy</b>
    Dziecko: { $children }
    Przedszkole: { $location }
    Język: { $language }
    Listy do Ciebie: { $letters }
    Twoje odpowiedzi: { $answers }
    Twoje pytania: { $questions }

    Widzi to tylko przedszkole { $location }. Wszystko usuwamy { $months ->
        [one] miesiąc
        [few] { $months } miesiące
        [many] { $months } miesięcy
       *[other] { $months } miesiąca
    } po ostatnim dniu dziecka w przedszkolu.
data-erase = Usuń moje dane
data-erase-question = Czy mamy usunąć wszystko o Tobie? Wtedy wiadomości też już nie przyjdą.
data-erase-yes = Tak, usuń wszystko
data-erase-no = Nie
data-erase-asked = Przekazaliśmy Twoją prośbę do przedszkola { $location }. Wiadomości już nie przyjdą. Usuniemy wszystko w ciągu miesiąca. Wiadomości w Telegramie możesz usunąć samodzielnie.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Ten list jest na razie tylko po holendersku. Coś jest niejasne? Zapytaj nas.</i>
letter-words = ✉️ <b>Słowa do tego tematu</b>
letter-more = Czytaj dalej
letter-understood = Rozumiem
letter-explain = Proszę wyjaśnić
letter-thanks = Dziękujemy.
letter-explain-asked = Dobrze, że pytasz. Przekazujemy to do przedszkola { $location }. Co jest niejasne? Możesz napisać to tutaj.
chosen = ✓ { $label }
button-too-old = Ten przycisk już nie działa.

## Check-in: did it work?

checkin-question =
    🏠 { $children }: jak poszło w domu?
    Pomysł był w liście „{ $title }”.
checkin-question-again =
    🏠 { $children }: czy tym razem się udało?
    Pomysł był w liście „{ $title }”.
checkin-worked = Udało się
checkin-a-bit = Trochę
checkin-not-yet = Jeszcze nie
checkin-thanks-worked =
    { $count ->
        [one] Jak miło. Wspólna zabawa i rozmowa: tak { $children } uczy się nowych słów.
        [few] Jak miło. Wspólna zabawa i rozmowa: tak { $children } uczą się nowych słów.
        [many] Jak miło. Wspólna zabawa i rozmowa: tak { $children } uczą się nowych słów.
       *[other] Jak miło. Wspólna zabawa i rozmowa: tak { $children } uczą się nowych słów.
    }
checkin-thanks-a-bit = { $children }: dobry początek, to wystarczy. Najbardziej pomaga powtórka.
checkin-not-yet-answer = Nic nie szkodzi. Zapytać jeszcze raz później? A może coś przeszkodziło?
checkin-tomorrow = Jutro
checkin-weekend = W weekend
checkin-no-need = Nie trzeba
checkin-barrier = Coś przeszkodziło
checkin-asks-again = Dobrze. Zapytam jeszcze raz: { $day }.
checkin-no-need-answer = Dobrze. Dziękujemy za odpowiedź.
checkin-barrier-question = Co przeszkodziło? Dzięki odpowiedzi możemy to ułatwić.
barrier-no-time = Brak czasu
barrier-too-hard = Za trudne
barrier-too-easy = Za łatwe
barrier-no-materials = Brak rzeczy w domu
barrier-child-did-not-want = Dziecko nie chciało
barrier-not-understood = To było niejasne
barrier-other = Coś innego
checkin-barrier-thanks = Dziękujemy, to nam pomaga.
checkin-barrier-explain = Dziękujemy. Przekazujemy to do przedszkola { $location }. Ktoś to wyjaśni.
checkin-closed = To pytanie jest już zamknięte. Dziękujemy.

## Questions to staff

question-received =
    💬 Przekazuję Twoje pytanie pracownikom przedszkola { $location }. Czytają je w dni robocze. Odpowiedź przyjdzie tutaj.

    Dziecko jest chore albo chodzi o dzisiaj? Zadzwoń: { $phone }.
question-received-no-phone =
    💬 Przekazuję Twoje pytanie pracownikom przedszkola { $location }. Czytają je w dni robocze. Odpowiedź przyjdzie tutaj.

    Dziecko jest chore albo chodzi o dzisiaj? Zadzwoń do przedszkola.
question-changed = 💬 Twoje pytanie jest zmienione.
media-photo = Nie przechowujemy zdjęć. Opisz pytanie słowami. Albo pokaż zdjęcie w przedszkolu { $location }.
media-voice = Tu jeszcze nie możemy słuchać nagrań. Powiemy w przedszkolu { $location }, że masz pytanie. Możesz też pisać, w swoim języku.
media-sticker = Miło. Masz pytanie? Po prostu napisz je tutaj.
media-other = Tu nie możemy tego przeczytać. Napisz pytanie albo powiedz o tym w przedszkolu.
answer-header = 💬 <b>Odpowiedź z przedszkola { $location }</b>
answer-to-question = Twoje pytanie: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    zatrzymaj
    rezygnuję
    rezygnuje
    zrezygnuj
    wypisz mnie
words-help =
    pomoc
    help
words-menu =
    menu
words-resume =
    start
    zacznij znowu
    wznów
    wznow

## Commands in the app's own menu

command-menu = Menu
command-language = Zmień język
command-help = Pomoc
command-stop = Zrezygnuj
