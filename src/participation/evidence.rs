//! What is known of a family, and which kind of evidence that is for each figure.

use super::Figure;
use super::gatherings::AtMeetings;

/// How a family's place in a figure is known. The first six kinds count; the others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A carer said so by pressing a button or writing. Self-report.
    SaidSo,
    /// No carer said so, and staff saw it.
    SeenByStaff,
    /// The messenger confirmed delivery.
    Delivered,
    /// Staff handed over the printed copy, and nothing was delivered in a chat.
    HandedOver,
    /// Staff handed over the materials of an activity, and no activity was delivered in a chat.
    MaterialsGiven,
    /// Staff noted that they were there.
    Attended,
    /// A carer answered, but something else: "please explain", "not yet", declined or stopped.
    Otherwise,
    /// Staff noted that it was not so: not on a list that they closed, or no interpreter there.
    NotSeen,
    /// Nobody answered, or nothing arrived. Never to be read as "no".
    Unknown,
}

impl Evidence {
    /// All kinds, in the order of reports.
    pub const ALL: [Self; 9] = [
        Self::SaidSo,
        Self::SeenByStaff,
        Self::Delivered,
        Self::HandedOver,
        Self::MaterialsGiven,
        Self::Attended,
        Self::Otherwise,
        Self::NotSeen,
        Self::Unknown,
    ];

    /// Whether a family with this evidence counts for the figure.
    pub fn counts(self) -> bool {
        !matches!(self, Self::Otherwise | Self::NotSeen | Self::Unknown)
    }
}

/// The families of one record by kind of evidence, each family once: adds up to `families`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Breakdown([u64; Evidence::ALL.len()]);

impl Breakdown {
    /// Families with this kind of evidence.
    pub fn of(&self, evidence: Evidence) -> u64 {
        self.0[evidence as usize]
    }

    /// Families in the denominator.
    pub fn families(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Families that count.
    pub fn count(&self) -> u64 {
        Evidence::ALL.into_iter().filter(|kind| kind.counts()).map(|kind| self.of(kind)).sum()
    }

    pub(super) fn add(&mut self, evidence: Evidence, families: u64) {
        self.0[evidence as usize] += families;
    }
}

/// What is known of one family in the period, or about one letter of it. Any carer will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) connected: bool,
    pub(super) turned_down: bool,
    pub(super) language_known: bool,
    pub(super) delivered: bool,
    pub(super) handed_over: bool,
    pub(super) understood: bool,
    pub(super) please_explain: bool,
    pub(super) replied: bool,
    pub(super) offered: bool,
    pub(super) materials: bool,
    pub(super) seen: bool,
    pub(super) worked: bool,
    pub(super) a_bit: bool,
    pub(super) not_yet: bool,
    pub(super) meetings: AtMeetings,
}

impl Facts {
    /// What these facts are for a figure; `None` when the family is not in its denominator.
    pub(super) fn evidence(&self, figure: Figure) -> Option<Evidence> {
        use Evidence::{
            Delivered, HandedOver, MaterialsGiven, Otherwise, SaidSo, SeenByStaff, Unknown,
        };
        let said_it = self.worked || self.a_bit;
        let did_at_home = said_it || self.seen;
        let reached = self.delivered || self.handed_over;
        let said = |yes: bool, other: bool| match (yes, other) {
            (true, _) => SaidSo,
            (false, true) => Otherwise,
            (false, false) => Unknown,
        };
        match figure {
            Figure::Connected => Some(said(self.connected, self.turned_down)),
            Figure::Reached if self.delivered => Some(Delivered),
            Figure::Reached if self.handed_over => Some(HandedOver),
            Figure::Reached => Some(Unknown),
            Figure::Understood => reached.then(|| said(self.understood, self.please_explain)),
            Figure::Responded => Some(said(self.replied, false)),
            Figure::Offered if self.offered => Some(Delivered),
            Figure::Offered if self.materials => Some(MaterialsGiven),
            Figure::Offered => Some(Unknown),
            Figure::DidAtHome if self.seen && !said_it => Some(SeenByStaff),
            Figure::DidAtHome => Some(said(said_it, self.not_yet)),
            // Whether it worked only a carer can say.
            Figure::Worked => did_at_home.then(|| said(self.worked, self.a_bit || self.not_yet)),
            Figure::TookPart
            | Figure::Talks
            | Figure::SaidTheyCome
            | Figure::CameAsSaid
            | Figure::InterpreterThere => self.meetings.evidence(figure),
            Figure::LanguageKnown => Some(said(self.language_known, false)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_yet_is_an_answer_and_silence_is_unknown() {
        let not_yet = Facts { not_yet: true, ..Facts::default() };
        assert_eq!(not_yet.evidence(Figure::DidAtHome), Some(Evidence::Otherwise));
        assert_eq!(Facts::default().evidence(Figure::DidAtHome), Some(Evidence::Unknown));
    }

    #[test]
    fn what_staff_saw_counts_as_done_and_says_nothing_of_whether_it_worked() {
        let seen = Facts { seen: true, ..Facts::default() };
        assert_eq!(seen.evidence(Figure::DidAtHome), Some(Evidence::SeenByStaff));
        assert_eq!(seen.evidence(Figure::Worked), Some(Evidence::Unknown));
        let said_so_too = Facts { worked: true, ..seen };
        assert_eq!(said_so_too.evidence(Figure::DidAtHome), Some(Evidence::SaidSo));
        assert_eq!(said_so_too.evidence(Figure::Worked), Some(Evidence::SaidSo));
    }

    #[test]
    fn a_family_that_was_not_reached_is_not_asked_whether_it_understood() {
        let unreached = Facts { understood: true, ..Facts::default() };
        assert_eq!(unreached.evidence(Figure::Understood), None);
    }
}
