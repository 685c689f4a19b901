//! Who serves what when several instances run on one database: leases with a fencing number.
//!
//! On PostgreSQL a lease is a session advisory lock, which the server frees at any death of its
//! holder, and a row whose epoch rises with each holder. The lock makes taking over quick; the epoch
//! makes it safe: a transaction under an older epoch is refused, however late its process wakes up.
//! The row's beat tells a holder that lives from one that hangs. No clock of two machines is ever
//! compared: a beat that has not moved for the length of a lease, by the watcher's own ticker, is
//! the only sign. On SQLite one process holds everything by the lock on its file.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::{AnyConnection, Connection};

use super::queries::{self, LeaseRow};
use super::{Dialect, Error, Result, Sole, Store};
use crate::clock::Ticker;

/// A free lock whose last holder did not give it back is left alone this long: after a restart of
/// the server the old holder is on its way back, and with it what was in flight stays without doubt.
const COURTESY: Duration = Duration::from_secs(3);

/// The right to act under a name, and its fencing number. Clones share it.
#[derive(Clone, Debug)]
pub struct Lease {
    name: Arc<str>,
    epoch: i64,
    /// The tick, in milliseconds, until which the holder may act without having beaten again.
    valid_until: Arc<AtomicU64>,
    ticker: Ticker,
}

impl Lease {
    /// Whether its holder may still act on the outside world. Each message looks here before it
    /// leaves, so that a process that was stopped does not go on where others took over.
    pub fn is_current(&self) -> bool {
        self.ticker.elapsed() < Duration::from_millis(self.valid_until.load(Ordering::SeqCst))
    }

    /// What it is a lease of.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn epoch(&self) -> i64 {
        self.epoch
    }

    fn extend(&self, until: Duration) {
        let until = u64::try_from(until.as_millis()).unwrap_or(u64::MAX);
        self.valid_until.store(until, Ordering::SeqCst);
    }
}

/// How long leases last.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// After how long without a beat a holder is taken over from.
    pub lease: Duration,
    /// How long before that a holder stops acting by itself: what it began last must have ended.
    pub margin: Duration,
}

/// The leases that this process holds, and what it saw of the others'.
#[derive(Debug)]
pub struct Leases {
    store: Store,
    terms: Terms,
    ticker: Ticker,
    kept: Kept,
    held: BTreeMap<String, Lease>,
    seen: BTreeMap<String, Seen>,
}

#[derive(Debug)]
enum Kept {
    /// SQLite: everything, for as long as the file is locked.
    File(Sole),
    /// PostgreSQL: a connection of its own; `None` while it is cut.
    Session(Option<Box<AnyConnection>>),
}

/// Another's lease, as last seen.
#[derive(Clone, Debug)]
struct Seen {
    row: LeaseRow,
    since: Duration,
}

