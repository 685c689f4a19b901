//! The whole conversation with one bot, on a phone that talks with the other bot too.

use jiff::civil::{DateTime, datetime};
use serde_json::json;
use thuispost::language::{Args, HomeLanguage};
use thuispost::privacy;
use thuispost::roster::FamilyId;

use super::acts::Acts;
use super::phone::SharedPhone;
use super::{gatherings, steps, work};

const REGENBOOG: &str = "De Boom,020-555 01 23,Vlinders,G1,,Samira,,,Fatima,tr,nl
De Boom,020-555 01 23,Vlinders,G2,,Bo,,2026-12-31,Cor,nl,";

/// The same names, and carers who stand in every way; all of them on the same phone.
const ZONNEBLOEM: &str = "De Boom,020-555 99 99,Vlinders,G1,,Samira,,,Fatima,pl,nl
Aan zonmerk,020-555 99 99,Vlinders 2,G1,,A Zonmerk,,,Fatima,pl,nl
De Boom,020-555 99 99,Vlinders,G2,,Zonmerk twee,,,Paused,tr,nl
De Boom,020-555 99 99,Vlinders,G3,,Zonmerk drie,,,Stopped,fr,nl
De Boom,020-555 99 99,Vlinders,G4,,Zonmerk vier,,,Waiting,es,nl
De Boom,020-555 99 99,Vlinders,G5,,Zonmerk vijf,,,Away,ar,nl
De Boom,020-555 99 99,Vlinders,G6,,Zonmerk zes,,,Never,so,nl";

fn on(day: i8, hour: i8) -> DateTime {
    datetime(2026, 11, day, hour, 31, 0, 0)
}

/// Zonnebloem's Fatima joined, got a letter, asked something and was asked how it went. Others of
/// its carers on this phone paused, stopped, did not answer yet, or cannot be reached.
async fn a_life_with_zonnebloem(first: &str) -> SharedPhone {
    let both = SharedPhone::between(first, REGENBOOG, ZONNEBLOEM).await;
    let bot = &both.zonnebloem;
    let code = both.code_of(bot, "Fatima").await;
    bot.sandbox.presses_start(bot.phone, Some(&code)).unwrap();
    both.settles().await;
    for data in ["j.l.pl", "j.yes"] {
        let (message, data) = bot.button(data);
        bot.sandbox.presses(bot.phone, message, &data).unwrap();
        both.settles().await;
    }
    bot.sandbox.types(bot.phone, "zonmerk vraag").unwrap();
    both.settles().await;
    both.sends_letter(bot, "zonmerk").await;
    both.turns_to(on(24, 9)).await;
    assert!(bot.button("cw.").1.starts_with("cw."), "she is asked how it went");
    let code = both.employs(bot, "Juf zonmerk").await;
    bot.sandbox.presses_start(bot.phone, Some(&code)).unwrap();
    both.settles().await;
    both.has_things_for_staff(bot, "zonmerk").await;
    bot.sandbox.presses(bot.phone, bot.button("w.q").0, "w.q").unwrap();
    both.settles().await;
    both.lives_with_meetings(bot, "zonmerk").await;
    let (chat, now) = (bot.phone.chat(), both.rooms.calendar.now().millis());
    let later = now + 30 * 24 * 3_600_000;
    for (name, set) in [
        ("Paused", format!("consented_at = 1, paused_at = 1, paused_until = {later}")),
        ("Stopped", "consented_at = 1, stopped_at = 1".to_owned()),
        ("Waiting", "consented_at = null".to_owned()),
        ("Away", "consented_at = 1, unreachable_at = 1, unreachable_reason = 'blocked'".to_owned()),
    ] {
        both.does(format!(
            "update carers set chat_id = {chat}, linked_at = 1, {set} where name = '{name}'"
        ))
        .await;
    }
    both
}

#[tokio::test]
async fn nothing_that_is_done_with_one_bot_touches_the_same_phone_at_the_other() {
    a_conversation("Zonnebloem").await;
}

#[tokio::test]
async fn nor_when_the_other_organisation_came_later() {
    a_conversation("Regenboog").await;
}

async fn a_conversation(first: &str) {
    let both = a_life_with_zonnebloem(first).await;
    let codes = [
        both.code_of(&both.zonnebloem, "Never").await,
        both.code_of(&both.regenboog, "Fatima").await,
    ];
    let work = both.employs(&both.zonnebloem, "Meester zonmerk").await;
    let table = both.table_code(&both.zonnebloem).await;
    let mut acts = Acts::on(both).await;
    arrives(&mut acts, &codes).await;
    says(&mut acts).await;
    looks_around(&mut acts).await;
    gets_a_letter(&mut acts).await;
    presses_what_is_not_hers(&mut acts).await;
    gatherings::answers_invitations(&mut acts, &table).await;
    work::works(&mut acts, &work).await;
    comes_and_goes(&mut acts).await;
    steps::every_step_was_done(&acts);
    is_erased(&mut acts).await;
    zonnebloem_goes_on(&acts).await;
}

