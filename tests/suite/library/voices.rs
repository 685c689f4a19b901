//! Voice files of a programme: kept with exactly the text that they speak.

use thuispost::library::ProgrammeReport;

use super::Desk;

const VOICE: &str = "ours/themes/1-home/voice/nl/socks-do.ogg";
const KEYS: &str = "select text_key from recordings order by text_key";
const RECORDED: &str = "select language || ' ' || made_by || ' ' || coalesce(recorded_by, '') || ' ' \
     || v.seconds from recordings r join voices v on v.id = r.voice_id order by 1";

/// An Opus stream of so many seconds, without its sound.
fn ogg(seconds: u64) -> Vec<u8> {
    let page = |end: u64, body: &[u8]| {
        let mut bytes = b"OggS\0\0".to_vec();
        bytes.extend(end.to_le_bytes());
        bytes.extend([7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, u8::try_from(body.len()).unwrap()]);
        bytes.extend(body);
        bytes
    };
    let head = page(0, b"OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0");
    [head, page(0, b"OpusTags\0\0\0\0\0\0\0\0"), page(seconds * 48_000, b"sound")].concat()
}

impl Desk {
    fn speaks(&self, path: &str, seconds: u64) {
        let path = self.database.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, ogg(seconds)).unwrap();
    }
}

fn counted(report: &ProgrammeReport) -> (usize, usize, usize, usize) {
    let outdated = report.outdated_voices.len();
    (report.new_voices, report.unchanged_voices, report.voices_by_staff, outdated)
}

#[tokio::test]
async fn a_voice_comes_along_once() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.speaks(VOICE, 12);
    assert_eq!(counted(&desk.takes_in().await), (1, 0, 0, 0));
    assert_eq!(desk.reads(RECORDED).await, ["nl person programme/ours 12"]);
    assert_eq!(counted(&desk.takes_in().await), (0, 1, 0, 0));
}

#[tokio::test]
async fn a_changed_text_loses_its_voice_until_somebody_speaks_the_new_one() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.speaks(VOICE, 12);
    desk.takes_in().await;
    let old = desk.reads(KEYS).await;
    desk.changes("themes/1-home/nl.toml", "Zoek.", "Zoek de andere.");
    for _ in 0..2 {
        let report = desk.takes_in().await;
        assert_eq!(report.outdated_voices, ["themes/1-home/voice/nl/socks-do.ogg"]);
        assert_eq!(desk.reads(KEYS).await, old);
    }
    desk.speaks(VOICE, 14);
    assert_eq!(counted(&desk.takes_in().await), (1, 0, 0, 0));
    assert_eq!(desk.reads(RECORDED).await, ["nl person programme/ours 14"]);
    assert_ne!(desk.reads(KEYS).await, old);
}

#[tokio::test]
async fn what_staff_recorded_themselves_stands_above_the_folder() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.speaks(VOICE, 12);
    desk.takes_in().await;
    desk.does("update recordings set recorded_by = 'staff:1'").await;
    desk.speaks(VOICE, 20);
    assert_eq!(counted(&desk.takes_in().await), (0, 0, 1, 0));
    assert_eq!(desk.reads(RECORDED).await, ["nl person staff:1 12"]);
}

#[tokio::test]
async fn a_voice_that_is_taken_out_is_no_longer_heard() {
    let desk = Desk::with_families().await;
    desk.writes_programme(&["socks"]);
    desk.speaks(VOICE, 12);
    desk.takes_in().await;
    std::fs::remove_file(desk.database.folder.path().join(VOICE)).unwrap();
    desk.takes_in().await;
    assert_eq!(desk.reads(KEYS).await, Vec::<String>::new());
}
