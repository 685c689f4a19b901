### What the bot says to a carer. HTML: only <b> and <i>. One emoji at most, the same for one kind of message.
### $location is the name of the site, $children the first names of the carer's children, as a list.
### Names stand bare: no case suffix on a name, since its vowels are not known here.

## Joining

join-language = 👋 Hoş geldiniz. Burada size { $location } yazıyor. Dilinizi seçin.
join-consent =
    Burada size <b>{ $location }</b> yazıyor. Size mektuplar ve evde oyun fikirleri gelir. Kendi dilinizde. Ücretsizdir.

    <b>Yazdıklarınızı kim okur?</b> Yalnızca { $location } çalışanları. Diğer veliler sizden hiçbir şey görmez.

    <b>Telegram ne görür?</b> Telegram başka bir şirkettir. Mesajları kendi bilgisayarlarında saklar. Bu yüzden burada sağlık konularını yazmamak daha iyidir.

    İstediğiniz zaman bırakabilirsiniz. Katılmak ister misiniz?
join-yes = Evet, katılıyorum
join-no = Hayır, istemiyorum
join-welcome =
    Aramıza hoş geldiniz. Burada <b>{ $children }</b> için mesajlar alırsınız. Mesajları { $location } gönderir.

    Sorunuz mu var? Buraya yazmanız yeter.
join-declined = Tamam. Size mesaj gelmeyecek. Fikriniz değişirse mektubunuzdaki linki yeniden açın.
second-language-question = Bazen bir mektup sizin dilinizde olmayabilir. { $language } dilini de okur musunuz?
second-language-yes = Evet, okurum
second-language-no = Hayır
second-language-done = Teşekkür ederiz. Artık biliyoruz.
join-again = Zaten katıldınız. { $children } için mesajlar alıyorsunuz.

## Codes that do not work, and people we do not know

code-unknown = Bu link çalışmıyor. Mektubunuzdaki linkin tamamını açtınız mı? Olmazsa çocuğunuzun öğretmeninden yeni bir mektup isteyin.
code-used = Bu link daha önce kullanılmış. Çocuğunuzun öğretmeninden yeni bir mektup isteyin.
code-expired = Bu link çok eski. Çocuğunuzun öğretmeninden yeni bir mektup isteyin. Sonra hemen katılabilirsiniz.
code-elsewhere = Bu link başka bir anaokulunun linki, bu sohbetin değil. Mektubunuzdaki linki bir kez daha açın. Ya da çocuğunuzun öğretmenine sorun.
stranger = 👋 Burada bir anaokulu velilere yazıyor. Katılmak için linkli bir mektup gerekir. Mektubu çocuğunuzun öğretmeninden isteyin.
group-chat = Ben aynı anda tek bir veliyle konuşurum. Lütfen benimle ayrı bir sohbet açın.

## Menu

keyboard-language = 🌐 Dil
keyboard-menu = ☰ Menü
menu = { $children } için mesajlar alıyorsunuz. Ne yapmak istersiniz?
menu-language = Dili değiştir
menu-pause = Ara ver
menu-resume = Yeniden başla
menu-data = Bilgilerimi göster
menu-help = Yardım al
menu-not-me = Bu ben değilim
menu-stop = Mesajları durdur
language-question = Hangi dili istersiniz?
language-changed = Tamam. Artık Türkçe yazıyorum.
pause-question = Ne kadar ara vermek istersiniz?
pause-one-week = 1 hafta
pause-two-weeks = 2 hafta
pause-four-weeks = 4 hafta
pause-done = Tamam, ara veriyoruz. Mesajlar şu gün yeniden başlar: { $day }.
resume-done = Yeniden hoş geldiniz. Artık yine mesaj alacaksınız.
stop-done = Tamam. { $location } artık size mesaj göndermeyecek. Bir gün yine isterseniz /start yazıp gönderin.
resume-question = Yeniden hoş geldiniz. { $location } size yine mesaj göndersin mi?
resume-yes = Evet, göndersin
not-me-question = Size başka birinin mesajları mı geliyor? O zaman bilgilerinizi bu sohbetten çıkarırım. Sonra size hiçbir mesaj gelmez.
not-me-yes = Evet, beni çıkar
not-me-no = Hayır, bu benim
not-me-done = Tamam, çıkardım. Size artık mesaj gelmeyecek. Yanlışlık mı oldu? Çocuğunuzun öğretmeninden yeni bir mektup isteyin.
nothing-changed = Tamam, her şey olduğu gibi kalıyor.
help =
    Burada mektuplar ve evde oyun fikirleri alırsınız.

    <b>Sorunuz mu var?</b> Buraya yazın. İş günlerinde { $location } çalışanları okur.
    <b>Başka dil, ara vermek ya da bırakmak?</b> Menü düğmesine basın.
    <b>Acele mi, çocuğunuz hasta mı?</b> Arayın: { $location }, { $phone }
help-no-phone =
    Burada mektuplar ve evde oyun fikirleri alırsınız.

    <b>Sorunuz mu var?</b> Buraya yazın. İş günlerinde { $location } çalışanları okur.
    <b>Başka dil, ara vermek ya da bırakmak?</b> Menü düğmesine basın.
    <b>Acele mi, çocuğunuz hasta mı?</b> Çocuğunuzun okulunu arayın.

## My data

