//! What repeats: the crate `ical` knows the grammar and walks the days, this sees to it that the
//! walk ends soon.

use ical::recur::expand::IcalRecurExpand;
use ical::recur::{IcalRecurDateTime, IcalRecurFreq, IcalRecurRule};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::lines::Line;
use super::problem::Problem;
use super::value::{Written, from_recur, point, to_recur};

/// So many events a file may have in the window.
pub const MOST: usize = 10_000;

/// So many days (or seconds, for a rule about seconds) may be looked at for one file: a few
/// seconds of work at worst.
const MOST_LOOKS: usize = 30_000_000;
/// So often a day may a rule name a time: each five minutes.
const MOST_TIMES: usize = 288;
/// So long a rule may be.
const LONGEST: usize = 1_000;

const DAY: i64 = 24 * 60 * 60;

/// What is left of the patience with one file.
#[derive(Debug)]
pub(super) struct Patience {
    looks: usize,
    events: usize,
}

impl Patience {
    pub fn new() -> Self {
        Self { looks: MOST_LOOKS, events: MOST }
    }

    /// One more event in the window.
    pub fn event(&mut self, line: usize) -> Result<(), Problem> {
        self.events = self.events.checked_sub(1).ok_or(Problem::TooMany { line })?;
        Ok(())
    }

    /// So much more to look at.
    pub fn look(&mut self, looks: usize, line: usize) -> Result<(), Problem> {
        self.looks = self.looks.checked_sub(looks).ok_or(Problem::TooMany { line })?;
        Ok(())
    }
}

/// The rule of a line, its end told on the clock of `zone`.
pub(super) fn parsed(line: &Line, zone: &TimeZone) -> Result<IcalRecurRule, Problem> {
    if line.value.len() > LONGEST {
        return Err(line.bad_rule());
    }
    let mut rule = IcalRecurRule::parse(&line.value).map_err(|_| line.bad_rule())?;
    let mut parts = line.value.split(';').filter_map(|part| part.split_once('='));
    let until = parts.rfind(|(name, _)| name.trim().eq_ignore_ascii_case("UNTIL"));
    if let Some((_, until)) = until {
        rule.until = Some(to_recur(match point(line, until)? {
            Written::Day(day) => day.at(23, 59, 59, 0),
            Written::Local(local) => local,
            Written::Utc(utc) => {
                let utc = TimeZone::UTC.to_timestamp(utc).map_err(|_| line.bad_rule())?;
                zone.to_datetime(utc)
            }
        }));
    }
    if rule.scale.as_ref().is_some_and(|scale| scale != "GREGORIAN") {
        return Err(line.bad_rule());
    }
    Ok(rule)
}

/// When something that starts at `start` happens by this rule, up to and including `last`, in order.
pub(super) fn walk(
    line: &Line,
    mut rule: IcalRecurRule,
    start: DateTime,
    last: DateTime,
    patience: &mut Patience,
) -> Result<impl Iterator<Item = DateTime> + use<>, Problem> {
    let (start, last) = (to_recur(start), to_recur(last));
    let last = rule.until.map_or(last, |until| until.min(last));
    rule.until = Some(last);
    let times = [&rule.by_hour, &rule.by_minute, &rule.by_second];
    let times = times.iter().map(|list| list.len().max(1)).product::<usize>();
    if times > MOST_TIMES {
        return Err(Problem::TooMany { line: line.number });
    }
    patience.look(looks(&rule, times, start, last), line.number)?;
    Ok(IcalRecurExpand::new(rule, start).map_while(from_recur))
}

