//! The mailings of a slot: written when the first family needs them. Where a theme runs in many groups by
//! runs of their own, the words are composed once and copied.

use std::collections::hash_map::Entry;
use std::time::Duration;

use sqlx::AnyConnection;

use super::Desk;
use crate::clock::Moment;
use crate::library::{self, Activity, ActivityId, Level, Theme, ThemeId};
use crate::rhythm::queries::posts::{self, NewPost};
use crate::rhythm::queries::slots::DueSlot;
use crate::rhythm::queries::steps;
use crate::rhythm::slots::SlotKind;
use crate::rhythm::{RunId, compose};
use crate::roster::OrganisationId;
use crate::store::{Result, Write};

/// "Did it work?" comes the next day.
const CHECK_IN_AFTER: Duration = Duration::from_secs(24 * 3_600);
/// Words of another run are copied when they were composed at most so long ago.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// What words are about: theme, activity, kind and level.
pub(super) type Words = (i64, i64, String, Option<String>);

impl Desk<'_> {
    /// The mailings that these families need, where they are not there yet.
    pub(super) async fn post(
        &mut self,
        write: &mut Write,
        slot: &DueSlot,
        kind: SlotKind,
        families: (i64, i64),
    ) -> Result<()> {
        let (run, week) = (RunId::from_raw(slot.run_id), slot.week);
        let mut there = posts::of_slot(write, (run, week), kind.word()).await?;
        let Some(theme) = self.theme(write, slot).await? else { return Ok(()) };
        if !kind.is_of_a_step() {
            if there.is_empty() {
                self.keep(write, slot, (&theme, kind), None).await?;
            }
            return Ok(());
        }
        for (activity, word) in steps::activities(write, (run, week), families).await? {
            let level = Level::from_word(&word).unwrap_or_default();
            let of_level = (kind == SlotKind::Do).then(|| level.word().to_owned());
            let is_there =
                |it: &(Option<i64>, Option<String>)| it.0 == Some(activity) && it.1 == of_level;
            // The why and the cheer are the same at every level.
            if there.iter().any(is_there) {
                continue;
            }
            there.push((Some(activity), of_level));
            let all = &self.activities[&slot.theme_id];
            let Some(activity) = all.iter().find(|it| it.id.raw() == activity).cloned() else {
                continue;
            };
            self.keep(write, slot, (&theme, kind), Some((&activity, level))).await?;
        }
        Ok(())
    }

    async fn keep(
        &mut self,
        write: &mut Write,
        slot: &DueSlot,
        (theme, kind): (&Theme, SlotKind),
        of: Option<(&Activity, Level)>,
    ) -> Result<()> {
        let run = RunId::from_raw(slot.run_id);
        let level = of.filter(|_| kind == SlotKind::Do).map(|of| of.1.word());
        let name = of.map_or_else(String::new, |of| format!(" {}", of.0.slug));
        let hard = level.map_or_else(String::new, |level| format!(" {level}"));
        let label = format!("{} {} {}{name}{hard} #{run}", theme.slug, slot.week, kind.word());
        let post = NewPost {
            id: self.store.new_id(),
            organisation: OrganisationId::from_raw(slot.organisation_id),
            kind: kind.word(),
            label: &label,
            theme: &theme.title,
            missing: &slot.missing,
            release_at: Moment::from_millis(slot.send_at),
            check_in_after: (kind == SlotKind::Do)
                .then(|| i64::try_from(CHECK_IN_AFTER.as_millis()).unwrap_or(i64::MAX)),
            run: Some(run),
            week: Some(slot.week),
            activity: of.map(|of| of.0.id),
            level,
            book: None,
        };
        let twin = self.twin(write, &post, theme.id).await?;
        posts::insert(write, &post, self.now).await?;
        posts::add_run_groups(write, post.id, run).await?;
        if let Some(twin) = twin {
            return posts::copy_texts(write, twin, post.id).await;
        }
        let texts = match of {
            None => compose::theme(write, self.phrases, theme, kind).await?,
            Some((activity, level)) => {
                compose::activity(write, self.phrases, activity, kind, level).await?
            }
        };
        compose::keep(write, post.id, &texts).await
    }

    /// The mailing of another run that says the same, and was written a moment ago. Remembers that this one
    /// does.
    async fn twin(
        &mut self,
        read: &mut AnyConnection,
        post: &NewPost<'_>,
        theme: ThemeId,
    ) -> Result<Option<i64>> {
        let activity = post.activity.map_or(0, ActivityId::raw);
        let level = post.level.map(str::to_owned);
        let words = (theme.raw(), activity, post.kind.to_owned(), level);
        match self.written.entry(words) {
            Entry::Occupied(known) => Ok(Some(*known.get())),
            Entry::Vacant(place) => {
                place.insert(post.id);
                let since = (self.now.before(FRESH), self.now);
                posts::twin(read, post, theme, since).await
            }
        }
    }

    /// The theme of a slot, with its activities, looked up once a round.
    async fn theme(&mut self, read: &mut AnyConnection, slot: &DueSlot) -> Result<Option<Theme>> {
        if let Entry::Vacant(place) = self.themes.entry(slot.theme_id) {
            let organisation = OrganisationId::from_raw(slot.organisation_id);
            let id = ThemeId::from_raw(slot.theme_id);
            let all = library::themes(read, organisation).await?;
            place.insert(all.into_iter().find(|theme| theme.id == id));
            self.activities.insert(slot.theme_id, library::activities(read, id).await?);
        }
        Ok(self.themes[&slot.theme_id].clone())
    }
}
