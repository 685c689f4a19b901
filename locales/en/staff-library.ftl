### What staff read about programmes of home activities: importing them, and finding a theme or book.

## Finding a theme or a book

# $name: what was typed. $known: names of themes.
library-theme-unknown = There is no theme “{ $name }”. There are: { $known }.
library-no-themes = There are no themes yet. First take in a programme with thuispost import programme.
library-theme-ambiguous = Several themes are called “{ $name }”. Choose: { $known }.
# $name: what was typed. $known: names of picture books.
library-book-unknown = There is no picture book “{ $name }”. There are: { $known }.
library-no-books = There are no picture books yet. First take in a programme with books, with thuispost import programme.
library-book-ambiguous = Several picture books are called “{ $name }”. Choose: { $known }.

## Taking in a programme

# $file: the folder.
library-nothing-imported = { $file }: nothing was imported. Mend this and try again.
library-more-findings = { $count ->
    [one] And { $count } more point.
   *[other] And { $count } more points.
}
# $file: a file of the folder.
library-file-changed = { $file } changed while it was read. Nothing was imported. Try again.
library-report-dry-run = A trial: nothing was saved.
# $name: the programme.
library-report-new = New programme: { $name }
library-report-known = Programme: { $name }
library-report-themes = Themes: { $new } new, { $updated } changed, { $unchanged } the same, { $back } back again.
library-report-activities = Activities: { $new } new, { $updated } changed, { $unchanged } the same, { $back } back again.
library-report-books = Picture books: { $new } new, { $updated } changed, { $unchanged } the same, { $back } back again.
# $names: what is no longer in the folder.
library-report-withdrawn = No longer in the folder, not sent any more ({ $count }): { $names }
# $languages: names of languages.
library-report-languages = All texts are there in: { $languages }.
library-report-voices = Voices: { $new } new, { $unchanged } the same.
library-report-voices-by-staff = { $count ->
    [one] { $count } voice was passed over: a member of staff recorded this text.
   *[other] { $count } voices were passed over: a member of staff recorded these texts.
}
# $files: voice files.
library-report-voices-outdated = This text changed, and the voice still reads the old one. Record anew: { $files }

## What is wrong with a programme folder, and what to do

