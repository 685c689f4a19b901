//! `thuispost meeting talk …`.

use clap::Subcommand;
use jiff::civil::DateTime;
use sqlx::AnyConnection;

use super::super::Whose;
use super::super::context::{CliError, Context, show};
use super::{add, family, found, note, refused, times};
use crate::clock::Moment;
use crate::language::Args;
use crate::meeting::{
    self, Answering, Booked, DayPart, Meeting, MeetingError, Partner, Slot, SlotId, Talk, TalkId,
};
use crate::roster::{CarerId, FamilyId, Organisation};

/// So many moments that are free are named.
const NAMED: usize = 6;
/// No round has more.
const ALL: usize = 4_000;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TalkCommand {
    /// Books a moment for a family that chooses by telephone or at the door; the carer hears of it.
    Book(BookArgs),
    /// Puts a talk at another moment; the carer hears of it.
    Move {
        /// Number of the talk, as `thuispost meeting show` lists it.
        talk: i64,
        #[command(flatten)]
        to: ToArgs,
        #[command(flatten)]
        whose: Whose,
    },
    /// Calls a talk off; the carer hears of it, and the moment is free for others.
    Cancel {
        /// Number of the talk, as `thuispost meeting show` lists it.
        talk: i64,
        /// Nobody else gets the moment.
        #[arg(long)]
        close: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Notes what came of a talk, of a round or outside of every round.
    Note(note::NoteArgs),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct BookArgs {
    /// Number of the round of talks.
    meeting: i64,
    /// Number of the family.
    #[arg(long)]
    family: i64,
    /// First name of the child, when the family has several in these groups.
    #[arg(long)]
    child: Option<String>,
    /// Name of the carer, when carers live apart: each household has a talk of its own.
    #[arg(long)]
    carer: Option<String>,
    #[command(flatten)]
    to: ToArgs,
    #[command(flatten)]
    whose: Whose,
}

/// Which moment.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ToArgs {
    /// Day and hour: `2026-12-01 15:10`.
    #[arg(long, required_unless_present = "slot", conflicts_with = "slot")]
    at: Option<String>,
    /// Number of the moment, where there are several at that hour.
    #[arg(long)]
    slot: Option<i64>,
}

pub(super) async fn run(context: &Context, command: TalkCommand) -> Result<(), CliError> {
    match command {
        TalkCommand::Book(args) => book(context, args).await,
        TalkCommand::Move { talk, to, whose } => {
            let organisation = context.organisation(&whose).await?;
            moves(context, &organisation, talk, &to).await
        }
        TalkCommand::Cancel { talk, close, whose } => {
            cancel(context, &context.organisation(&whose).await?, talk, close).await
        }
        TalkCommand::Note(args) => note::run(context, args).await,
    }
}

/// The talk of this number.
pub(super) async fn find(
    context: &Context,
    read: &mut AnyConnection,
    organisation: &Organisation,
    id: i64,
) -> Result<Talk, CliError> {
    let found = meeting::talk_in(read, organisation.id, TalkId::from_raw(id)).await?;
    found.ok_or_else(|| {
        context.misused("cli-meeting-talk-unknown", &Args::new().text("id", id.to_string()))
    })
}

async fn moves(
    context: &Context,
    organisation: &Organisation,
    id: i64,
    to: &ToArgs,
) -> Result<(), CliError> {
    let mut write = context.store.write().await?;
    let talk = find(context, &mut write, organisation, id).await?;
    let slot = put(context, &mut write, organisation, (&talk, to)).await?;
    write.commit().await?;
    tell(context, organisation, (&talk, &slot)).await
}

async fn book(context: &Context, args: BookArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let round = found(context, &organisation, args.meeting).await?;
    if round.kind.base.answering() != Answering::Slots {
        return Err(context.misused("cli-meeting-no-talks", &Args::new()));
    }
    if round.cancelled_at.is_some() {
        return Err(refused::meeting(context, &MeetingError::CalledOff));
    }
    let family = family(context, &organisation, args.family).await?;
    let today = context.calendar.now().local(&organisation.time_zone).date().to_string();
    let mut write = context.store.write().await?;
    let whom = partner(context, &mut write, (&round, family, &today), &args).await?;
    let carers = (round.id, whom.carer);
    let talks = meeting::talks_of(&context.store, &mut write, carers, &today).await?;
    let talk = talks.into_iter().find(|talk| talk.child == whom.child);
    let talk = talk.ok_or_else(|| no_child(context, &args))?;
    let slot = put(context, &mut write, &organisation, (&talk, &args.to)).await?;
    write.commit().await?;
    tell(context, &organisation, (&talk, &slot)).await
}

fn no_child(context: &Context, args: &BookArgs) -> CliError {
    let child = args.child.clone().unwrap_or_default();
    let args = Args::new().text("id", args.family.to_string()).text("child", child);
    context.misused("cli-meeting-no-child", &args)
}

/// About whom the talk is, and with whom.
async fn partner(
    context: &Context,
    read: &mut AnyConnection,
    (round, family, today): (&Meeting, FamilyId, &str),
    args: &BookArgs,
) -> Result<Partner, CliError> {
    let mut all = meeting::partners(read, (round.id, family), today).await?;
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    if let Some(child) = &args.child {
        all.retain(|it| same(&it.child_name, child));
    }
    if let Some(carer) = &args.carer {
        all.retain(|it| same(&it.carer_name, carer));
    }
    let Some(first) = all.first().cloned() else { return Err(no_child(context, args)) };
    let names = |pick: fn(&Partner) -> &str| {
        let mut names: Vec<&str> = all.iter().map(pick).collect();
        names.dedup();
        Args::new().text("known", names.join(", "))
    };
    if all.iter().any(|it| it.child != first.child) {
        return Err(context.misused("cli-meeting-which-child", &names(|it| &it.child_name)));
    }
    if all.iter().any(|it| it.household != first.household) {
        return Err(context.misused("cli-meeting-which-carer", &names(|it| &it.carer_name)));
    }
    Ok(first)
}

/// Puts a talk at a free moment, and tells the carer.
async fn put(
    context: &Context,
    write: &mut AnyConnection,
    organisation: &Organisation,
    (talk, to): (&Talk, &ToArgs),
) -> Result<Slot, CliError> {
    let now = context.calendar.now();
    let zone = &organisation.time_zone;
    if meeting::was_held(write, talk.id).await? {
        return Err(context.fails("cli-meeting-talk-was-held", &Args::new()));
    }
    let own = talk.slot.as_ref().map(|slot| slot.starts);
    let free = meeting::free_slots(write, talk, (DayPart::Any, zone, ALL), now).await?;
    let wanted = match (&to.at, to.slot) {
        (Some(at), _) => {
            let begins = begins(context, organisation, context.day_and_hour(at)?)?;
            if own == Some(begins) {
                return Err(same(context));
            }
            free.iter().find(|slot| slot.starts == begins).map(|slot| slot.id)
        }
        (None, slot) => slot.map(SlotId::from_raw),
    };
    let taken = || not_free(context, organisation, &free);
    let wanted = wanted.ok_or_else(taken)?;
    let desk = (&context.store, context.phrases.as_ref());
    let moved = meeting::move_talk(desk, write, organisation, (talk.id, wanted), now).await;
    match moved.map_err(|error| refused::meeting(context, &error))? {
        Booked::Done { slot, .. } => Ok(slot),
        Booked::Same => Err(same(context)),
        Booked::Taken => Err(taken()),
    }
}

/// An hour on the wall that is still to come.
fn begins(
    context: &Context,
    organisation: &Organisation,
    at: DateTime,
) -> Result<Moment, CliError> {
    let begins = Moment::of_local(at, &organisation.time_zone);
    match begins > context.calendar.now() {
        true => Ok(begins),
        false => Err(refused::meeting(context, &MeetingError::Past(at))),
    }
}

fn same(context: &Context) -> CliError {
    context.fails("cli-meeting-talk-same", &Args::new())
}

/// That moment is not free; which ones are.
fn not_free(context: &Context, organisation: &Organisation, free: &[Slot]) -> CliError {
    let name = |slot: &Slot| {
        let when = times::said(context, slot.starts, &organisation.time_zone);
        match &slot.staff {
            Some(staff) => format!("{when}, {staff} ({})", slot.id),
            None => format!("{when} ({})", slot.id),
        }
    };
    let known: Vec<String> = free.iter().take(NAMED).map(name).collect();
    match known.is_empty() {
        true => context.fails("cli-meeting-none-free", &Args::new()),
        false => {
            context.fails("cli-meeting-not-free", &Args::new().text("known", known.join("; ")))
        }
    }
}

async fn tell(
    context: &Context,
    organisation: &Organisation,
    (talk, slot): (&Talk, &Slot),
) -> Result<(), CliError> {
    let zone = &organisation.time_zone;
    let args = Args::new()
        .text("child", &talk.child_name)
        .text("when", times::said(context, slot.starts, zone))
        .text("number", talk.id.to_string());
    match &talk.slot {
        Some(old) => {
            let args = args.text("old", times::said(context, old.starts, zone));
            show(&context.say("cli-meeting-talk-moved", &args));
        }
        None => show(&context.say("cli-meeting-talk-booked", &args)),
    }
    tell_heard(context, organisation, talk.carer).await
}

/// Whether the carer hears of it in the chat.
async fn tell_heard(
    context: &Context,
    organisation: &Organisation,
    carer: Option<CarerId>,
) -> Result<(), CliError> {
    let hears = match carer {
        Some(carer) => meeting::hears(&mut *context.store.read().await?, carer).await?,
        None => false,
    };
    if hears {
        show(&context.say("cli-meeting-carer-told", &Args::new()));
        return add::note_what_waits(context, organisation).await;
    }
    show(&context.say("cli-meeting-carer-not-told", &Args::new()));
    Ok(())
}

async fn cancel(
    context: &Context,
    organisation: &Organisation,
    id: i64,
    close: bool,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let desk = (&context.store, context.phrases.as_ref());
    let mut write = context.store.write().await?;
    let talk = find(context, &mut write, organisation, id).await?;
    let Some(slot) = talk.slot.clone() else {
        return Err(context.fails("cli-meeting-talk-no-moment", &Args::new()));
    };
    if slot.starts <= now {
        return Err(refused::meeting(context, &MeetingError::Begun));
    }
    let done = meeting::call_off(desk, &mut write, organisation, talk.id, now).await;
    done.map_err(|error| refused::meeting(context, &error))?;
    if close {
        meeting::close_moment(&mut write, &slot, now).await?;
    }
    write.commit().await?;
    let args = Args::new()
        .text("child", &talk.child_name)
        .text("when", times::said(context, slot.starts, &organisation.time_zone));
    show(&context.say("cli-meeting-talk-cancelled", &args));
    tell_heard(context, organisation, talk.carer).await
}
