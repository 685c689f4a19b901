//! The example of docs/figures.md with meetings and talks, and stories about what counts of them.

use thuispost::meeting::{self, DueTalk};
use thuispost::participation::{By, Evidence, Record};
use thuispost::roster::{GroupId, OrganisationId};

use super::meetings::{Attendance, Meeting, OwnKind, Rsvp, Session, Talk};
use super::planned::invitation;
use super::school::School;
use super::stories::{FROGS, MOLES, at, next, regenboog};
use crate::suite::database::TestDatabase;

impl School {
    /// A meeting that takes place once, at this time.
    pub fn meets(&mut self, kind: &'static str, groups: &[i64], local: &str) -> i64 {
        let id = next(self.meetings.all.len());
        let (organisation, ve_only, groups) = (1, false, groups.to_vec());
        self.meetings.all.push(Meeting { id, organisation, kind, base: kind, ve_only, groups });
        self.meets_again(id, local);
        id
    }

    fn meets_again(&mut self, meeting: i64, local: &str) -> &mut Session {
        let id = next(self.meetings.sessions.len());
        let (starts, cancelled, closed) = (at(local), false, false);
        self.meetings.sessions.push(Session { id, meeting, starts, cancelled, closed });
        self.meetings.sessions.last_mut().unwrap()
    }

    fn time_of(&mut self, meeting: i64) -> &mut Session {
        self.meetings.sessions.iter_mut().find(|it| it.meeting == meeting).unwrap()
    }

    pub fn invites(&mut self, meeting: i64, carer: i64) {
        let mailing = invitation(self, meeting);
        self.brings(mailing, carer, "delivered");
    }

    pub fn answers(&mut self, meeting: i64, carer: i64, answer: &'static str) -> &mut Rsvp {
        self.meetings.rsvps.push(Rsvp { meeting, carer, answer, interpreter: None });
        self.meetings.rsvps.last_mut().unwrap()
    }

    /// Staff see a family (`seen`), or it says so itself (`said`).
    pub fn comes(&mut self, meeting: i64, family: i64, evidence: &'static str) -> &mut Attendance {
        let session = self.time_of(meeting).id;
        self.meetings.attendance.push(Attendance { session, family, evidence, interpreter: None });
        self.meetings.attendance.last_mut().unwrap()
    }

    pub fn talks_about(&mut self, child: i64, held_on: &'static str) -> &mut Talk {
        self.meetings.talks.push(Talk {
            child,
            round: None,
            kind: "ten-minute-talk",
            outcome: Some("held"),
            held_on: Some(held_on),
            moment: None,
            interpreter: None,
            interpreter_there: None,
        });
        self.meetings.talks.last_mut().unwrap()
    }
}

/// The day on which the example is counted.
pub const TODAY: &str = "2027-01-20T12:00";

/// Five families of the Frogs and one of the Moles; the page tells what happened to each.
pub fn worked_example() -> School {
    let mut school = regenboog();
    let [a, b, c, d, e] = [0; 5].map(|_| school.family_with_a_child_in(FROGS));
    let f = school.family_with_a_child_in(MOLES);
    let born = [Some("2024-05"), Some("2023-10"), Some("2022-12"), Some("2024-01"), None];
    for (child, born) in school.children.iter_mut().zip(born.into_iter().chain([Some("2021-12")])) {
        child.born = born;
    }
    school.children[0].starts = Some("2026-09-07".to_owned());
    let morning = school.meets("theme-morning", &[FROGS], "2026-12-03T08:30");
    school.time_of(morning).closed = true;
    let evening = school.meets("information-evening", &[FROGS, MOLES], "2027-01-14T19:30");
    let play_in = school.meets("play-in", &[FROGS], "2027-01-11T00:00");

    let ayse = school.carer_who_joined(a, "tr");
    school.invites(morning, ayse);
    school.answers(morning, ayse, "yes").interpreter = Some("school");
    school.comes(morning, a, "seen").interpreter = Some(true);
    school.talks_about(1, "2026-11-05");

    let mona = school.carer_who_joined(b, "ar");
    school.invites(morning, mona);
    school.answers(morning, mona, "yes").interpreter = Some("school");

    let ewa = school.carer_who_joined(c, "pl");
    school.invites(morning, ewa);
    school.answers(morning, ewa, "maybe");
    school.comes(morning, c, "seen");
    school.talks_about(3, "2026-11-12");

    let jan = school.carer_who_joined(d, "nl");
    school.invites(morning, jan);
    school.comes(evening, d, "said");

    school.carer_who_never_joined(e, "ti");
    school.comes(play_in, e, "seen");

    let els = school.carer_who_joined(f, "so");
    school.invites(evening, els);
    school.answers(evening, els, "yes");
    let talk = school.talks_about(6, "2027-01-12");
    (talk.interpreter, talk.interpreter_there) = (Some("school"), Some(false));
    school
}

