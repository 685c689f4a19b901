//! `thuispost meeting attendance`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sqlx::AnyConnection;

use super::super::Whose;
use super::super::context::{CliError, Context, show, table};
use super::{BY, count, family, found, named, paper, refused, session_of, times};
use crate::clock::Moment;
use crate::language::Args;
use crate::meeting::{
    self, Answering, Attendee, Meeting, MeetingError, PaperRow, Session, SessionId,
};
use crate::roster::{self, FamilyId, Organisation};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AttendanceArgs {
    /// Number of the meeting.
    id: i64,
    /// Which time of a series, by its number; the one of today when it is not given.
    #[arg(long)]
    time: Option<i64>,
    #[command(flatten)]
    changes: Changes,
    /// The list is complete: who said yes and is not on it was missed.
    #[arg(long, conflicts_with = "reopen")]
    close: bool,
    /// The list is not complete after all.
    #[arg(long)]
    reopen: bool,
    /// Prints the list as CSV, to fill in on paper or in a spreadsheet.
    #[arg(long, conflicts_with_all = ["family", "not", "interpreter", "file", "close", "reopen"])]
    print: bool,
    #[command(flatten)]
    whose: Whose,
}

/// Who was there, and who was not after all.
#[derive(Debug, clap::Args)]
struct Changes {
    /// A family that was there, by its number; may be given several times.
    #[arg(long)]
    family: Vec<i64>,
    /// A family that was not there after all; may be given several times.
    #[arg(long)]
    not: Vec<i64>,
    /// A family for which the interpreter was there; may be given several times.
    #[arg(long)]
    interpreter: Vec<i64>,
    /// A list that was filled in: family or child and group, present, interpreter.
    #[arg(long)]
    file: Option<PathBuf>,
}

pub(super) async fn run(context: &Context, args: AttendanceArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    match meeting.kind.base.answering() {
        Answering::Slots => return Err(context.misused("cli-meeting-note-talks", &Args::new())),
        Answering::WeeklyTick => return Err(context.misused("cli-meeting-tick", &Args::new())),
        Answering::Rsvp => {}
    }
    let zone = &organisation.time_zone;
    let now = context.calendar.now();
    let today = now.local(zone).date();
    let is_today = |it: &&Session| !it.is_cancelled && it.starts.local(zone).date() == today;
    let session = session_of(context, &organisation, (&meeting, args.time), is_today)?;
    if args.print {
        let all = attendees(context, &organisation, &meeting, session).await?;
        return paper::print(context, &organisation, &all).await;
    }
    let rows = args.changes.read(context, &organisation).await?;
    if rows.is_empty() && !args.close && !args.reopen {
        return list(context, &organisation, &meeting, session).await;
    }
    if session.is_cancelled {
        return Err(refused::meeting(context, &MeetingError::CalledOff));
    }
    if !session.day_has_come(now, zone) {
        let when = times::when(context, session, zone);
        return Err(context.misused("cli-meeting-not-yet", &Args::new().text("when", when)));
    }
    let mut write = context.store.write().await?;
    note(context, &mut write, session.id, (&rows, now)).await?;
    if args.close || args.reopen {
        let closed_at = args.close.then_some(now);
        close(context, &mut write, session, closed_at).await?;
    }
    write.commit().await?;
    tell(context, &organisation, &meeting, session).await
}

impl Changes {
    /// All that was typed and stands in the file, checked; a family that is named twice is one.
    async fn read(
        &self,
        context: &Context,
        organisation: &Organisation,
    ) -> Result<Vec<PaperRow>, CliError> {
        let mut rows = match &self.file {
            Some(file) => paper::read(context, organisation, file).await?,
            None => Vec::new(),
        };
        let typed = [(&self.family, Some(true), None), (&self.not, Some(false), None)];
        for (ids, present, interpreter) in
            typed.into_iter().chain([(&self.interpreter, None, Some(true))])
        {
            for id in ids {
                let family = family(context, organisation, *id).await?;
                rows.push(PaperRow { family, present, interpreter });
            }
        }
        let both = self.family.iter().find(|id| self.not.contains(id));
        match both {
            Some(id) => {
                let args = Args::new().text("id", id.to_string());
                Err(context.misused("cli-meeting-there-and-not", &args))
            }
            None => Ok(rows),
        }
    }
}

