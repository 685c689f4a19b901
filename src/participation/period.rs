//! From which day to which day is counted.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::clock::Moment;

/// Whole local days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Date,
    to: Date,
}

/// A period that ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends on {to}, before it begins on {from}; swap the two dates")]
pub struct PeriodError {
    from: Date,
    to: Date,
}

impl Period {
    /// The days from `from` up to and including `to`.
    ///
    /// # Errors
    /// `to` lies before `from`.
    pub fn new(from: Date, to: Date) -> Result<Self, PeriodError> {
        if from <= to { Ok(Self { from, to }) } else { Err(PeriodError { from, to }) }
    }

    /// One day.
    pub fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The school year, from 1 August to 31 July, that holds `today`.
    pub fn school_year_of(today: Date) -> Self {
        let first = if today.month() >= 8 { today.year() } else { today.year().saturating_sub(1) };
        Self {
            from: Date::new(first, 8, 1).unwrap_or(Date::MIN),
            to: Date::new(first.saturating_add(1), 7, 31).unwrap_or(Date::MAX),
        }
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Date {
        self.to
    }

    /// The first moment of the first day.
    pub fn begins(self, zone: &TimeZone) -> Moment {
        Moment::start_of(self.from, zone)
    }

    /// The first moment after the last day.
    pub fn ends(self, zone: &TimeZone) -> Moment {
        self.to.tomorrow().map_or(Moment::from_millis(i64::MAX), |day| Moment::start_of(day, zone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_school_year_begins_on_the_first_of_august() {
        let year = Period::new(date(2026, 8, 1), date(2027, 7, 31)).unwrap();
        assert_eq!(Period::school_year_of(date(2026, 8, 1)), year);
        assert_eq!(Period::school_year_of(date(2027, 7, 31)), year);
        assert_ne!(Period::school_year_of(date(2026, 7, 31)), year);
    }

    #[test]
    fn a_period_of_one_day_in_which_the_clock_changes_lasts_twenty_five_hours() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let day = Period::new(date(2026, 10, 25), date(2026, 10, 25)).unwrap();
        let hours = (day.ends(&zone).millis() - day.begins(&zone).millis()) / 3_600_000;
        assert_eq!(hours, 25);
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused_with_what_to_do() {
        let error = Period::new(date(2026, 9, 2), date(2026, 9, 1)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the period ends on 2026-09-01, before it begins on 2026-09-02; swap the two dates"
        );
    }
}
