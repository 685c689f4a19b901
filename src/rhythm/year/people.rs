//! Who lives in the year: families, themes and letters, all numbered from 1.

use jiff::ToSpan;
use jiff::civil::{Date, Time, date};
use rand::Rng;

use super::{BEGINS, Year};
use crate::clock::Moment;

/// Each family has a carer of the same number, half of them another one above it.
pub(super) const FAMILIES: i64 = 40;
pub(super) const GROUPS: i64 = 3;
pub(super) const THEMES: i64 = 4;
const SPOKEN: [&str; 4] = ["nl", "tr", "ar", "pl"];
/// From and before which month of age.
const AGES: [(i64, i64); 8] =
    [(24, 48), (24, 72), (30, 72), (24, 36), (36, 72), (24, 72), (24, 72), (40, 60)];

pub(super) async fn move_in(year: &mut Year) {
    let mut all = vec![
        "insert into organisations (id, name, time_zone, language, token_env, created_at)
         values (1, 'De Regenboog', 'Europe/Amsterdam', 'nl', 'T', 0)"
            .to_owned(),
        "insert into locations (id, organisation_id, name) values (1, 1, 'De Regenboog')"
            .to_owned(),
        "insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at)
         values (1, 1, 'p', 'P', 'W', 'MIT', 0)"
            .to_owned(),
    ];
    for group in 1..=GROUPS {
        all.push(format!(
            "insert into groups (id, location_id, name) values ({group}, 1, 'G{group}')"
        ));
    }
    for theme in 1..=THEMES {
        all.extend(theme_rows(theme));
    }
    for family in 1..=FAMILIES {
        all.extend(family_rows(year, family));
    }
    for (from, days) in [
        (date(2026, 10, 19), 7),
        (date(2026, 12, 21), 14),
        (date(2027, 2, 16), 1),
        (date(2027, 3, 25), 3),
    ] {
        all.extend((0..days).map(|day| {
            let day = from.checked_add(day.days()).unwrap();
            format!(
                "insert into closed_days (organisation_id, day, name) values (1, '{day}', 'dicht')"
            )
        }));
    }
    for sql in all {
        year.does(&sql).await;
    }
}

fn theme_rows(theme: i64) -> Vec<String> {
    let mut rows = vec![format!(
        "insert into themes (id, programme_id, slug, position, weeks) values ({theme}, 1, 't{theme}', {theme}, 4)"
    )];
    for tag in SPOKEN {
        rows.push(format!(
            "insert into theme_texts (theme_id, language, title, letter, closing, quality)
             values ({theme}, '{tag}', 'T{theme} {tag}', 'letter', 'closing', 'human')"
        ));
    }
    for (place, (from, to)) in (1..).zip(AGES) {
        let id = theme * 100 + place;
        rows.push(format!(
            "insert into activities (id, theme_id, slug, position, domain, months_from, months_to, minutes)
             values ({id}, {theme}, 'a{place}', {place}, 'motor', {from}, {to}, 5)"
        ));
        for tag in SPOKEN {
            rows.push(format!(
                "insert into activity_texts (activity_id, language, title, why, steps, easier, harder, cheer, thanks)
                 values ({id}, '{tag}', 'A{id} {tag}', 'why', 'do', 'easier', 'harder', 'cheer', 'thanks')"
            ));
        }
    }
    rows
}

fn family_rows(year: &mut Year, family: i64) -> Vec<String> {
    let rng = &mut year.rng;
    let mut rows = vec![format!(
        "insert into families (id, organisation_id, name) values ({family}, 1, 'F{family}')"
    )];
    let children: Vec<i64> =
        (0..rng.random_range(1..=2)).map(|child| family * 10 + child).collect();
    for child in &children {
        let group = rng.random_range(1..=GROUPS);
        let born = BEGINS.checked_sub(rng.random_range(20..66).months()).unwrap().strftime("%Y-%m");
        let mut some = |chance: f64| match rng.random_bool(chance) {
            true => format!("'{}'", BEGINS.checked_add(rng.random_range(5..200).days()).unwrap()),
            false => "null".to_owned(),
        };
        let (starts, leaves) = (some(0.1), some(0.1));
        rows.push(format!(
            "insert into children (id, family_id, group_id, name, born, starts, leaves)
             values ({child}, {family}, {group}, 'K{child}', '{born}', {starts}, {leaves})"
        ));
    }
    let mut carers = vec![family];
    if family % 2 == 0 {
        carers.push(1_000 + family);
    }
    for carer in carers {
        let tag = ["nl", "tr", "ar", "pl", "ti"][usize::try_from((carer + family) % 5).unwrap()];
        // Now and then two carers of a family share a telephone.
        let chat = if carer > 1_000 && rng.random_bool(0.2) { family } else { carer };
        let days = ["null", "null", "null", "null", "'6'", "'135'"][rng.random_range(0..6)];
        let consented = if rng.random_bool(0.1) { "null" } else { "1" };
        rows.push(format!(
            "insert into carers (id, family_id, name, language, chat_id, linked_at, consented_at, days)
             values ({carer}, {family}, 'O{carer}', '{tag}', {chat}, 1, {consented}, {days})"
        ));
        for child in &children {
            rows.push(format!(
                "insert into carer_children (carer_id, child_id) values ({carer}, {child})"
            ));
        }
    }
    rows
}

/// A letter for the Monday morning that comes, before anything of a theme leaves in that week.
pub(super) async fn staff_write(year: &mut Year, day: Date) {
    let monday =
        day.checked_add((7 - i64::from(day.weekday().to_monday_zero_offset())).days()).unwrap();
    let at = Moment::of_local(
        monday.to_datetime(Time::constant(10, 0, 0, 0)),
        &year.organisation.time_zone,
    );
    let id = year.store.new_id();
    year.does(&format!(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, created_at)
         values ({id}, 1, 'letter', 's', 'L {day}', 'approved', 'dutch', {}, 0)",
        at.millis()
    ))
    .await;
    let group = year.rng.random_range(1..=GROUPS);
    year.does(&format!("insert into mailing_groups (mailing_id, group_id) values ({id}, {group})"))
        .await;
    year.does(&format!(
        "insert into mailing_texts (mailing_id, language, part, kind, title, body, quality)
         values ({id}, 'nl', 0, 'text', 'Brief', 'dag', 'human')"
    ))
    .await;
}
