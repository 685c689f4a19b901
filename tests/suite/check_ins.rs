//! "Did it work?": when it is asked, what each answer brings, and when it is over.

mod answers;
mod asking;

use super::school::School;

/// A letter with a check-in, and a carer who reads Dutch.
const ANNA: &str = "De Regenboog,,Vlinders,G3,,Daan,,,Anna,nl,";
const BEAR: &str = "# Op berenjacht\n\nZoek samen de beer.\n";

impl School {
    /// Anna has joined, and the bear letter with its check-in came on Monday at half past nine.
    async fn with_bear() -> Self {
        let mut school = Self::opens(ANNA).await;
        school.joins("Anna").await;
        school.sends_asking("beer").await;
        school
    }

    /// The same, and the question came the next day.
    async fn with_bear_asked() -> Self {
        let school = Self::with_bear().await;
        school.turns_to(jiff::civil::datetime(2026, 11, 24, 9, 30, 0, 0)).await;
        assert_eq!(school.questions_asked("Anna"), 1);
        school
    }

    /// A letter with a check-in to the Vlinders.
    async fn sends_asking(&self, label: &str) {
        let folder = self.writes_letter(label, "check_in = true", &[("nl", BEAR)]);
        self.sends(&folder, &["Vlinders"], None).await.unwrap();
    }

    /// How many check-ins came on a phone, the second time included.
    fn questions_asked(&self, name: &str) -> usize {
        self.bubbles(name).iter().filter(|it| it.text.starts_with('🏠')).count()
    }

    /// What is known of Anna's check-in about the bear.
    async fn known(&self) -> String {
        let row = "select coalesce(answer, '-') || ' ' || coalesce(barrier, '-') || ' ' ||
                       case when ask_again_at is null then '-' else 'again' end
                   from check_ins k join mailings m on m.id = k.mailing_id where m.label = 'beer'";
        self.reads(row).await.pop().unwrap_or_default()
    }
}
