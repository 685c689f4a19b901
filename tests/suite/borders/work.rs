//! The same person works at both organisations, on one phone, with one bot each. Every step of staff at
//! Regenboog is done here, with Regenboog's numbers and with Zonnebloem's.

use thuispost::language::HomeLanguage;
use thuispost::roster::{self, InviteKey, NewStaff, Role};
use thuispost::sandbox::Bubble;

use super::acts::Acts;
use super::gatherings;
use super::phone::{Bot, SharedPhone};

/// Numbers of what one organisation has for its staff.
#[derive(Clone, Copy)]
struct Things {
    theme: i64,
    group: i64,
    run: i64,
    book: i64,
    activity: i64,
    family: i64,
    act: i64,
    question: i64,
}

impl SharedPhone {
    /// Adds somebody who works in Vlinders; what their link carries.
    pub async fn employs(&self, bot: &Bot, name: &str) -> String {
        let key = InviteKey::load_or_make(&bot.settings().key_file).unwrap();
        let organisation = bot.organisation.id;
        let mut read = self.rooms.store.read().await.unwrap();
        let group = roster::find_group(&mut read, organisation, "Vlinders").await.unwrap().id;
        drop(read);
        let (groups, language) = ([group], HomeLanguage::DUTCH);
        let new =
            NewStaff { name, role: Role::Educator, language, groups: &groups, locations: &[] };
        let now = self.rooms.calendar.now();
        let code = roster::add_staff(&self.rooms.store, &key, organisation, &new, now).await;
        code.unwrap().reveal()
    }

