//! Meetings as staff plan them on the command line, and what families and the list say afterwards.

mod changes;
mod lists;
mod mistakes;
mod planning;
mod talks;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use sqlx::AssertSqlSafe;
use thuispost::clock::Calendar;
use thuispost::sandbox::Options;

use crate::suite::commands::Desk;
use crate::suite::meetings::FAMILIES;
use crate::suite::school::School;

/// Two locations with a group of the same name, brother and sister in two groups, carers who live apart.
const ROSTER: &str = "locatie,telefoon,groep,gezin,huishouden,kind,ve,ouder,thuistaal,tolk\n\
    De Regenboog,020-555 01 23,Vlinders,G1,,Samira,ja,Fatima,ar,ja\n\
    De Regenboog,020-555 01 23,Bijen,G1,,Adam,nee,Fatima,ar,ja\n\
    De Regenboog,020-555 01 23,Vlinders,G2,,Zosia,nee,Ewa,pl,nee\n\
    De Regenboog,020-555 01 23,Vlinders,G3,,Daan,nee,Anna,nl,nee\n\
    De Regenboog,020-555 01 23,Vlinders,G5,bij mama,Lotte,nee,Iris,nl,nee\n\
    De Regenboog,020-555 01 23,Vlinders,G5,bij papa,Lotte,nee,Jan,nl,nee\n\
    De Zon,,Vlinders,G4,,Bo,nee,Cor,nl,nee\n";

/// The group of most tests.
const VLINDERS: &str = "De Regenboog/Vlinders";

/// A Thursday so many weeks from now: no weekend, and no night of a clock change.
fn thursday(weeks: i64) -> Date {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let today = Calendar::system().now().local(&zone).date();
    let first = today.nth_weekday(1, Weekday::Thursday).unwrap();
    first.checked_add(Span::new().weeks(weeks)).unwrap()
}

/// The next night in which the clock is put forward.
fn night_of_spring() -> Date {
    let sunday = |year: i16| {
        jiff::civil::date(year, 3, 1).nth_weekday_of_month(-1, Weekday::Sunday).unwrap()
    };
    let today = thursday(0);
    let this_year = sunday(today.year());
    if this_year > today { this_year } else { sunday(today.year() + 1) }
}

/// The number behind "Nummer:".
fn number_in(said: &str) -> String {
    let (_, number) = said.split_once("ummer: ").unwrap();
    number.chars().take_while(char::is_ascii_digit).collect()
}

/// The number at the end of the first line that names this.
fn number_beside(said: &str, name: &str) -> String {
    let line = said.lines().find(|line| line.contains(name)).unwrap();
    line.split_whitespace().last().unwrap().to_owned()
}

impl Desk {
    /// With families whose roster is [`ROSTER`].
    async fn of_a_school() -> Self {
        let desk = Self::empty().await;
        desk.writes("roster.csv", ROSTER);
        desk.runs(&["import", "roster", "roster.csv"]).await.well();
        desk
    }

    /// What a command of meetings says when it goes well.
    async fn plans(&self, args: &[&str]) -> String {
        self.runs(&[&["meeting"], args].concat()).await.well()
    }

    /// What it says when it is refused so.
    async fn is_refused(&self, code: i32, args: &[&str]) -> String {
        self.runs(&[&["meeting"], args].concat()).await.ill(code)
    }

    /// A coffee morning of the Vlinders on a Thursday; its number.
    async fn makes_coffee(&self, weeks: i64) -> String {
        let on = thursday(weeks).to_string();
        let args = ["add", "coffee-morning", "--group", VLINDERS, "--on", &on, "--at", "08:30"];
        number_in(&self.plans(&args).await)
    }

    /// A round of talks of the Vlinders, with moments of ten minutes from three to four on a Thursday.
    async fn makes_talks(&self, weeks: i64) -> String {
        let id = number_in(&self.plans(&["add", "ten-minute-talk", "--group", VLINDERS]).await);
        let day = thursday(weeks).to_string();
        let hours = ["--from", "15:00", "--until", "16:00"];
        self.plans(&[&["open-slots", &id, "--day", &day], &hours[..]].concat()).await;
        id
    }

    /// Everything of a meeting was so many days ago.
    async fn lets_pass(&self, meeting: &str, days: i64) {
        let day = Calendar::system().now().local(&TimeZone::UTC).date().saturating_sub(days.days());
        for sql in [
            format!(
                "update sessions set starts_at = 1000, ends_at = 2000, day = '{day}' where meeting_id = {meeting}"
            ),
            format!(
                "update sessions set starts_at = starts_at + number, ends_at = ends_at + number where meeting_id = {meeting}"
            ),
        ] {
            let mut write = self.database.store.write().await.unwrap();
            sqlx::query(AssertSqlSafe(sql)).execute(&mut *write).await.unwrap();
            write.commit().await.unwrap();
        }
    }

    /// The number of the family that the roster calls so.
    async fn family(&self, name: &str) -> String {
        self.asks(&format!("select cast(id as text) from families where name = '{name}'")).await
    }

    /// One text out of the database.
    async fn asks(&self, sql: &str) -> String {
        let mut read = self.database.store.read().await.unwrap();
        sqlx::query_scalar(AssertSqlSafe(sql.to_owned())).fetch_one(&mut *read).await.unwrap()
    }

    /// How many rows there are.
    async fn counts(&self, what: &str) -> String {
        self.asks(&format!("select cast(count(*) as text) from {what}")).await
    }
}

impl School {
    /// A school of today, so that what the command line plans is due here too.
    async fn of_today() -> Self {
        let mut school = Self::with(FAMILIES, Options::new(Calendar::system())).await;
        school.begins_service().await;
        school
    }

    /// Staff do this on the command line, and the families hear of it.
    async fn staff_plan(&mut self, args: &[&str]) -> String {
        let said = self.staff_run(&[&["meeting"], args].concat()).await.well();
        self.waits_a_minute().await;
        said
    }

    /// A coffee morning in two weeks; its number.
    async fn invites_to_coffee(&mut self) -> String {
        let on = thursday(2).to_string();
        let args = ["add", "coffee-morning", "--group", "Vlinders", "--on", &on, "--at", "08:30"];
        number_in(&self.staff_plan(&args).await)
    }
}
