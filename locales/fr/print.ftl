### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = Lettre de l’équipe { $location }
print-for = Pour { $children }
print-words = Les mots de ce thème
print-in-dutch = Pour l’instant, cette lettre existe seulement en néerlandais. Demandez-nous une explication.
print-questions = Une question ? Parlez-en à l’équipe, ou appelez { $location } : { $phone }
print-questions-no-phone = Une question ? Parlez-en à l’équipe.
