//! Listening instead of reading: which voice reads a text aloud. A person's recording goes before the
//! machine's voice; the machine speaks only languages that staff switched on after listening to it.
//! A voice is made once for each text and language, outside any transaction, and found again by the
//! key of what is read aloud. Where there is none, that is said.

mod gaps;
mod machine;
mod making;
mod queries;
mod question;
mod recordings;
mod texts;

use crate::library::VoiceFault;

pub use gaps::{VoiceGap, WhyNone, count_voices, voice_gaps};
pub use machine::{Machine, MachineError};
pub use making::Maker;
pub use question::{heard_by, organisations_with_machine, question, speaks};
pub use recordings::{
    ByMachine, Recorded, Recording, approve_machine, approved_machines, count_recordings, find,
    forget, record, revoke_machine,
};
pub use texts::{attach, of_text, read_aloud, recent, voice_of};

/// What staff read about a file that is no voice note, with the remedy.
pub const fn fault_phrase(fault: VoiceFault) -> &'static str {
    match fault {
        VoiceFault::Missing => "voice-missing",
        VoiceFault::NotAVoice => "voice-not-opus",
        VoiceFault::Long { .. } => "voice-too-long",
        VoiceFault::Large => "voice-too-large",
    }
}
