### The letter on paper with which a parent can join. Plain text, one page. Warm and short, not like an official letter. Siz; no suffix on inserted names.
### $carer: the parent's name. $children: first names of the children, $count: how many. $location, $group: site and group. $day: the last day on which the code works.

invite-letter-title = Eve mektup var
# $carer
invite-letter-carer = { $carer } için
# $children, $count
invite-letter-children = { $count ->
    [one] Çocuğunuz: { $children }
   *[other] Çocuklarınız: { $children }
}
# What it is.
invite-letter-what = Telefonunuza kısa mesajlar göndermek isteriz. Çocuğunuzun burada neler yaptığını anlatırız. Ev için güzel fikirler de veririz: birlikte konuşmak, oynamak ve kitap okumak. Kendi dilinizde. Siz de bize soru sorabilirsiniz.
invite-letter-free = Ücretsizdir. Katılmak zorunlu değildir. İstediğiniz zaman bırakabilirsiniz.
invite-letter-how = Katılmak çok kolay:
invite-letter-scan = Telefonunuzun kamerasıyla kodu okutun.
invite-letter-language = Dilinizi seçin.
# The button says Yes.
invite-letter-yes = “Evet” düğmesine basın.
invite-letter-app = Mesajları Telegram’da okursunuz. Bu, ücretsiz bir uygulamadır.
# The link comes after this.
invite-letter-typing = Kod okunmuyor mu? Telefonunuza şunu yazın:
# $day
invite-letter-until = Kodu kullanabileceğiniz son gün: { $day }.
invite-letter-private = Kod yalnızca sizin içindir. Lütfen başkasına vermeyin.
invite-letter-help = Yardıma mı ihtiyacınız var? Çocuğunuzun öğretmeni size seve seve yardım eder.
# $location, $group
invite-letter-greeting = Sevgiler, { $location } · { $group }
