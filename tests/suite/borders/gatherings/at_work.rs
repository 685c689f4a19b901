//! The same of staff: she works in Vlinders at both organisations, and does every step of meetings at Regenboog.

use super::super::acts::Acts;
use super::super::rows::Rows;
use super::{Gatherings, THAT_MORNING};

/// Every step of staff about meetings, with Regenboog's numbers and with Zonnebloem's.
pub async fn takes_meetings(acts: &mut Acts) {
    acts.both.turns_to(THAT_MORNING).await;
    acts.types("menu").await;
    acts.presses("w.g").await;
    acts.forged("w.g.p.0").await;
    hears_of_the_morning(acts).await;
    plans(acts).await;
    changes(acts).await;
    takes_attendance(acts).await;
    holds_talks(acts).await;
    opens_moments(acts).await;
    presses_what_is_theirs(acts).await;
    calls_the_round_off(acts).await;
}

/// One by one, each the newest button that begins so.
async fn presses_all(acts: &mut Acts, all: &[String]) {
    for data in all {
        acts.presses(data).await;
    }
}

/// On, a message, and off.
async fn hears_of_the_morning(acts: &mut Acts) {
    acts.presses("w.g.z").await;
    acts.both.follows_meetings().await;
    acts.leaves_them_alone("what takes place today").await;
    assert!(acts.bot().last().contains("11:30"), "{}", acts.bot().shown());
    acts.presses("w.g.z").await;
}

/// A new meeting of the first kind, taken back.
async fn plans(acts: &mut Acts) {
    acts.presses("w.g.n").await;
    acts.presses("w.g.n.").await;
    acts.presses("w.g.n.").await;
    acts.types("16:45").await;
    acts.presses("w.g.n.").await;
    acts.presses("w.u.").await;
}

/// Another moment for the coffee morning, and none; both taken back.
async fn changes(acts: &mut Acts) {
    let Gatherings { coffee_at, .. } = acts.both.gatherings(acts.bot()).await;
    acts.forged("w.g").await;
    acts.presses(&format!("w.g.i.{coffee_at}")).await;
    let step = format!("w.g.v.{coffee_at}");
    presses_all(acts, &[step.clone(), format!("{step}.")]).await;
    acts.types("16:00").await;
    presses_all(acts, &[format!("{step}."), "w.u.".to_owned()]).await;
    acts.both.passes(1).await;
    acts.presses(&format!("w.g.x.{coffee_at}")).await;
    acts.types("De juf is ziek").await;
    presses_all(acts, &[format!("w.g.x.{coffee_at}.go"), "w.u.".to_owned()]).await;
}

/// Who is at the theme morning, who walks in, the end of the list, and the week of the play-in.
async fn takes_attendance(acts: &mut Acts) {
    let Gatherings { today_at, family, .. } = acts.both.gatherings(acts.bot()).await;
    let step = format!("w.g.a.{today_at}");
    acts.presses(&step).await;
    for more in [format!(".{family}.y"), format!(".{family}.n"), ".o".to_owned(), ".c".to_owned()] {
        acts.forged(&format!("{step}{more}")).await;
    }
    acts.presses("w.u.").await;
    acts.forged("w.g.w").await;
    acts.presses("w.g.a.").await;
}