/// From a link of the other organisation to the first "welcome".
async fn arrives(acts: &mut Acts, [theirs, ours]: &[String; 2]) {
    acts.starts(Some(theirs)).await;
    let elsewhere = phrase(acts, "nl", "code-elsewhere");
    assert_eq!(acts.bot().last(), elsewhere, "it is said kindly");
    acts.types("Hallo?").await;
    acts.starts(Some(ours)).await;
    acts.presses("j.l.tr").await;
    acts.presses("j.no").await;
    acts.starts(Some(ours)).await;
    acts.presses("j.l.nl").await;
    acts.presses("j.l.tr").await;
    acts.starts(Some(theirs)).await;
    acts.presses("j.yes").await;
    acts.presses("s.no").await;
    acts.presses("s.yes").await;
    acts.starts(Some(theirs)).await;
    assert_eq!(acts.bot().last(), phrase(acts, "tr", "code-elsewhere"));
    acts.starts(None).await;
}

/// Everything that can be typed or sent.
async fn says(acts: &mut Acts) {
    for text in ["/menu", "/language", "/help", "/nothing", "menu", "help", "☰ Menü", "Devam"] {
        acts.types(text).await;
    }
    acts.types("Wanneer is het feest?").await;
    let (sandbox, phone) = (acts.bot().sandbox.clone(), acts.bot().phone);
    let messages = sandbox.phone(phone).messages;
    for bubble in messages.iter().filter(|bubble| !bubble.from_bot) {
        // Zonnebloem's chat has a question under one of these numbers.
        sandbox.edits(phone, bubble.message_id, "Toch niet").unwrap();
        acts.leaves_them_alone("Edited").await;
    }
    sandbox.sends_photo(phone, None).unwrap();
    acts.leaves_them_alone("Photo").await;
    sandbox.sends_photo(phone, Some("Kijk eens")).unwrap();
    acts.leaves_them_alone("Typed").await;
    sandbox.sends_voice(phone).unwrap();
    acts.leaves_them_alone("Voice").await;
    sandbox.sends_sticker(phone).unwrap();
    acts.leaves_them_alone("Sticker").await;
    let chat = json!({ "id": phone.chat(), "type": "private", "first_name": "Fatima" });
    let place = json!({ "message_id": 9_999, "date": 1, "chat": chat.clone(), "from": {
        "id": phone.chat(), "is_bot": false, "first_name": "Fatima" },
        "location": { "latitude": 52.1, "longitude": 4.3 } });
    sandbox.raw_update(json!({ "message": place })).unwrap();
    acts.leaves_them_alone("OtherMedia").await;
    sandbox.raw_update(json!({ "poll": { "id": "1" } })).unwrap();
    acts.leaves_them_alone("Nothing").await;
    sandbox.writes_in_group(phone, "Ouders", "Hallo").unwrap();
    acts.leaves_them_alone("InGroup").await;
    sandbox.blocks(phone).unwrap();
    acts.leaves_them_alone("Blocked").await;
    sandbox.unblocks(phone).unwrap();
    acts.leaves_them_alone("Unblocked").await;
}

/// The menu, but for what ends it all.
async fn looks_around(acts: &mut Acts) {
    for item in ["m.language", "l.ar", "m.help", "m.data", "d.ask", "d.no", "m.not-me", "n.no"] {
        acts.types("/menu").await;
        acts.presses(item).await;
    }
    for days in ["p.7", "p.14", "p.28"] {
        acts.types("/menu").await;
        acts.presses("m.pause").await;
        acts.presses(days).await;
        acts.starts(None).await;
        acts.types("/menu").await;
        acts.presses("m.resume").await;
    }
}

/// A letter with its page behind "read more", and all answers to how it went.
async fn gets_a_letter(acts: &mut Acts) {
    acts.both.sends_letter(&acts.both.regenboog, "regenmerk").await;
    acts.leaves_them_alone("a letter").await;
    assert!(acts.bot().shown().contains("regenmerk"), "{}", acts.bot().shown());
    for press in ["lm.", "ll.", "lu.", "le."] {
        acts.presses(press).await;
    }
    acts.both.turns_to(on(25, 10)).await;
    acts.leaves_them_alone("a check-in").await;
    for press in [
        "cw.",
        "cb.",
        "cn.",
        "b.ask.",
        "b.no_time.",
        "b.not_understood.",
        "a.never.",
        "a.weekend.",
        "a.tomorrow.",
    ] {
        acts.presses(press).await;
    }
    acts.both.turns_to(on(26, 10)).await;
    acts.leaves_them_alone("asked again").await;
    acts.presses("cw.").await;
}

