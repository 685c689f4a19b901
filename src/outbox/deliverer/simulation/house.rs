//! One database for many simulated days: each day has an organisation of its own in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use sqlx::{AssertSqlSafe, FromRow, Row};
use tempfile::TempDir;

use super::postman::{Key, MOVED, Piece};
use super::story::{Letter, Story};
use crate::clock::Moment;
use crate::language::Phrasebook;
use crate::outbox::State;
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::store::{Store, Write};

/// So many ids are an organisation's own; chats, letters and carers count within it.
const SPAN: i64 = 10_000;

/// The database of all days.
pub struct House {
    pub store: Store,
    pub phrases: Arc<Phrasebook>,
    next: AtomicI64,
    _folder: TempDir,
}

/// A row as it stands.
#[derive(Clone, Debug, FromRow)]
pub struct Standing {
    pub mailing_id: i64,
    pub carer_id: i64,
    pub part: i64,
    pub chat_id: i64,
    pub state: String,
    pub reason: Option<String>,
    pub doubts: i64,
    pub listed: i64,
}

impl Standing {
    pub fn state(&self) -> State {
        State::from_word(&self.state).unwrap()
    }
}

/// The organisation of one day.
pub struct Tenant<'a> {
    pub house: &'a House,
    pub organisation: OrganisationId,
    /// The mailings of answers, by number.
    pub answers: BTreeMap<i64, usize>,
}

impl House {
    pub async fn build() -> Self {
        // In memory where there is such a place: thousands of days are to pass in seconds.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let store = Store::open(&format!("sqlite://{}/t.db", folder.path().display())).await;
        let phrases = Arc::new(Phrasebook::load().unwrap());
        Self { store: store.unwrap(), phrases, next: AtomicI64::new(1), _folder: folder }
    }

    pub async fn moves_in(&self, story: &Story) -> Tenant<'_> {
        let id = self.next.fetch_add(1, Ordering::SeqCst);
        let tenant = Tenant {
            house: self,
            organisation: OrganisationId::from_raw(id),
            answers: BTreeMap::new(),
        };
        let first = tenant.first();
        let mut write = self.store.write().await.unwrap();
        for sql in [
            format!(
                "insert into organisations (id, name, time_zone, language, token_env, created_at)
                 values ({id}, 'O{id}', 'Europe/Amsterdam', 'nl', 'T', 0)"
            ),
            format!(
                "insert into locations (id, organisation_id, name) values ({first}, {id}, 'L')"
            ),
            format!("insert into groups (id, location_id, name) values ({first}, {first}, 'G')"),
            format!("insert into families (id, organisation_id, name) values ({first}, {id}, 'F')"),
            format!(
                "insert into children (id, family_id, group_id, name) values ({first}, {first}, {first}, 'Kind')"
            ),
            format!(
                "insert into pictures (id, media_type, base64) values ('p{id}', 'image/png', 'AAAA')"
            ),
        ] {
            run(&mut write, sql).await;
        }
        for carer in 0..story.carers {
            let id = tenant.carer(carer).raw();
            let chat = tenant.chat(story.chat_of(carer)).raw();
            let carer = format!(
                "insert into carers (id, family_id, name, language, chat_id, linked_at, consented_at)
                 values ({id}, {first}, 'C{carer}', 'nl', {chat}, 0, 0)"
            );
            run(&mut write, carer).await;
            let child =
                format!("insert into carer_children (carer_id, child_id) values ({id}, {first})");
            run(&mut write, child).await;
        }
        write.commit().await.unwrap();
        tenant
    }
}