/// A moment for Bo, taken back; hers is moved, which she hears a minute later, and called off, and noted.
async fn holds_talks(acts: &mut Acts) {
    let Gatherings { round, talk, .. } = acts.both.gatherings(acts.bot()).await;
    acts.forged("w.g.t").await;
    let step = format!("w.g.r.{round}");
    let of_bo = [step.clone(), format!("{step}.n"), format!("{step}.c."), "w.g.k.".to_owned()];
    presses_all(acts, &of_bo).await;
    acts.presses("w.u.").await;
    let step = format!("w.g.k.{talk}");
    acts.forged(&step).await;
    presses_all(acts, &[format!("{step}.v"), format!("{step}.v.")]).await;
    let heard = acts.bot().count();
    acts.both.passes(61).await;
    acts.leaves_them_alone("her talk was moved").await;
    assert_eq!(
        acts.bot().count(),
        heard + 1,
        "of all else she hears nothing: {}",
        acts.bot().shown()
    );
    acts.presses("k.f.").await;
    acts.forged(&step).await;
    presses_all(acts, &[format!("{step}.x"), format!("{step}.x.go"), "w.u.".to_owned()]).await;
    let now = acts.both.rooms.calendar.now().millis();
    acts.both
        .does(format!(
            "update slots set day = '2026-11-26', starts_at = {now} - 600000, ends_at = {now} where talk_id = {talk}"
        ))
        .await;
    acts.forged(&step).await;
    for act in ["h", "w", "w.m", "s"] {
        acts.presses(&format!("{step}.{act}")).await;
    }
    acts.types("Elke avond een boekje").await;
    acts.forged(&format!("{step}.i.y")).await;
    presses_all(acts, &["w.u.".to_owned()]).await;
    acts.forged(&format!("{step}.m")).await;
    let noted = format!("select count(*) from talks where id = {talk} and outcome = 'not_held'");
    assert_eq!(acts.both.number(noted).await, 1, "{}", acts.bot().shown());
}

/// More moments of the round, taken back.
async fn opens_moments(acts: &mut Acts) {
    let Gatherings { group, .. } = acts.both.gatherings(acts.bot()).await;
    acts.forged("w.g.o").await;
    let kind = acts.bot().button("w.g.o.").1;
    presses_all(acts, &["w.g.o.".to_owned(), "w.g.o.".to_owned()]).await;
    acts.forged(&format!("{kind}.g{group}.261202001.t")).await;
    acts.types("9:00-10:00").await;
    presses_all(acts, &["w.g.o.".to_owned(), "w.u.".to_owned()]).await;
}

/// Buttons with numbers of the other organisation, alone and beside Regenboog's own. With the
/// words that some of them wait for.
async fn presses_what_is_theirs(acts: &mut Acts) {
    let ours = acts.both.gatherings(acts.bot()).await;
    let theirs = acts.both.gatherings(&acts.both.zonnebloem).await;
    acts.forged("w.g.n").await;
    let meeting = acts.bot().button("w.g.n.").1;
    acts.forged("w.g.o").await;
    let round = acts.bot().button("w.g.o.").1;
    let undo = their_acts(acts).await.into_iter().map(|id| format!("w.u.{id}"));
    let before = acts.both.rows_of(acts.bot()).await;
    for all in [
        of_their_times(&ours, &theirs),
        of_their_talks(&ours, &theirs),
        of_their_groups(&[&meeting, &round], &theirs),
        undo.collect(),
    ] {
        for data in &all {
            acts.forged(data).await;
            if let Some(words) = awaited_after(data) {
                acts.types(words).await;
            }
        }
        stands(acts, &before, &all).await;
    }
}

/// What is typed after such a press, if it is of somebody's own.
fn awaited_after(data: &str) -> Option<&'static str> {
    match data {
        _ if data.starts_with("w.g.x.") => Some("De juf is ziek"),
        _ if data.ends_with(".261207") => Some("16:00"),
        _ if data.ends_with(".t") => Some("16:00-17:00"),
        _ if data.ends_with(".w") => Some("Oma"),
        _ if data.ends_with(".s") => Some("Elke avond een boekje"),
        _ => None,
    }
}

fn of_their_times(ours: &Gatherings, it: &Gatherings) -> Vec<String> {
    let mut all = Vec::new();
    for session in [it.coffee_at, it.today_at] {
        all.push(format!("w.g.i.{session}"));
        for more in ["", ".go"] {
            all.push(format!("w.g.x.{session}{more}"));
        }
        for more in ["", ".261207", ".261207.0900", ".261207.0900.go"] {
            all.push(format!("w.g.v.{session}{more}"));
        }
        all.push(format!("w.g.a.{session}"));
        for more in ["c", "p.0", "o"] {
            all.push(format!("w.g.a.{session}.{more}"));
        }
        for family in [it.family, ours.family] {
            all.extend(["y", "n", "i"].map(|act| format!("w.g.a.{session}.{family}.{act}")));
            all.push(format!("w.g.a.{session}.o.f{family}"));
        }
    }
    let session = ours.today_at;
    all.extend(["y", "n", "i"].map(|act| format!("w.g.a.{session}.{}.{act}", it.family)));
    all.push(format!("w.g.a.{session}.o.f{}", it.family));
    all.push(format!("w.g.a.{session}.o.{}", it.group));
    all
}

