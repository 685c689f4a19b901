//! Meetings and talks of both organisations on one phone: each invites her, each talks with her about Samira.

mod at_work;
mod invited;

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::{DateTime, Time, datetime, time};
use thuispost::language::HomeLanguage;
use thuispost::mailing::Missing;
use thuispost::meeting::{self, Base, Kind, MeetingId, NewMeeting, NewSlots, SessionId, Siblings};
use thuispost::rhythm::Audience;
use thuispost::roster::{self, InviteKey};
use thuispost::settings::QuietHours;

use super::acts::Acts;
use super::phone::{Bot, SharedPhone};

pub use at_work::takes_meetings;
pub use invited::answers_invitations;

/// Thursday 26 November, a quarter of an hour after the theme morning began.
const THAT_MORNING: DateTime = datetime(2026, 11, 26, 11, 45, 0, 0);

/// Numbers of what one organisation has.
#[derive(Clone, Debug)]
pub struct Gatherings {
    group: i64,
    location: i64,
    /// Her family, her child, and she herself.
    family: i64,
    child: i64,
    carer: i64,
    /// A coffee morning to come, to which she is invited; another one, with one place.
    coffee: i64,
    coffee_at: i64,
    full: i64,
    /// The theme morning of Thursday 26 November.
    today_at: i64,
    /// Ten-minute talks; hers about Samira, as soon as there is one, and a moment that is nobody's.
    round: i64,
    talk: i64,
    slot: i64,
}

impl SharedPhone {
    /// An organisation plans its meetings, and she has the invitations. Everything has a mark.
    pub async fn invites(&self, bot: &Bot, mark: &str) {
        let organisation = bot.organisation.id.raw();
        self.does(format!(
            "update locations set address = 'Straat {mark}', latitude = '52.1', longitude = '4.3'
             where organisation_id = {organisation}"
        ))
        .await;
        self.does(format!(
            "insert into meeting_kinds (organisation_id, slug, base) values ({organisation}, 'eigen-{mark}', 'other')"
        ))
        .await;
        self.does(format!(
            "insert into meeting_kind_names values ({organisation}, 'eigen-{mark}', 'nl', 'Eigen {mark}')"
        ))
        .await;
        let now = self.rooms.calendar.now();
        let today = (datetime(2026, 11, 26, 11, 30, 0, 0), None, None);
        self.plans(bot, mark, Base::ThemeMorning, today).await;
        let full = (datetime(2026, 12, 4, 8, 30, 0, 0), None, Some(1));
        self.plans(bot, mark, Base::CoffeeMorning, full).await;
        let coffee = (datetime(2026, 12, 3, 8, 30, 0, 0), Some(now), None);
        self.plans(bot, mark, Base::CoffeeMorning, coffee).await;
        self.opens_round(bot, mark).await;
        self.beats().await;
    }

    async fn plans(
        &self,
        bot: &Bot,
        mark: &str,
        base: Base,
        (starts, invite_at, capacity): (DateTime, Option<thuispost::clock::Moment>, Option<i64>),
    ) -> MeetingId {
        let kind = Kind::built_in(base);
        let ends = starts.saturating_add(jiff::Span::new().minutes(kind.minutes));
        let has_times = base.answering() == meeting::Answering::Rsvp;
        let mut write = self.rooms.store.write().await.unwrap();
        let group = roster::find_group(&mut write, bot.organisation.id, "Vlinders").await.unwrap();
        let new = NewMeeting {
            kind,
            location: group.location,
            groups: vec![group.id],
            audience: Audience::All,
            place: Some(format!("Zaal {mark}")),
            siblings: Some(Siblings::Welcome),
            capacity,
            interpreter_minutes: None,
            picture: None,
            lines: BTreeMap::from([(HomeLanguage::DUTCH, format!("Neem {mark} mee."))]),
            missing: Missing::Dutch,
            invite_at,
            times: if has_times { vec![(starts, ends)] } else { Vec::new() },
        };
        let desk = (&self.rooms.store, self.rooms.phrases.as_ref());
        let by = (mark, self.rooms.calendar.now());
        let made = meeting::add(desk, &mut write, &bot.organisation, &new, by).await.unwrap();
        write.commit().await.unwrap();
        made.id
    }

