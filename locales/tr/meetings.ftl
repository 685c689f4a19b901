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

meeting-kind-theme-morning = Sınıfta bir sabah
meeting-kind-theme-start = Yeni konumuz başlıyor
meeting-kind-theme-closing = Konumuz bitiyor
meeting-kind-coffee-morning = Sabah kahvesi
meeting-kind-play-in = Güne oyunla başlayalım
meeting-kind-information-evening = Bilgilendirme akşamı
meeting-kind-acquaintance-talk = Tanışalım
meeting-kind-five-week-talk = Beşinci hafta görüşmesi
meeting-kind-ten-minute-talk = Çocuğunuz hakkında görüşme
meeting-kind-home-visit = Ev ziyareti
meeting-kind-play-group = Oyun grubu
meeting-kind-parent-help = Yardım eder misiniz?
meeting-kind-other = Buluşma

## What you do there, and what you and your child get out of it

meeting-invite-theme-morning = Gelin, çocuğunuzun sınıfta neler yaptığını görün. Birlikte oynarsınız. Evde neler yapabileceğinizi de görürsünüz.
meeting-invite-theme-start = Yeni bir konuya başlıyoruz. Çocuğunuzla gelin, siz de katılın. Evde neler yapabileceğinizi anlatırız.
meeting-invite-theme-closing = Konumuz bitti. Çocuğunuz yaptıklarını ve öğrendiklerini size göstermek istiyor.
meeting-invite-coffee-morning = Kahve ya da çay içmeye gelin. Diğer velilerle ve bizimle sohbet edersiniz. Her şeyi sorabilirsiniz.
meeting-invite-play-in = Çocuğunuzla içeri girin, on beş dakika birlikte oynayın. Böylece çocuğunuz güne sakin başlar.
meeting-invite-information-evening = Çocuğunuzun burada nasıl oynayıp öğrendiğini anlatırız. Her şeyi sorabilirsiniz. Bu yıl neler olacağını öğrenirsiniz.
meeting-invite-acquaintance-talk = Sizi ve çocuğunuzu tanımak isteriz. Çocuğunuz neyi sever, bize anlatırsınız. Sınıfı da görürsünüz.
meeting-invite-five-week-talk = Çocuğunuz beş haftadır burada. Nasıl gidiyor? Biz gördüklerimizi anlatırız. Sizi de dinlemek isteriz.
meeting-invite-ten-minute-talk = Sizinle çocuğunuz hakkında konuşmak isteriz. Neler iyi gidiyor? Çocuğunuz neyi seviyor? Onu en iyi siz tanırsınız.
meeting-invite-home-visit = Evinize misafir olmak isteriz. Çocuğunuzla birlikte oynarız. Hiçbir şey hazırlamanız gerekmez.
meeting-invite-play-group = Çocuğunuzla oynar, şarkı söyler, konuşursunuz. Diğer veliler de gelir. Evde de oynayabileceğiniz oyunlar öğrenirsiniz.
meeting-invite-parent-help = Bir kez sınıfta yardım etmek ister misiniz? Yanında olmanız çocuğunuzu sevindirir. Hollandaca bilmeniz gerekmez.
meeting-invite-other = Sizi aramızda görmek isteriz. Buyurun, bekleriz.

## Lines of an invitation

# $from, $until: times. One day.
meeting-when = <b>{ $day }</b>, { $from } – { $until }
# It ends on another day, or lasts over midnight. $from, $until: day and time.
meeting-when-days = <b>{ $from }</b> – { $until }
# A series. $count: how many times. The moments follow below, one a line.
meeting-series = { $count ->
    [one] Bir kez:
   *[other] { $count } kez. Mümkünse her seferinde gelin:
}
# $place: a room or an address.
meeting-where = Yer: { $place }
meeting-at-home = Yer: sizin eviniz
meeting-siblings-welcome = Kardeşler de gelebilir.
meeting-siblings-not = Bu kez kardeşler gelmezse daha iyi olur.
meeting-free = Ücretsizdir.
# $count: how many parents are needed.
meeting-helpers = { $count ->
    [one] Bir veli arıyoruz.
   *[other] { $count } veli arıyoruz.
}
# $count: how many families there is room for.
meeting-places = { $count ->
    [one] Bir aile için yer var.
   *[other] { $count } aile için yer var.
}
# Talks: the first and last day on which a moment can be chosen.
meeting-talk-days = Size uyan zamanı seçin. İlk gün: <b>{ $from }</b>, son gün: <b>{ $until }</b>.
# All moments are on one day. $day: weekday and date.
meeting-talk-day = Size uyan saati seçin. Gün: <b>{ $day }</b>.
# A line of the staff's own words, that is there only in Dutch.
meeting-line-dutch = <i>Hollandaca:</i> { $line }
meeting-question = Siz de gelir misiniz?
# The second and last invitation to who has not answered.
meeting-again = Gelebilecek misiniz? Sizi aramızda görmek isteriz.

