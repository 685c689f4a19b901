//! The buttons of parents: an invitation, a place that is full, a talk, the code on the table.

use super::super::acts::Acts;
use super::super::chat::phrase;
use super::Gatherings;

/// Every press on a message about a meeting, but for the number of people.
const MEETING: [&str; 15] =
    ["y", "n", "m", "i", "io", "if", "in", "o", "g", "c", "l", "sy", "sn", "x", "p2"];
/// Every press on a message about a talk that carries no other number.
const TALK: [&str; 5] = ["v", "c", "n", "i", "f"];

/// Everything she can do about meetings of Regenboog, with its own numbers and with Zonnebloem's.
pub async fn answers_invitations(acts: &mut Acts, code: &str) {
    acts.both.invites(&acts.both.regenboog, "regenmerk").await;
    acts.leaves_them_alone("an invitation").await;
    answers(acts).await;
    waits_for_a_place(acts).await;
    talks(acts).await;
    presses_about_their_meetings(acts).await;
    presses_about_their_talks(acts).await;
    super::scans_codes(acts, code).await;
    super::asks_for_calendar(acts).await;
}

/// All answers to an invitation.
async fn answers(acts: &mut Acts) {
    for press in ["i.g.", "i.i.", "i.io.", "i.if.", "i.in.", "i.m."] {
        acts.presses(press).await;
    }
    let coffee = acts.both.gatherings(acts.bot()).await.coffee;
    acts.presses(&format!("i.y.{coffee}.")).await;
    for press in ["i.p2.", "i.c.", "i.n.", "i.o."] {
        acts.presses(press).await;
    }
    acts.types("Liever op maandag").await;
}

/// The other coffee morning has one place, which Bo's family has, until it does not.
async fn waits_for_a_place(acts: &mut Acts) {
    let Gatherings { full, family, .. } = acts.both.gatherings(acts.bot()).await;
    let organisation = acts.bot().organisation.id.raw();
    let other = format!(
        "select id from families where organisation_id = {organisation} and id <> {family}"
    );
    let other = acts.both.number(other).await;
    for answer in ["i.l.", "i.sn.", "i.sy."] {
        acts.both.does(format!("insert into seats (meeting_id, family_id, state, since) values ({full}, {other}, 'taken', 1)")).await;
        acts.presses("i.o.").await;
        acts.presses(&format!("i.y.{full}.")).await;
        if answer != "i.l." {
            acts.both
                .does(format!(
                    "delete from seats where meeting_id = {full} and family_id = {other}"
                ))
                .await;
            acts.both.follows_meetings().await;
            acts.leaves_them_alone("a place that came free").await;
        }
        acts.presses(answer).await;
        acts.both
            .does(format!("delete from seats where meeting_id = {full} and family_id = {other}"))
            .await;
    }
}

/// A talk is chosen, moved, cancelled, waited for, offered, and chosen again.
async fn talks(acts: &mut Acts) {
    for press in ["i.x.", "k.l.", "k.lm.", "k.la.", "k.n."] {
        acts.presses(press).await;
    }
    acts.types("Op woensdag").await;
    for press in ["i.x.", "k.t.", "k.i.", "k.v.", "k.t.", "k.c.", "k.v.", "k.n."] {
        acts.presses(press).await;
    }
    let slot = acts.both.gatherings(acts.bot()).await.slot;
    acts.both.does(format!("update slots set freed_at = 1 where id = {slot}")).await;
    acts.both.follows_meetings().await;
    acts.leaves_them_alone("a moment that came free").await;
    for press in ["k.z.", "k.v.", "k.t."] {
        acts.presses(press).await;
    }
    let talk = acts.both.gatherings(acts.bot()).await.talk;
    let booked = format!("select count(*) from talks where id = {talk} and booked_at is not null");
    assert_eq!(acts.both.number(booked).await, 1, "{}", acts.bot().shown());
}

/// Meeting and carer theirs, or one of the two.
async fn presses_about_their_meetings(acts: &mut Acts) {
    let [ours, it] = both(acts).await;
    let old = phrase(acts, "ar", "button-too-old");
    let before = (acts.both.rows_of(acts.bot()).await, acts.bot().count());
    let meetings = |of: &Gatherings| [of.coffee, of.full, of.round];
    for press in MEETING {
        for meeting in meetings(&it) {
            for carer in [it.carer, ours.carer] {
                let data = format!("i.{press}.{meeting}.{carer}");
                assert_eq!(acts.forges(&data).await, old, "{data}");
            }
        }
        for meeting in meetings(&ours) {
            let data = format!("i.{press}.{meeting}.{}", it.carer);
            assert_eq!(acts.forges(&data).await, old, "{data}");
        }
    }
    acts.types("Op donderdag").await;
    nothing_but_words_changed(acts, before.0).await;
    assert_eq!(acts.bot().count(), before.1 + 1, "an answer to her words: {}", acts.bot().shown());
}

/// Talk and moment theirs, or one of the two.
async fn presses_about_their_talks(acts: &mut Acts) {
    let [ours, it] = both(acts).await;
    let old = phrase(acts, "ar", "button-too-old");
    let before = acts.both.rows_of(acts.bot()).await;
    let mut all = Vec::new();
    all.extend(TALK.map(|press| format!("k.{press}.{}", it.talk)));
    all.extend(["l", "lm", "la"].map(|press| format!("k.{press}.{}.0", it.talk)));
    for slot in [it.slot, ours.slot] {
        all.extend(["t", "z"].map(|press| format!("k.{press}.{}.{slot}", it.talk)));
    }
    all.push(format!("k.z.{}.{}", ours.talk, it.slot));
    for data in all {
        assert_eq!(acts.forges(&data).await, old, "{data}");
        // Were it awaited now, this would be a wish of theirs.
        if data.starts_with("k.n.") {
            acts.types("Op vrijdag").await;
        }
    }
    let taken = format!("k.t.{}.{}", ours.talk, it.slot);
    assert_eq!(acts.forges(&taken).await, phrase(acts, "ar", "talk-taken"));
    nothing_but_words_changed(acts, before).await;
}

async fn both(acts: &Acts) -> [Gatherings; 2] {
    [
        acts.both.gatherings(&acts.both.regenboog).await,
        acts.both.gatherings(&acts.both.zonnebloem).await,
    ]
}

/// What she typed is a question; nothing else is otherwise than it was.
async fn nothing_but_words_changed(acts: &Acts, before: super::super::rows::Rows) {
    let mut changes = before.changes(&acts.both.rows_of(acts.bot()).await);
    let is_words = |line: &String| {
        ["+ updates:", "+ questions:", "+ deliveries:"].iter().any(|it| line.starts_with(it))
    };
    // What was awaited of her is awaited no more.
    let is_awaited = |line: &String| line.split(' ').nth(1) == Some("chats:");
    changes.retain(|line| !is_words(line) && !is_awaited(line));
    assert_eq!(changes, Vec::<String>::new());
}