#[tokio::test]
async fn a_meeting_that_is_still_to_come_asks_nobody_anything() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let carer = school.carer_who_joined(family, "tr");
    let morning = school.meets("theme-morning", &[FROGS], "2026-12-03T08:30");
    school.invites(morning, carer);
    school.answers(morning, carer, "yes");
    let before = school.counted_at(at("2026-12-03T08:29")).await;
    assert_eq!(before.all("said_they_come"), (0, 0));
    assert!(before.by(&[By::Kind]).is_empty());
    let now = school.counted_at(at("2026-12-03T08:30")).await;
    assert_eq!(now.all("said_they_come"), (1, 1));
    assert_eq!(now.of("took_part", By::Kind, "theme-morning"), (0, 1));
}

#[tokio::test]
async fn a_family_that_staff_saw_attended_whatever_it_said_itself() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let morning = school.meets("coffee-morning", &[FROGS], "2026-12-03T08:30");
    school.comes(morning, family, "said");
    let said = school.counted().await;
    let evidence = |counted: &super::stories::Counted| {
        let all = counted.by(&[By::All]);
        let found = all.iter().find(|it| it.figure.name() == "took_part").unwrap().evidence;
        [Evidence::Attended, Evidence::SaidSo].map(|kind| found.of(kind))
    };
    assert_eq!(evidence(&said), [0, 1]);
    school.comes(morning, family, "seen");
    assert_eq!(evidence(&school.counted().await), [1, 0]);
}

#[tokio::test]
async fn a_family_that_waited_for_a_place_in_vain_is_not_missed() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let carer = school.carer_who_joined(family, "tr");
    let group = school.meets("play-group", &[FROGS], "2026-12-03T08:30");
    school.time_of(group).closed = true;
    school.invites(group, carer);
    school.answers(group, carer, "yes");
    assert_eq!(school.counted().await.all("came_as_said"), (0, 1));
    school.meetings.seats.push((group, family, "waiting"));
    let counted = school.counted().await;
    assert_eq!(counted.all("came_as_said"), (0, 0));
    assert_eq!(counted.all("said_they_come"), (1, 1));
}

#[tokio::test]
async fn a_family_of_another_group_that_walks_in_took_part_and_is_not_asked_for_the_kind() {
    let mut school = regenboog();
    school.family_with_a_child_in(FROGS);
    let family = school.family_with_a_child_in(MOLES);
    let morning = school.meets("theme-morning", &[FROGS], "2026-12-03T08:30");
    school.comes(morning, family, "seen");
    let counted = school.counted().await;
    assert_eq!(counted.all("took_part"), (1, 2));
    assert_eq!(counted.of("took_part", By::Kind, "theme-morning"), (0, 1));
}

#[tokio::test]
async fn a_time_that_was_called_off_is_no_meeting_and_the_others_of_the_series_are() {
    let mut school = regenboog();
    let family = school.family_with_a_child_in(FROGS);
    let group = school.meets("play-group", &[FROGS], "2026-12-03T08:30");
    school.meets_again(group, "2026-12-10T08:30").cancelled = true;
    school.meetings.attendance.push(Attendance {
        session: 2,
        family,
        evidence: "seen",
        interpreter: None,
    });
    assert_eq!(school.counted().await.all("took_part"), (0, 1));
    school.comes(group, family, "seen");
    assert_eq!(school.counted().await.all("took_part"), (1, 1));
}

#[tokio::test]
async fn an_organisation_may_have_another_target_for_a_kind() {
    let mut school = regenboog();
    school.family_with_a_child_in(FROGS);
    school.meets("information-evening", &[FROGS], "2026-12-03T19:30");
    let slug = "information-evening";
    let norm = |records: Vec<Record>| records[0].norm;
    assert_eq!(norm(school.counted().await.by(&[By::Kind])), Some(80));
    school.meetings.kinds.push(OwnKind { organisation: 1, slug, base: slug, target: Some(50) });
    assert_eq!(norm(school.counted().await.by(&[By::Kind])), Some(50));
}

#[tokio::test]
async fn the_list_of_talks_due_is_of_ones_groups_and_looks_until_the_end_of_the_month() {
    let database = TestDatabase::new().await;
    worked_example().replace(&database.store).await;
    let mut read = database.store.read().await.unwrap();
    let organisation = OrganisationId::from_raw(1);
    let today = super::day_of(at(TODAY));
    let mut lines = Vec::new();
    for groups in [None, Some([GroupId::from_raw(MOLES)])] {
        let groups = groups.as_ref().map(|groups| &groups[..]);
        let due = meeting::talks_due(&mut read, organisation, groups, today).await.unwrap();
        let line = |it: DueTalk| {
            let held = if it.is_held { "held" } else { "open" };
            format!("{} {} {} {} {held}", it.due, it.group_name, it.name, it.moment.word())
        };
        lines.push(due.into_iter().map(line).collect::<Vec<_>>());
    }
    drop(read);
    database.store.close().await;
    let of_moles = "2026-12-31 Moles child 6 at_five held".to_owned();
    assert_eq!(lines[1], [of_moles.as_str()]);
    assert_eq!(
        lines[0],
        [
            "2026-10-31 Frogs child 2 at_three open",
            "2026-11-30 Frogs child 1 settling_in_toddler held",
            "2026-11-30 Frogs child 3 transfer_toddler held",
            &of_moles,
            "2027-01-31 Frogs child 4 at_three open",
        ]
    );
}