# $file: a file of the folder, or the folder. $line: counted from 1. $problem: one of the sentences below.
library-problem-at-line = { $file }, line { $line }: { $problem }
library-problem-in-file = { $file }: { $problem }
# The folder cannot be listed.
library-problem-folder-unreadable = This folder cannot be read. Check the path, and whether you may open it.
# There is no theme and no book.
library-problem-nothing-inside = There is no theme and no picture book. Put each theme in a folder of its own in themes, or the books in books.
# A file that must be there is not.
library-problem-file-missing = This file is missing. Make it, as docs/programme-format.md shows.
# A file cannot be read.
library-problem-file-unreadable = This file cannot be read. Check whether you may open it.
# A text file has more than most kilobytes.
library-problem-large-file = This file is larger than { $most } kB. Keep only texts in it.
# A text file is not UTF-8.
library-problem-not-utf8 = This text cannot be read as UTF-8. Save the file again as UTF-8.
# A text file holds a NUL character.
library-problem-nul = There is an invisible NUL character here. Type this line again and save the file as UTF-8.
# A line is not TOML.
library-problem-toml = This line is not valid. Write key = "value", each key once, and close every quotation mark and bracket.
# There is no nl.toml.
library-problem-dutch-missing = The Dutch text is missing. Write it in a file named nl.toml.
# No language has this tag.
library-problem-unknown-language = There is no language with the tag “{ $tag }”. Use a tag such as nl, tr or ar.
# A file or folder is named after a language, but not by its tag.
library-problem-language-by-name = This is named by the tag of its language. Rename it to { $wanted }.
# Nothing uses this file.
library-problem-unused-file = Nothing uses this file. Name it in a text file, or take it out of the folder.
# A key that means nothing here.
library-problem-unknown-key = “{ $key }” is not known here. Take the line out or correct the name; docs/programme-format.md lists them all.
# A key that must be there is not.
library-problem-missing = “{ $key }” is missing here. Add a line that begins with { $key } =.
# A value is no text, or an empty one.
library-problem-not-text = “{ $key }” must be a text. Write something between quotation marks, or take the line out where that is allowed.
# A value is no table.
library-problem-not-a-table = “{ $key }” must be a group of lines. Write [{ $key }] on a line of its own and the texts below it.
# A value is no list of tables.
library-problem-not-tables = “{ $key }” may come several times. Each time write [[{ $key }]] on a line of its own and its values below.
# A value is no list of names.
library-problem-not-names = “{ $key }” must be a list. Write for example { $key } = ["sock", "pair"].
# A value is not true or false.
library-problem-not-yes-or-no = Write { $key } = true or { $key } = false, without quotation marks.
# A text has count characters.
library-problem-long-text = “{ $key }” has { $count } characters and may have { $most }. Make the text shorter.
# A text holds marks of HTML or Markdown.
library-problem-markup = “{ $key }” has marks of layout, which parents would see as they stand. Write plain text without HTML, ** or #.
# A list has too few or too many items.
library-problem-bad-list = “{ $key }” must be a list of { $from } to { $to } sentences. Write for example { $key } = ["Take a sock.", "Find the other one."].
# An id is not letters, digits and -.
library-problem-bad-id = An id has small letters, digits and -, at most 40. Write for example id = "home".
# An id means something else in the text files.
library-problem-reserved-id = “{ $id }” already means something in the text files. Choose another id.
# Two themes, activities or books have this id.
library-problem-second-id = The id “{ $id }” is used already. Give this one another id.
# A quality that does not exist.
library-problem-bad-quality = Write quality = "human", "reviewed", "machine" or "fallback": who vouches for the text?
# A domain that does not exist.
library-problem-bad-domain = Write domain = "language", "motor", "social" or "thinking".
# The number of weeks is not 1 to 12.
library-problem-bad-weeks = A theme runs 1 to 12 weeks. Write for example weeks = 4.
# The ages are not two numbers of months.
library-problem-bad-months = The age is in months, from and to. Write for example months = [30, 72].
# The number of minutes is not 1 to 240.
library-problem-bad-minutes = The length is in minutes, 1 to 240. Write for example minutes = 10.
# A link is no web address.
library-problem-bad-link = “{ $key }” is not a web address. Write it in full, with https:// in front and without spaces.
# A theme has no activities.
library-problem-no-activities = This theme has no activities. Add [[activity]] with its values for each of them.
# A focus word that is not in the list.
library-problem-unknown-word = The focus word “{ $word }” is not in the list of this theme or book. Add it there, or correct its name.
# A focus word has no text in this language.
library-problem-word-missing = The focus word “{ $word }” is missing in this language. Add { $word } = "…".
# The Dutch file repeats the focus words.
library-problem-words-in-dutch = The Dutch words stand with the theme or the book already. Take words out here.
# An activity has no text in this language.
library-problem-activity-without-text = The activity “{ $id }” has no text here. Add [{ $id }] with all its texts: half a theme would surprise parents.
# A picture book has no text in this language.
library-problem-book-without-text = The picture book “{ $id }” has no text here. Add [{ $id }] with all its texts.
# A text about something that is not in the folder.
library-problem-text-of-nothing = There is no activity or book “{ $id }”. Correct the name between the brackets, or take the text out.
# A picture lies outside the folder.
library-problem-picture-outside = “{ $path }” is not in this folder. Put the picture in the folder and write only its name.
# There is no such picture.
library-problem-picture-missing = There is no “{ $path }” in this folder. Add the picture, or correct its name, also capitals.
# A file is no picture that Telegram knows.
library-problem-not-a-picture = “{ $path }” is not a JPEG, PNG or WebP picture. Save it as PNG.
# A picture has more than 10 MB.
library-problem-large-picture = “{ $path }” is larger than 10 MB, more than Telegram takes. Save it smaller.
# Width and height are more than 10,000 pixels together.
library-problem-wide-picture = Width and height of “{ $path }” are more than 10,000 pixels together. Make the picture smaller.
# One side is more than 20 times the other.
library-problem-narrow-picture = “{ $path }” is more than 20 times as long as it is wide. Cut out the part that matters.
# A voice file is not named after a text.
library-problem-voice-name = A voice file is named ACTIVITY-PART.ogg (part: why, do, easier, harder or cheer), letter.ogg or closing.ogg. Correct the name.
# Voices in a language without texts.
library-problem-voice-without-text = There is no { $wanted } for these voices. Add the text that is read aloud here, or take the folder out.
# A file is not Opus in Ogg.
library-problem-not-a-voice = This is not a whole sound in Opus (Ogg). Record it as a voice note, or convert it with opusenc.
# A voice takes more than most minutes.
library-problem-long-voice = This takes longer than { $most } minutes. Record it shorter.
# A voice file has more than 10 MB.
library-problem-large-voice = This file is larger than 10 MB. Convert it with opusenc, which makes it small.
# A sentence is hard to read.
library-problem-long-sentence = The sentence “{ $start } …” has { $words } words. Make two of it: at most { $most } words is easy to read.
# Sentences are long on average.
library-problem-long-sentences = Sentences have { $average } words on average. Make them shorter: at most { $most } is easy to read.
