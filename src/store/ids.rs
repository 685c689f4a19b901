//! Ids that rise with time and fit into a `bigint`.

use ferroid::generator::AtomicSnowflakeGenerator;
use ferroid::id::SnowflakeTwitterId;
use ferroid::time::{MonotonicClock, TWITTER_EPOCH};

pub(super) struct Ids(AtomicSnowflakeGenerator<SnowflakeTwitterId, MonotonicClock>);

impl Ids {
    /// Ten bits tell processes on one database apart; should two draw the same ones within the
    /// same millisecond, the primary key refuses the second row and nothing is mixed up.
    pub(super) fn new() -> std::io::Result<Self> {
        let mut bytes = [0; 2];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        let machine = u64::from(u16::from_le_bytes(bytes) & 0x3ff);
        Ok(Self(AtomicSnowflakeGenerator::new(machine, MonotonicClock::with_epoch(TWITTER_EPOCH))))
    }

    pub(super) fn next(&self) -> i64 {
        let id = self.0.next_id(|_| std::thread::yield_now()).to_raw();
        i64::try_from(id).unwrap_or(i64::MAX)
    }
}

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids")
    }
}
