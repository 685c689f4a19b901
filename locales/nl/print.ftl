### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

# $location: the site.
print-from = Brief van { $location }
# $children: names.
print-for = Voor { $children }
print-words = Woorden bij dit thema
# The letter is not there in the family's language, so it is printed in Dutch.
print-in-dutch = Deze brief is er nu alleen in het Nederlands. Vraag ons om uitleg.
# $location, $phone: the site and its number.
print-questions = Heb je een vraag? Vraag het op de groep, of bel { $location }: { $phone }
print-questions-no-phone = Heb je een vraag? Vraag het op de groep.
