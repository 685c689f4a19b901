//! Carers by the thousand in eight languages, all joined long ago, and letters for all of them:
//! written straight into the tables.

use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use thuispost::clock::Calendar;
use thuispost::outbox;
use thuispost::store::{Dialect, Store};

use super::arguments::Arguments;

/// The bot's token.
pub const TOKEN: &str = "987654321:a-token-for-the-bench";
/// Languages of carers and texts, in turn.
const LANGUAGES: [&str; 8] = ["nl", "en", "fr", "es", "pl", "tr", "ar", "so"];
/// Carers of one group.
const GROUP: u64 = 25;

/// Numbers `i` from 1 to `$1`.
const NUMBERS: &str = "with recursive n(i) as
    (select cast(1 as bigint) union all select i + 1 from n where i < cast($1 as bigint))";

/// The chat of carer number so much, counted from 1.
pub fn chat(number: u64) -> i64 {
    70_000_000 + i64::try_from(number).unwrap()
}

/// Its id.
pub fn carer(number: u64) -> i64 {
    1_000_000 + i64::try_from(number).unwrap()
}

/// How large a crowd.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    /// How many carers.
    pub carers: u64,
    /// How many letters, with the ids 1, 2, ..
    pub letters: u64,
    /// Whether the letters have their rows already.
    pub fanned_out: bool,
}

impl Crowd {
    /// Fills an empty database.
    pub fn gather(self, url: &str) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = Store::open(url).await.unwrap();
            let mut write = store.write().await.unwrap();
            self.people(&mut write).await;
            for letter in 1..=self.letters {
                letter_to_all(&mut write, i64::try_from(letter).unwrap()).await;
            }
            write.commit().await.unwrap();
            if store.dialect() == Dialect::Postgres {
                // As the server does by itself after a while.
                let mut write = store.write().await.unwrap();
                sqlx::query("analyze").execute(&mut *write).await.unwrap();
                write.commit().await.unwrap();
            }
            if self.fanned_out {
                outbox::release_due(&store, Calendar::system().now()).await.unwrap();
            }
            store.close().await;
        });
    }

    /// Families of one child and one carer each, 25 to a group, 20 groups to a location.
    pub async fn people(self, write: &mut AnyConnection) {
        let groups = self.carers.div_ceil(GROUP);
        fill(
            write,
            1,
            "insert into organisations (id, name, time_zone, language, token_env, created_at)",
            "select i, 'Regenboog', 'Europe/Amsterdam', 'nl', 'TELOXIDE_TOKEN', 0 from n",
        )
        .await;
        fill(
            write,
            groups.div_ceil(20),
            "insert into locations (id, organisation_id, name)",
            "select i, 1, 'De Regenboog ' || i from n",
        )
        .await;
        fill(
            write,
            groups,
            "insert into groups (id, location_id, name)",
            "select i, (i + 19) / 20, 'Groep ' || i from n",
        )
        .await;
        fill(
            write,
            self.carers,
            "insert into families (id, organisation_id, name)",
            "select i, 1, 'G' || i from n",
        )
        .await;
        fill(
            write,
            self.carers,
            "insert into children (id, family_id, group_id, name)",
            "select 2000000 + i, i, (i + 24) / 25, 'Samira ' || i from n",
        )
        .await;
        let language = LANGUAGES.iter().enumerate().fold(String::new(), |cases, (number, tag)| {
            format!("{cases} when {number} then '{tag}'")
        });
        fill(write, self.carers,
            "insert into carers (id, family_id, name, language, chat_id, linked_at, language_confirmed_at,
                 consented_at, consent_version)",
            &format!("select 1000000 + i, i, 'Ouder', case i % 8 {language} end, 70000000 + i, 1, 1, 1, '1' from n")).await;
        fill(
            write,
            self.carers,
            "insert into carer_children (carer_id, child_id)",
            "select 1000000 + i, 2000000 + i from n",
        )
        .await;
    }
}

/// Runs an insert whose rows are numbered from 1.
pub async fn fill(write: &mut AnyConnection, count: u64, insert: &str, select: &str) {
    sqlx::query(AssertSqlSafe(format!("{insert} {NUMBERS} {select}")))
        .bind(i64::try_from(count).unwrap())
        .execute(write)
        .await
        .unwrap();
}

/// A letter to every group, approved and due.
pub async fn letter_to_all(write: &mut AnyConnection, letter: i64) {
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, created_at)
         values ($1, 1, 'letter', 'herfst', $2, 'approved', 'dutch', 0, 0)",
    )
    .bind(letter)
    .bind(format!("herfst {letter}"))
    .execute(&mut *write)
    .await
    .unwrap();
    sqlx::query("insert into mailing_groups (mailing_id, group_id) select cast($1 as bigint), id from groups")
        .bind(letter)
        .execute(&mut *write)
        .await
        .unwrap();
    for language in LANGUAGES {
        sqlx::query(
            "insert into mailing_texts (mailing_id, language, part, kind, title, body, quality)
             values ($1, $2, 0, 'text', $3, $4, 'human')",
        )
        .bind(letter)
        .bind(language)
        .bind(format!("Herfst ({language})"))
        .bind(BODY)
        .execute(&mut *write)
        .await
        .unwrap();
    }
}

/// The same words in each language: the work is the same.
const BODY: &str = "Deze week kijken wij naar de <b>herfst</b>. Zoek samen buiten een blad. Welke kleur heeft het? \
    Is het groot of klein?\n\n• Leg de bladeren op een rij, van klein naar groot.\n• Tel ze samen.\n• Maak met de \
    bladeren een dier.\n\nVertel erover in uw eigen taal: dat is goed voor uw kind.";

/// Makes a database and leaves it there, to measure or profile one part by hand.
pub fn run(arguments: &Arguments) {
    let crowd = Crowd {
        carers: arguments.number("carers", 20_000),
        letters: arguments.number("letters", 1),
        fanned_out: arguments.number("fanned_out", 1) > 0,
    };
    crowd.gather(arguments.text("database"));
}

/// An empty database on a PostgreSQL server; `server` names one to connect to first.
pub fn new_postgres(server: &str) -> String {
    sqlx::any::install_default_drivers();
    let name = format!(
        "bench_{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    );
    administer(server, format!("create database {name}"));
    let (base, query) = server.split_once('?').map_or((server, ""), |(base, query)| (base, query));
    format!("{}/{name}?{query}", base.rsplit_once('/').unwrap().0)
}

/// Takes it away again.
pub fn drop_postgres(server: &str, url: &str) {
    let name = url.split('?').next().unwrap().rsplit('/').next().unwrap();
    administer(server, format!("drop database {name} with (force)"));
}

static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

fn administer(server: &str, sql: String) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let mut connection = AnyConnection::connect(server).await.unwrap();
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
    });
}
