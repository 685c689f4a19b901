//! Whom staff speak to at the door: who gets into the list, who does not, and what comes of it.

use jiff::civil::{DateTime, datetime};
use thuispost::clock::Moment;
use thuispost::inbox::{self, FollowUpReason, Outcome};
use thuispost::participation::{self, Week};
use thuispost::roster;

use super::school::School;

const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,tr,";
const DAY: i64 = 86_400_000;

impl School {
    /// Anna of the Vlinders takes part since September, without a service: what happens to her is
    /// written down directly, so that four weeks take no time.
    async fn with_anna(rows: &str) -> Self {
        let school = Self::closed(rows).await;
        let since = school.at(datetime(2026, 9, 1, 9, 0, 0, 0));
        school
            .does(&format!(
                "update carers set chat_id = id, consented_at = {since} where name = 'Anna'"
            ))
            .await;
        school
    }

    fn at(&self, local: DateTime) -> i64 {
        Moment::of_local(local, &self.organisation.time_zone).millis()
    }

    /// A check-in that was asked so many days before today, and its answer.
    async fn was_asked(&self, days: i64, answer: Option<&str>) {
        self.got_for(days + 1).await;
        let asked = self.calendar.now().millis() - days * DAY;
        let answer = answer
            .map_or_else(|| "null, null".to_owned(), |it| format!("'{it}', {}", asked + DAY / 2));
        self.does(&format!(
            "insert into check_ins (mailing_id, carer_id, asked_at, closes_at, answer, answered_at)
             select {}, id, {asked}, {}, {answer} from carers where name = 'Anna'",
            1_000 - days - 1,
            asked + 14 * DAY,
        ))
        .await;
    }

    /// A letter that came to Anna so many days before today.
    async fn got_for(&self, days: i64) {
        let (id, at) = (1_000 - days, self.calendar.now().millis() - days * DAY);
        self.does(&format!(
            "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, released_at, created_at)
             select {id}, id, 'letter', 'l{id}', 'l{id}', 'released', 'hold', {at}, {at}, {at} from organisations"
        ))
        .await;
        self.does(&format!("insert into mailing_groups select {id}, id from groups")).await;
        self.does(&format!(
            "insert into deliveries (mailing_id, carer_id, part, organisation_id, language, priority, state, not_before, settled_at)
             select {id}, c.id, 0, f.organisation_id, 'nl', 2, 'delivered', {at}, {at}
             from carers c join families f on f.id = c.family_id where c.name = 'Anna'"
        ))
        .await;
    }

    async fn asks(&self, kind: &str, hours: i64) {
        let at = self.calendar.now().millis() - hours * 3_600_000;
        self.does(&format!(
            "insert into questions (id, organisation_id, carer_id, kind, body, asked_at)
             select {at}, f.organisation_id, c.id, '{kind}', '', {at}
             from carers c join families f on f.id = c.family_id where c.name = 'Anna'"
        ))
        .await;
    }

    async fn looks(&self) -> u64 {
        inbox::open_follow_ups(&self.store, self.calendar.now()).await.unwrap()
    }

    fn is_next_day(&self) {
        self.calendar.turn_to(Moment::from_millis(self.calendar.now().millis() + DAY));
    }

    async fn door(&self) -> Vec<inbox::AtTheDoor> {
        let mut read = self.store.read().await.unwrap();
        let groups = roster::groups(&mut read, self.organisation.id).await.unwrap();
        let groups: Vec<_> = groups.iter().map(|group| group.id).collect();
        let today = self.calendar.now().local(&self.organisation.time_zone).date();
        inbox::speak_at_the_door(&mut read, self.organisation.id, &groups, today).await.unwrap()
    }

    async fn reasons(&self) -> Vec<FollowUpReason> {
        self.looks().await;
        self.door().await.iter().map(|it| it.reason).collect()
    }

