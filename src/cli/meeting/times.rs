//! Days and hours as staff type them, and as they read them.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::super::context::{CliError, Context, note};
use crate::clock::Moment;
use crate::language::{Args, day_and_time, hour, without_marks};
use crate::meeting::{self, Kind, Meeting, Planned, Session};
use crate::rhythm;
use crate::roster::Organisation;

#[derive(Debug, clap::Args)]
pub(super) struct TimesArgs {
    /// The day, such as 2026-12-03 or 3-12-2026; several for a series.
    #[arg(long)]
    on: Vec<String>,
    /// When it begins, such as 08:30.
    #[arg(long)]
    at: Option<String>,
    /// When it ends, such as 09:30; on another day: `2026-12-04 01:00`.
    #[arg(long, conflicts_with = "minutes")]
    until: Option<String>,
    /// How long it takes; as usual for its kind when not given.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=2_880))]
    minutes: Option<i64>,
    /// So many weeks in a row, on the same day of the week.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=60))]
    weekly: Option<i64>,
}

impl TimesArgs {
    /// Begin and end of each time; none when nothing was typed.
    pub(super) fn read(
        &self,
        context: &Context,
        kind: &Kind,
    ) -> Result<Vec<(DateTime, DateTime)>, CliError> {
        let Some(at) = &self.at else {
            let is_empty = self.on.is_empty() && self.until.is_none();
            let no_time = || context.misused("cli-meeting-no-time", &Args::new());
            return if is_empty { Ok(Vec::new()) } else { Err(no_time()) };
        };
        let at = context.hour(at)?;
        let days = self.days(context, kind)?;
        let Some(first) = days.first() else {
            return Err(context.misused("cli-meeting-no-time", &Args::new()));
        };
        let end = match &self.until {
            Some(text) => End::parse(context, text, *first)?,
            None => End::After(self.minutes.unwrap_or(kind.minutes)),
        };
        Ok(days.iter().map(|day| (day.to_datetime(at), end.of(*day, at))).collect())
    }

    /// The days of a series: as typed, or week after week.
    fn days(&self, context: &Context, kind: &Kind) -> Result<Vec<Date>, CliError> {
        let typed: Vec<Date> =
            self.on.iter().map(|day| context.day(day)).collect::<Result<_, _>>()?;
        match (typed.as_slice(), self.weekly) {
            ([first], weeks) => {
                let weeks = weeks.unwrap_or(kind.base.times());
                let later = |week: i64| first.checked_add(Span::new().weeks(week)).ok();
                Ok((0..weeks).filter_map(later).collect())
            }
            (_, Some(_)) => Err(context.misused("cli-meeting-weekly-one", &Args::new())),
            (_, None) => Ok(typed),
        }
    }
}

/// When something ends.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// So many minutes after it began.
    After(i64),
    /// At this hour, so many days later.
    At(i64, Time),
}

impl End {
    /// `09:30` is on the same day, `2026-12-04 01:00` as many days after the first one as it says.
    pub(super) fn parse(context: &Context, text: &str, first: Date) -> Result<Self, CliError> {
        if !text.trim().contains([' ', 'T']) {
            return Ok(Self::At(0, context.hour(text)?));
        }
        let end = context.day_and_hour(text)?;
        let days = first.until(end.date()).map_or(0, |span| i64::from(span.get_days()));
        Ok(Self::At(days, end.time()))
    }

    /// The end of what begins then.
    pub(super) fn of(self, day: Date, at: Time) -> DateTime {
        match self {
            Self::After(minutes) => {
                let begin = day.to_datetime(at);
                begin.checked_add(Span::new().minutes(minutes)).unwrap_or(begin)
            }
            Self::At(days, time) => {
                day.checked_add(Span::new().days(days)).unwrap_or(day).to_datetime(time)
            }
        }
    }
}

/// "donderdag 3 december 08:30 – 09:30".
pub(super) fn span(context: &Context, session: &Session, zone: &TimeZone) -> String {
    let language = context.language();
    let (starts, ends) = Meeting::local(session, zone);
    let ends = match starts.date() == ends.date() {
        true => hour(language, ends.time()),
        false => day_and_time(language, ends),
    };
    format!("{} – {ends}", day_and_time(language, starts))
}

/// When a time begins.
pub(super) fn when(context: &Context, session: &Session, zone: &TimeZone) -> String {
    said(context, session.starts, zone)
}

/// A moment as staff read it.
pub(super) fn said(context: &Context, at: Moment, zone: &TimeZone) -> String {
    day_and_time(context.language(), at.local(zone))
}

/// When an invitation leaves: as asked, else now; never in quiet hours, and before it begins.
pub(super) fn invite_at(
    context: &Context,
    organisation: &Organisation,
    asked: Option<&str>,
    begins: Option<DateTime>,
) -> Result<Moment, CliError> {
    let (now, zone) = (context.calendar.now(), &organisation.time_zone);
    let at = asked.map_or(Ok(now), |text| context.moment(text, zone))?;
    if at < now {
        let args = Args::new().text("value", asked.unwrap_or_default());
        return Err(context.misused("cli-time-past", &args));
    }
    let leaves = rhythm::outside_quiet_hours(context.settings.quiet_hours, at, zone);
    let args = Args::new().text("when", said(context, leaves, zone));
    // A beginning in the past is wrong for another reason, which is told by itself.
    let is_late = |begins: DateTime| {
        let begins = Moment::of_local(begins, zone);
        begins > now && leaves >= begins
    };
    if begins.is_some_and(is_late) {
        return Err(context.misused("cli-meeting-invited-late", &args));
    }
    Ok(leaves)
}

/// What was planned leaves later than was asked, since nothing is sent in quiet hours.
pub(super) fn note_quiet_hours(
    context: &Context,
    organisation: &Organisation,
    (asked, leaves): (Option<&str>, Moment),
) -> Result<(), CliError> {
    let zone = &organisation.time_zone;
    let at = asked.map_or(Ok(context.calendar.now()), |text| context.moment(text, zone))?;
    if leaves > at {
        let args = Args::new().text("when", said(context, leaves, zone));
        note(&context.say("cli-meeting-quiet-hours", &args));
    }
    Ok(())
}

/// What a plan falls together with, in lines to tell once it is made.
pub(super) async fn clash_lines(
    context: &Context,
    organisation: &Organisation,
    planned: &Planned,
) -> Result<Vec<String>, CliError> {
    let mut read = context.store.read().await?;
    let clashes = meeting::clashes(&mut read, organisation, planned).await?;
    let reader = (context.phrases.as_ref(), context.language());
    let lines = meeting::clash_lines(reader, &organisation.time_zone, &clashes);
    Ok(lines.iter().map(|line| without_marks(line)).collect())
}
