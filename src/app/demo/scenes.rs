//! The scenes of the story, in the order in which they are played.

use std::time::Duration;

use jiff::civil::{DateTime, Time};

use super::educator::Educator;
use super::{Demo, DemoError, school, theme};
use crate::language::HomeLanguage;
use crate::library;
use crate::roster::InviteKey;

impl Demo {
    /// The families open the code on their letter.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn families_join(&mut self) -> Result<(), DemoError> {
        self.families.begin();
        self.everybody_is_done("joining").await
    }

    /// Staff send the sample theme letter to all three groups; families read it and react.
    ///
    /// # Errors
    /// The sample is broken, or the story stands still.
    pub async fn letter_goes_home(&mut self) -> Result<(), DemoError> {
        school::send_letter(&self.store, &self.organisation, &self.folder, self.calendar.now())
            .await?;
        self.everybody_is_done("reading the letter").await
    }

    /// Staff answer every open question.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn staff_answer(&mut self) -> Result<usize, DemoError> {
        let now = self.calendar.now();
        let count =
            school::answer_questions(&self.store, &self.phrases, &self.organisation, now).await?;
        self.everybody_is_done("answering questions").await?;
        Ok(count)
    }

    /// Staff give a printed copy to some whom the letter did not reach.
    ///
    /// # Errors
    /// The database.
    pub async fn copies_are_handed_over(&mut self, most: usize) -> Result<usize, DemoError> {
        let given =
            school::hand_over(&self.store, &self.organisation, most, self.calendar.now()).await?;
        let count = given.len();
        self.families.got_on_paper(given);
        Ok(count)
    }

    /// The calendar turns to the next day, half past ten; what is due then comes and is answered.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn next_day(&mut self) -> Result<(), DemoError> {
        let day = self.calendar.now().local(&self.organisation.time_zone).date();
        let morning = day.tomorrow().unwrap_or(day).to_datetime(Time::constant(10, 30, 0, 0));
        self.turns_to(morning, "the next day").await
    }

    /// An educator opens the code of her work, and from now on works in the chat.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn educator_joins(&mut self) -> Result<(), DemoError> {
        let key = InviteKey::load_or_make(&self.settings.key_file)
            .map_err(|error| DemoError::Sample(error.to_string()))?;
        let (store, organisation, now) = (&self.store, &self.organisation, self.calendar.now());
        let begins = Educator::begins(store, &key, organisation, &self.sandbox, now);
        self.educator = Some(begins.await?);
        Ok(())
    }

    /// The educator replies to the questions on her phone. Returns how many.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn educator_replies(&mut self) -> Result<usize, DemoError> {
        let Some(educator) = &mut self.educator else { return Ok(0) };
        let count = educator.replies(&self.phrases).await?;
        if count == 0 {
            return Ok(0);
        }
        // Her answers leave after the minute in which she can take them back.
        self.calendar.turn_to(self.calendar.now().after(Duration::from_secs(90)));
        self.planned().await?;
        self.everybody_is_done("the educator's answers").await?;
        Ok(count)
    }

    /// The starter programme is read in, and its themes begin next Monday: the educator starts one on her
    /// phone, the office one for the other location. Returns the plan that the educator saw.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_starts(&mut self) -> Result<String, DemoError> {
        let now = self.calendar.now();
        let taken =
            library::take_in(&self.store, self.organisation.id, &self.programme, false, now);
        taken.await.map_err(|error| DemoError::Sample(error.to_string()))?;
        let monday = theme::monday_after(now.local(&self.organisation.time_zone).date());
        let plan = match &mut self.educator {
            Some(educator) if !educator.groups.is_empty() => {
                let title = school::dutch_title(&self.programme, theme::AT_HOME.theme);
                let plan = educator.starts_theme(&title, monday).await?;
                if let Some(language) = HomeLanguage::parse(theme::SPOKEN) {
                    educator.records((theme::AT_HOME.theme, &title), language).await?;
                }
                plan
            }
            _ => String::new(),
        };
        let (store, when) = (&self.store, (monday, &self.settings.theme));
        theme::start(store, &self.organisation, theme::OUTSIDE, when, now).await?;
        self.theme_begins = Some(monday);
        self.everybody_is_done("starting the theme").await?;
        Ok(plan)
    }

    /// For how many weeks the theme runs.
    pub const fn theme_weeks() -> i64 {
        theme::WEEKS
    }

    /// One week of the theme: the moments at which something comes, each until everybody has reacted. In
    /// one of them the educator marks a picture book as read, in another she speaks to families at the
    /// door; her parents' questions she answers.
    ///
    /// # Errors
    /// The story stands still.
    pub async fn theme_week(&mut self, week: i64) -> Result<(), DemoError> {
        let Some(monday) = self.theme_begins else { return Ok(()) };
        if week == theme::BOOK_WEEK {
            self.turns_to(theme::monday_morning(monday, week), "a Monday morning").await?;
            self.book_is_read().await?;
        }
        let [why, activity, how_it_went, cheer] = theme::moments(monday, week);
        for moment in [why, activity, how_it_went] {
            self.turns_to(moment, "a moment of the theme").await?;
        }
        if week == theme::DOOR_WEEK {
            self.families_are_spoken_to(cheer).await?;
        }
        self.turns_to(cheer, "a moment of the theme").await?;
        self.educator_replies().await?;
        Ok(())
    }

    /// The list comes while what is due at this moment goes home.
    async fn families_are_spoken_to(&mut self, moment: DateTime) -> Result<(), DemoError> {
        // Each time the list is shorter by those whom she spoke to.
        for _ in 0..3 {
            let Some(educator) = &self.educator else { return Ok(()) };
            educator.asks_whom_to_speak_to().await?;
            self.turns_to(moment, "the list at the door").await?;
            let Some(educator) = &mut self.educator else { return Ok(()) };
            if educator.speaks_at_the_door(theme::SEEN).await? {
                break;
            }
        }
        Ok(())
    }

    async fn book_is_read(&mut self) -> Result<(), DemoError> {
        let book = self.programme.books.iter().find(|book| book.slug == theme::BOOK);
        let (Some(book), Some(educator)) = (book, &self.educator) else { return Ok(()) };
        if let Some(group) = educator.groups.iter().find(|it| it.name == theme::BOOK_GROUP) {
            educator.has_read(&book.title, group).await?;
        }
        self.everybody_is_done("the link of a picture book").await
    }
}