fn of_their_talks(ours: &Gatherings, it: &Gatherings) -> Vec<String> {
    let mut all = Vec::new();
    for more in ["", ".p.0", ".n", ".x", ".x.go"] {
        all.push(format!("w.g.r.{}{more}", it.round));
    }
    for (round, child) in [(it, it), (it, ours), (ours, it)] {
        for place in ["", ".0"] {
            all.push(format!("w.g.r.{}.c.{}{place}", round.round, child.child));
        }
    }
    for more in ["", ".v", ".x", ".x.go", ".h", ".m", ".i.y", ".w", ".w.m", ".s"] {
        all.push(format!("w.g.k.{}{more}", it.talk));
    }
    for (talk, slot) in [(it, it), (it, ours), (ours, it)] {
        all.push(format!("w.g.k.{}.v.{}", talk.talk, slot.slot));
    }
    all
}

fn of_their_groups([meeting, round]: &[&str; 2], it: &Gatherings) -> Vec<String> {
    let mut all = vec![format!("w.g.w.g{}", it.group)];
    let own = code("eigen-zonmerk");
    for groups in [format!("g{}", it.group), format!("l{}", it.location)] {
        for more in ["", ".261207", ".261207.0900", ".261207.0900.go"] {
            all.push(format!("{meeting}.{groups}{more}"));
            all.push(format!("w.g.n.{own}.{groups}{more}"));
        }
        for more in ["", ".261207001", ".261207001.t", ".261207001.09001000.10.s.go"] {
            all.push(format!("{round}.{groups}{more}"));
        }
    }
    all
}

/// A kind as a button carries it.
fn code(slug: &str) -> String {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", slug.bytes().fold(0x811c_9dc5, fold))
}

/// What staff of Zonnebloem did and may take back; and the same as somebody here might have done it.
async fn their_acts(acts: &Acts) -> Vec<i64> {
    let theirs = acts.both.gatherings(&acts.both.zonnebloem).await;
    let mut ids = Vec::new();
    for (act, undo) in theirs.undoable() {
        let id = format!("select min(id) from staff_acts where act = '{act}' and undo = '{undo}'");
        ids.push(acts.both.number(id).await);
        let (new, organisation) = (acts.both.rooms.store.new_id(), acts.bot().organisation.id);
        acts.both
            .does(format!(
                "insert into staff_acts (id, staff_id, at, act, undo)
                 select {new}, s.id, 1, '{act}', '{undo}' from staff_members s
                 where s.organisation_id = {organisation} and s.name = 'Fatima'"
            ))
            .await;
        ids.push(new);
    }
    ids
}

/// Nothing of Regenboog is otherwise either, but for what was said.
async fn stands(acts: &Acts, before: &Rows, what: &[String]) {
    let mut changes = before.changes(&acts.both.rows_of(acts.bot()).await);
    let said = ["updates:", "deliveries:", "chats:", "questions:"];
    changes.retain(|line| !line.split(' ').nth(1).is_some_and(|table| said.contains(&table)));
    assert_eq!(changes, Vec::<String>::new(), "{what:?}");
}

/// The end of it all.
async fn calls_the_round_off(acts: &mut Acts) {
    let step = format!("w.g.r.{}", acts.both.gatherings(acts.bot()).await.round);
    acts.forged(&step).await;
    presses_all(acts, &[format!("{step}.x"), format!("{step}.x.go")]).await;
    acts.both.passes(61).await;
    acts.leaves_them_alone("a round that is called off").await;
}