    /// Talks on Tuesday 1 December, before and after noon.
    async fn opens_round(&self, bot: &Bot, mark: &str) {
        let never = (datetime(2026, 12, 1, 11, 0, 0, 0), None, None);
        let round = self.plans(bot, mark, Base::TenMinuteTalk, never).await;
        let slots = |from: Time, until: Time| NewSlots {
            staff: None,
            days: vec![jiff::civil::date(2026, 12, 1)],
            from,
            until,
            length: Duration::from_secs(600),
            pause: Duration::ZERO,
            breaks: Vec::new(),
            at_home: false,
        };
        let (store, organisation) = (&self.rooms.store, &bot.organisation);
        let (desk, now) = ((store, self.rooms.phrases.as_ref()), self.rooms.calendar.now());
        let mut write = store.write().await.unwrap();
        let meeting = meeting::find(&mut write, round).await.unwrap().unwrap();
        let range = slots(time(11, 0, 0, 0), time(13, 0, 0, 0));
        let opens = (&meeting, &range);
        meeting::open_slots(store, &mut write, organisation, opens, now).await.unwrap();
        let (whom, at) = ((round, Missing::Dutch), (now, now));
        meeting::announce(desk, &mut write, organisation, whom, at).await.unwrap();
        write.commit().await.unwrap();
    }

    /// What the code on the table of the theme morning carries.
    pub async fn table_code(&self, bot: &Bot) -> String {
        let session = SessionId::from_raw(self.gatherings(bot).await.today_at);
        let key = InviteKey::load_or_make(&bot.settings().key_file).unwrap();
        let mut write = self.rooms.store.write().await.unwrap();
        let link = meeting::session_link(&mut write, &key, session, "een_bot").await.unwrap();
        write.commit().await.unwrap();
        link.split_once("?start=").unwrap().1.to_owned()
    }

    /// What follows of all meetings by itself, of both organisations.
    pub async fn follows_meetings(&self) {
        let (store, phrases) = (&self.rooms.store, &self.rooms.phrases);
        let now = self.rooms.calendar.now();
        meeting::follow_meetings(store, phrases, QuietHours::NONE, now).await.unwrap();
        self.settles().await;
    }

    /// So many seconds pass, and what waited for it has left.
    async fn passes(&self, seconds: u64) {
        let later = self.rooms.calendar.now().after(Duration::from_secs(seconds));
        self.rooms.calendar.turn_to(later);
        self.beats().await;
    }

    /// Zonnebloem's Fatima comes with two people, talks about Samira, and waits for a place that is full; staff did
    /// everything that can be undone.
    pub async fn lives_with_meetings(&self, bot: &Bot, mark: &str) {
        self.invites(bot, mark).await;
        for press in ["i.y.", "i.p2.", "i.c.", "i.x.", "k.t.", "k.i."] {
            let (message, data) = bot.button(press);
            bot.sandbox.presses(bot.phone, message, &data).unwrap();
            self.settles().await;
        }
        let it = self.gatherings(bot).await;
        let organisation = bot.organisation.id.raw();
        let other = format!(
            "(select min(id) from families where organisation_id = {organisation} and id <> {})",
            it.family
        );
        let (full, family) = (it.full, it.family);
        self.does(format!("insert into seats (meeting_id, family_id, state, since) values ({full}, {other}, 'taken', 1)")).await;
        self.does(format!("insert into seats (meeting_id, family_id, state, since) values ({full}, {family}, 'waiting', 1)")).await;
        self.does(format!("insert into rsvps (meeting_id, carer_id, answer, answered_at) values ({full}, {}, 'yes', 1)", it.carer)).await;
        for (act, undo) in it.undoable() {
            let id = self.rooms.store.new_id();
            self.does(format!(
                "insert into staff_acts (id, staff_id, at, act, undo)
                 select {id}, min(s.id), 1, '{act}', '{undo}' from staff_members s where s.organisation_id = {organisation}"
            ))
            .await;
        }
    }

