//! A language that comes while its theme runs: what was held for want of it, and is still of use, goes
//! out; what is older does not.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::RunId;
use super::compose::{self, Composed};
use super::outside_quiet_hours;
use super::planning::{ChunkOf, FAMILIES, fan};
use super::queries::fan_out::Audience;
use super::queries::late::{self as queries, HeldPost, HeldRun};
use super::queries::{closed_days, posts, steps};
use super::slots::SlotKind;
use crate::clock::{Moment, monday_of};
use crate::language::Phrasebook;
use crate::library::{self, Level, ThemeId};
use crate::roster::OrganisationId;
use crate::settings::{QuietHours, ThemeRules};
use crate::store::{Result, Store, Write};

/// What of a week goes before what, when only one late message may go. The letter or the why goes along
/// with the activity: never the activity alone.
const FIRST: [SlotKind; 5] =
    [SlotKind::Do, SlotKind::Letter, SlotKind::Why, SlotKind::Closing, SlotKind::Cheer];

/// Looks at everything that themes hold for want of a language. Of this week one late message goes to
/// each carer whose language is there now, by the same rules as all others; what is of an earlier week
/// goes no more. Safe to break off and to run again. Returns how many rows changed.
///
/// # Errors
/// The database refuses or cannot be reached.
pub async fn release_translated(
    store: &Store,
    phrases: &Phrasebook,
    (rules, hours): (&ThemeRules, QuietHours),
    now: Moment,
) -> Result<u64> {
    let mut rows = 0;
    for run in queries::held_runs(&mut *store.read().await?).await? {
        let zone = TimeZone::get(&run.time_zone).unwrap_or(TimeZone::UTC);
        let at = outside_quiet_hours(hours, now, &zone);
        let day = at.local(&zone).date();
        let monday = Moment::start_of(monday_of(day), &zone);
        if run.oldest < monday.millis() {
            let mut write = store.write().await?;
            rows += queries::expire(&mut write, run.run_id, monday).await?;
            write.commit().await?;
        }
        let (Some(first), Some(last)) = (run.first_family, run.last_family) else { continue };
        let organisation = OrganisationId::from_raw(run.organisation_id);
        let closed = closed_days::dates(&mut *store.read().await?, organisation).await?;
        if closed.contains(&day) {
            continue;
        }
        let late = Late { phrases, rules, run: &run, closed: &closed, at, zone, monday, now };
        let mut after = first - 1;
        while after < last {
            let mut write = store.write().await?;
            let run = RunId::from_raw(run.run_id);
            let (end, _) = steps::chunk_end(&mut write, run, after, FAMILIES).await?;
            let Some(end) = end else { break };
            rows += late.release(&mut write, (after, end)).await?;
            write.commit().await?;
            after = end;
        }
    }
    Ok(rows)
}

struct Late<'a> {
    phrases: &'a Phrasebook,
    rules: &'a ThemeRules,
    run: &'a HeldRun,
    closed: &'a BTreeSet<jiff::civil::Date>,
    at: Moment,
    zone: TimeZone,
    monday: Moment,
    now: Moment,
}

impl Late<'_> {
    async fn release(&self, write: &mut Write, families: (i64, i64)) -> Result<u64> {
        let held = queries::held_posts(write, self.run.run_id, self.monday).await?;
        for post in &held {
            self.translate(write, post).await?;
        }
        let mut rows = 0;
        let weeks: BTreeSet<i64> = held.iter().map(|post| post.week).collect();
        for week in weeks {
            for kind in FIRST {
                if held.iter().any(|post| post.week == week && post.kind == kind.word()) {
                    rows += self.send(write, (week, kind), families).await?;
                }
            }
        }
        Ok(rows)
    }

    /// The texts that the library has by now and the message has not.
    async fn translate(&self, write: &mut Write, post: &HeldPost) -> Result<()> {
        let theme = ThemeId::from_raw(self.run.theme_id);
        let Some(kind) = SlotKind::from_word(&post.kind) else { return Ok(()) };
        let mut texts: Vec<Composed> = match post.activity_id {
            None => {
                let organisation = OrganisationId::from_raw(self.run.organisation_id);
                let themes = library::themes(write, organisation).await?;
                let Some(theme) = themes.into_iter().find(|it| it.id == theme) else {
                    return Ok(());
                };
                compose::theme(write, self.phrases, &theme, kind).await?
            }
            Some(id) => {
                let activities = library::activities(write, theme).await?;
                let Some(activity) = activities.into_iter().find(|it| it.id.raw() == id) else {
                    return Ok(());
                };
                let level = post.level.as_deref().and_then(Level::from_word).unwrap_or_default();
                compose::activity(write, self.phrases, &activity, kind, level).await?
            }
        };
        let there = posts::languages(write, post.id).await?;
        texts.retain(|text| !there.iter().any(|tag| tag == text.language().tag()));
        compose::keep(write, post.id, &texts).await
    }

    async fn send(
        &self,
        write: &mut Write,
        (week, kind): (i64, SlotKind),
        families: (i64, i64),
    ) -> Result<u64> {
        let chunk = ChunkOf {
            audience: Audience::Late,
            of: self.run.run_id,
            week,
            kind: kind.word(),
            organisation: OrganisationId::from_raw(self.run.organisation_id),
            at: self.at,
            zone: self.zone.clone(),
        };
        let rules = (self.rules, self.closed);
        let mut rows = fan(write, &chunk, families, rules, self.now).await?;
        if kind == SlotKind::Do {
            let monday = self.monday.local(&self.zone).date().to_string();
            if queries::carry_along(write, (self.run.run_id, week), &monday).await? > 0 {
                // Once more, for the voices of what goes along.
                rows += fan(write, &chunk, families, rules, self.now).await?;
            }
        }
        let of = (self.run.run_id, week, kind.word());
        Ok(rows + queries::too_late_beside(write, of).await?)
    }
}