impl Tenant<'_> {
    /// The id of the first letter, and the number of the first chat.
    pub fn first(&self) -> i64 {
        self.organisation.raw() * SPAN
    }

    fn id(&self, number: usize) -> i64 {
        self.first() + i64::try_from(number).unwrap()
    }

    pub fn carer(&self, number: usize) -> CarerId {
        CarerId::from_raw(self.id(number))
    }

    pub fn chat(&self, number: usize) -> ChatId {
        ChatId::from_raw(self.id(number))
    }

    pub fn letter(&self, number: usize) -> i64 {
        self.id(number)
    }

    /// The number of a chat, moved or not.
    pub fn chat_number(&self, chat: i64) -> usize {
        usize::try_from((chat - self.first()).rem_euclid(MOVED)).unwrap()
    }

    /// Where the chat is now.
    pub async fn chat_now(&self, write: &mut Write, number: usize) -> ChatId {
        let sql = format!("select chat_id from carers where id = {}", self.id(number));
        let chat = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut **write).await.unwrap();
        ChatId::from_raw(chat)
    }

    /// What the staff do when they approve; the release is the caller's.
    pub async fn approves(&self, write: &mut Write, number: usize, letter: &Letter, now: Moment) {
        let (id, organisation, first) = (self.letter(number), self.organisation, self.first());
        let due = now.after(letter.due_in.unwrap_or_default()).millis();
        let asks = letter.asks_after.map_or("null".to_owned(), |it| it.as_millis().to_string());
        run(
            write,
            format!(
                "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at,
                     check_in_after, created_at)
                 values ({id}, {organisation}, 'letter', 's', 'B{number}', 'approved', 'refuse', {due}, {asks}, 0)"
            ),
        )
        .await;
        run(
            write,
            format!("insert into mailing_groups (mailing_id, group_id) values ({id}, {first})"),
        )
        .await;
        for part in 0..letter.parts {
            let has_picture = letter.has_picture && part == 0;
            let kind = if has_picture { "picture" } else { "text" };
            let picture =
                if has_picture { format!("'p{organisation}'") } else { "null".to_owned() };
            run(
                write,
                format!(
                    "insert into mailing_texts (mailing_id, language, part, kind, title, body, picture_id, quality)
                     values ({id}, 'nl', {part}, '{kind}', 'T', 'brief-{number}-{part}.', {picture}, 'human')"
                ),
            )
            .await;
        }
    }

    /// Finds the answer that was queued in this transaction.
    pub async fn remembers_answer(&mut self, write: &mut Write, number: usize) {
        let sql = format!(
            "select mailing_id from deliveries
             where organisation_id = {} and state = 'waiting' and payload like '%antwoord-{number}.%'",
            self.organisation
        );
        let id = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut **write).await.unwrap();
        self.answers.insert(id, number);
    }

    /// Every row of this organisation, in the order of the story.
    pub async fn rows(&self) -> Vec<(Key, Standing)> {
        let mut read = self.house.store.read().await.unwrap();
        let sql = format!(
            "select d.mailing_id, d.carer_id, d.part, d.chat_id, d.state, d.reason, d.doubts,
                 (select count(*) from doubts x where x.mailing_id = d.mailing_id
                  and x.carer_id = d.carer_id and x.part = d.part) as listed
             from deliveries d where d.organisation_id = {}",
            self.organisation
        );
        let found: Vec<Standing> =
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(&mut *read).await.unwrap();
        let sql = format!(
            "select id, about_id from mailings where organisation_id = {} and about_id is not null",
            self.organisation
        );
        let about = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *read).await.unwrap();
        let about: BTreeMap<i64, i64> =
            about.iter().map(|row| (row.get("id"), row.get("about_id"))).collect();
        let mut rows: Vec<(Key, Standing)> =
            found.into_iter().map(|row| (self.key(&row, &about), row)).collect();
        rows.sort_by_key(|(key, row)| (*key, row.carer_id));
        rows
    }

    fn key(&self, row: &Standing, about: &BTreeMap<i64, i64>) -> Key {
        let letter = |id: i64| usize::try_from(id - self.first()).unwrap();
        let piece = match (self.answers.get(&row.mailing_id), about.get(&row.mailing_id)) {
            (Some(number), _) => Piece::Answer { number: *number },
            (None, Some(about)) => Piece::CheckIn { letter: letter(*about) },
            (None, None) => Piece::Letter { letter: letter(row.mailing_id), part: row.part },
        };
        (piece, self.chat_number(row.chat_id))
    }

    /// Letters that everybody has a row for.
    pub async fn released(&self) -> Vec<usize> {
        let sql = format!(
            "select id from mailings
             where organisation_id = {} and about_id is null and state = 'released' order by id",
            self.organisation
        );
        let mut read = self.house.store.read().await.unwrap();
        let found: Vec<i64> =
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut *read).await.unwrap();
        found.into_iter().map(|id| usize::try_from(id - self.first()).unwrap()).collect()
    }

    /// Rows that may still leave, or wait for the end of a pause.
    pub async fn open_rows(&self) -> i64 {
        let sql = format!(
            "select count(*) from deliveries
             where organisation_id = {} and state in ('waiting', 'sending', 'held')",
            self.organisation
        );
        let mut read = self.house.store.read().await.unwrap();
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *read).await.unwrap()
    }

    /// Whether a letter still has to be released.
    pub async fn is_anything_due(&self) -> bool {
        let sql = format!(
            "select count(*) from mailings where organisation_id = {} and state in ('approved', 'fanning_out')",
            self.organisation
        );
        let mut read = self.house.store.read().await.unwrap();
        let count: i64 =
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *read).await.unwrap();
        count > 0
    }

    /// The day is over: nothing of it is in the way of the next one.
    pub async fn moves_out(self) {
        let mut write = self.house.store.write().await.unwrap();
        for sql in [
            format!(
                "update mailings set state = 'cancelled', check_in_after = null where organisation_id = {}",
                self.organisation
            ),
            format!(
                "update deliveries set state = 'withdrawn' where organisation_id = {} and state <> 'withdrawn'",
                self.organisation
            ),
        ] {
            run(&mut write, sql).await;
        }
        write.commit().await.unwrap();
    }
}

async fn run(write: &mut Write, sql: String) {
    sqlx::query(AssertSqlSafe(sql)).execute(&mut **write).await.unwrap();
}
