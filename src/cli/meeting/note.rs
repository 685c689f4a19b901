//! `thuispost meeting talk note`.

use jiff::civil::Date;

use super::super::Whose;
use super::super::context::{CliError, Context, show};
use super::{BY, kinds, talk, times};
use crate::clock::Moment;
use crate::language::Args;
use crate::meeting::{self, Answering, MeetingError, NEXT_STEP_CHARS, NotedTalk, Talk, TalkMoment};
use crate::roster::{self, Child, Organisation};

/// With whom, in so many characters.
const WITH_CHARS: usize = 100;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct NoteArgs {
    /// Number of the talk, as `thuispost meeting show` lists it.
    #[arg(required_unless_present = "child", conflicts_with_all = ["child", "group", "kind"])]
    talk: Option<i64>,
    /// First name of the child, for a talk outside of every round.
    #[arg(long, requires = "group")]
    child: Option<String>,
    /// The child's group: a name or `Location/Group`.
    #[arg(long, requires = "child")]
    group: Option<String>,
    /// What kind of talk it was, outside of every round.
    #[arg(long, default_value = "ten-minute-talk")]
    kind: String,
    /// It took place.
    #[arg(long, required_unless_present = "not_held", conflicts_with = "not_held")]
    held: bool,
    /// It did not.
    #[arg(long)]
    not_held: bool,
    /// On which day; when it was to be, or today, when it is not given.
    #[arg(long)]
    on: Option<String>,
    /// With whom, in a few words.
    #[arg(long)]
    with: Option<String>,
    /// The interpreter was there.
    #[arg(long, conflicts_with = "no_interpreter")]
    interpreter_there: bool,
    /// The interpreter who was asked for was not there.
    #[arg(long)]
    no_interpreter: bool,
    /// What was agreed, in a few words; never about health.
    #[arg(long)]
    next_step: Option<String>,
    /// Which moment of the schedule it was, when it is not the one that follows from the day.
    #[arg(long)]
    moment: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: NoteArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let noted = noted(context, &args)?;
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let child = match args.talk {
        Some(id) => {
            let talk = talk::find(context, &mut write, &organisation, id).await?;
            let day = day(context, &organisation, (&args, Some(&talk)), now)?;
            meeting::note_talk(&mut write, talk.id, &noted, (day, BY, now)).await?;
            talk.child_name
        }
        None => {
            let kind = kinds::find(context, &organisation, &args.kind).await?;
            if kind.base.answering() != Answering::Slots {
                return Err(context.misused("cli-meeting-no-talks", &Args::new()));
            }
            let child = child(context, &organisation, &args).await?;
            let day = day(context, &organisation, (&args, None), now)?;
            let about = (organisation.id, child.id, &kind);
            let by = (day, BY, now);
            meeting::note_talk_outside(&context.store, &mut write, about, &noted, by).await?;
            child.name
        }
    };
    write.commit().await?;
    let phrase = if noted.held { "cli-meeting-noted-held" } else { "cli-meeting-noted-not-held" };
    show(&context.say(phrase, &Args::new().text("child", child)));
    Ok(())
}

fn noted(context: &Context, args: &NoteArgs) -> Result<NotedTalk, CliError> {
    let moment = args.moment.as_deref().map(|word| {
        TalkMoment::from_word(word).ok_or_else(|| {
            let known: Vec<&str> = TalkMoment::ALL.iter().map(|it| it.word()).collect();
            let args = Args::new().text("value", word).text("known", known.join(", "));
            context.misused("cli-meeting-no-such-moment", &args)
        })
    });
    Ok(NotedTalk {
        held: args.held,
        with: short(context, args.with.as_deref(), WITH_CHARS)?,
        interpreter_there: match (args.interpreter_there, args.no_interpreter) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        },
        next_step: short(context, args.next_step.as_deref(), NEXT_STEP_CHARS)?,
        moment: moment.transpose()?,
    })
}

/// A few words, and not more.
fn short(context: &Context, typed: Option<&str>, most: usize) -> Result<Option<String>, CliError> {
    let text = typed.map(str::trim).filter(|text| !text.is_empty());
    if let Some(long) = text.filter(|text| text.chars().count() > most) {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let args = Args::new().text("value", long).number("most", most);
        return Err(context.misused("cli-meeting-line-long", &args));
    }
    Ok(text.map(str::to_owned))
}

/// The day of the talk: as typed, as planned, or today; never a day that is still to come.
fn day(
    context: &Context,
    organisation: &Organisation,
    (args, talk): (&NoteArgs, Option<&Talk>),
    now: Moment,
) -> Result<Date, CliError> {
    let zone = &organisation.time_zone;
    let today = now.local(zone).date();
    let planned = talk.and_then(|talk| talk.slot.as_ref()).map(|slot| slot.starts);
    let day = match &args.on {
        Some(text) => context.day(text)?,
        None => planned.map_or(today, |at| at.local(zone).date()),
    };
    if day > today {
        let at = Moment::start_of(day, zone);
        let when = times::said(context, planned.unwrap_or(at), zone);
        return Err(context.misused("cli-meeting-not-yet", &Args::new().text("when", when)));
    }
    Ok(day)
}

/// The child of this name in a group.
async fn child(
    context: &Context,
    organisation: &Organisation,
    args: &NoteArgs,
) -> Result<Child, CliError> {
    let (Some(name), Some(group)) = (&args.child, &args.group) else {
        return Err(refused_without_group(context));
    };
    let groups = context.groups(organisation, std::slice::from_ref(group)).await?;
    let mut all = roster::children(&mut *context.store.read().await?, organisation.id).await?;
    all.retain(|child| groups.iter().any(|group| group.id == child.group));
    let typed = name.trim().to_lowercase();
    let known: Vec<String> = all.iter().map(|child| child.name.clone()).collect();
    all.retain(|child| child.name.to_lowercase() == typed);
    let said = Args::new().text("child", name).text("known", known.join(", "));
    match (all.pop(), all.is_empty()) {
        (Some(child), true) => Ok(child),
        (Some(_), false) => Err(context.misused("cli-meeting-same-name", &said)),
        (None, _) => Err(context.misused("cli-meeting-child-unknown", &said)),
    }
}

fn refused_without_group(context: &Context) -> CliError {
    super::refused::meeting(context, &MeetingError::NoGroup)
}