/// Buttons with numbers of the other organisation: both, only the letter, only the carer.
async fn presses_what_is_not_hers(acts: &mut Acts) {
    let mut numbers = Vec::new();
    for bot in [&acts.both.regenboog, &acts.both.zonnebloem] {
        let id = bot.organisation.id.raw();
        let letter = format!("select min(id) from mailings where organisation_id = {id}");
        let carer = format!(
            "select c.id from carers c join families f on f.id = c.family_id
             where f.organisation_id = {id} and c.name = 'Fatima'"
        );
        numbers.push((acts.both.number(letter).await, acts.both.number(carer).await));
    }
    let [ours, theirs] = [numbers[0], numbers[1]];
    let [old, closed] = ["button-too-old", "checkin-closed"].map(|id| phrase(acts, "ar", id));
    let before = (acts.both.rows_of(acts.bot()).await, acts.bot().count());
    for press in [
        "lm",
        "lu",
        "le",
        "cw",
        "cb",
        "cn",
        "a.tomorrow",
        "a.weekend",
        "a.never",
        "b.ask",
        "b.no_time",
        "b.not_understood",
    ] {
        for (letter, carer) in [theirs, (theirs.0, ours.1), (ours.0, theirs.1)] {
            let data = format!("{press}.{letter}.{carer}");
            let told = acts.forges(&data).await;
            let may_be_closed = carer == ours.1 && !press.starts_with('l');
            assert!(told == old || (may_be_closed && told == closed), "{data}: {told}");
        }
    }
    let mut changes = before.0.changes(&acts.both.rows_of(acts.bot()).await);
    changes.retain(|line| !line.starts_with("+ updates:"));
    assert_eq!(changes, Vec::<String>::new());
    assert_eq!(acts.bot().count(), before.1, "{}", acts.bot().shown());
}

/// Stops, comes back, asks to be erased, and says that it is not her.
async fn comes_and_goes(acts: &mut Acts) {
    acts.types("/stop").await;
    acts.types("Hallo?").await;
    acts.presses("r.yes").await;
    acts.types("stop").await;
    acts.presses("lu.").await;
    acts.presses("r.yes").await;
    acts.types("/menu").await;
    acts.presses("m.stop").await;
    acts.starts(None).await;
    acts.presses("r.yes").await;
    for press in ["m.data", "d.ask", "d.yes"] {
        acts.presses(press).await;
    }
    acts.starts(None).await;
    acts.presses("r.yes").await;
    for press in ["m.not-me", "n.yes"] {
        acts.presses(press).await;
    }
    acts.types("Hallo?").await;
    acts.presses("m.help").await;
}

/// Staff erase her family at Regenboog, and time erases the rest.
async fn is_erased(acts: &mut Acts) {
    let organisation = acts.bot().organisation.id;
    let family =
        format!("select id from families where organisation_id = {organisation} and name = 'G1'");
    let family = FamilyId::from_raw(acts.both.number(family).await);
    let (store, now) = (&acts.both.rooms.store, acts.both.rooms.calendar.now());
    let journal = acts.both.journal();
    let foreign = acts.both.zonnebloem.organisation.id;
    assert!(!privacy::erase(store, &journal, foreign, family, "test", now).await.unwrap());
    assert!(privacy::erase(store, &journal, organisation, family, "test", now).await.unwrap());
    acts.leaves_them_alone("erased").await;
    acts.types("Hallo?").await;
    let later = now.after(std::time::Duration::from_secs(400 * 24 * 3_600));
    let store = &acts.both.rooms.store;
    let gone = privacy::forget_families_that_left(store, &journal, 6, later).await.unwrap();
    assert_eq!(gone, 1, "G2 of Regenboog, whose child left");
    acts.leaves_them_alone("forgotten").await;
}

/// Zonnebloem's Fatima can do with her letter what she could.
async fn zonnebloem_goes_on(acts: &Acts) {
    let bot = &acts.both.zonnebloem;
    let before = acts.both.rows_of(acts.bot()).await;
    for press in ["lu.", "cw."] {
        let (message, data) = bot.button(press);
        bot.sandbox.presses(bot.phone, message, &data).unwrap();
        acts.both.settles().await;
    }
    let said = "select (select count(*) from understandings) + (select count(*) from check_ins where answer = 'worked')";
    assert_eq!(acts.both.number(said.to_owned()).await, 2);
    let after = acts.both.rows_of(acts.bot()).await;
    assert_eq!(before.changes(&after), Vec::<String>::new());
}

/// A phrase as a phone shows it.
pub fn phrase(acts: &Acts, tag: &str, id: &str) -> String {
    let language = HomeLanguage::parse(tag).unwrap();
    acts.both.rooms.phrases.plain(language, id, &Args::new())
}