## Buttons under an invitation

meeting-yes = Geliyorum
meeting-no = Gelemiyorum
meeting-maybe = Sonra karar vereyim
meeting-interpreter = Tercüman istiyorum
meeting-other-moment = Başka zaman
meeting-map = Yerini göster
meeting-calendar = Takvimime ekle
meeting-not-after-all = Artık gelemiyorum
meeting-choose-moment = Zaman seç
meeting-next-yes = Bir dahakine gelirim

## Answers

meeting-yes-done = Ne güzel. Görüşmek üzere: <b>{ $when }</b>.
# A series.
meeting-yes-series = Katılmanıza sevindik. İlk buluşma: <b>{ $when }</b>.
# Under the answer; the buttons are numbers.
meeting-how-many = Kaç kişi geliyorsunuz? Kendinizi de sayın.
# $count: how many people come.
meeting-how-many-done = { $count ->
    [one] Tamam, tek başınıza geliyorsunuz.
   *[other] Tamam, { $count } kişi geliyorsunuz.
}
meeting-no-done = Haber verdiğiniz için teşekkürler. Başka bir zaman size daha çok uyar mı?
meeting-maybe-done = Tamam. Başlayana kadar seçebilirsiniz.
meeting-full = Şu anda yer kalmadı. Bekleme listesindesiniz. Bir yer açılırsa size hemen haber veririz.
meeting-full-helpers = Çok naziksiniz. Şu anda yeterince veli var. Sizi listeye yazdık. Biri gelemezse size haber veririz.
meeting-leave-list = Beni listeden çıkar
meeting-list-left = Tamam, artık listede değilsiniz.
meeting-seat-free = Bir yer açıldı: <b>{ $when }</b>. Gelmek ister misiniz? En geç şu zamana kadar cevap verin: { $until }.
meeting-seat-yes = Evet, geliyorum
meeting-seat-no = Hayır, teşekkürler
meeting-seat-passed = Bu yer artık başka bir ailenin. Siz hâlâ listedesiniz.
meeting-over = Bu başladı ya da bitti. Artık seçim yapamazsınız.
meeting-called-off = Bu buluşma iptal oldu. Yeni bir zaman belli olursa haber veririz.
meeting-not-yours = Bu davet artık sizin için değil. Çocuğunuzun öğretmenine sorabilirsiniz.

## Interpreter

meeting-interpreter-question = Sizin için kim tercüme edebilir?
meeting-interpreter-ours = Bana tercüman bulun
meeting-interpreter-family = Birini getiririm
meeting-interpreter-none = Gerek yok
# $language: the carer's language.
meeting-interpreter-ours-done = Tamam. Size tercüman arıyoruz: { $language }. Bir dahaki sefere de unutmayız.
meeting-interpreter-family-done = Tamam. Sizin için tercüme edecek bir yetişkinle gelebilirsiniz.
meeting-interpreter-none-done = Tamam, tercüman olmayacak.

## Another moment

# Other moments follow as buttons.
meeting-moments = Başka bir zaman seçin. Ya da size uyan zamanı yazın.
meeting-moment-type = Size ne zaman uyar? Buraya yazın. Örneğin: salı öğleden sonra.
meeting-moment-typed = Teşekkür ederiz. Bunu { $location } çalışanlarına iletiyoruz.

## Reminder, change, end

# The day before, to who said yes.
meeting-reminder = Yarın görüşüyoruz: <b>{ $when }</b>. Sizi göreceğimize seviniyoruz.
# $old, $when: the moment before and the new one.
meeting-moved =
    Zaman değişti. Eskisi: { $old }.
    Yenisi: <b>{ $when }</b>.
    “Geliyorum” dediyseniz sizi bekliyoruz. Yeni zaman size uymuyor mu? Düğmeye basın.
# $when: when it would have been.
meeting-cancelled = Bu buluşma iptal oldu: <b>{ $when }</b>. Üzgünüz. Sizi başka bir zaman görmek isteriz.
# $reason: in the staff's own words.
meeting-cancelled-why = Nedeni: { $reason }
meeting-next = Bir sonraki buluşma: <b>{ $when }</b>.
meeting-thanks = İyi ki geldiniz. Çocuğunuz sizin de katıldığınızı fark ediyor.
meeting-missed = Bu kez görüşemedik. Sorun değil, sizi her zaman bekleriz.

