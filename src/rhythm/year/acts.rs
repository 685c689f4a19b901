//! What staff and parents do in the year.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use rand::Rng;
use rand::seq::IndexedRandom;
use std::time::Duration;

use super::{Begun, Fact, Year, people};
use crate::clock::Moment;
use crate::library::{self, ThemeId};
use crate::outbox::CheckInAnswer;
use crate::reply::{self, Barrier, Recorded};
use crate::rhythm::{Audience, NewRun, RunState, Untranslated};
use crate::roster::{CarerId, GroupId};

impl Year {
    pub(super) async fn staff_do(&mut self, day: Date) {
        if self.rng.random_bool(0.06) {
            self.staff_start(day).await;
        }
        self.staff_change().await;
        if self.rng.random_bool(0.04) {
            self.staff_write(day).await;
        }
        if self.rng.random_bool(0.03) && !self.roster.closed.contains(&day) {
            self.staff_release_a_book().await;
        }
        if self.rng.random_bool(0.02) {
            self.a_child_moves().await;
        }
    }

    async fn staff_start(&mut self, day: Date) {
        let theme = self.rng.random_range(1..=people::THEMES);
        let group = self.rng.random_range(1..=people::GROUPS);
        let weeks = self.rng.random_range(2..=5);
        let (is_for_ve, also_in_dutch) = (self.rng.random_bool(0.2), self.rng.random_bool(0.3));
        let new = NewRun {
            theme: ThemeId::from_raw(theme),
            groups: vec![GroupId::from_raw(group)],
            starts_on: day,
            weeks,
            audience: if is_for_ve { Audience::Ve } else { Audience::All },
            missing: if also_in_dutch { Untranslated::Dutch } else { Untranslated::Hold },
            introduced_on: None,
        };
        let mut write = self.store.write().await.unwrap();
        let by = ("staff", self.calendar.now());
        let (store, rules) = (&self.store, &self.rules);
        let started =
            crate::rhythm::start(store, &mut write, &self.organisation, &new, rules, by).await;
        let Ok(run) = started else { return };
        write.commit().await.unwrap();
        let run = run.raw();
        let begun = Begun { run, theme, group, weeks, is_for_ve, also_in_dutch };
        self.notes(Fact::Started(begun));
    }

    async fn staff_change(&mut self) {
        let now = self.calendar.now();
        let zone = self.organisation.time_zone.clone();
        let mut write = self.store.write().await.unwrap();
        for run in crate::rhythm::runs(&mut write, self.organisation.id).await.unwrap() {
            let id = run.id.raw();
            match (run.state, self.rng.random_range(0..100)) {
                (RunState::Running, 0) => {
                    crate::rhythm::pause(&mut write, &run, now).await.unwrap();
                    self.notes(Fact::ThemePaused { run: id });
                }
                (RunState::Paused, 0..15) => {
                    crate::rhythm::resume(&mut write, &run, &zone, now).await.unwrap();
                    self.notes(Fact::ThemeResumed { run: id });
                }
                (RunState::Running, 1) => {
                    crate::rhythm::stop(&mut write, &run, now).await.unwrap();
                    self.notes(Fact::ThemeStopped { run: id });
                }
                (RunState::Running, 2) => {
                    drop(crate::rhythm::move_by(&mut write, &run, 3, &zone, now).await);
                }
                _ => {}
            }
        }
        write.commit().await.unwrap();
    }

