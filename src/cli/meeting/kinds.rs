//! `thuispost meeting kinds` and `thuispost meeting kind`.

use super::super::Whose;
use super::super::context::{CliError, Context, show, table};
use super::line::by_language;
use crate::language::Args;
use crate::meeting::{self, Answering, Base, CountsFor, Kind};
use crate::roster::Organisation;

/// No name of a kind is longer.
const NAME_CHARS: usize = 40;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct KindArgs {
    /// What it is called on the command line, such as `father-morning`, or a kind that is there.
    name: String,
    /// The kind whose rules and ready phrases it has.
    #[arg(long)]
    like: Option<String>,
    /// How long it usually takes.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=1_440))]
    minutes: Option<i64>,
    /// Where it usually is: a room, or an address.
    #[arg(long)]
    place: Option<String>,
    /// Percent of the families that should come.
    #[arg(long, value_parser = clap::value_parser!(i64).range(0..=100))]
    target: Option<i64>,
    /// Its name in a language, such as `nl=Vaderochtend`; may be given several times.
    #[arg(long = "name", value_name = "LANG=TEXT")]
    names: Vec<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let kinds = meeting::kinds(&mut *context.store.read().await?, organisation.id).await?;
    let heads = [
        "cli-meeting-head-kind",
        "cli-head-name",
        "cli-meeting-head-minutes",
        "cli-meeting-head-target",
        "cli-meeting-head-answers",
        "cli-meeting-head-counts",
    ];
    let rows = kinds.into_iter().map(|kind| row(context, &kind));
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}

fn row(context: &Context, kind: &Kind) -> Vec<String> {
    let answers = match kind.base.answering() {
        Answering::Rsvp => "cli-meeting-answers-rsvp",
        Answering::WeeklyTick => "cli-meeting-answers-tick",
        Answering::Slots => "cli-meeting-answers-slots",
    };
    let counts = match kind.base.counts_for() {
        CountsFor::TookPart => "cli-meeting-counts-took-part",
        CountsFor::Talks => "cli-meeting-counts-talks",
    };
    vec![
        kind.slug.clone(),
        kind.name(&context.phrases, context.language()),
        kind.minutes.to_string(),
        kind.target.map_or_else(String::new, |percent| format!("{percent} %")),
        context.say(answers, &Args::new()),
        context.say(counts, &Args::new()),
    ]
}

/// The kind that somebody typed.
pub(super) async fn find(
    context: &Context,
    organisation: &Organisation,
    name: &str,
) -> Result<Kind, CliError> {
    let mut read = context.store.read().await?;
    if let Some(kind) = meeting::kind(&mut read, organisation.id, name).await? {
        return Ok(kind);
    }
    let known = meeting::kinds(&mut read, organisation.id).await?;
    let known: Vec<String> = known.into_iter().map(|kind| kind.slug).collect();
    let args = Args::new().text("name", name).text("known", known.join(", "));
    Err(context.misused("cli-meeting-kind-unknown", &args))
}

pub(super) async fn keep(context: &Context, args: KindArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let slug = slug(context, &args.name)?;
    let known = meeting::kind(&mut *context.store.read().await?, organisation.id, &slug).await?;
    let base = match &args.like {
        Some(like) => Some(find(context, &organisation, like).await?.base),
        None => None,
    };
    let mut kind = match (known, base) {
        (Some(known), Some(base)) if known.base != base => {
            let args = Args::new().text("name", &slug).text("base", known.base.word());
            return Err(context.misused("cli-meeting-kind-has-base", &args));
        }
        (Some(known), _) => known,
        (None, Some(base)) => Kind { slug, ..Kind::built_in(base) },
        (None, None) => {
            let known: Vec<&str> = Base::ALL.iter().map(|base| base.word()).collect();
            let args = Args::new().text("name", &slug).text("known", known.join(", "));
            return Err(context.misused("cli-meeting-kind-like", &args));
        }
    };
    kind.minutes = args.minutes.unwrap_or(kind.minutes);
    kind.target = args.target.or(kind.target);
    kind.place = args.place.map(|place| place.trim().to_owned()).or(kind.place);
    kind.names.extend(by_language(context, &args.names, NAME_CHARS)?);
    let mut write = context.store.write().await?;
    meeting::keep_kind(&mut write, organisation.id, &kind).await?;
    write.commit().await?;
    let args = Args::new()
        .text("kind", &kind.slug)
        .text("title", kind.name(&context.phrases, context.language()))
        .text("base", kind.base.word())
        .number("count", kind.minutes);
    show(&context.say("cli-meeting-kind-kept", &args));
    Ok(())
}

/// Small letters, digits and hyphens: it is typed, and stands in reports.
fn slug(context: &Context, name: &str) -> Result<String, CliError> {
    let slug = name.trim().to_lowercase().replace(['_', ' '], "-");
    let is_fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || slug.len() > NAME_CHARS || !slug.chars().all(is_fine) {
        return Err(context.misused("cli-meeting-kind-name", &Args::new().text("value", name)));
    }
    Ok(slug)
}
