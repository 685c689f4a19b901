//! Families by the thousand with a theme of the starter programme under way: its first week has passed
//! through the real schedule, and so has a letter of staff. For `plan-day`, and for the test that plans
//! such a day step by step.

use jiff::civil::{Date, DateTime, date};
use jiff::{ToSpan, tz::TimeZone};
use sqlx::AssertSqlSafe;
use thuispost::clock::Moment;
use thuispost::language::Phrasebook;
use thuispost::library::{self, ThemeId};
use thuispost::outbox::{self, Round};
use thuispost::rhythm::{self, NewRun};
use thuispost::roster::{self, GroupId};
use thuispost::settings::Settings;
use thuispost::store::{Dialect, Store};

use super::arguments::Arguments;
use super::crowd::{Crowd, fill, letter_to_all};

/// The Monday of the themes' first week.
const MONDAY: Date = date(2026, 11, 23);
/// The day of the week's why and of its activity, counted from Monday.
const DAYS_OF: [(&str, i64); 3] = [("why", 1), ("do", 3), ("cheer", 5)];

/// How many families, and in how many groups a theme is started at once.
#[derive(Clone, Copy, Debug)]
pub struct Street {
    /// How many families.
    pub families: u64,
    /// How many groups a run has: 20 are a location.
    pub groups: usize,
}

/// When a slot of a week leaves.
pub fn moment(week: i64, kind: &str) -> Moment {
    let (_, days) = DAYS_OF.into_iter().find(|it| it.0 == kind).unwrap();
    let hour = if kind == "cheer" { 10 } else { 17 };
    on(days + 7 * (week - 1), hour)
}

fn on(days: i64, hour: i8) -> Moment {
    let day = MONDAY.checked_add(days.days()).unwrap();
    Moment::of_local(DateTime::from_parts(day, jiff::civil::time(hour, 0, 0, 0)), &zone())
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap()
}

/// Settings as they are when nothing is set.
pub fn settings() -> Settings {
    Settings::read(&std::collections::BTreeMap::new()).unwrap()
}

/// One step of the schedule, as the service takes it.
pub async fn step(store: &Store, phrases: &Phrasebook, now: Moment) -> Round {
    let settings = settings();
    let rules = (&settings.theme, settings.quiet_hours);
    rhythm::plan_themes(store, phrases, rules, now).await.unwrap()
}

/// Whatever waits has come.
pub async fn all_comes(store: &Store, now: Moment) {
    let sql =
        "update deliveries set state = 'delivered', attempts = 1, message_id = 1, settled_at = {}
               where state = 'waiting' and not_before <= {}";
    does(store, &sql.replace("{}", &now.millis().to_string())).await;
}

async fn does(store: &Store, sql: &str) {
    let mut write = store.write().await.unwrap();
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(&mut *write).await.unwrap();
    write.commit().await.unwrap();
}

impl Street {
    /// Fills an empty database, up to the Monday of the second week.
    pub async fn settles(self, store: &Store) {
        let phrases = Phrasebook::load().unwrap();
        self.families_move_in(store).await;
        analyze(store).await;
        self.themes_begin(store).await;
        for (kind, _) in DAYS_OF {
            let now = moment(1, kind);
            while !step(store, &phrases, now).await.is_last {}
            all_comes(store, now).await;
        }
        let mut write = store.write().await.unwrap();
        letter_to_all(&mut write, 1).await;
        write.commit().await.unwrap();
        let now = on(7, 9);
        does(store, &format!("update mailings set release_at = {} where id = 1", now.millis()))
            .await;
        outbox::release_due(store, now).await.unwrap();
        all_comes(store, now).await;
        analyze(store).await;
    }

