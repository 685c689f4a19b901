//! One request of HTTP/1.1, as far as the stub must understand it.

/// A request that came in whole.
pub struct Request<'a> {
    /// The last word of the path: `sendMessage`.
    pub method: &'a str,
    /// What was posted.
    pub body: &'a [u8],
    /// Of head and body.
    pub length: usize,
}

impl<'a> Request<'a> {
    /// The request at the beginning of what was read; `None` while a piece is missing.
    pub fn read(buffer: &'a [u8]) -> Option<Self> {
        let head = buffer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        let text = std::str::from_utf8(&buffer[..head]).unwrap();
        let path = text.split(' ').nth(1).unwrap();
        let length = head + text.lines().find_map(content_length).unwrap_or(0);
        let body = buffer.get(head..length)?;
        Some(Self { method: path.rsplit('/').next().unwrap(), body, length })
    }
}

fn content_length(line: &str) -> Option<usize> {
    let (name, value) = line.split_once(':')?;
    name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().unwrap())
}
