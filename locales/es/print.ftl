### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = Carta del centro { $location }
print-for = Para { $children }
print-words = Palabras de este tema
print-in-dutch = Por ahora, esta carta está solo en holandés. Pídanos una explicación.
print-questions = ¿Tiene una pregunta? Hable con el personal, o llame al centro { $location }: { $phone }
print-questions-no-phone = ¿Tiene una pregunta? Hable con el personal del centro.