    /// The numbers of all that, as it is now.
    pub async fn gatherings(&self, bot: &Bot) -> Gatherings {
        let id = bot.organisation.id.raw();
        let of = async |what: String| self.number(format!("select {what}")).await;
        let meeting = async |base: &str, more: &str| {
            of(format!("id from meetings where organisation_id = {id} and base = '{base}' {more}"))
                .await
        };
        let begin =
            async |meeting: i64| of(format!("id from sessions where meeting_id = {meeting}")).await;
        let group = format!(
            "from groups g join locations l on l.id = g.location_id
             where l.organisation_id = {id} and g.name = 'Vlinders'"
        );
        let hers = format!(
            "from carers c join families f on f.id = c.family_id join children ch on ch.family_id = f.id
             where f.organisation_id = {id} and f.name = 'G1' and ch.name = 'Samira'"
        );
        let coffee = meeting("coffee-morning", "and capacity is null").await;
        let today = meeting("theme-morning", "and created_by <> 'Fatima'").await;
        let round = meeting("ten-minute-talk", "").await;
        Gatherings {
            group: of(format!("g.id {group}")).await,
            location: of(format!("l.id {group}")).await,
            family: of(format!("f.id {hers}")).await,
            child: of(format!("ch.id {hers}")).await,
            carer: of(format!("c.id {hers}")).await,
            coffee,
            coffee_at: begin(coffee).await,
            full: meeting("coffee-morning", "and capacity = 1").await,
            today_at: begin(today).await,
            round,
            talk: of(format!(
                "coalesce(max(t.id), 0) from talks t join children ch on ch.id = t.child_id
                 where t.meeting_id = {round} and ch.name = 'Samira'"
            ))
            .await,
            slot: of(format!(
                "max(id) from slots where meeting_id = {round} and talk_id is null and offered_talk_id is null"
            ))
            .await,
        }
    }
}

impl Gatherings {
    /// Acts of staff about these, one of each that can be undone.
    fn undoable(&self) -> [(&'static str, String); 6] {
        let Self { coffee, coffee_at, today_at, round, talk, .. } = self;
        [
            ("invited", coffee.to_string()),
            ("closed", today_at.to_string()),
            ("changed", format!("{coffee_at} 1 1 2")),
            ("opened", format!("{round} 0 {} 1", i64::MAX)),
            ("talk", format!("{talk} 0 0 0")),
            ("noted", format!("{talk} ")),
        ]
    }
}

/// What her code and calendar at Zonnebloem are worth at Regenboog.
pub async fn scans_codes(acts: &mut Acts, theirs: &str) {
    let ours = acts.both.table_code(acts.bot()).await;
    acts.starts(Some(theirs)).await;
    assert_eq!(acts.bot().last(), super::chat::phrase(acts, "ar", "meeting-here-unknown"));
    acts.starts(Some(&ours)).await;
    acts.starts(Some(&ours)).await;
    let said = acts.both.gatherings(acts.bot()).await.today_at;
    let said = format!("select count(*) from attendance where session_id = {said}");
    assert_eq!(acts.both.number(said).await, 1, "{}", acts.bot().shown());
}

/// The calendar of Regenboog has its own meetings only.
pub async fn asks_for_calendar(acts: &Acts) {
    let (organisation, rooms) = (&acts.bot().organisation, &acts.both.rooms);
    let owner = meeting::FeedOwner { organisation: organisation.id, staff: None };
    let mut read = rooms.store.read().await.unwrap();
    let feed =
        meeting::feed(&mut read, &rooms.phrases, (organisation, owner), rooms.calendar.now());
    let file = feed.await.unwrap().into_file().replace("\r\n ", "");
    assert!(file.contains("Zaal regenmerk"), "{file}");
    assert!(!super::holds(&file, &super::MARKS), "{file}");
}
