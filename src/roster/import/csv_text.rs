//! CSV as people's programs write it: either separator, either encoding, blank lines and line
//! breaks inside quotes, and still the row numbers that a spreadsheet program would show.

use encoding_rs::WINDOWS_1252;

use super::table::{Cell, FileProblem, Line};

/// `knows` says which headers the reader of the file expects.
pub(super) fn read(bytes: &[u8], knows: fn(&str) -> bool) -> Result<Vec<Line>, FileProblem> {
    let text = decode(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text, knows))
        .from_reader(text.as_bytes());
    let (mut lines, mut record) = (Vec::new(), csv::StringRecord::new());
    let (mut row, mut begin) = (1, 0);
    while reader.read_record(&mut record).map_err(|_| FileProblem::Encoding(row))? {
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let raw = text.as_bytes().get(begin..end).unwrap_or_default();
        // The reader skips blank lines without counting them.
        let blank = count(raw.iter().take_while(|byte| **byte == b'\n'));
        let inside = count(record.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n'));
        let breaks = count(raw.iter().filter(|byte| **byte == b'\n'));
        let cells = record.iter().map(|cell| Cell::Text(cell.to_owned())).collect();
        lines.push(Line { row: row + blank, cells });
        row += breaks.saturating_sub(inside);
        begin = end;
    }
    Ok(lines)
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// The separator that makes the first line a header that is known; the more frequent one when in doubt.
fn delimiter(text: &str, knows: fn(&str) -> bool) -> u8 {
    let header = text.lines().find(|line| line.contains(char::is_alphanumeric)).unwrap_or(text);
    let rank = |separator: char| {
        let cells = header.split(separator).map(|cell| cell.trim().trim_matches('"'));
        let known = cells.filter(|cell| knows(cell)).count();
        (known, header.matches(separator).count())
    };
    if rank(';') > rank(',') { b';' } else { b',' }
}

fn decode(bytes: &[u8]) -> Result<String, FileProblem> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || has_many_nuls(bytes) {
        return Err(FileProblem::Utf16);
    }
    let (bytes, says_utf8) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    // Some UTF-8 and some not: read either way, names would turn into "FranÃ§ois" or worse.
    let is_mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let gap = text.chars().position(|c| ('\u{80}'..'\u{a0}').contains(&c));
    match gap {
        None if !says_utf8 && !is_mixed => Ok(text.into_owned()),
        _ => Err(FileProblem::Encoding(first_bad_row(bytes))),
    }
}

/// UTF-16 without a mark at its beginning has a NUL beside every Latin letter.
fn has_many_nuls(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(4096)];
    beginning.iter().filter(|byte| **byte == 0).count() * 4 > beginning.len()
}

fn first_bad_row(bytes: &[u8]) -> u32 {
    let sound = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    1 + count(sound.bytes().filter(|byte| *byte == b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<u32> {
        read(text.as_bytes(), |_| false).unwrap().iter().map(|line| line.row).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_would() {
        assert_eq!(rows("a,b\n1,2\n3,4"), [1, 2, 3]);
        assert_eq!(rows("\n\na,b\r\n\r\n1,2\r\n"), [3, 5]);
        assert_eq!(rows("a,b\n\"x\ny\",2\n3,4\n\n5,6"), [1, 2, 3, 5]);
        assert_eq!(rows("a,b\r\"x\r\ny\",2\r3,4"), [1, 2, 3]);
    }

    #[test]
    fn names_from_a_dutch_windows_program_are_read() {
        let lines = read(b"naam\nFran\xe7ois\n", |_| false).unwrap();
        assert_eq!(lines[1].cells, [Cell::Text("François".to_owned())]);
    }

    #[test]
    fn a_file_of_two_encodings_is_refused_with_its_first_bad_row() {
        let mixed = read(b"naam\nFran\xc3\xa7ois\nZo\xeb\n", |_| false);
        assert_eq!(mixed, Err(FileProblem::Encoding(3)));
    }
}
