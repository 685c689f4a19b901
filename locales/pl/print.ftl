### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = List z przedszkola { $location }
print-for = Dla: { $children }
print-words = Słowa do tego tematu
print-in-dutch = Ten list jest na razie tylko po holendersku. Poproś nas o wyjaśnienie.
print-questions = Masz pytanie? Zapytaj w przedszkolu albo zadzwoń do przedszkola { $location }: { $phone }
print-questions-no-phone = Masz pytanie? Zapytaj w przedszkolu.
