//! Making the machine's voices: once for each text and language, before the text leaves, and never
//! within a transaction. A program that hangs or fails does not hold up the text; why there is no
//! voice is kept for staff.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::machine::{Machine, MachineError};
use super::recordings::{self, Recorded};
use super::{queries, texts};
use crate::clock::Moment;
use crate::language::{HomeLanguage, ReadAloud};
use crate::library::Voice;
use crate::roster::OrganisationId;
use crate::store::{Result, Store};

/// Voices are made so long before a text leaves.
const AHEAD: Duration = Duration::from_secs(15 * 60);
/// A voice that failed is tried again after this long.
const AGAIN: Duration = Duration::from_secs(10 * 60);
/// So many mailings are remembered as done.
const REMEMBERED: usize = 10_000;
/// So many mailings are looked at in one go; what is due does not wait for more.
const AT_ONCE: usize = 20;

/// Makes voices. Keep one: it remembers when the machine hung, and what it looked at.
#[derive(Debug)]
pub struct Maker {
    machine: Machine,
    done: HashSet<i64>,
    looked_at: HashMap<i64, Moment>,
    /// The machine hung or is not there; until then it is not asked again.
    broken: Option<(MachineError, Moment)>,
}

impl Maker {
    /// One that speaks with this machine.
    pub fn new(machine: Machine) -> Self {
        Self { machine, done: HashSet::new(), looked_at: HashMap::new(), broken: None }
    }

    /// Makes the voices that are not there yet, in the languages that the machine may speak. Never
    /// called within a transaction.
    ///
    /// # Errors
    /// The database refuses or cannot be reached. What the machine could not do is no error: it is
    /// kept for staff.
    pub async fn make(
        &mut self,
        store: &Store,
        organisation: OrganisationId,
        texts: impl IntoIterator<Item = (HomeLanguage, ReadAloud)>,
        now: Moment,
    ) -> Result<()> {
        for (language, text) in wanted(store, organisation, texts, now).await? {
            let spoken = self.speak(language, &text, now).await;
            let mut write = store.write().await?;
            match spoken {
                Ok(sound) => {
                    // It may have been switched off meanwhile.
                    let approved = recordings::approved_machines(&mut write, organisation).await?;
                    if approved.iter().any(|it| it.language == language) {
                        let text = (language, &text);
                        let who = Recorded::ByMachine;
                        recordings::record(&mut write, organisation, text, &sound, who, now)
                            .await?;
                    }
                }
                Err(error) => {
                    tracing::warn!(%language, %error, "no voice was made");
                    let (key, tag, why) = (text.key(), language.tag(), error.to_string());
                    queries::failed(&mut write, organisation, &key, tag, &why, now).await?;
                }
            }
            write.commit().await?;
        }
        Ok(())
    }

    /// Whether something with this number should be looked at: not more often than every ten minutes.
    pub fn looks_at(&mut self, number: i64, now: Moment) -> bool {
        if self.looked_at.get(&number).is_some_and(|at| now < at.after(AGAIN) && now >= *at) {
            return false;
        }
        self.looked_at.insert(number, now);
        true
    }

    /// What hung once would hang for each text in turn.
    async fn speak(
        &mut self,
        language: HomeLanguage,
        text: &ReadAloud,
        now: Moment,
    ) -> std::result::Result<Voice, MachineError> {
        if let Some((error, _)) = self.broken.as_ref().filter(|(_, until)| now < *until) {
            return Err(error.clone());
        }
        let spoken = self.machine.speak(language, text).await;
        self.broken = match &spoken {
            Err(error @ (MachineError::Missing(_) | MachineError::TooSlow(..))) => {
                Some((error.clone(), now.after(AGAIN)))
            }
            _ => None,
        };
        spoken
    }

    /// Makes the voices of some of the mailings that leave soon; called every second, before what is
    /// due is released.
    ///
    /// # Errors
    /// The database refuses or cannot be reached.
    pub async fn make_ahead(&mut self, store: &Store, now: Moment) -> Result<()> {
        let soon = queries::leaving_soon(&mut *store.read().await?, now.after(AHEAD)).await?;
        let new: Vec<_> = soon.into_iter().filter(|(id, _)| !self.done.contains(id)).collect();
        if self.done.len() > REMEMBERED {
            self.done.clear();
        }
        for (mailing, organisation) in new.into_iter().take(AT_ONCE) {
            let texts = texts::read_aloud(&mut *store.read().await?, mailing).await?;
            self.make(store, OrganisationId::from_raw(organisation), texts, now).await?;
            self.done.insert(mailing);
        }
        Ok(())
    }
}

/// Texts without a voice that the machine may read and has not failed at a moment ago.
async fn wanted(
    store: &Store,
    organisation: OrganisationId,
    texts: impl IntoIterator<Item = (HomeLanguage, ReadAloud)>,
    now: Moment,
) -> Result<Vec<(HomeLanguage, ReadAloud)>> {
    let mut read = store.read().await?;
    let approved = recordings::approved_machines(&mut read, organisation).await?;
    let mut wanted: Vec<(HomeLanguage, ReadAloud)> = Vec::new();
    for (language, text) in texts {
        let is_approved = approved.iter().any(|it| it.language == language);
        if !is_approved || text.is_empty() || wanted.contains(&(language, text.clone())) {
            continue;
        }
        if recordings::find(&mut read, organisation, &text, language).await?.is_some() {
            continue;
        }
        let failure =
            queries::failure(&mut read, organisation, &text.key(), language.tag()).await?;
        if failure.is_none_or(|(_, at)| Moment::from_millis(at).after(AGAIN) <= now) {
            wanted.push((language, text));
        }
    }
    Ok(wanted)
}
