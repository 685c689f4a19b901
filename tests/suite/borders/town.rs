//! The two organisations as the commands make them, each with all that a year brings.

use sqlx::AssertSqlSafe;

use super::meetings;
use super::programme::write_programme;
use super::rows::Rows;
use crate::suite::commands::{Desk, Ran};
use crate::suite::school::PNG;

/// The one that acts.
pub const REGENBOOG: &str = "Regenboog";
/// The one that nothing may be seen of.
pub const ZONNEBLOEM: &str = "Zonnebloem";

/// One database, two organisations.
pub struct Town {
    pub desk: Desk,
    pub regenboog: Numbers,
    pub zonnebloem: Numbers,
}

/// Numbers of what one organisation has.
#[derive(Clone, Debug)]
pub struct Numbers {
    pub organisation: i64,
    /// The family that has the same name in both.
    pub family: i64,
    /// Its mother, who takes part in both, on one phone.
    pub carer: i64,
    /// The letter that has the same name in both.
    pub letter: i64,
    /// An open question of hers.
    pub question: i64,
}

impl Town {
    /// Both have families, letters, answers, questions and doubts.
    pub async fn built() -> Self {
        let desk = Desk::empty().await;
        let regenboog = settle(&desk, REGENBOOG, "regenmerk", "020-555 01 23").await;
        let zonnebloem = settle(&desk, ZONNEBLOEM, "zonmerk", "020-555 99 99").await;
        let town = Self { desk, regenboog, zonnebloem };
        let nothing_of = town.zonnebloems().await.empty_tables().join(" ");
        assert_eq!(nothing_of, "", "Zonnebloem has something in every table");
        town
    }

    /// Runs the program for Regenboog.
    pub async fn regenboog_runs(&self, args: &[String]) -> Ran {
        let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
        args.extend(["--organisation", REGENBOOG]);
        self.desk.runs(&args).await
    }

    /// Everything that is Zonnebloem's.
    pub async fn zonnebloems(&self) -> Rows {
        Rows::of(&self.desk.database.store, self.zonnebloem.organisation).await
    }

    /// Everything.
    pub async fn everything(&self) -> Rows {
        Rows::all(&self.desk.database.store).await
    }
}

/// Everything that an organisation says holds its mark.
pub async fn settle(desk: &Desk, name: &str, mark: &str, phone: &str) -> Numbers {
    let whose = ["--organisation", name];
    let token = format!("{}_TOKEN", name.to_uppercase());
    desk.runs(&["organisation", "add", name, "--token-env", &token]).await.well();
    let file = format!("{mark}.csv");
    desk.writes(&file, &roster(mark, phone));
    desk.runs(&[&["import", "roster", &file], &whose[..]].concat()).await.well();
    let organisation = number(desk, &format!("from organisations where name = '{name}'")).await;
    does(desk, &[format!("insert into bots (organisation_id, username, stopped_reason) values ({organisation}, '{mark}_bot', '{mark}')")]).await;
    write_programme(desk, mark);
    let programme = format!("{mark}/programma");
    desk.runs(&[&["import", "programme", &programme], &whose[..]].concat()).await.well();
    desk.runs(&[&["invites"], &whose[..]].concat()).await.well();
    join(desk, organisation).await;
    write_letters(desk, mark);
    let (water, later) = (format!("{mark}/water"), format!("{mark}/brief-{mark}"));
    desk.runs(&[&["letter", "send", &water], &whose[..]].concat()).await.well();
    let at = ["--at", "2099-01-05 10:00"];
    desk.runs(&[&["letter", "send", &later], &at[..], &whose[..]].concat()).await.well();
    let of_carer = format!(
        "from families f join carers c on c.family_id = f.id where f.organisation_id = {organisation} and c.name = 'Fatima'"
    );
    let numbers = Numbers {
        organisation,
        family: number_of(desk, "f.id", &of_carer).await,
        carer: number_of(desk, "c.id", &of_carer).await,
        letter: number(
            desk,
            &format!("from mailings where organisation_id = {organisation} and label = 'water'"),
        )
        .await,
        question: own_number(organisation, 1),
    };
    does(desk, &life(&numbers, mark)).await;
    desk.writes(&format!("{mark}/agenda.ics"), &meetings::calendar(mark));
    does(desk, &meetings::life(&numbers, mark)).await;
    numbers
}

