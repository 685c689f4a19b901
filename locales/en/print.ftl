### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

# $location: the site.
print-from = Letter from { $location }
# $children: names.
print-for = For { $children }
print-words = Words for this theme
# The letter is not there in the family's language, so it is printed in Dutch.
print-in-dutch = This letter is only in Dutch for now. Please ask us to explain it.
# $location, $phone: the site and its number.
print-questions = Do you have a question? Ask at the group, or call { $location }: { $phone }
print-questions-no-phone = Do you have a question? Ask at the group.
