//! Nobody sees or changes a meeting outside their groups, however old the button.

use thuispost::roster::Role;

use crate::suite::school::School;

impl School {
    /// Somebody presses data that was made for somebody else.
    async fn forges(&self, name: &str, data: &str) {
        let message = self.last(name).message_id;
        self.sandbox.presses(self.id(name), message, data).unwrap();
        self.settles().await;
    }

    /// Everything about meetings, as it stands.
    async fn stands_all(&self) -> Vec<String> {
        self.reads(
            "select 'm' || coalesce(cast(cancelled_at as text), '-') from meetings
             union all select 's' || cast(starts_at as text) || coalesce(cast(list_closed_at as text), '-') from sessions
             union all select 'a' || evidence from attendance
             union all select 't' || coalesce(outcome, '-') || coalesce(cast(booked_at as text), '-') from talks
             union all select 'l' || coalesce(cast(talk_id as text), '-') || coalesce(cast(withdrawn_at as text), '-') from slots
             order by 1",
        )
        .await
    }
}

#[tokio::test]
async fn an_educator_of_another_group_is_refused_by_every_old_button() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    let one = async |sql: &str| school.reads(sql).await.remove(0);
    let session = one("select cast(id as text) from sessions").await;
    let round = one("select cast(id as text) from meetings where base <> 'coffee-morning'").await;
    let talk = one("select cast(id as text) from talks where booked_at is not null").await;
    let family = one("select cast(family_id as text) from carers where name = 'Ewa'").await;
    let slot = one("select cast(max(id) as text) from slots").await;
    let group = one("select cast(id as text) from groups where name = 'Vlinders'").await;
    let undo = one("select cast(max(id) as text) from staff_acts").await;
    let before = school.stands_all().await;
    for data in [
        format!("w.g.i.{session}"),
        format!("w.g.a.{session}"),
        format!("w.g.a.{session}.{family}.y"),
        format!("w.g.a.{session}.o.f{family}"),
        format!("w.g.a.{session}.c"),
        format!("w.g.v.{session}.261204.0830.go"),
        format!("w.g.x.{session}.go"),
        format!("w.g.r.{round}"),
        format!("w.g.r.{round}.n"),
        format!("w.g.r.{round}.x.go"),
        format!("w.g.k.{talk}"),
        format!("w.g.k.{talk}.v.{slot}"),
        format!("w.g.k.{talk}.x.go"),
        format!("w.g.k.{talk}.h"),
        format!("w.g.w.g{group}"),
        format!("w.u.{undo}"),
    ] {
        school.forges("Bas", &data).await;
        let shown = super::clean(&school.last("Bas").text);
        assert!(!shown.contains("Koffie") && !shown.contains("Zosia"), "{data}: {shown}");
        assert_eq!(school.stands_all().await, before, "{data}");
    }
    school.opens_meetings("Bas").await;
    school.hears_all("Bas", &["0 bijeenkomsten"]);
}

#[tokio::test]
async fn who_was_removed_a_moment_ago_does_nothing_more() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    let session = school.reads("select cast(id as text) from sessions").await.remove(0);
    let before = school.stands_all().await;
    let now = school.calendar.now();
    let whose = school.organisation.id;
    thuispost::roster::remove_staff(&school.store, whose, "Eva", now).await.unwrap();
    for data in [format!("w.g.x.{session}.go"), format!("w.g.v.{session}.261204.0830.go")] {
        school.forges("Eva", &data).await;
    }
    school.taps("Eva", "Ongedaan maken").await;
    assert_eq!(school.stands_all().await, before);
}

#[tokio::test]
async fn a_meeting_of_several_groups_is_for_who_has_them_all() {
    let mut school = School::with_meetings().await;
    for (name, role, places) in
        [("Kim", Role::Coach, vec!["De Regenboog"]), ("Ria", Role::Coordinator, vec![])]
    {
        school.employs(name, role, &places).await;
        school.opens_work(name).await;
    }
    school.opens_meetings("Ria").await;
    let chosen = ["Nieuwe bijeenkomst", "Koffieochtend", "Alles van De Regenboog", "do 3 dec"];
    school.taps_all("Ria", &chosen).await;
    assert_eq!(school.taps_all("Ria", &["08:30", "Ja, nodig uit"]).await, 2);
    for (name, sees) in
        [("Eva", "0 bijeenkomsten"), ("Bas", "0 bijeenkomsten"), ("Kim", "1 bijeenkomst,")]
    {
        school.opens_meetings(name).await;
        school.hears_all(name, &[sees]);
    }
    school.taps("Kim", "do 3 dec").await;
    school.hears_all("Kim", &["Koffieochtend voor Bijen, Vlinders"]);
}

#[tokio::test]
async fn a_child_that_moved_takes_its_talk_out_of_reach() {
    let school = School::with_meetings().await;
    school.opens_round_in_chat().await;
    school.waits_a_minute().await;
    school.books("Ewa").await;
    school.does("update children set group_id = (select id from groups where name = 'Bijen') where name = 'Zosia'").await;
    let talk = "select cast(id as text) from talks where booked_at is not null";
    let talk = school.reads(talk).await.remove(0);
    let before = school.stands_all().await;
    school.forges("Eva", &format!("w.g.k.{talk}.x.go")).await;
    assert_eq!(school.stands_all().await, before);
    school.forges("Bas", &format!("w.g.k.{talk}")).await;
    school.hears_all("Bas", &["Gesprek over Zosia, Bijen"]);
}

#[tokio::test]
async fn data_that_nobody_made_changes_nothing() {
    let school = School::with_meetings().await;
    school.plans_coffee().await;
    let before = school.stands_all().await;
    for data in [
        "w.g..",
        "w.g.i",
        "w.g.i.x",
        "w.g.i.-1",
        "w.g.a.",
        "w.g.a.1.2.3.4",
        "w.g.n.zz",
        "w.g.n.....",
        "w.g.v.9223372036854775807.261203.0830.go",
        "w.g.x",
        "w.g.r.1.x.go",
        "w.g.k.1.h",
        "w.g.o.x.y.z",
        "w.g.w.x",
        "w.g.ééé",
        "w.g.t.x",
        "w.g.p.99999999999999999999",
    ] {
        school.forges("Eva", data).await;
        assert_eq!(school.stands_all().await, before, "{data}");
    }
    let kind = school.button("Eva", "w.g.n.").1;
    for more in ["g1", "g1.261203.0830.go", "l1.x", "p.x", ".."] {
        school.forges("Eva", &format!("{kind}.{more}")).await;
        assert_eq!(school.stands_all().await, before, "{more}");
    }
    let failed = "select count(*) from updates where state = 'failed'";
    assert_eq!(school.counts(failed).await, 0);
}