/// The same location, group, family, child and mother; a family and a group with the mark.
fn roster(mark: &str, phone: &str) -> String {
    let row = |group: &str, family: &str, child: &str, carer: &str| {
        format!("De Boom,{phone},{group},{family},{child},{carer},nl\n")
    };
    [
        "locatie,telefoon,groep,gezin,kind,ouder,thuistaal\n".to_owned(),
        row("Vlinders", "G1", "Samira", "Fatima"),
        row("Vlinders", &format!("G2 {mark}"), &format!("Daan {mark}"), &format!("Anna {mark}")),
        row(&format!("Groep {mark}"), "G3", "Bo", "Cor"),
    ]
    .concat()
}

/// The phone has the same chat with every bot.
async fn join(desk: &Desk, organisation: i64) {
    let sql = format!(
        "update carers set chat_id = 7001, linked_at = 1, language_confirmed_at = 1, consented_at = 1,
             consent_version = '1'
         where name = 'Fatima' and family_id in (select id from families where organisation_id = {organisation})"
    );
    does(desk, &[sql]).await;
}

/// `water` has the same name in both, with one picture of the same bytes; the other is not sent yet.
fn write_letters(desk: &Desk, mark: &str) {
    let text = format!("# Water {mark}\n\n![Een teil](picture.png)\n\nDoe dit: {mark}.\n");
    for folder in [format!("{mark}/water"), format!("{mark}/brief-{mark}"), format!("{mark}/nieuw")]
    {
        desk.writes(&format!("{folder}/nl.md"), &text);
        desk.writes(&format!("{folder}/letter.toml"), "groups = [\"Vlinders\"]\n");
        std::fs::write(desk.database.folder.path().join(folder).join("picture.png"), PNG).unwrap();
    }
    std::fs::write(desk.database.folder.path().join(mark).join("voice.ogg"), VOICE).unwrap();
}

/// A voice note that Telegram takes.
const VOICE: &[u8] = include_bytes!("../../../src/sandbox/page/voice.ogg");

/// A number of one's own, in a table where the program chooses them by the clock.
fn own_number(organisation: i64, nth: i64) -> i64 {
    organisation + nth
}

