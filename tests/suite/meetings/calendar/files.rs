//! The file that takes a meeting or a talk out of a parent's calendar again.

use base64::Engine;
use thuispost::meeting::{self, Answer, Base, MeetingId};

use super::super::School;
use super::Town;

impl Town {
    /// A carer says yes and takes the file.
    async fn has_it_in_a_calendar(&self, carer: &str, id: MeetingId) {
        let carer = self.carer(carer).await;
        let now = self.calendar.now();
        let today = now.local(&self.organisation.time_zone).date().to_string();
        let about = self.meeting(id).await;
        let mut write = self.store.write().await.unwrap();
        meeting::respond(&mut write, (&about, carer), Answer::Yes, (&today, now)).await.unwrap();
        meeting::took_file(&mut write, id, carer, now).await.unwrap();
        write.commit().await.unwrap();
    }

    /// What waits for a carer that carries a file: its words, and the file.
    async fn files_for(&self, carer: &str) -> Vec<(String, String)> {
        let sql = format!(
            "select d.payload from deliveries d join carers c on c.id = d.carer_id
             where c.name = '{carer}' and d.state = 'waiting' and d.payload like '%\"document\"%' order by d.mailing_id"
        );
        let mut found = Vec::new();
        for payload in self.reads(&sql).await {
            let message: serde_json::Value = serde_json::from_str(&payload).unwrap();
            let id = message["document"].as_str().unwrap();
            let bytes =
                self.reads(&format!("select base64 from documents where id = '{id}'")).await;
            let bytes = base64::engine::general_purpose::STANDARD.decode(&bytes[0]).unwrap();
            let text = message["text"].as_str().unwrap().to_owned();
            found.push((text, String::from_utf8(bytes).unwrap()));
        }
        found
    }
}

/// The values of a property, in order; not of what a time zone is made of.
pub fn values<'a>(file: &'a str, name: &str) -> Vec<&'a str> {
    let zones = |line: &&str| line.starts_with("DTSTART:");
    let value = |line: &'a str| {
        let (key, value) = line.split_once(':')?;
        (key.split(';').next() == Some(name)).then_some(value)
    };
    file.lines().filter(|line| !zones(line)).filter_map(value).collect()
}

#[tokio::test]
async fn who_has_a_meeting_in_a_calendar_gets_a_file_behind_the_news_that_takes_it_out() {
    let school = Town::quiet().await;
    let new = school.thinks_of(Base::CoffeeMorning, School::thursday()).await;
    let id = school.makes(&new).await;
    school.has_it_in_a_calendar("Fatima", id).await;
    let session = school.meeting(id).await.sessions[0].id;
    school.calls_off(id).await;
    let files = school.files_for("Fatima").await;
    let [(words, file)] = files.as_slice() else { panic!("{files:?}") };
    assert!(words.contains("افتحوا الملف"), "in her language: {words}");
    assert_eq!(values(file, "METHOD"), ["CANCEL"]);
    assert_eq!(values(file, "STATUS"), ["CANCELLED"]);
    assert_eq!(values(file, "UID"), [format!("session-{session}@thuispost")]);
    assert_eq!(values(file, "SEQUENCE"), ["1"]);
    assert!(school.files_for("Anna").await.is_empty(), "she took none");
    let parts = school.reads("select cast(part as text) from deliveries order by part").await;
    assert_eq!(parts, ["0", "1"], "the news comes first");
}

#[tokio::test]
async fn one_time_of_a_series_goes_and_the_others_stay() {
    let school = Town::quiet().await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    let later = |it| jiff::civil::DateTime::saturating_add(it, jiff::Span::new().weeks(1));
    new.times.push((later(new.times[0].0), later(new.times[0].1)));
    let id = school.makes(&new).await;
    school.has_it_in_a_calendar("Anna", id).await;
    let (session, _) = school.calls_off(id).await;
    let files = school.files_for("Anna").await;
    assert_eq!(values(&files[0].1, "UID"), [format!("session-{session}@thuispost")]);
}

#[tokio::test]
async fn a_cancellation_that_is_taken_back_in_time_takes_the_file_back_too() {
    let school = Town::quiet().await;
    let id = school.makes(&school.thinks_of(Base::CoffeeMorning, School::thursday()).await).await;
    school.has_it_in_a_calendar("Anna", id).await;
    let changed = school.calls_off(id).await;
    assert_eq!(school.files_for("Anna").await.len(), 1);
    let mut write = school.store.write().await.unwrap();
    let desk = (&school.store, school.phrases.as_ref());
    let now = school.calendar.now();
    assert!(meeting::undo(desk, &mut write, &school.organisation, changed, now).await.unwrap());
    write.commit().await.unwrap();
    assert!(school.files_for("Anna").await.is_empty());
}

#[tokio::test]
async fn a_whole_series_that_is_called_off_goes_at_once_and_comes_back_whole() {
    let school = Town::quiet().await;
    let mut new = school.thinks_of(Base::PlayGroup, School::thursday()).await;
    let later = |it| jiff::civil::DateTime::saturating_add(it, jiff::Span::new().weeks(1));
    new.times.push((later(new.times[0].0), later(new.times[0].1)));
    let id = school.makes(&new).await;
    school.has_it_in_a_calendar("Anna", id).await;
    let about = school.meeting(id).await;
    let (now, desk) = (school.calendar.now(), (&school.store, school.phrases.as_ref()));
    let organisation = &school.organisation;
    let mut write = school.store.write().await.unwrap();
    let off = (&about, None);
    let changed =
        meeting::cancel_meeting(desk, &mut write, organisation, off, (now, now)).await.unwrap();
    write.commit().await.unwrap();
    let files = school.files_for("Anna").await;
    assert_eq!(values(&files[0].1, "UID").len(), 2);
    assert_eq!(values(&files[0].1, "SEQUENCE"), ["1", "1"]);
    let mut write = school.store.write().await.unwrap();
    let session = about.sessions[0].id;
    let undone = meeting::undo(desk, &mut write, organisation, (session, changed), now).await;
    assert!(undone.unwrap());
    write.commit().await.unwrap();
    assert!(school.files_for("Anna").await.is_empty());
    let back = school.meeting(id).await;
    assert_eq!(back.standing().count(), 2, "both times are there again");
    assert!(back.sessions.iter().all(|it| it.sequence > 1), "newer than what was called off");
}

#[tokio::test]
async fn a_talk_that_staff_call_off_is_taken_out_alone_and_with_its_round() {
    let school = Town::quiet().await;
    let round = school.opens_talks(None, School::thursday()).await;
    for carer in ["Fatima", "Anna"] {
        let talk = school.books(carer, round).await;
        let mut write = school.store.write().await.unwrap();
        let now = school.calendar.now();
        meeting::took_talk_file(&mut write, talk, now).await.unwrap();
        let desk = (&school.store, school.phrases.as_ref());
        let organisation = &school.organisation;
        if carer == "Fatima" {
            assert!(meeting::call_off(desk, &mut write, organisation, talk, now).await.unwrap());
        } else {
            let about = school.meeting(round).await;
            meeting::cancel_round(desk, &mut write, organisation, (&about, None), now)
                .await
                .unwrap();
        }
        write.commit().await.unwrap();
        let files = school.files_for(carer).await;
        let [(_, file)] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(values(file, "METHOD"), ["CANCEL"]);
        assert_eq!(values(file, "UID"), [format!("talk-{talk}@thuispost")]);
        assert_eq!(values(file, "SEQUENCE"), ["2"], "booked is 1, called off is 2");
        assert_eq!(values(file, "DTSTART"), ["20261203T083000"]);
    }
}
