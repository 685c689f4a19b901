//! The machine's voice: `espeak-ng` and `opusenc` as processes of their own, without a shell, with
//! the text by standard input, a time limit and an end to what they may write.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

use crate::language::{HomeLanguage, Piece, ReadAloud};
use crate::library::{Voice, VoiceFault};
use crate::settings::Settings;

/// How long one of the programs may take; a letter takes a tenth of a second.
const PATIENCE: Duration = Duration::from_secs(10);
/// What one of them may write: more than five minutes of sound.
const MOST_OUTPUT: u64 = 24 * 1024 * 1024;
/// Words a minute: slower than the programs read by themselves.
const PACE: &str = "140";
/// Bits a second in thousands: enough for speech.
const BITRATE: &str = "24";

/// Where the programs are.
#[derive(Clone, Debug)]
pub struct Machine {
    espeak: String,
    opusenc: String,
    patience: Duration,
}

/// Why the machine said nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MachineError {
    /// It is not installed, or may not be run.
    #[error("{0} cannot be run; install it: apt-get install espeak-ng opus-tools")]
    Missing(String),
    /// It ended with an error.
    #[error("{0} failed: {1}")]
    Failed(String, String),
    /// It hung.
    #[error("{0} did not end within {1} s")]
    TooSlow(String, u64),
    /// It wrote without end.
    #[error("{0} wrote more than a voice note can hold")]
    TooMuch(String),
    /// What it made is no voice note.
    #[error("{0} made no voice note ({1:?})")]
    NoVoice(String, VoiceFault),
}

impl Machine {
    /// The programs of these settings.
    pub fn of(settings: &Settings) -> Self {
        Self {
            espeak: settings.espeak.clone(),
            opusenc: settings.opusenc.clone(),
            patience: PATIENCE,
        }
    }

    /// The same with less patience.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Whether it has a voice for a language at all.
    ///
    /// # Errors
    /// The program cannot be run.
    pub async fn knows(&self, language: HomeLanguage) -> Result<bool, MachineError> {
        let listed = self.run(&self.espeak, &["--voices"], Vec::new()).await?;
        let is_voice = |line: &str| {
            let mut cells = line.split_whitespace();
            let tag = cells.nth(1).unwrap_or_default();
            // Voices in mb/ are parts of another program.
            let is_own = !cells.any(|cell| cell.starts_with("mb/"));
            is_own && tag.split('-').next() == Some(language.tag())
        };
        Ok(String::from_utf8_lossy(&listed).lines().skip(1).any(is_voice))
    }

    /// Whether both programs can be run.
    ///
    /// # Errors
    /// Says which cannot.
    pub async fn is_there(&self) -> Result<(), MachineError> {
        self.run(&self.espeak, &["--version"], Vec::new()).await?;
        self.run(&self.opusenc, &["--version"], Vec::new()).await.map(drop)
    }

    /// Reads a text aloud.
    ///
    /// # Errors
    /// [`MachineError`] says why there is nothing to hear.
    pub async fn speak(
        &self,
        language: HomeLanguage,
        text: &ReadAloud,
    ) -> Result<Voice, MachineError> {
        let arguments = ["-v", language.tag(), "-b", "1", "-m", "-s", PACE, "--stdin", "--stdout"];
        let wave = self.run(&self.espeak, &arguments, script(text).into_bytes()).await?;
        if wave.is_empty() {
            return Err(MachineError::NoVoice(self.espeak.clone(), VoiceFault::NotAVoice));
        }
        // Standing numbers and no comments: the same text gives the same bytes.
        let arguments = [
            "--quiet",
            "--speech",
            "--bitrate",
            BITRATE,
            "--serial",
            "1",
            "--ignorelength",
            "-",
            "-",
        ];
        let opus = self.run(&self.opusenc, &arguments, wave).await?;
        Voice::of_bytes(opus).map_err(|why| MachineError::NoVoice(self.opusenc.clone(), why))
    }

    async fn run(
        &self,
        program: &str,
        arguments: &[&str],
        input: Vec<u8>,
    ) -> Result<Vec<u8>, MachineError> {
        let missing = |_| MachineError::Missing(program.to_owned());
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(missing)?;
        let (stdin, stdout, stderr) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let write = async {
            if let Some(mut stdin) = stdin {
                // A program that does not want all of it says why by how it ends.
                drop(stdin.write_all(&input).await);
            }
            Ok(())
        };
        let ended = tokio::time::timeout(self.patience, async {
            let too_much = || MachineError::TooMuch(program.to_owned());
            let all = async { at_most(stdout).await.ok_or_else(too_much) };
            let said = async { at_most(stderr).await.ok_or_else(too_much) };
            let ((), written, complaint) = tokio::try_join!(write, all, said)?;
            let status = child.wait().await.map_err(missing)?;
            Ok::<_, MachineError>((status, written, complaint))
        });
        let (status, written, complaint) = ended
            .await
            .map_err(|_| MachineError::TooSlow(program.to_owned(), self.patience.as_secs()))??;
        if !status.success() {
            let complaint = String::from_utf8_lossy(&complaint);
            let first = complaint.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            let why = if first.is_empty() { status.to_string() } else { first.trim().to_owned() };
            return Err(MachineError::Failed(program.to_owned(), why));
        }
        Ok(written)
    }
}

/// Everything, if there is not too much of it.
async fn at_most(from: Option<impl tokio::io::AsyncRead + Unpin>) -> Option<Vec<u8>> {
    let mut written = Vec::new();
    if let Some(from) = from {
        from.take(MOST_OUTPUT + 1).read_to_end(&mut written).await.ok()?;
    }
    (written.len() as u64 <= MOST_OUTPUT).then_some(written)
}

/// SSML: a breath after each line, and Dutch words in a Dutch voice.
fn script(text: &ReadAloud) -> String {
    let pieces = text.pieces().iter().map(|piece| match piece {
        Piece::Line(line) => format!("{}<break time=\"500ms\"/>\n", escaped(line)),
        Piece::Word { dutch, own } => format!(
            "<voice xml:lang=\"nl\">{}</voice><break time=\"300ms\"/>{}<break time=\"700ms\"/>\n",
            escaped(dutch),
            escaped(own)
        ),
    });
    format!("<speak>\n{}</speak>\n", pieces.collect::<String>())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_cannot_give_the_voice_orders() {
        let text = ReadAloud::default().text("1 < 2 & <break/>").word("de kraan", "musluk");
        let script = script(&text);
        assert!(script.contains("1 &lt; 2 &amp; &lt;break/&gt;<break"), "{script}");
        assert!(script.contains("<voice xml:lang=\"nl\">de kraan</voice>"), "{script}");
    }
}
