//! A theme running in groups: starting it, and how it stands.

use jiff::civil::Date;
use sqlx::AnyConnection;

use super::queries::{closed_days, runs as queries, slots};
use super::slots::{Slot, SlotKind, of_run};
use super::{RunId, queries::slots::SlotRow};
use crate::clock::Moment;
use crate::library::ThemeId;
use crate::outbox::names;
use crate::roster::{GroupId, Organisation, OrganisationId};
use crate::settings::ThemeRules;
use crate::store::{Result, Store};

/// Between two names in one cell; cannot occur in a name.
const SEPARATOR: &str = "\u{1f}";

/// Which families a theme is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Every family of the groups.
    #[default]
    All,
    /// Only children with a VE indication.
    Ve,
}

impl Audience {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Ve => "ve",
        }
    }
}

/// What carers get in whose language a theme was not written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Untranslated {
    /// Nothing; it is held, and staff see it.
    #[default]
    Hold,
    /// The Dutch text, which says so.
    Dutch,
}

impl Untranslated {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Dutch => "dutch",
        }
    }
}

/// A run that is to begin.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// Which theme.
    pub theme: ThemeId,
    /// In which groups.
    pub groups: Vec<GroupId>,
    /// From which day on.
    pub starts_on: Date,
    /// For so many weeks.
    pub weeks: i64,
    /// For which families.
    pub audience: Audience,
    /// What to do where there is no text.
    pub missing: Untranslated,
    /// When the theme was explained to the parents, if it was.
    pub introduced_on: Option<Date>,
}

/// A run as it stands.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its number.
    pub id: RunId,
    /// Its theme.
    pub theme: ThemeId,
    /// The theme's Dutch title.
    pub title: String,
    /// `Location/Group`, in order.
    pub groups: Vec<String>,
    /// The day it began or begins.
    pub starts_on: String,
    /// How many weeks.
    pub weeks: i64,
    /// all or ve.
    pub audience: String,
    /// hold or dutch.
    pub missing: String,
    /// When the theme was explained to the parents.
    pub introduced_on: Option<String>,
    /// Since when it is paused, if it is.
    pub paused_at: Option<Moment>,
    /// Where it stands.
    pub state: RunState,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Messages are still to come.
    Running,
    /// Nothing leaves until it is resumed.
    Paused,
    /// It was ended before its time.
    Stopped,
    /// Everything has left.
    Over,
}

/// A slot of a run as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotStanding {
    /// From 1.
    pub week: i64,
    /// What it brings.
    pub kind: SlotKind,
    /// When it leaves or left.
    pub at: Moment,
    /// planned, planning, done or skipped.
    pub state: String,
    /// Why it was skipped.
    pub reason: Option<String>,
}

/// How many carers the messages of a slot stand with.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Fate {
    /// The week of the run.
    pub week: i64,
    /// The kind of the slot.
    pub kind: String,
    /// As a delivery stands.
    pub state: String,
    /// Why, as stored.
    pub reason: Option<String>,
    /// How many carers.
    pub carers: i64,
}

/// How many children had no activity in a week.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct WithoutActivity {
    /// The week of the run.
    pub week: i64,
    /// age or all_done.
    pub reason: String,
    /// How many children.
    pub children: i64,
}

/// Why a run cannot be started or changed so.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The day is over.
    #[error("the day has passed")]
    Past,
    /// The theme runs in these groups already.
    #[error("the theme runs already")]
    RunsAlready(Vec<String>),
    /// It is stopped or over, or not in the state that this needs.
    #[error("the run does not stand so")]
    State(RunState),
    /// No group was named.
    #[error("no group was named")]
    NoGroup,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
}

/// The slots that a new run would have.
///
/// # Errors
/// The database cannot be reached.
pub async fn slots_of_new(
    read: &mut AnyConnection,
    organisation: &Organisation,
    run: &NewRun,
    rules: &ThemeRules,
) -> Result<Vec<Slot>> {
    let closed = closed_days::dates(read, organisation.id).await?;
    Ok(of_run(run.starts_on, run.weeks, rules, &organisation.time_zone, &closed))
}

/// Begins a run, in the caller's transaction: every slot of it is written down.
///
/// # Errors
/// [`RunError`] says why it cannot begin.
pub async fn start(
    store: &Store,
    write: &mut AnyConnection,
    organisation: &Organisation,
    run: &NewRun,
    rules: &ThemeRules,
    (by, now): (&str, Moment),
) -> std::result::Result<RunId, RunError> {
    if run.groups.is_empty() {
        return Err(RunError::NoGroup);
    }
    if run.starts_on < now.local(&organisation.time_zone).date() {
        return Err(RunError::Past);
    }
    let running = queries::running_in(write, run).await?;
    if !running.is_empty() {
        return Err(RunError::RunsAlready(running));
    }
    let id = RunId::from_raw(store.new_id());
    queries::insert(write, organisation.id, id, run, by, now).await?;
    for slot in slots_of_new(write, organisation, run, rules).await? {
        slots::insert(write, id, &slot).await?;
    }
    Ok(id)
}

/// All runs, in the order in which they began.
///
/// # Errors
/// The database cannot be reached.
pub async fn runs(read: &mut AnyConnection, organisation: OrganisationId) -> Result<Vec<Run>> {
    let rows = queries::list(read, organisation, SEPARATOR).await?.into_iter();
    Ok(rows.map(Run::from).collect())
}

/// The run of this number.
///
/// # Errors
/// The database cannot be reached.
pub async fn run(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    id: RunId,
) -> Result<Option<Run>> {
    Ok(runs(read, organisation).await?.into_iter().find(|run| run.id == id))
}

/// The slots of a run, in order.
///
/// # Errors
/// The database cannot be reached.
pub async fn slots_of(read: &mut AnyConnection, run: RunId) -> Result<Vec<SlotStanding>> {
    Ok(slots::of_run(read, run).await?.into_iter().filter_map(standing).collect())
}

fn standing(row: SlotRow) -> Option<SlotStanding> {
    let kind = SlotKind::from_word(&row.kind)?;
    let at = Moment::from_millis(row.send_at);
    Some(SlotStanding { week: row.week, kind, at, state: row.state, reason: row.reason })
}

/// What became of a run's messages, by slot.
///
/// # Errors
/// The database cannot be reached.
pub async fn fates(read: &mut AnyConnection, run: RunId) -> Result<Vec<Fate>> {
    queries::fates(read, run).await
}

/// The children for whom there was no activity, by week and reason.
///
/// # Errors
/// The database cannot be reached.
pub async fn without_activity(
    read: &mut AnyConnection,
    run: RunId,
) -> Result<Vec<WithoutActivity>> {
    queries::without_activity(read, run).await
}

impl From<queries::RunRow> for Run {
    fn from(row: queries::RunRow) -> Self {
        let state = match (row.stopped_at, row.open_slots, row.paused_at) {
            (Some(_), _, _) => RunState::Stopped,
            (None, 0, _) => RunState::Over,
            (None, _, Some(_)) => RunState::Paused,
            (None, _, None) => RunState::Running,
        };
        Self {
            id: RunId::from_raw(row.id),
            theme: ThemeId::from_raw(row.theme_id),
            title: row.title,
            groups: names(row.groups.as_deref()),
            starts_on: row.starts_on,
            weeks: row.weeks,
            audience: row.audience,
            missing: row.missing,
            introduced_on: row.introduced_on,
            paused_at: row.paused_at.map(Moment::from_millis),
            state,
        }
    }
}