    /// A letter for the Monday morning that comes, before anything of a theme leaves in that week.
    async fn staff_write(&mut self, day: Date) {
        let days = 7 - i64::from(day.weekday().to_monday_zero_offset());
        let monday = day.checked_add(days.days()).unwrap();
        let ten = monday.to_datetime(Time::constant(10, 0, 0, 0));
        let release = Moment::of_local(ten, &self.organisation.time_zone);
        let letter = 1 + i64::try_from(self.facts.len()).unwrap();
        let id = self.store.new_id();
        let group = self.rng.random_range(1..=people::GROUPS);
        self.does(&[
            format!(
                "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, created_at,
                     check_in_after)
                 values ({id}, 1, 'letter', 's', 'L{letter}', 'approved', 'dutch', {}, 0, 86400000)",
                release.millis()
            ),
            format!("insert into mailing_groups (mailing_id, group_id) values ({id}, {group})"),
            format!(
                "insert into mailing_texts (mailing_id, language, part, kind, title, body, quality)
                 values ({id}, 'nl', 0, 'text', 'Brief', 'brief:{letter}:nl', 'human')"
            ),
        ])
        .await;
        self.notes(Fact::Wrote { letter, group, release });
    }

    async fn staff_release_a_book(&mut self) {
        let (store, now) = (self.store.clone(), self.calendar.now());
        let book = self.rng.random_range(1..=people::BOOKS);
        let group = self.rng.random_range(1..=people::GROUPS);
        let place = GroupId::from_raw(group);
        let mut write = store.write().await.unwrap();
        let all = library::books(&mut write, self.organisation.id).await.unwrap();
        let found = all.iter().find(|it| it.id.raw() == book).unwrap();
        if !library::release_book(&mut write, found.id, place, "staff", now).await.unwrap() {
            return;
        }
        let (phrases, rules) = (&self.phrases, &self.rules);
        let about = (found, place);
        crate::rhythm::announce_book(&store, &mut write, phrases, about, rules, now).await.unwrap();
        write.commit().await.unwrap();
        self.notes(Fact::MarkedAsRead { book, group });
    }

    async fn a_child_moves(&mut self) {
        let ids: Vec<i64> = self.roster.children.keys().copied().collect();
        let id = *ids.choose(&mut self.rng).unwrap();
        let group = self.rng.random_range(1..=people::GROUPS);
        let now = self.calendar.now();
        self.roster.children.get_mut(&id).unwrap().groups.push((now, group));
        self.does(&[format!("update children set group_id = {group} where id = {id}")]).await;
    }

    /// Parents answer what has come since `first`.
    pub(super) async fn parents_answer(&mut self, first: usize) {
        let now = self.calendar.now();
        let mut came = self.street.came().split_off(first);
        came.sort_by_key(|it| (it.chat, it.place));
        for it in came {
            let Some((mailing, asked, children, activities)) = it.question() else { continue };
            let carer = CarerId::from_raw(asked);
            let Some(answer) = CheckInAnswer::ALL.get(self.rng.random_range(0..5)) else {
                continue;
            };
            let mut write = self.store.write().await.unwrap();
            reply::check_in(&mut write, mailing, carer, *answer, now).await.unwrap();
            if *answer == CheckInAnswer::NotYet && self.rng.random_bool(0.3) {
                let tomorrow = Some(now.after(Duration::from_secs(86_400)));
                let kept = reply::ask_again(&mut write, mailing, carer, tomorrow, now).await;
                if kept.unwrap() == Recorded::New {
                    self.notes(Fact::WantsToBeAsked { carer: asked, mailing });
                }
            } else if *answer == CheckInAnswer::NotYet {
                let barrier = *Barrier::ALL.choose(&mut self.rng).unwrap();
                reply::barrier(&mut write, mailing, carer, barrier, now).await.unwrap();
                crate::rhythm::adapt(&mut write, mailing, carer, barrier, now).await.unwrap();
                if matches!(barrier, Barrier::TooHard | Barrier::TooEasy) {
                    let own = &self.roster.carers[&asked].children;
                    let children = children.into_iter().filter(|it| own.contains(it)).collect();
                    let easier = barrier == Barrier::TooHard;
                    self.notes(Fact::FoundHard { children, activities, easier });
                }
            }
            write.commit().await.unwrap();
        }
    }

    pub(super) async fn parents_pause_and_stop(&mut self) {
        if !self.rng.random_bool(0.1) {
            return;
        }
        let now = self.calendar.now();
        let carer = self.rng.random_range(1..=people::FAMILIES);
        let (at, act) = (now.millis(), self.rng.random_range(0..4));
        let (change, fact) = match act {
            0 => {
                let until = now.after(Duration::from_secs(self.rng.random_range(1..20) * 86_400));
                let change = format!("paused_at = {at}, paused_until = {}", until.millis());
                (change, Fact::Paused { carer, until })
            }
            1 => (format!("stopped_at = {at}"), Fact::Stopped { carer }),
            _ => {
                let change = "stopped_at = null, paused_at = null, paused_until = null".to_owned();
                (change, Fact::CameBack { carer })
            }
        };
        self.does(&[format!("update carers set {change} where id = {carer}")]).await;
        self.notes(fact);
    }
}
