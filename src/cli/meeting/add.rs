//! `thuispost meeting add`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::super::Whose;
use super::super::context::{CliError, Context, note, show};
use super::super::letter::{MissingArg, gap_lines};
use super::times::{self, TimesArgs};
use super::{BY, found, kinds, line, named, place, refused};
use crate::clock::Moment;
use crate::language::Args;
use crate::library::{Files, Picture, PictureFault, keep_picture};
use crate::meeting::{self, Answering, Kind, Meeting, NewMeeting, Planned, Siblings};
use crate::outbox;
use crate::rhythm::Audience;
use crate::roster::{Group, LocationId, Organisation};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct AddArgs {
    /// The kind, as `thuispost meeting kinds` lists them.
    kind: String,
    /// Group by name or `Location/Group`; may be given several times.
    #[arg(long, required = true)]
    group: Vec<String>,
    /// The location, when the groups are of several or it is elsewhere.
    #[arg(long)]
    location: Option<String>,
    #[command(flatten)]
    times: TimesArgs,
    /// The room or the address, when it is not simply the location.
    #[arg(long)]
    place: Option<String>,
    /// Whether brothers and sisters may come along.
    #[arg(long, value_enum)]
    siblings: Option<SiblingsArg>,
    /// Only for families of children with a VE indication.
    #[arg(long)]
    ve_only: bool,
    /// For so many families; so many helpers.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=10_000))]
    capacity: Option<i64>,
    /// A picture above the invitation.
    #[arg(long)]
    picture: Option<PathBuf>,
    /// A line of your own in a language, such as `nl=Neem iets mee.`; may be given several times.
    #[arg(long = "line", value_name = "LANG=TEXT")]
    lines: Vec<String>,
    /// What to do for languages without such a line.
    #[arg(long, value_enum, default_value = "refuse")]
    missing: MissingArg,
    /// When the invitation leaves: `2026-11-28 10:00`; now when it is not given.
    #[arg(long, conflicts_with = "no_invite")]
    invite_at: Option<String>,
    /// Invites nobody in the chat.
    #[arg(long)]
    no_invite: bool,
    #[command(flatten)]
    whose: Whose,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SiblingsArg {
    Welcome,
    Not,
}

pub(super) async fn run(context: &Context, args: AddArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let kind = kinds::find(context, &organisation, &args.kind).await?;
    let groups = context.groups(&organisation, &args.group).await?;
    let picture = args.picture.as_deref().map(|path| picture(context, path)).transpose()?;
    let new = new_meeting(context, &organisation, (kind, &groups), &args, picture.as_ref()).await?;
    let planned = Planned::new(&new, &organisation.time_zone);
    let clashes = times::clash_lines(context, &organisation, &planned).await?;
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    if let Some(picture) = &picture {
        keep_picture(&mut write, picture).await?;
    }
    let desk = (&context.store, context.phrases.as_ref());
    let made = meeting::add(desk, &mut write, &organisation, &new, (BY, now)).await;
    let made = made.map_err(|error| refused::meeting(context, &error))?;
    write.commit().await?;
    let meeting = found(context, &organisation, made.id.raw()).await?;
    tell(context, &organisation, &meeting).await?;
    if let Some(at) = new.invite_at {
        times::note_quiet_hours(context, &organisation, (args.invite_at.as_deref(), at))?;
    }
    for line in gap_lines(context, &made.gaps).iter().chain(&clashes) {
        note(line);
    }
    if new.invite_at.is_some() && !new.times.is_empty() {
        note_what_waits(context, &organisation).await?;
    }
    Ok(())
}

async fn new_meeting(
    context: &Context,
    organisation: &Organisation,
    (kind, groups): (Kind, &[Group]),
    args: &AddArgs,
    picture: Option<&Picture>,
) -> Result<NewMeeting, CliError> {
    let has_slots = kind.base.answering() == Answering::Slots;
    if args.no_invite && kind.base.answering() == Answering::WeeklyTick {
        return Err(context.misused("cli-meeting-tick", &Args::new()));
    }
    let times = args.times.read(context, &kind)?;
    let begins = times.iter().map(|(starts, _)| *starts).min();
    // A round of talks is told when its moments are there.
    let invite_at = match args.no_invite || has_slots {
        true => None,
        false => Some(times::invite_at(context, organisation, args.invite_at.as_deref(), begins)?),
    };
    Ok(NewMeeting {
        location: location(context, organisation, args.location.as_deref(), groups).await?,
        groups: groups.iter().map(|group| group.id).collect(),
        audience: if args.ve_only { Audience::Ve } else { Audience::All },
        place: own_place(context, args.place.as_deref(), &kind)?,
        siblings: args.siblings.map(Siblings::from).or(kind.base.siblings()),
        capacity: args.capacity.or(kind.base.capacity()),
        interpreter_minutes: None,
        picture: picture.map(|picture| picture.id.clone()),
        lines: line::own_lines(context, &args.lines)?,
        missing: args.missing.into(),
        invite_at,
        times,
        kind,
    })
}

/// As named, else where the groups are.
async fn location(
    context: &Context,
    organisation: &Organisation,
    name: Option<&str>,
    groups: &[Group],
) -> Result<LocationId, CliError> {
    if let Some(name) = name {
        return Ok(place::location(context, organisation, name).await?.id);
    }
    let no_group = || context.misused("cli-meeting-no-group", &Args::new());
    let first = groups.first().ok_or_else(no_group)?;
    if groups.iter().any(|group| group.location != first.location) {
        return Err(context.misused("cli-meeting-several-locations", &Args::new()));
    }
    Ok(first.location)
}

fn own_place(
    context: &Context,
    typed: Option<&str>,
    kind: &Kind,
) -> Result<Option<String>, CliError> {
    let place = typed.map(str::trim).filter(|place| !place.is_empty());
    if place.is_some_and(|place| place.chars().count() > 200) {
        return Err(context.misused("cli-meeting-address", &Args::new()));
    }
    Ok(place.map(str::to_owned).or(kind.place.clone()))
}

fn picture(context: &Context, path: &Path) -> Result<Picture, CliError> {
    let shown = path.display().to_string();
    // Where a link leads to is the picture.
    let read = path.canonicalize().map_err(|_| PictureFault::Missing).and_then(|whole| {
        let folder = whole.parent().ok_or(PictureFault::Missing)?;
        let name = whole.file_name().ok_or(PictureFault::Missing)?.to_string_lossy().into_owned();
        Picture::read(&Files::on_disk(folder), &name)
    });
    read.map_err(|fault| {
        let phrase = match fault {
            PictureFault::Missing | PictureFault::Outside => "cli-meeting-no-picture",
            PictureFault::Large => "letter-problem-large-picture",
            PictureFault::NotAPicture => "letter-problem-not-a-picture",
            PictureFault::Wide => "letter-problem-wide-picture",
            PictureFault::Narrow => "letter-problem-narrow-picture",
        };
        context.fails(phrase, &Args::new().text("path", shown))
    })
}

/// What it is, when, for how many families, and what comes next.
async fn tell(
    context: &Context,
    organisation: &Organisation,
    meeting: &Meeting,
) -> Result<(), CliError> {
    let zone = &organisation.time_zone;
    let now = context.calendar.now();
    show(&context.say("cli-meeting-made", &named(context, meeting)));
    for session in &meeting.sessions {
        show(&format!("  {}", times::span(context, session, zone)));
    }
    let day = meeting.begins().unwrap_or(now).local(zone).date();
    let mut read = context.store.read().await?;
    let families = meeting::replies(&mut read, meeting, day).await?.families;
    show(&context.say("cli-meeting-families", &Args::new().number("count", families)));
    let args = named(context, meeting);
    match meeting.invite_at {
        _ if meeting.kind.base.answering() == Answering::Slots => {
            show(&context.say("cli-meeting-open-next", &args));
        }
        None => show(&context.say("cli-meeting-not-invited", &args)),
        Some(at) if at <= now => show(&context.say("cli-meeting-invited", &args)),
        Some(at) => show(&invited_at(context, organisation, at)),
    }
    Ok(())
}

pub(super) fn invited_at(context: &Context, organisation: &Organisation, at: Moment) -> String {
    let when = times::said(context, at, &organisation.time_zone);
    context.say("cli-meeting-invited-at", &Args::new().text("when", when))
}

/// Why what was queued does not leave at once, if it does not.
pub(super) async fn note_what_waits(
    context: &Context,
    organisation: &Organisation,
) -> Result<(), CliError> {
    if outbox::quiet_since(&mut *context.store.read().await?, organisation.id).await?.is_some() {
        let args = Args::new().text("organisation", &organisation.name);
        note(&context.say("cli-still-quiet", &args));
    }
    context.note_when_not_served().await
}

impl From<SiblingsArg> for Siblings {
    fn from(siblings: SiblingsArg) -> Self {
        match siblings {
            SiblingsArg::Welcome => Self::Welcome,
            SiblingsArg::Not => Self::Not,
        }
    }
}