/// What a year brings: the letter came, she answered, asked and was answered, and some of it is in
/// doubt.
#[expect(clippy::too_many_lines, reason = "a row for each table")]
fn life(it: &Numbers, mark: &str) -> Vec<String> {
    let Numbers { organisation, family, carer, letter, question } = it;
    let second = own_number(*organisation, 2);
    [
        format!("update deliveries set state = 'delivered', attempts = 1, message_id = 4, settled_at = 1
                 where mailing_id = {letter} and carer_id = {carer}"),
        format!("insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before, payload)
                 values ({second}, {carer}, 0, {organisation}, 7001, 'nl', 0, 'waiting', 1, '{mark}')"),
        // From the time before she joined.
        format!("insert into deliveries (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before)
                 values ({question}, 0, 0, {organisation}, 7001, 'nl', 3, 'delivered', 1)"),
        format!("insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, released_at, about_id, created_at)
                 values ({second}, {organisation}, 'check_in', 'water', 'water ?', 'released', 'refuse', 1, 1, {letter}, 1)"),
        format!("insert into understandings values ({letter}, {carer}, 'understood', 1)"),
        format!("insert into check_ins (mailing_id, carer_id, asked_at, closes_at, answer, answered_at) values ({letter}, {carer}, 1, 9999999999999, 'worked', 1)"),
        format!("insert into questions (id, organisation_id, carer_id, mailing_id, kind, body, message_id, asked_at) values ({question}, {organisation}, {carer}, {letter}, 'text', '{mark} vraag', 5, 1)"),
        format!("insert into questions (id, organisation_id, carer_id, kind, body, message_id, asked_at, answer, answered_at) values ({second}, {organisation}, {carer}, 'text', '{mark} oud', 6, 1, '{mark} antwoord', 2)"),
        format!("insert into doubts values (1, {letter}, {carer}, 0, {organisation}, '{mark} timeout', 1)"),
        format!("insert into handed_over select {letter}, id, 1 from families where organisation_id = {organisation} and name = 'G2 {mark}'"),
        format!("update carers set unreachable_at = 1, unreachable_reason = '{mark}' where name = 'Anna {mark}'"),
        format!("insert into chats (organisation_id, chat_id, step) values ({organisation}, 7001, '{mark}')"),
        format!("insert into updates values ({organisation}, 810000001, 1, 1, '{{\"chat\":7001,\"text\":\"{mark}\"}}', 'failed', '{mark}')"),
        format!("insert into uploads select {organisation}, min(id), 'file-{mark}' from pictures"),
        format!("insert into picture_book_releases (book_id, group_id, released_at, released_by)
                 select b.id, g.id, 1, '{mark}' from picture_books b join programmes p on p.id = b.programme_id
                 join locations l on l.organisation_id = p.organisation_id join groups g on g.location_id = l.id
                 where p.organisation_id = {organisation}"),
        format!("insert into staff_members (id, organisation_id, name, role, chat_id, linked_at)
                 values ({second}, {organisation}, 'Juf {mark}', 'coach', 7002, 1)"),
        format!("insert into staff_groups (staff_id, group_id) select {second}, g.id from groups g
                 join locations l on l.id = g.location_id where l.organisation_id = {organisation} and g.name = 'Vlinders'"),
        format!("insert into staff_locations (staff_id, location_id)
                 select {second}, id from locations where organisation_id = {organisation}"),
        format!("insert into staff_codes (id, staff_id, code_hash, created_at, expires_at)
                 values ({second}, {second}, 'hash {mark}', 1, 2)"),
        format!("insert into staff_acts (id, staff_id, at, act, undo) values ({second}, {second}, 1, 'answer', '{mark}')"),
        format!("insert into staff_question_messages (delivery_id, staff_id, question_id) values ({second}, {second}, {second})"),
        format!("insert into theme_runs (id, organisation_id, theme_id, starts_on, weeks, audience, missing, created_at, created_by)
                 select {second}, {organisation}, max(t.id), '2098-02-03', 2, 'all', 'hold', 1, '{mark}' from themes t
                 join programmes p on p.id = t.programme_id where p.organisation_id = {organisation}"),
        format!("insert into theme_run_groups (run_id, group_id) select {second}, g.id from groups g
                 join locations l on l.id = g.location_id where l.organisation_id = {organisation} and g.name = 'Vlinders'"),
        format!("insert into run_slots (run_id, week, kind, send_at, state) values ({second}, 1, 'letter', 4041900000000, 'planned')"),
        format!("insert into steps (run_id, week, child_id, level, reason, decided_at)
                 select {second}, 1, ch.id, 'as_is', '{mark}', 1 from children ch where ch.family_id = {family}"),
        format!("insert into child_levels select ch.id, 'easier', 1 from children ch where ch.family_id = {family}"),
        format!("insert into week_messages (carer_id, week, kind, mailing_id, send_at) values ({carer}, '2026-01-05', 'letter', {letter}, 1)"),
        format!("insert into bundles values ({letter}, {carer}, {second})"),
        format!("insert into closed_days values ({organisation}, '2098-12-25', '{mark}')"),
        format!("insert into materials_given select max(a.id), {family}, 1 from activities a join themes t on t.id = a.theme_id
                 join programmes p on p.id = t.programme_id where p.organisation_id = {organisation}"),
        format!("insert into follow_ups (id, organisation_id, family_id, carer_id, reason, opened_at)
                 values ({second}, {organisation}, {family}, {carer}, 'help', 1)"),
        format!("insert into follow_up_looks values ({organisation}, '2026-01-01')"),
        format!("insert into seen_by_staff (family_id, seen_on, noted_at, noted_by) values ({family}, '2026-01-01', 1, '{mark}')"),
        format!("insert into voices values ('{mark}-voice', 'T2dn', 1)"),
        format!("insert into recordings values ({organisation}, '{mark}', 'nl', '{mark}-voice', 'person', 1, '{mark}')"),
        format!("insert into machine_voices values ({organisation}, 'nl', 1, '{mark}')"),
        format!("insert into voice_uploads values ({organisation}, '{mark}-voice', 'file-{mark}')"),
        format!("insert into voice_failures values ({organisation}, '{mark}', 'nl', '{mark}', 1)"),
        format!("insert into erasures values ({second}, {organisation}, {family}, 1)"),
        format!("insert into audit_log values ({second}, {organisation}, 1, '{mark}', 'erase family', '{mark}')"),
    ]
    .into()
}

async fn does(desk: &Desk, all: &[String]) {
    let mut write = desk.database.store.write().await.unwrap();
    for sql in all {
        sqlx::query(AssertSqlSafe(sql.clone())).execute(&mut *write).await.unwrap();
    }
    write.commit().await.unwrap();
}

async fn number(desk: &Desk, of: &str) -> i64 {
    number_of(desk, "id", of).await
}

async fn number_of(desk: &Desk, what: &str, of: &str) -> i64 {
    let query = sqlx::query_scalar(AssertSqlSafe(format!("select {what} {of}")));
    query.fetch_one(&mut *desk.database.store.read().await.unwrap()).await.unwrap()
}