    async fn notes(&self, outcome: Outcome) -> i64 {
        let id = self.door().await[0].id;
        let mut write = self.store.write().await.unwrap();
        let now = self.calendar.now();
        assert!(inbox::note_outcome(&mut write, id, outcome, "Els", now).await.unwrap());
        write.commit().await.unwrap();
        id
    }

    async fn undoes_note(&self, id: i64) -> bool {
        let mut write = self.store.write().await.unwrap();
        let done = inbox::undo_outcome(&mut write, id, &[]).await.unwrap();
        write.commit().await.unwrap();
        done
    }
}

#[tokio::test]
async fn who_asked_for_help_is_spoken_to_at_once_and_who_wants_an_explanation_after_a_day() {
    let school = School::with_anna(ANNA).await;
    school.asks("explain", 23).await;
    assert_eq!(school.reasons().await, []);
    school.asks("help", 0).await;
    assert_eq!(school.reasons().await, [FollowUpReason::Help]);
    assert_eq!(school.looks().await, 0, "looking again changes nothing");
    let entry = school.door().await.pop().unwrap();
    assert_eq!((entry.carer.as_str(), entry.language.tag()), ("Anna", "tr"));
    assert_eq!((entry.children, entry.group_name.as_str()), (vec!["Daan".to_owned()], "Vlinders"));
    school.does("update questions set answered_at = 1").await;
    assert_eq!(school.reasons().await, [], "staff answered");
}

#[tokio::test]
async fn two_times_not_yet_in_a_row_asks_for_a_person_and_one_does_not() {
    let school = School::with_anna(ANNA).await;
    school.was_asked(20, Some("worked")).await;
    school.was_asked(9, Some("not_yet")).await;
    assert_eq!(school.reasons().await, []);
    school.was_asked(4, Some("not_yet")).await;
    school.is_next_day();
    assert_eq!(school.reasons().await, [FollowUpReason::NotYetTwice]);
    school.notes(Outcome::Spoke).await;
    school.is_next_day();
    assert_eq!(school.reasons().await, [], "the same two do not ask again");
}

#[tokio::test]
async fn three_check_ins_without_an_answer_go_to_a_person_until_the_family_replies() {
    let school = School::with_anna(ANNA).await;
    for days in [15, 8] {
        school.was_asked(days, None).await;
    }
    school.was_asked(2, None).await;
    assert_eq!(school.reasons().await, [], "two days is not long enough");
    school.is_next_day();
    assert_eq!(school.reasons().await, [FollowUpReason::SilentCheckIns]);
    school.is_next_day();
    school.asks("text", 1).await;
    assert_eq!(school.reasons().await, []);
    assert_eq!(school.reads("select outcome from follow_ups").await, ["answered_again"]);
}

#[tokio::test]
async fn four_weeks_of_silence_count_only_while_messages_arrive_and_nobody_paused_or_stopped() {
    let school = School::with_anna(ANNA).await;
    school.got_for(30).await;
    assert_eq!(school.reasons().await, [], "nothing arrived since");
    school.got_for(5).await;
    for (column, value) in [("stopped_at", "1"), ("paused_until", "9000000000000")] {
        school.does(&format!("update carers set {column} = {value}")).await;
        school.is_next_day();
        assert_eq!(school.reasons().await, [], "{column}");
        school.does(&format!("update carers set {column} = null")).await;
    }
    school.is_next_day();
    assert_eq!(school.reasons().await, [FollowUpReason::SilentWeeks]);
    school.does("update carers set stopped_at = 1").await;
    assert_eq!(school.reasons().await, [], "who stops is not chased any more");
}