    /// Every tenth family has a second child elsewhere, every fifth a second carer, some in one chat with the
    /// first; some paused, stopped, never joined, cannot be reached, chose their days or listen.
    async fn families_move_in(self, store: &Store) {
        let mut write = store.write().await.unwrap();
        Crowd { carers: self.families, letters: 0, fanned_out: false }.people(&mut write).await;
        fill(
            &mut write,
            self.families,
            "insert into children (id, family_id, group_id, name)",
            "select 3000000 + i, i, (i + 519) / 25, 'Yusuf ' || i from n
             where i % 10 = 0 and (i + 519) / 25 <= (select max(id) from groups)",
        )
        .await;
        fill(&mut write, self.families,
            "insert into carers (id, family_id, name, language, chat_id, linked_at, language_confirmed_at,
                 consented_at, consent_version)",
            "select 4000000 + i, i, 'Tweede ouder', c.language,
                 case when i % 50 = 0 then 70000000 else 80000000 end + i, 1, 1, 1, '1'
             from n join carers c on c.id = 1000000 + i where i % 5 = 0").await;
        write.commit().await.unwrap();
        // From 26 to 61 months old; of a few nobody knows.
        let month = "(24321 - 26 - family_id * 7 % 36)";
        for sql in [
            "insert into carer_children (carer_id, child_id)
             select c.id, ch.id from carers c join children ch on ch.family_id = c.family_id
             where c.id > 4000000 or ch.id > 3000000",
            &format!(
                "update children set born = ({month} / 12) || '-'
                     || case when {month} % 12 < 9 then '0' else '' end || ({month} % 12 + 1)
                 where id % 23 <> 0"
            ),
            "update children set ve = 1 where id % 3 = 0",
            "insert into child_levels (child_id, level, changed_at)
             select id, case when id % 2 = 0 then 'easier' else 'harder' end, 1 from children where id % 7 = 0",
            "update carers set days = case id % 3 when 0 then '26' when 1 then '5' else '13' end where id % 11 = 0",
            "update carers set reading = 'both' where id % 6 = 0",
            "update carers set chat_id = null, consented_at = null where id % 20 = 3",
            "update carers set paused_at = 1, paused_until = 4000000000000 where id % 41 = 0",
            "update carers set stopped_at = 1 where id % 43 = 0",
            "update carers set unreachable_at = 1 where id % 97 = 0",
            "insert into closed_days (organisation_id, day, name) values (1, '2026-12-04', 'Studiedag')",
            "insert into voices (id, base64, seconds) values ('v', '', 1)",
            "insert into recordings (organisation_id, text_key, language, voice_id, made_by, recorded_at)
             values (1, 'a text that no longer is', 'nl', 'v', 'person', 0)",
        ] {
            does(store, sql).await;
        }
    }

    async fn themes_begin(self, store: &Store) {
        let now = on(0, 9);
        let mut read = store.read().await.unwrap();
        let organisation = roster::the_only_organisation(&mut read).await.unwrap();
        let starter = library::starter().unwrap_or_else(|_| panic!("the starter programme"));
        library::take_in(store, organisation.id, &starter, false, now).await.unwrap();
        let themes: Vec<ThemeId> = library::themes(&mut read, organisation.id)
            .await
            .unwrap()
            .iter()
            .map(|it| it.id)
            .collect();
        let groups: Vec<i64> = sqlx::query_scalar("select id from groups order by id")
            .fetch_all(&mut *read)
            .await
            .unwrap();
        let rules = settings().theme;
        let mut write = store.write().await.unwrap();
        for (groups, theme) in groups.chunks(self.groups).zip(themes.iter().cycle()) {
            let new = NewRun {
                theme: *theme,
                groups: groups.iter().copied().map(GroupId::from_raw).collect(),
                starts_on: MONDAY,
                weeks: 4,
                audience: rhythm::Audience::All,
                missing: rhythm::Untranslated::Hold,
                introduced_on: None,
            };
            let by = ("bench", now);
            rhythm::start(store, &mut write, &organisation, &new, &rules, by).await.unwrap();
        }
        write.commit().await.unwrap();
    }
}

/// As the server does by itself after a while.
async fn analyze(store: &Store) {
    if store.dialect() == Dialect::Postgres {
        does(store, "analyze").await;
    }
}

/// Makes a database and leaves it there, to measure or profile one step by hand.
pub fn run(arguments: &Arguments) {
    let street = Street {
        families: arguments.number("families", 100_000),
        groups: arguments.count("groups", 20),
    };
    street.built(arguments.text("database"));
}

impl Street {
    /// The same, in an empty database of this URL.
    pub fn built(self, url: &str) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open(url).await.unwrap();
            self.settles(&store).await;
            store.close().await;
        });
    }
}
