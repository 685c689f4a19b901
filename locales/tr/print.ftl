### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = { $location } size yazıyor
print-for = { $children } için
print-words = Bu konunun kelimeleri
print-in-dutch = Bu mektup şimdilik yalnızca Hollandaca. Bize sorun, açıklayalım.
print-questions = Sorunuz mu var? Öğretmene sorun ya da arayın: { $location }, { $phone }
print-questions-no-phone = Sorunuz mu var? Öğretmene sorun.
