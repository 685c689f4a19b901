# What staff read about a letter folder that they wrote: what is wrong, and what to do.

# Where a problem stands.
# $file: a file of the folder
# $line: counted from 1
# $problem: one of the sentences below
letter-problem-at-line = { $file }, line { $line }: { $problem }
# The same for a whole file.
# $file: a file of the folder, or the folder
# $problem: one of the sentences below
letter-problem-in-file = { $file }: { $problem }

## The folder and its files

# The folder cannot be listed.
letter-problem-folder-unreadable = This folder cannot be read. Check the path, and whether you may open it.
# A file cannot be read.
letter-problem-file-unreadable = This file cannot be read. Check whether you may open it.
# A text file has more than most kilobytes.
# $most: the limit
letter-problem-large-file = This file is larger than { $most } kB. Keep only the text of the letter in it.
# A text file is not UTF-8.
letter-problem-not-utf8 = This text cannot be read as UTF-8. Save the file again as UTF-8.
# A text file holds a NUL character.
letter-problem-nul = There is an invisible NUL character here. Type this line again and save the file as UTF-8.
# There is no nl.md.
letter-problem-dutch-missing = The Dutch text is missing. Write it in a file named nl.md.
# No language has this tag.
# $tag: as written
letter-problem-unknown-language = There is no language with the tag “{ $tag }”. Use a tag such as nl, tr or ar.
# A file is named after a language, but not by its tag.
# $wanted: the right file name
letter-problem-language-by-name = A text file is named by the tag of its language. Rename it to { $wanted }.
# No text shows this file.
letter-problem-unused-file = No text uses this file, so it is not sent. Show it in a text, or take it out of the folder.

## letter.toml

# The folder's name cannot name the letter, and there is no id.
# $name: the folder's name
letter-problem-bad-folder-name = The folder’s name “{ $name }” cannot be the letter’s id. Add a line such as id = "herfst": letters, digits, - and _, at most 60.
# A line is not TOML.
letter-problem-toml = This line is not valid. Write key = "value", each key once, with quotes around text and true or false without.
# A key that means nothing here.
# $key: as written
letter-problem-unknown-key = “{ $key }” is not known here. Use id, kind, theme, groups, send_at, check_in or [quality].
# id cannot name a letter.
letter-problem-bad-id = The id may have letters, digits, - and _, at most 60. Write for example id = "herfst".
# kind is no kind of letter.
letter-problem-bad-kind = This kind is not known. Write kind = "letter" or kind = "newsletter".
# theme is no text of 1 to most characters.
# $most: the limit
letter-problem-bad-theme = The theme must be a text of at most { $most } characters. Write for example theme = "Herfst".
# groups is no list of names.
letter-problem-bad-groups = The groups must be a list of names. Write for example groups = ["De Egels", "De Uilen"].
# send_at is no text and no moment.
letter-problem-bad-send-at = The moment of sending is not clear. Write for example send_at = "2025-10-04 10:00".
# check_in is not true or false.
letter-problem-bad-check-in = Write check_in = true to ask families how it went, or check_in = false.
# A quality that does not exist.
letter-problem-bad-quality = Name each quality under [quality], such as ar = "machine". Use human, reviewed, machine or fallback.
# A quality is given for a text that is not there.
# $file: the missing file
letter-problem-quality-without-text = There is no { $file } for this quality. Add that text, or take this line out.

## Headings and text

# There is no # heading.
letter-problem-no-title = The letter has no title. Begin with a line such as # Autumn.
# Something stands above the # heading.
letter-problem-title-not-first = The title must come first. Move the line with # to the top.
# There are two # headings.
letter-problem-second-title = A letter has one title. Write ## in front of this line.
# The title has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-title = The title has { $count } characters and may have { $most }. Make it shorter.
# A heading has no words.
letter-problem-empty-heading = This heading has no words. Write them after the #, or take the line out.
# A section heading has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-heading = This heading has { $count } characters and may have { $most }. Make it shorter.
# Nothing stands under a heading.
letter-problem-empty-section = There is no text under this heading. Write some, or take the heading out.
# A heading has three or more #.
letter-problem-deep-heading = A letter has only # and ## headings. Write ## here, or use **bold** text.
# The text holds HTML.
letter-problem-raw-html = HTML is not shown in a chat. Write plain text, **bold** or *italic* instead.
# The text holds code.
letter-problem-code = Text between ` marks is shown as code. Take the ` marks out.
# A paragraph is indented, which means code.
letter-problem-indented = This line begins with four or more spaces, which means code. Take the spaces out.
# The text holds a quotation block.
letter-problem-block-quote = A letter has no quotation blocks. Take out the > at the start of the line.
# The text holds a footnote.
letter-problem-footnote = A letter has no footnotes. Write the note in the text itself.
# A line across the page.
letter-problem-rule = A letter has no lines across. Take this line out, or begin a section with ##.
# A list stands in another list.
letter-problem-list-in-list = A list cannot stand inside a list. Make one list of it, without indents.
# Anything else that a chat cannot show.
letter-problem-other-markup = A chat cannot show this. Use headings, paragraphs, lists, **bold**, *italic* and links.
# There is no text under the title.
letter-problem-no-text = The letter has no text. Write at least one paragraph under the title.
# The whole text has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-text = The text has { $count } characters and may have { $most }. Make it shorter, or make two letters of it.