## Talks with a moment of one's own

# $child: a first name. Moments follow as buttons.
talk-choose = <b>{ $child }</b> için bir görüşme zamanı seçin.
talk-more = Daha fazla göster
talk-mornings = Sabah
talk-afternoons = Öğleden sonra
talk-none-fits = Hiçbiri bana uymuyor
# $child, $when, $staff: about whom, when, with whom.
talk-booked = <b>{ $child }</b> için görüşmeniz: <b>{ $when }</b>. Görüşeceğiniz kişi: { $staff }.
# Nobody is named.
talk-booked-group = <b>{ $child }</b> için görüşmeniz: <b>{ $when }</b>.
talk-home = Biz sizin evinize geliyoruz.
talk-with-interpreter = Tercüman da olacak: { $language }. Bu yüzden biraz daha uzun sürer.
talk-move = Zamanı değiştir
talk-cancel = Görüşmeyi iptal et
# $child: a brother or sister. $when: right after or before the first talk.
talk-sibling = <b>{ $child }</b> için de görüşelim mi? Peş peşe olabilir: <b>{ $when }</b>.
talk-sibling-yes = Evet, iyi olur
talk-sibling-other = Başka zaman
talk-taken = Bu saati az önce başka biri seçti. Başka bir saat seçin.
talk-all-booked = Görüşme için zaten bir zaman seçtiniz. Aşağıya bakın.
talk-none-left = Şu anda uygun saat yok. Bir saat boşalırsa size hemen haber veririz.
# They wanted another moment. $when: the one they keep.
talk-none-other = Şu anda başka boş saat yok. Görüşmenizin zamanı değişmedi: <b>{ $when }</b>.
talk-none-fits-done = Size ne zaman uyar? Buraya yazın. Bir saat boşalırsa size haber veririz.
# $when: the moment that was given back.
talk-cancelled-by-you = Tamam, görüşmeniz iptal edildi: { $when }. Başka bir zaman ister misiniz?
talk-freed = <b>{ $child }</b> için bir görüşme saati boşaldı: <b>{ $when }</b>. İster misiniz? En geç şu zamana kadar cevap verin: { $until }.
talk-freed-yes = Evet, isterim
talk-freed-no = Hayır, teşekkürler
talk-freed-passed = Bu saat artık dolu. Başka bir saat seçin.
talk-freed-no-done = Tamam. Başka bir saat boşalırsa size haber veririz.
# Staff moved it. $old, $when: the moment before and the new one.
talk-moved =
    <b>{ $child }</b> için görüşmenin zamanını değiştirmek zorunda kaldık. Eskisi: { $old }.
    Yenisi: <b>{ $when }</b>. Uymuyor mu? Başka bir zaman seçin.
talk-moved-fine = Bana uyar
talk-moved-fine-done = Teşekkür ederiz.
talk-cancelled = <b>{ $child }</b> için görüşme iptal oldu: { $when }. Başka bir zaman seçin.
# The same, when there is no other moment to choose.
talk-called-off = <b>{ $child }</b> için görüşme iptal oldu: { $when }.
talk-reminder = Yarın <b>{ $child }</b> için görüşmeniz var: <b>{ $when }</b>.
talk-again = Görüşme için henüz bir zaman seçilmedi. Sizinle konuşmak isteriz.
talk-thanks = <b>{ $child }</b> hakkında konuştuğumuz için teşekkürler. Çocuğunuzu en iyi siz tanırsınız.
talk-missed = <b>{ $child }</b> için görüşme yapılamadı. Olur böyle şeyler. Yeni bir zaman seçebilirsiniz.

## The code on the coffee table

# On the printed page with the code.
meeting-code-scan = Burada mısınız? Bu kodu telefonunuzla okutun.
meeting-here = Hoş geldiniz. Sizi listeye yazdık: <b>{ $title }</b>.
meeting-here-again = Sizi zaten yazmıştık. Hoş geldiniz.
meeting-here-stranger = Hoş geldiniz. Sizinle henüz tanışmadık. Öğretmenden kendi mektubunuzu isteyin.
# $when: when the code works.
meeting-here-not-now = Bu kod <b>{ $title }</b> için: { $when }. Yalnızca o gün çalışır.
meeting-here-unknown = Bu kod çalışmıyor. Öğretmene sorun.

## The file for a calendar program: plain text

# $title: the kind. $location: the site.
meeting-file-summary = { $title } · { $location }
meeting-file-name = randevu
meeting-file-text = Randevunuzu takviminize ekleyebilirsiniz. Dosyayı açın.
meeting-file-cancelled = Bu randevu iptal oldu. Dosyayı açın. Böylece takviminizden silinir.
