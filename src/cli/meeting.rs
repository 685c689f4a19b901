//! `thuispost meeting …`.

mod add;
mod attendance;
mod calendars;
mod change;
mod code;
mod feed;
mod import;
mod kinds;
mod line;
mod list;
mod note;
mod open_slots;
mod paper;
mod place;
mod play_in;
mod refused;
mod show;
mod talk;
mod times;

use clap::Subcommand;

use super::Whose;
use super::context::{CliError, Context};
use crate::language::Args;
use crate::meeting::{self, Meeting, MeetingId, Session};
use crate::roster::{self, FamilyId, Organisation};

/// Who did it, where that is kept.
const BY: &str = "command line";

#[derive(Debug, Subcommand)]
pub(super) enum MeetingCommand {
    /// Lists the kinds of meetings, with what is usual for each.
    Kinds {
        #[command(flatten)]
        whose: Whose,
    },
    /// Makes a kind of one's own, or changes what is usual for a kind.
    Kind(kinds::KindArgs),
    /// Keeps the address of a location and its place on the map.
    Place(place::PlaceArgs),
    /// Plans a meeting, a series or a round of talks, and invites the families.
    Add(add::AddArgs),
    /// Adds a line of your own in a further language; who waited for it is invited.
    Line(line::LineArgs),
    /// Opens moments for talks, and tells the families.
    OpenSlots(open_slots::OpenSlotsArgs),
    /// Lists what is planned.
    List {
        /// Also what is over, and what was called off.
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// How a meeting stands: who comes, who waits, which talks are when, who has chosen no moment.
    Show {
        /// Number of the meeting.
        id: i64,
        #[command(flatten)]
        whose: Whose,
    },
    /// Puts a meeting at another moment; who was told hears of it.
    Move(change::MoveArgs),
    /// Calls a meeting off; who was told hears of it.
    Cancel(change::CancelArgs),
    /// One talk: book, move, cancel, note.
    #[command(subcommand)]
    Talk(talk::TalkCommand),
    /// Who was there: shows the list, notes families, takes in a list on paper.
    Attendance(attendance::AttendanceArgs),
    /// Who came to play at the start of the day, a tick for each family and week.
    PlayIn(play_in::PlayInArgs),
    /// The code for the table: whoever scans it on the day says that they are there.
    Code(code::CodeArgs),
    /// Takes in a calendar file (.ics): closed days, or what others plan.
    Import(import::ImportArgs),
    /// Lists the calendars of others that were taken in, or forgets one.
    Calendars(calendars::CalendarsArgs),
    /// Prints the private address of a calendar with all meetings and talks, or writes it to a file.
    Feed(feed::FeedArgs),
}

pub(super) async fn run(context: &Context, command: MeetingCommand) -> Result<(), CliError> {
    match command {
        MeetingCommand::Kinds { whose } => {
            kinds::list(context, &context.organisation(&whose).await?).await
        }
        MeetingCommand::Kind(args) => kinds::keep(context, args).await,
        MeetingCommand::Place(args) => place::run(context, args).await,
        MeetingCommand::Add(args) => add::run(context, args).await,
        MeetingCommand::Line(args) => line::run(context, args).await,
        MeetingCommand::OpenSlots(args) => open_slots::run(context, args).await,
        MeetingCommand::List { all, whose } => {
            list::run(context, &context.organisation(&whose).await?, all).await
        }
        MeetingCommand::Show { id, whose } => {
            let organisation = context.organisation(&whose).await?;
            let meeting = found(context, &organisation, id).await?;
            show::run(context, &organisation, &meeting).await
        }
        MeetingCommand::Move(args) => change::moves(context, args).await,
        MeetingCommand::Cancel(args) => change::cancel(context, args).await,
        MeetingCommand::Talk(command) => talk::run(context, command).await,
        MeetingCommand::Attendance(args) => attendance::run(context, args).await,
        MeetingCommand::PlayIn(args) => play_in::run(context, args).await,
        MeetingCommand::Code(args) => code::run(context, args).await,
        MeetingCommand::Import(args) => import::run(context, args).await,
        MeetingCommand::Calendars(args) => calendars::run(context, args).await,
        MeetingCommand::Feed(args) => feed::run(context, args).await,
    }
}

/// The meeting of this number.
async fn found(
    context: &Context,
    organisation: &Organisation,
    id: i64,
) -> Result<Meeting, CliError> {
    let mut read = context.store.read().await?;
    let found = meeting::find(&mut read, MeetingId::from_raw(id)).await?;
    let found = found.filter(|meeting| meeting.organisation == organisation.id);
    found.ok_or_else(|| {
        context.misused("cli-meeting-unknown", &Args::new().text("id", id.to_string()))
    })
}

/// The time of this number; without one the only time, else the one that `guess` takes.
fn session_of<'a>(
    context: &Context,
    organisation: &Organisation,
    (meeting, number): (&'a Meeting, Option<i64>),
    guess: impl Fn(&&Session) -> bool,
) -> Result<&'a Session, CliError> {
    let one = match (number, meeting.sessions.as_slice()) {
        (Some(number), all) => all.iter().find(|it| it.number == number),
        (None, [only]) => Some(only),
        (None, all) => all.iter().find(guess),
    };
    one.ok_or_else(|| {
        let zone = &organisation.time_zone;
        let times = meeting.sessions.iter();
        let known: Vec<String> =
            times.map(|it| format!("{} ({})", it.number, times::when(context, it, zone))).collect();
        context.misused("cli-meeting-which-time", &Args::new().text("known", known.join("; ")))
    })
}

/// The name of a meeting, and where: "Koffieochtend in De Regenboog/Vlinders".
fn named(context: &Context, meeting: &Meeting) -> Args {
    let groups: Vec<&str> = meeting.groups.iter().map(|(_, name)| name.as_str()).collect();
    Args::new()
        .text("title", meeting.kind.name(&context.phrases, context.language()))
        .text("groups", groups.join(", "))
        .text("number", meeting.id.to_string())
}

/// A family of this organisation by its number.
async fn family(
    context: &Context,
    organisation: &Organisation,
    id: i64,
) -> Result<FamilyId, CliError> {
    let family = FamilyId::from_raw(id);
    let mut read = context.store.read().await?;
    match roster::is_family(&mut read, organisation.id, family).await? {
        true => Ok(family),
        false => {
            Err(context.misused("cli-family-unknown", &Args::new().text("id", id.to_string())))
        }
    }
}

/// A count of things that were counted in memory.
fn count<T>(things: &[T]) -> i64 {
    i64::try_from(things.len()).unwrap_or(i64::MAX)
}