## Links

# A link leads to something that is no web address.
# $address: as written
letter-problem-link-not-web = “{ $address }” is not a web address. Write it in full, with https:// in front.
# An address has more than most characters.
# $most: the limit
letter-problem-long-link = This web address has more than { $most } characters. Use a shorter one.
# A link has no words to press.
letter-problem-link-without-text = This link has no words. Write them between the square brackets.
# A link stands in a heading or among the focus words.
letter-problem-misplaced-link = A link cannot stand in a heading or in the word table. Move it to the text.

## Pictures

# A picture stands in a heading, a list, a link or the focus words.
letter-problem-misplaced-picture = A picture cannot stand here. Put it on a line of its own, with empty lines around it.
# A picture has no alternative text.
letter-problem-picture-without-alt = The picture has no description. Write between the square brackets what it shows.
# An alternative text has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-alt = The description has { $count } characters and may have { $most }. Make it shorter.
# A picture lies outside the folder.
# $path: as written
letter-problem-picture-outside = “{ $path }” is not in the folder of the letter. Put the picture in the folder and write only its name.
# There is no such picture.
# $path: as written
letter-problem-picture-missing = There is no “{ $path }” in the folder. Add the picture, or correct its name, also capitals.
# A file is not a picture that Telegram knows.
# $path: as written
letter-problem-not-a-picture = “{ $path }” is not a JPEG, PNG or WebP picture. Save it as JPEG.
# A picture has more than 10 MB.
# $path: as written
letter-problem-large-picture = “{ $path }” is larger than 10 MB, more than Telegram takes. Save it smaller.
# Width and height are more than 10,000 pixels together.
# $path: as written
letter-problem-wide-picture = Width and height of “{ $path }” are more than 10,000 pixels together. Make the picture smaller.
# One side is more than 20 times the other.
# $path: as written
letter-problem-narrow-picture = “{ $path }” is more than 20 times as long as it is wide. Cut out the part that matters.
# More than most pictures in a text.
# $most: the limit
letter-problem-too-many-pictures = A letter has at most { $most } pictures. Take out this one and those after it.
# The Dutch text shows a picture that this one does not.
# $path: as written
letter-problem-picture-lacking = The Dutch letter shows “{ $path }” and this one does not. Add the picture here too.

## Focus words

# There are two tables.
letter-problem-second-table = A letter has one table, with the focus words. Put all words in the first table.
# A table or row has not two columns.
letter-problem-table-columns = The word table has two columns: Dutch left, the home language right. Take out what is extra.
# The table has no rows.
letter-problem-no-words = The word table has no words. Write them below the line with dashes.
# The table has count rows.
# $count: how much there is
# $most: the limit
letter-problem-too-many-words = There are { $count } focus words and there may be { $most }. Keep the ones that matter most.
# A cell is empty.
letter-problem-empty-word = A cell is empty here. Fill in both words, and leave an empty line below the table.
# A cell has count characters.
# $count: how much there is
# $most: the limit
letter-problem-long-word = This cell has { $count } characters and may have { $most }. Make it shorter.
# A text has another number of focus words than the Dutch one.
# $here: in this text
# $dutch: in the Dutch text
letter-problem-words-differ = This letter has { $here } focus words and the Dutch one has { $dutch }. Make the tables alike.

## Reading level

# A sentence has words words.
# $start: its first words
# $words: how many
# $most: the limit
letter-problem-long-sentence = The sentence “{ $start } …” has { $words } words. Make two of it: at most { $most } words is easy to read.
# Sentences have average words on average.
# $average: rounded up
# $most: the limit
letter-problem-long-sentences = Sentences have { $average } words on average. Make them shorter: at most { $most } is easy to read.