/// Notes every row, in the caller's transaction, which the caller drops on an error.
pub(super) async fn note(
    context: &Context,
    write: &mut AnyConnection,
    session: SessionId,
    (rows, now): (&[PaperRow], Moment),
) -> Result<(), CliError> {
    for row in rows {
        match row.present {
            Some(true) => {
                meeting::see(write, (session, row.family), (BY, now)).await?;
            }
            Some(false) => {
                meeting::was_not_there(write, session, row.family).await?;
            }
            None => {}
        }
        if let Some(was_there) = row.interpreter
            && !meeting::interpreter_there(write, (session, row.family), was_there).await?
            && was_there
        {
            let args = Args::new().text("id", row.family.to_string());
            return Err(context.misused("cli-meeting-interpreter-alone", &args));
        }
    }
    Ok(())
}

async fn close(
    context: &Context,
    write: &mut AnyConnection,
    session: &Session,
    closed_at: Option<Moment>,
) -> Result<(), CliError> {
    let was_closed = session.list_closed_at.is_some();
    if meeting::close_list(write, session.id, closed_at).await? {
        return Ok(());
    }
    let phrase = match (closed_at, was_closed) {
        (Some(_), _) => "cli-meeting-list-was-closed",
        (None, true) => "cli-meeting-list-told",
        (None, false) => "cli-meeting-list-was-open",
    };
    Err(context.fails(phrase, &Args::new()))
}

async fn attendees(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    session: &Session,
) -> Result<Vec<Attendee>, CliError> {
    let day = session.starts.local(&organisation.time_zone).date();
    let mut read = context.store.read().await?;
    Ok(meeting::attendees(&mut read, meeting, session.id, day).await?)
}

/// What stands on the list now.
async fn tell(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    session: &Session,
) -> Result<(), CliError> {
    let all = attendees(context, organisation, meeting, session).await?;
    let after = found(context, organisation, meeting.id.raw()).await?;
    let closed = after.sessions.iter().find(|it| it.id == session.id);
    let is_closed = closed.is_some_and(|it| it.list_closed_at.is_some());
    show(&there(context, organisation, (meeting, session), &all));
    let phrase = if is_closed { "cli-meeting-list-is-closed" } else { "cli-meeting-list-is-open" };
    show(&context.say(phrase, &named(context, meeting)));
    Ok(())
}

/// "Koffieochtend, donderdag 3 december 08:30: 7 van 12 gezinnen."
fn there(
    context: &Context,
    organisation: &Organisation,
    (meeting, session): (&Meeting, &Session),
    all: &[Attendee],
) -> String {
    let were_there: Vec<&Attendee> = all.iter().filter(|it| it.seen || it.said).collect();
    let args = named(context, meeting)
        .text("when", times::when(context, session, &organisation.time_zone))
        .number("count", count(&were_there))
        .number("all", count(all));
    context.say("cli-meeting-there", &args)
}

async fn list(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
    session: &Session,
) -> Result<(), CliError> {
    let all = attendees(context, organisation, meeting, session).await?;
    show(&there(context, organisation, (meeting, session), &all));
    let names = family_names(context, organisation).await?;
    show(&list_of(context, &all, &names));
    Ok(())
}

/// A table of families.
pub(super) fn list_of(
    context: &Context,
    all: &[Attendee],
    names: &BTreeMap<FamilyId, String>,
) -> String {
    let heads = [
        "cli-head-group",
        "cli-head-children",
        "cli-meeting-head-comes",
        "cli-meeting-head-there",
        "cli-meeting-head-interpreter",
        "cli-head-family",
    ];
    let rows = all.iter().map(|it| {
        let people = Args::new().number("count", it.people);
        let comes = it.said_yes.then(|| context.say("cli-meeting-comes-with", &people));
        let there = match (it.seen, it.said) {
            (true, _) => context.say("cli-meeting-seen", &Args::new()),
            (false, true) => context.say("cli-meeting-says-so", &Args::new()),
            (false, false) => String::new(),
        };
        let asked = it.interpreter.map(|language| language.name_in(context.language()));
        let interpreter = match (it.interpreter_there, asked) {
            (Some(true), _) => context.say("cli-meeting-interpreter-there", &Args::new()),
            (_, asked) => asked.unwrap_or_default().to_owned(),
        };
        vec![
            it.group.clone(),
            it.children.join(", "),
            comes.unwrap_or_default(),
            there,
            interpreter,
            format!("{} ({})", it.family, names.get(&it.family).map_or("", String::as_str)),
        ]
    });
    table(&heads.map(|id| context.say(id, &Args::new())), rows.collect())
}

/// What the roster calls each family.
pub(super) async fn family_names(
    context: &Context,
    organisation: &Organisation,
) -> Result<BTreeMap<FamilyId, String>, CliError> {
    let mut read = context.store.read().await?;
    let children = roster::children(&mut read, organisation.id).await?;
    Ok(children.into_iter().map(|child| (child.family, child.family_name)).collect())
}
