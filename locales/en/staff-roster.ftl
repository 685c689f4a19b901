### What staff read when a roster is imported, about groups, and about invitations. Short; says what to do.

## Organisations and groups

roster-organisation-none = There is no organisation yet. Import a roster file first.
# $known: names of organisations.
roster-organisation-several = There are several organisations: { $known }. Say which with --organisation.
# $name: what was typed. $known: names of organisations.
roster-organisation-unknown = There is no organisation { $name }. There is: { $known }.
# $name: the name.
roster-organisation-exists = There is an organisation { $name } already. Choose another name.
# $name: what was typed.
roster-organisation-token-name = { $name } cannot hold a token. Take a name in capitals with TOKEN in it, such as REGENBOOG_TOKEN.
# $name: the variable. $known: name of the organisation.
roster-organisation-token-taken = { $name } is already the token of { $known }. Each organisation has a bot of its own. Give another name with --token-env.
# $name: what was typed. $known: groups as Location/Group.
roster-group-unknown = There is no group { $name }. Choose from: { $known }
# $name: what was typed. $known: groups as Location/Group.
roster-group-ambiguous = There is more than one group { $name }. Choose from: { $known }

## The file as a whole

# $file: name of the file.
roster-nothing-imported = { $file }: nothing was imported. Mend this and try again.
roster-file-empty = The file is empty.
roster-file-no-rows = There is no row under the headers.
roster-file-utf16 = The text is in a form we do not read (UTF-16). Save the file as "CSV UTF-8" or as .xlsx.
# $row: row number.
roster-file-encoding = Letters with a mark, such as é, were not saved well. Look at row { $row } first. Save the file as "CSV UTF-8" or as .xlsx.
roster-file-old-spreadsheet = This is an old Excel file, or it has a password. Save it as .xlsx without a password.
roster-file-broken-spreadsheet = This Excel file is damaged. Open it and save it again as .xlsx.
# $count: how many columns. $missing: headers that are not there. $found: headers that are.
roster-file-columns-missing = { $count ->
    [one] This column is missing: { $missing }. Headers found: { $found }
   *[other] These columns are missing: { $missing }. Headers found: { $found }
}
# $column: header of a column.
roster-file-column-twice = Column { $column } is there twice. Keep one.
# $column: header of a column. $row: row of the headers. $value: empty.
roster-unknown-column = Note: column { $column } is unknown and was passed over.

## Rows. $row: row number. $column: header of the column. $value: what stands there.

# $row, $column
roster-row-missing = Row { $row }, { $column }: this is empty. Fill it in.
# $row, $column, $value
roster-row-date-for-text = Row { $row }, { $column }: { $value } has become a date. Make the cell text and type the name again.
# $row, $column, $value
roster-row-error-value = Row { $row }, { $column }: the cell holds the error { $value }. Type the text itself.
# $row, $column, $value
roster-row-nul = Row { $row }, { $column }: there is an invisible character in { $value }. Type the cell again.
# $row, $column, $value
roster-row-too-long = Row { $row }, { $column }: more than 200 characters: { $value } Make it shorter, or look for a quotation mark too many.
# $row, $value
roster-row-extra-cells = Row { $row }: there are more cells than headers, the first is { $value }. Put text with a comma between quotation marks.
# $row, $column, $value
roster-row-unknown-language = Row { $row }, { $column }: we do not know the language { $value }. Write for instance Arabic or ar.
# $row, $column, $value, $suggestion: a language that looks like it.
roster-row-unknown-language-suggest = Row { $row }, { $column }: we do not know the language { $value }. Do you mean { $suggestion }?
# $row, $column, $value
roster-row-not-a-day = Row { $row }, { $column }: { $value } is not a day. Write 2026-03-01 or 1-3-2026.
# $row, $column, $value
roster-row-not-a-month = Row { $row }, { $column }: { $value } is not a month. Write 2023-05 or 5-2023.
# $row, $column, $value
roster-row-born-in-future = Row { $row }, { $column }: { $value } is still to come. Check the year.
# $row, $column, $value
roster-row-born-too-early = Row { $row }, { $column }: { $value } is before 2000. Check the year.
# $row, $column, $value
roster-row-leaves-before-start = Row { $row }, { $column }: { $value } is before the start. Check both days.
# $row, $column, $value
roster-row-not-yes-or-no = Row { $row }, { $column }: write yes or no, not { $value }.
# $row, $column, $value
roster-row-not-a-reading = Row { $row }, { $column }: write text, voice or both, not { $value }.
# $row, $column, $value, $other: an earlier row.
roster-row-contradicts = Row { $row }, { $column }: { $value }, but row { $other } says otherwise. Make them the same.
# $row, $other: an earlier row.
roster-row-repeats = Row { $row } is the same carer with the same child as row { $other }. Remove one.
# $count: how many.
roster-more-findings = { $count ->
    [one] And 1 more mistake.
   *[other] And { $count } more mistakes.
}

## Report of an import. $new, $updated, $unchanged: counts.

roster-report-dry-run = A trial: nothing was saved.
# $name: name of the organisation.
roster-report-organisation = New organisation: { $name }
# $rows: number of rows.
roster-report-rows = { $rows ->
    [one] 1 row read.
   *[other] { $rows } rows read.
}
# $new, $updated, $unchanged
roster-report-locations = Locations: { $new } new, { $updated } changed, { $unchanged } the same.
# $new, $updated, $unchanged
roster-report-groups = Groups: { $new } new, { $updated } changed, { $unchanged } the same.
# $new, $updated, $unchanged
roster-report-families = Families: { $new } new, { $updated } changed, { $unchanged } the same.
# $new, $updated, $unchanged
roster-report-children = Children: { $new } new, { $updated } changed, { $unchanged } the same.
# $new, $updated, $unchanged
roster-report-carers = Carers: { $new } new, { $updated } changed, { $unchanged } the same.
# $count: how many, $names: which.
roster-report-missing = No longer in the file, but kept ({ $count }): { $names }
# $count: how many, $names: the first, $more: how many after that.
roster-report-missing-more = No longer in the file, but kept ({ $count }): { $names } and { $more } more
# $count: how many.
roster-report-links-removed = { $count ->
    [one] 1 carer gets no more post about a child: that row is gone.
   *[other] { $count } times a carer gets no more post about a child: that row is gone.
}
# $count: how many.
roster-report-languages-kept = { $count ->
    [one] 1 carer chose another language. That stays.
   *[other] { $count } carers chose another language. That stays.
}

## Invitations

invite-page-title = Invitations
invite-error-other-key = The key is not the one of the letters that are printed already. Put the old key file back, or make new codes with --renew.
# $file: the file. $problem: what the system says.
invite-key-file = Key file { $file }: { $problem }
# $file: the file.
invite-key-open = Key file { $file } can be read by everybody. Do: chmod 600
# $file: the file.
invite-key-length = { $file } is not a key of 32 bytes. Put the right file back. Have no letters been printed yet? Then remove it.