    /// A theme that runs, a book, materials and an answer that could be taken back, all with a mark.
    pub async fn has_things_for_staff(&self, bot: &Bot, mark: &str) {
        let (organisation, id) = (bot.organisation.id.raw(), self.rooms.store.new_id());
        let group = format!(
            "(select g.id from groups g join locations l on l.id = g.location_id
              where l.organisation_id = {organisation} and g.name = 'Vlinders')"
        );
        for sql in [
            format!("insert into programmes (id, organisation_id, slug, name, publisher, rights, imported_at)
                     values ({id}, {organisation}, 'thuis', '{mark}', 'Wij', 'MIT', 0)"),
            format!("insert into themes (id, programme_id, slug, position, weeks) values ({id}, {id}, 'wonen', 1, 2)"),
            format!("insert into theme_texts (theme_id, language, title, letter, closing, quality)
                     values ({id}, 'nl', 'Wonen {mark}', 'Brief {mark}', 'Slot {mark}', 'human')"),
            format!("insert into activities (id, theme_id, slug, position, domain, months_from, months_to, minutes, materials)
                     values ({id}, {id}, 'sokken', 1, 'language', 0, 90, 5, 1)"),
            format!("insert into activity_texts (activity_id, language, title, why, steps, easier, harder, cheer, thanks)
                     values ({id}, 'nl', 'Sokken {mark}', 'w', 's', 'e', 'h', 'c', 't')"),
            format!("insert into picture_books (id, programme_id, slug, position, title, months_from, months_to, link)
                     values ({id}, {id}, 'beer', 1, 'Beer {mark}', 0, 90, 'https://example.org')"),
            format!("insert into picture_book_texts (book_id, language, title, about, questions, quality)
                     values ({id}, 'nl', 'Beer {mark}', 'Over {mark}', 'Waar?', 'human')"),
            format!("insert into theme_runs (id, organisation_id, theme_id, starts_on, weeks, audience, missing, created_at, created_by)
                     values ({id}, {organisation}, {id}, '2027-02-01', 2, 'all', 'hold', 1, '{mark}')"),
            format!("insert into theme_run_groups (run_id, group_id) values ({id}, {group})"),
            format!("insert into run_slots (run_id, week, kind, send_at, state) values ({id}, 1, 'letter', 1801500000000, 'planned')"),
            format!("insert into staff_acts (id, staff_id, at, act, undo)
                     select {id}, s.id, 1, 'moved', '{id} 7' from staff_members s where s.organisation_id = {organisation}"),
            format!("update carers set chat_id = {organisation}, linked_at = 1, consented_at = 1 where name = 'Cor'
                     and family_id in (select id from families where organisation_id = {organisation})"),
            format!("insert into questions (id, organisation_id, carer_id, kind, body, asked_at)
                     select {id}, {organisation}, c.id, 'text', 'Vraag {mark}', 1 from carers c
                     join families f on f.id = c.family_id where f.organisation_id = {organisation} and f.name = 'G2'"),
        ] {
            self.does(sql).await;
        }
    }

    async fn things(&self, bot: &Bot) -> Things {
        let id = bot.organisation.id.raw();
        let of = |what: &str| self.number(format!("select {what}"));
        let theme = of(&format!(
            "max(t.id) from themes t join programmes p on p.id = t.programme_id where p.organisation_id = {id}"
        ))
        .await;
        let group = of(&format!(
            "g.id from groups g join locations l on l.id = g.location_id
             where l.organisation_id = {id} and g.name = 'Vlinders'"
        ))
        .await;
        let family =
            of(&format!("id from families where organisation_id = {id} and name = 'G1'")).await;
        Things {
            theme,
            group,
            run: theme,
            book: theme,
            activity: theme,
            family,
            act: theme,
            question: theme,
        }
    }
}

/// Every step of staff.
pub async fn works(acts: &mut Acts, theirs: &str) {
    let ours = acts.both.employs(acts.bot(), "Fatima").await;
    acts.starts(Some(theirs)).await;
    acts.starts(Some(&ours)).await;
    acts.both.has_things_for_staff(acts.bot(), "regenmerk").await;
    for text in ["menu", "help", "Wat is er vandaag?"] {
        acts.types(text).await;
    }
    for press in ["w.p.ask", "w.p.parent", "w.p.work"] {
        acts.presses(press).await;
    }
    acts.types("Toch niet").await;
    acts.presses("w.p.no").await;
    answers(acts).await;
    for press in ["w.d", "w.f"] {
        acts.types("werk").await;
        acts.presses(press).await;
    }
    for press in ["w.t", "w.t.", "w.t", "w.n", "w.n.", "w.m"] {
        acts.types("werk").await;
        if press == "w.m" {
            acts.presses("w.s").await;
            acts.presses("w.s.").await;
            acts.presses("w.s.").await;
            acts.presses("w.s.").await;
        }
        acts.presses(press).await;
    }
    for press in ["w.v", "w.v.", "w.v."] {
        acts.types("werk").await;
        acts.presses(press).await;
    }
    let mine = acts.both.things(acts.bot()).await;
    for act in ["pause", "resume", "later", "move", "to.2026-12-01", "told", "stop", "end"] {
        acts.forged(&format!("w.t.{}.{act}", mine.run)).await;
    }
    for press in ["w.b", "w.b.", "w.u."] {
        acts.types("menu").await;
        acts.presses(press).await;
    }
    acts.forged(&format!("w.n.{}.{}", mine.activity, mine.family)).await;
    presses_what_is_theirs(acts, mine).await;
    gatherings::takes_meetings(acts).await;
    let (store, now) = (&acts.both.rooms.store, acts.both.rooms.calendar.now());
    roster::remove_staff(store, acts.bot().organisation.id, "Fatima", now).await.unwrap();
    acts.types("menu").await;
    acts.presses("w.t").await;
}

/// Replies to a question of Regenboog, and takes the answer back.
async fn answers(acts: &mut Acts) {
    acts.presses("w.q").await;
    let (sandbox, phone) = (acts.bot().sandbox.clone(), acts.bot().phone);
    let messages = sandbox.phone(phone).messages;
    let question = messages.iter().rfind(|it| it.text.contains("Vraag regenmerk")).unwrap();
    sandbox.replies(phone, question.message_id, "Ja hoor").unwrap();
    acts.leaves_them_alone("a reply").await;
    acts.presses("w.u.").await;
    // Zonnebloem's chat has a question under one of these numbers; later ones there are none in it.
    let theirs = &acts.both.zonnebloem;
    let last = theirs.sandbox.phone(theirs.phone).messages.last().unwrap().message_id;
    let is_in_both = |it: &&Bubble| it.message_id <= last && !it.text.contains("Vraag regenmerk");
    for bubble in messages.iter().filter(is_in_both) {
        sandbox.replies(phone, bubble.message_id, "Van wie is dit?").unwrap();
        acts.leaves_them_alone("a reply").await;
    }
}

/// Buttons with numbers of the other organisation, alone and beside Regenboog's own.
async fn presses_what_is_theirs(acts: &mut Acts, ours: Things) {
    let it = acts.both.things(&acts.both.zonnebloem).await;
    let mut all = vec![
        format!("w.s.{}", it.theme),
        format!("w.s.{}.0.2027-03-01.go", it.theme),
        format!("w.s.{}.{}.2027-03-01", ours.theme, it.group),
        format!("w.s.{}.{}.2027-03-01.go", ours.theme, it.group),
        format!("w.s.{}.{}.2027-03-01.inl", ours.theme, it.group),
        format!("w.s.{}.{}.2027-03-01.tr", ours.theme, it.group),
        format!("w.s.{}.{}.2027-03-01.ix", ours.theme, it.group),
        format!("w.b.{}", it.book),
        format!("w.b.{}.{}", it.book, ours.group),
        format!("w.b.{}.{}", ours.book, it.group),
        format!("w.n.{}", it.activity),
        format!("w.n.{}.{}", it.activity, it.family),
        format!("w.n.{}.{}", ours.activity, it.family),
        format!("w.u.{}", it.act),
        format!("w.v.in.{}", it.theme),
        format!("w.v.t{}", it.theme),
        format!("w.v.t{}.nl", it.theme),
        format!("w.v.c{}.nl", it.theme),
        format!("w.v.e{}.nl", it.activity),
        format!("w.v.w{}.nl", it.activity),
        format!("w.v.b{}", it.book),
        format!("w.v.b{}.nl", it.book),
        format!("w.n.{}.p.0", it.activity),
    ];
    let acts_on_a_run =
        ["", ".pause", ".resume", ".move", ".to.2026-12-01", ".told", ".stop", ".end"];
    all.extend(acts_on_a_run.map(|act| format!("w.t.{}{act}", it.run)));
    for data in all {
        acts.forged(&data).await;
    }
    let open = format!(
        "select count(*) from questions where id = {} and answered_at is null",
        it.question
    );
    assert_eq!(acts.both.number(open).await, 1);
}
