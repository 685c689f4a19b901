### Words on a letter that is printed for a family without the bot.
### $location is the name of the site, $children the first names of the children, as a list.

print-from = رسالة من { $location }
print-for = من أجل { $children }
print-words = كلمات هذا الموضوع
print-in-dutch = هذه الرسالة الآن بالهولندية فقط. اسألونا ونشرحها لكم.
print-questions = هل لديكم سؤال؟ اسألوا في الروضة، أو اتصلوا. رقم { $location }: { $phone }
print-questions-no-phone = هل لديكم سؤال؟ اسألوا في الروضة.