/// About how much there is to look at on such a walk.
fn looks(
    rule: &IcalRecurRule,
    times: usize,
    start: IcalRecurDateTime,
    last: IcalRecurDateTime,
) -> usize {
    let (period, each) = match rule.freq {
        IcalRecurFreq::Secondly => (1, 1),
        IcalRecurFreq::Minutely => (60, 1),
        IcalRecurFreq::Hourly => (60 * 60, 1),
        IcalRecurFreq::Daily => (DAY, 1),
        IcalRecurFreq::Weekly => (7 * DAY, 7),
        IcalRecurFreq::Monthly => (28 * DAY, 31),
        IcalRecurFreq::Yearly => (365 * DAY, 380),
    };
    let seconds = last.seconds().saturating_sub(start.seconds()).max(0);
    let periods = 1 + seconds / (period * i64::from(rule.interval));
    let periods = usize::try_from(periods).unwrap_or(usize::MAX);
    let named = rule.by_day.len() + rule.by_month_day.len() + rule.by_year_day.len();
    let lists = 1 + (named + rule.by_set_pos.len()) / 16;
    periods.saturating_mul(each).saturating_mul(times).saturating_mul(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    const START: DateTime = datetime(2026, 1, 5, 9, 0, 0, 0);
    const LAST: DateTime = datetime(2027, 12, 31, 23, 59, 59, 0);

    fn line(value: &str) -> Line {
        Line { number: 7, value: value.to_owned(), ..Line::default() }
    }

    fn days(value: &str) -> Result<Vec<DateTime>, Problem> {
        let line = line(value);
        let rule = parsed(&line, &TimeZone::get("Europe/Amsterdam").unwrap())?;
        walk(&line, rule, START, LAST, &mut Patience::new()).map(Iterator::collect)
    }

    #[test]
    fn a_rule_is_walked_to_its_own_end_or_to_the_windows() {
        assert_eq!(days("FREQ=WEEKLY;COUNT=3").unwrap()[2], datetime(2026, 1, 19, 9, 0, 0, 0));
        assert_eq!(days("FREQ=DAILY").unwrap().len(), 726);
        assert_eq!(days("FREQ=MONTHLY;BYDAY=-1FR").unwrap()[0].date(), date(2026, 1, 30));
    }

    #[test]
    fn an_end_in_utc_is_told_on_the_local_clock_and_a_day_is_whole() {
        assert_eq!(days("FREQ=DAILY;UNTIL=20260107T080000Z").unwrap().len(), 3);
        assert_eq!(days("FREQ=DAILY;UNTIL=20260107T075959Z").unwrap().len(), 2);
        assert_eq!(days("FREQ=DAILY;UNTIL=20260107").unwrap().len(), 3);
    }

    #[test]
    fn what_is_no_rule_is_said_with_its_line() {
        let long = format!("FREQ=DAILY;BYDAY={}", "MO,".repeat(500));
        let wrong = ["", "FREQ=DAILY;INTERVAL=0", "FREQ=SOON", "FREQ=YEARLY;BYMONTH=13", &long];
        for rule in wrong.into_iter().chain(["FREQ=DAILY;RSCALE=HEBREW"]) {
            assert!(matches!(days(rule), Err(Problem::BadRule { line: 7, .. })), "{rule}");
        }
    }

    #[test]
    fn an_absurd_rule_is_refused_before_it_is_walked() {
        let all = |most: u32| (0..most).map(|it| it.to_string()).collect::<Vec<_>>().join(",");
        let every = format!("FREQ=YEARLY;BYHOUR={};BYMINUTE={}", all(24), all(60));
        for rule in ["FREQ=SECONDLY", "FREQ=SECONDLY;BYSETPOS=2", &every] {
            assert!(matches!(days(rule), Err(Problem::TooMany { line: 7 })), "{rule}");
        }
    }

    #[test]
    fn many_rules_together_use_up_the_patience() {
        let mut patience = Patience::new();
        let line = line("FREQ=MINUTELY");
        let rule = parsed(&line, &TimeZone::UTC).unwrap();
        let walks = (0..100).map(|_| walk(&line, rule.clone(), START, LAST, &mut patience).is_ok());
        assert_eq!(walks.filter(|is_fine| *is_fine).count(), 28);
    }
}