data =
    <b>Sizinle ilgili sakladıklarımız</b>
    Çocuk: { $children }
    Yer: { $location }
    Dil: { $language }
    Size gelen mektuplar: { $letters }
    Cevaplarınız: { $answers }
    Sorularınız: { $questions }

    Bunu yalnızca { $location } görür. Çocuğunuz ayrıldıktan { $months ->
        [one] bir ay
       *[other] { $months } ay
    } sonra her şeyi sileriz.
data-erase = Bilgilerimi sil
data-erase-question = Sizinle ilgili her şeyi silelim mi? O zaman size mesaj da gelmez.
data-erase-yes = Evet, hepsini sil
data-erase-no = Hayır
data-erase-asked = İsteğinizi { $location } çalışanlarına ilettik. Size artık mesaj gelmeyecek. Bir ay içinde her şey silinir. Telegram mesajlarını kendiniz silebilirsiniz.

## Letters

letter-header =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
letter-header-dutch =
    ✉️ <b>{ $title }</b>
    { $children } · { $location }
    <i>Bu mektup şimdilik yalnızca Hollandaca. Açık olmayan bir şey mi var? Bize sorun.</i>
letter-words = ✉️ <b>Bu konunun kelimeleri</b>
letter-more = Devamını oku
letter-understood = Anladım
letter-explain = Lütfen açıklayın
letter-thanks = Teşekkür ederiz.
letter-explain-asked = Sormanız çok iyi. Bunu { $location } çalışanlarına iletiyoruz. Hangi kısım açık değil? Buraya yazabilirsiniz.
chosen = ✓ { $label }
button-too-old = Bu düğme artık çalışmıyor.

## Check-in: did it work?

checkin-question =
    🏠 Evde { $children } ile nasıl geçti?
    Fikir şu mektuptan: “{ $title }”.
checkin-question-again =
    🏠 Bu kez { $children } ile yapabildiniz mi?
    Fikir şu mektuptan: “{ $title }”.
checkin-worked = Yaptık
checkin-a-bit = Biraz yaptık
checkin-not-yet = Henüz yapmadık
checkin-thanks-worked =
    { $count ->
        [one] Ne güzel. Birlikte yapın, birlikte konuşun: { $children } yeni kelimeleri böyle öğrenir.
       *[other] Ne güzel. Birlikte yapın, birlikte konuşun: { $children } yeni kelimeleri böyle öğrenirler.
    }
checkin-thanks-a-bit = Güzel, başlamak yeter. { $children } için en iyisi bir kez daha yapmak.
checkin-not-yet-answer = Sorun değil. Daha sonra yine sorayım mı? Yoksa bir engel mi vardı?
checkin-tomorrow = Yarın sor
checkin-weekend = Hafta sonu sor
checkin-no-need = Gerek yok
checkin-barrier = Bir engel vardı
checkin-asks-again = Tamam. Yine soracağım: { $day }.
checkin-no-need-answer = Tamam. Cevabınız için teşekkürler.
checkin-barrier-question = Engel neydi? Bilirsek bunu kolaylaştırırız.
barrier-no-time = Zaman yoktu
barrier-too-hard = Çok zordu
barrier-too-easy = Çok kolaydı
barrier-no-materials = Malzeme yoktu
barrier-child-did-not-want = Çocuk istemedi
barrier-not-understood = Anlamadım
barrier-other = Başka bir şey
checkin-barrier-thanks = Teşekkürler, bu bize yardımcı olur.
checkin-barrier-explain = Teşekkür ederiz. Bunu { $location } çalışanlarına iletiyoruz. Biri size açıklayacak.
checkin-closed = Bu soru artık kapandı. Teşekkür ederiz.

## Questions to staff

question-received =
    💬 Sorunuzu { $location } çalışanlarına iletiyorum. Onlar iş günlerinde okur. Cevap buraya gelir.

    Çocuğunuz hasta mı, konu bugünle mi ilgili? O zaman arayın: { $phone }
question-received-no-phone =
    💬 Sorunuzu { $location } çalışanlarına iletiyorum. Onlar iş günlerinde okur. Cevap buraya gelir.

    Çocuğunuz hasta mı, konu bugünle mi ilgili? O zaman okulu arayın.
question-changed = 💬 Sorunuzun yeni hâlini aldım.
media-photo = Fotoğrafları saklamıyoruz. Sorunuzu yazın. Ya da fotoğrafı { $location } çalışanlarına gösterin.
media-voice = Burada henüz ses dinleyemiyoruz. Bir sorunuz olduğunu { $location } çalışanlarına söyleriz. Kendi dilinizde yazmanız da olur.
media-sticker = Ne güzel. Sorunuz mu var? Buraya yazmanız yeter.
media-other = Bunu burada okuyamıyoruz. Sorunuzu yazın ya da öğretmene anlatın.
answer-header = 💬 <b>{ $location } cevap verdi</b>
answer-to-question = Sorunuz: { $question }

## Words that count wherever they are typed, one a line

words-stop =
    stop
    durdur
    durdurun
    mesajları durdur
    mesajlari durdur
    mesaj istemiyorum
    çıkmak istiyorum
    cikmak istiyorum
words-help =
    help
    yardım
    yardim
    yardım edin
    yardim edin
words-menu =
    menü
    menu
words-resume =
    start
    başla
    basla
    yeniden başla
    yeniden basla
    tekrar başla
    tekrar basla

## Commands in the app's own menu

command-menu = Menü
command-language = Dili değiştir
command-help = Yardım al
command-stop = Mesajları durdur
