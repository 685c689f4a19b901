//! Starting the parts as processes of their own, and hearing what they say.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

/// A running part; it ends with this value.
pub struct Part {
    child: Child,
    says: BufReader<ChildStdout>,
}

impl Part {
    /// Starts a part with these words.
    pub fn start(what: &str, words: &[String]) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .arg(what)
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let says = BufReader::new(child.stdout.take().unwrap());
        Self { child, says }
    }

    /// The next line it says.
    pub fn hears(&mut self) -> String {
        let mut line = String::new();
        assert!(self.says.read_line(&mut line).unwrap() > 0, "a part ended early");
        line.trim().to_owned()
    }

    /// Asks it for its figures.
    pub fn asks(&mut self) -> Value {
        self.child.stdin.as_mut().unwrap().write_all(b"?\n").unwrap();
        serde_json::from_str(&self.hears()).unwrap()
    }

    /// Lets it come to its end by itself, at the end of its input.
    pub fn ends(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }
}

/// The stub, with its address.
pub struct StubPart {
    _part: Part,
    address: String,
}

impl StubPart {
    /// Starts a stub.
    pub fn start(words: &[String]) -> Self {
        let mut part = Part::start("stub", words);
        let address = part.hears();
        Self { _part: part, address }
    }

    /// Its base URL, as a word for a part.
    pub fn api(&self) -> String {
        format!("api=http://{}", self.address)
    }

    /// What came in so far.
    pub fn figures(&self) -> Value {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        connection.write_all(b"GET /figures HTTP/1.1\r\n\r\n").unwrap();
        let mut reader = BufReader::new(connection);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some(said) = line.strip_prefix("content-length: ") {
                length = said.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }
}