impl Leases {
    /// Holds nothing yet. On SQLite it becomes the one service on the file.
    ///
    /// # Errors
    /// [`Error::Held`] when another process serves this SQLite file; the database cannot be reached.
    pub async fn open(store: &Store, terms: Terms, ticker: Ticker) -> Result<Self> {
        let kept = match store.dialect() {
            Dialect::Sqlite => Kept::File(store.become_sole()?),
            Dialect::Postgres => Kept::Session(Some(Box::new(store.session().await?))),
        };
        let (held, seen) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self { store: store.clone(), terms, ticker, kept, held, seen })
    }

    /// How often [`Leases::beat`] must be called.
    pub fn interval(&self) -> Duration {
        (self.terms.lease / 20).clamp(Duration::from_millis(100), Duration::from_secs(2))
    }

    /// Whether this process holds it.
    pub fn holds(&self, name: &str) -> bool {
        self.held.contains_key(name)
    }

    /// Shows that this process lives. Returns the names of leases that it has lost; it must end
    /// what it does under them.
    ///
    /// # Errors
    /// The database cannot be reached: nothing is lost yet, and the leases run out by themselves.
    /// [`Error::Held`] when the SQLite file is no longer ours.
    pub async fn beat(&mut self) -> Result<Vec<String>> {
        let begun = self.ticker.elapsed();
        let session = match &mut self.kept {
            Kept::File(sole) if sole.still_holds() => {
                self.held.values().for_each(|lease| lease.extend(Duration::MAX));
                return Ok(Vec::new());
            }
            Kept::File(_) => return Err(Error::Held("the lock on the file is gone".to_owned())),
            Kept::Session(session) => session,
        };
        if let Some(open) = session
            && open.ping().await.is_err()
        {
            *session = None;
        }
        let is_new = session.is_none();
        let open = match session {
            Some(open) => open,
            None => session.insert(Box::new(self.store.session().await?)),
        };
        let mut lost = Vec::new();
        // Only what is held: a lease that could not be given back must fall silent.
        for (name, lease) in &self.held {
            let is_ours = queries::beat(open, name, lease.epoch).await?;
            if is_ours && (!is_new || queries::try_lock(open, name).await?) {
                lease.extend(begun + self.terms.lease.saturating_sub(self.terms.margin));
            } else {
                lost.push(name.clone());
            }
        }
        for name in &lost {
            self.forget(name).await;
        }
        Ok(lost)
    }

    /// Takes a lease if nobody holds it. Where its holder hangs, cuts that off, so that the next
    /// call can take it; with `may_take` false it does only this. `None`: not taken.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn take(&mut self, name: &str, may_take: bool) -> Result<Option<Lease>> {
        let begun = self.ticker.elapsed();
        if !self.lock(name, may_take, begun).await? {
            return Ok(None);
        }
        let epoch = match raise_epoch(&self.store, name).await {
            Ok(epoch) => epoch,
            Err(error) => {
                self.forget(name).await;
                return Err(error);
            }
        };
        let lease =
            Lease { name: name.into(), epoch, valid_until: Arc::default(), ticker: self.ticker };
        lease.extend(match self.kept {
            Kept::File(_) => Duration::MAX,
            Kept::Session(_) => begun + self.terms.lease.saturating_sub(self.terms.margin),
        });
        self.held.insert(name.to_owned(), lease.clone());
        self.seen.remove(name);
        Ok(Some(lease))
    }

    /// Whether the lock of this name is ours now.
    async fn lock(&mut self, name: &str, may_take: bool, now: Duration) -> Result<bool> {
        let row = match &mut self.kept {
            Kept::File(_) => return Ok(may_take),
            Kept::Session(None) => return Ok(false),
            Kept::Session(Some(session)) => queries::lease(session, name).await?,
        };
        let silent = self.silence_of(name, row.as_ref(), now);
        let Kept::Session(Some(session)) = &mut self.kept else { return Ok(false) };
        let holder = row.and_then(|row| row.holder);
        if holder.is_some() && silent < COURTESY.min(self.terms.lease / 4) {
            return Ok(false);
        }
        if may_take && queries::try_lock(session, name).await? {
            return Ok(true);
        }
        if let Some(holder) = holder.filter(|_| silent > self.terms.lease) {
            tracing::warn!(
                lease = name,
                holder,
                "an instance shows no sign of life; cutting it off"
            );
            queries::cut_off(session, &holder).await?;
        }
        Ok(false)
    }

    /// Gives a lease back: others may take it at once.
    ///
    /// # Errors
    /// The database cannot be reached: then it runs out by itself.
    pub async fn give_back(&mut self, name: &str) -> Result<()> {
        let Some(lease) = self.held.remove(name) else { return Ok(()) };
        lease.extend(Duration::ZERO);
        let given_back = give_back(&self.store, name, lease.epoch).await;
        self.forget(name).await;
        given_back
    }

    /// How many processes serve on this database now, this one included.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn instances(&mut self) -> Result<usize> {
        match &mut self.kept {
            Kept::Session(Some(session)) => queries::instances(session).await,
            _ => Ok(1),
        }
    }

    /// For how long the row of a lease has not moved, as seen from here.
    fn silence_of(&mut self, name: &str, row: Option<&LeaseRow>, now: Duration) -> Duration {
        let Some(row) = row else { return Duration::MAX };
        match self.seen.get(name) {
            Some(seen) if seen.row == *row => now.saturating_sub(seen.since),
            _ => {
                self.seen.insert(name.to_owned(), Seen { row: row.clone(), since: now });
                Duration::ZERO
            }
        }
    }

    async fn forget(&mut self, name: &str) {
        if let Some(lease) = self.held.remove(name) {
            lease.extend(Duration::ZERO);
        }
        if let Kept::Session(Some(session)) = &mut self.kept {
            // Had we still the lock, nobody else could take over.
            drop(queries::unlock(session, name).await);
        }
    }
}

async fn give_back(store: &Store, name: &str, epoch: i64) -> Result<()> {
    let mut write = store.write().await?;
    queries::give_back(&mut write, name, epoch).await?;
    write.commit().await?;
    Ok(())
}

/// Apart from [`Leases`], whose connection cannot be shared while this waits.
async fn raise_epoch(store: &Store, name: &str) -> Result<i64> {
    let mut write = store.write().await?;
    let epoch = queries::raise_epoch(&mut write, name, store.instance(), store.dialect).await?;
    write.commit().await?;
    Ok(epoch)
}