#[tokio::test]
async fn a_family_without_any_carer_in_reach_is_spoken_to_until_one_is_back() {
    let rows = [ANNA, &ANNA.replace("Anna,tr", "Bas,nl")].join("\n");
    let school = School::with_anna(&rows).await;
    school.does("update carers set chat_id = id, consented_at = 1 where name = 'Bas'").await;
    school.does("update carers set unreachable_at = 5 where name = 'Anna'").await;
    assert_eq!(school.reasons().await, [], "Bas can be reached");
    school.does("update carers set stopped_at = 6 where name = 'Bas'").await;
    assert_eq!(school.reasons().await, [FollowUpReason::Unreachable]);
    school.does("update carers set unreachable_at = null").await;
    assert_eq!(school.reasons().await, []);
}

#[tokio::test]
async fn what_staff_saw_counts_in_the_week_and_can_be_taken_back() {
    let school = School::with_anna(ANNA).await;
    school.asks("help", 0).await;
    school.got_for(0).await;
    school.looks().await;
    let week = || async {
        let mut read = school.store.read().await.unwrap();
        let groups = roster::groups(&mut read, school.organisation.id).await.unwrap();
        let groups: Vec<_> = groups.iter().map(|group| group.id).collect();
        let now = school.calendar.now();
        participation::week(&mut read, &school.organisation, &groups, now).await.unwrap()
    };
    let before = Week { families: 1, reached: 1, to_speak_to: 1, ..Week::default() };
    assert_eq!(week().await, before);
    let id = school.notes(Outcome::SeenDoingIt).await;
    assert_eq!(week().await, Week { did_at_home: 1, to_speak_to: 0, ..before });
    assert!(school.undoes_note(id).await);
    assert_eq!(week().await, before);
    assert!(!school.undoes_note(id).await, "once");
}

#[tokio::test]
async fn who_was_not_there_is_in_the_list_again_tomorrow() {
    let school = School::with_anna(ANNA).await;
    school.asks("help", 0).await;
    school.looks().await;
    school.notes(Outcome::NotThere).await;
    assert_eq!(school.reasons().await, []);
    school.is_next_day();
    assert_eq!(school.reasons().await, [FollowUpReason::Help]);
}

#[tokio::test]
async fn who_wants_no_messages_is_on_a_pause_that_only_the_carer_ends_or_staff_take_back() {
    let school = School::with_anna(ANNA).await;
    school.asks("help", 0).await;
    school.looks().await;
    let id = school.notes(Outcome::WantsNoMessages).await;
    let paused =
        "select count(*) from carers where paused_until > 250000000000000 and stopped_at is null";
    assert_eq!(school.counts(paused).await, 1);
    assert!(school.undoes_note(id).await);
    assert_eq!(school.counts("select count(*) from carers where paused_until is null").await, 1);
}

#[tokio::test]
async fn an_erased_family_leaves_nothing_at_the_door() {
    let school = School::with_anna(ANNA).await;
    school.asks("help", 0).await;
    school.looks().await;
    school.notes(Outcome::SeenDoingIt).await;
    school.erases("G3").await;
    for table in ["follow_ups", "seen_by_staff"] {
        assert_eq!(
            school.reads(&format!("select cast(count(*) as text) from {table}")).await,
            ["0"]
        );
    }
}

#[tokio::test]
async fn staff_read_the_list_and_note_the_outcome_on_the_command_line() {
    let school = School::with_anna(ANNA).await;
    school.asks("help", 0).await;
    school.looks().await;
    let csv = school.staff_run(&["follow-ups", "--format", "csv"]).await.well();
    assert!(csv.contains(",De Regenboog,Vlinders,G3,Anna,tr,false,Daan,help,2026-11-23"), "{csv}");
    let list = school.staff_run(&["follow-ups", "--group", "Vlinders"]).await.well();
    assert!(list.contains("vroeg om hulp") && list.contains("Turks"), "{list}");
    let id = school.door().await[0].id.to_string();
    let note = ["follow-ups", "note", &id, "--outcome", "spoke"];
    school.staff_run(&note).await.well();
    school.staff_run(&note).await.ill(1);
    assert_eq!(school.reads("select outcome from follow_ups").await, ["spoke"]);
}
