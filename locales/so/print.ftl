### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = Warqad ka timid { $location }
print-for = Loogu talagalay { $children }
print-words = Erayada mawduucan
print-in-dutch = Warqaddani hadda waa af Holandays oo keliya. Na weydiiya, waan idiin sharxaynaa.
print-questions = Su’aal ma qabtaan? Weydiiya xannaanada, ama waca { $location }: { $phone }
print-questions-no-phone = Su’aal ma qabtaan? Weydiiya xannaanada.
