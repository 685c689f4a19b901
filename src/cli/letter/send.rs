//! `thuispost letter send`: read, check, approve and release, or say what stands in the way.

use std::time::Duration;

use super::{SendArgs, when};
use crate::cli::context::{CliError, Context, note, show};
use crate::cli::voice::gaps_of;
use crate::clock::Moment;
use crate::language::{Args, HomeLanguage, without_marks};
use crate::mailing::folder::{self, LetterFolder};
use crate::mailing::voice::{self, Machine, Maker};
use crate::mailing::{self, ApproveError, Approved, Gap, Missing, Order};
use crate::outbox::{self, FanOut, State};
use crate::rhythm;
use crate::roster::Organisation;

/// The check-in of a letter with `check_in = true` comes the next day.
const NEXT_DAY: Duration = Duration::from_secs(24 * 3_600);
/// So many families are named for a missing language.
const NAMED: usize = 10;

pub(super) async fn run(context: &Context, args: SendArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let folder = folder::read(&args.dir).map_err(|findings| {
        let lines: Vec<String> = findings
            .iter()
            .map(|it| without_marks(&it.say(&context.phrases, context.language())))
            .collect();
        CliError::Failed(lines.join("\n"))
    })?;
    for warning in &folder.warnings {
        note(&without_marks(&warning.say(&context.phrases, context.language())));
    }
    let order = order(context, &organisation, &folder, &args).await?;
    make_voices(context, &organisation, &folder).await?;
    let (approved, released) = approve(context, &organisation, &folder, &order).await?;
    tell(context, &organisation, &approved, released).await?;
    if outbox::quiet_since(&mut *context.store.read().await?, organisation.id).await?.is_some() {
        let args = Args::new().text("organisation", &organisation.name);
        note(&context.say("cli-still-quiet", &args));
    }
    context.note_when_not_served().await
}

async fn order(
    context: &Context,
    organisation: &Organisation,
    folder: &LetterFolder,
    args: &SendArgs,
) -> Result<Order, CliError> {
    let names = if args.group.is_empty() { &folder.groups } else { &args.group };
    let groups = context.groups(organisation, names).await?;
    let missing = args.missing.map(Missing::from);
    let check_in_after = match &args.check_in_after {
        Some(text) => Some(context.length(text)?),
        None => folder.check_in.then_some(NEXT_DAY),
    };
    let release_at =
        release_at(context, organisation, args.at.as_ref().or(folder.send_at.as_ref()))?;
    Ok(Order { groups, missing, release_at, check_in_after })
}

/// Before the letter is kept, and outside its transaction: a voice takes time, and may fail.
async fn make_voices(
    context: &Context,
    organisation: &Organisation,
    folder: &LetterFolder,
) -> Result<(), CliError> {
    let texts = folder.texts.iter();
    let texts = texts.map(|(language, text)| (*language, voice::of_text(*language, text)));
    let mut maker = Maker::new(Machine::of(&context.settings));
    maker.make(&context.store, organisation.id, texts, context.calendar.now()).await?;
    Ok(())
}

/// As asked, else now; never in quiet hours.
fn release_at(
    context: &Context,
    organisation: &Organisation,
    asked: Option<&String>,
) -> Result<Moment, CliError> {
    let now = context.calendar.now();
    let zone = &organisation.time_zone;
    let at = match asked {
        Some(text) => context.moment(text, zone)?,
        None => now,
    };
    if at < now {
        let said = asked.map_or("", String::as_str);
        return Err(context.misused("cli-time-past", &Args::new().text("value", said)));
    }
    let moved = rhythm::outside_quiet_hours(context.settings.quiet_hours, at, zone);
    if moved != at {
        note(
            &context.say(
                "cli-quiet-hours",
                &Args::new().text("when", when(context, organisation, moved)),
            ),
        );
    }
    Ok(moved)
}

/// Approval and, when it is due and not too large, the fan-out are one transaction.
async fn approve(
    context: &Context,
    organisation: &Organisation,
    folder: &LetterFolder,
    order: &Order,
) -> Result<(Approved, Option<FanOut>), CliError> {
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    let approved =
        mailing::approve(&context.store, &mut write, organisation, folder, order, now).await;
    let approved = approved.map_err(|error| refused(context, error))?;
    let due = approved.letter.release_at <= now;
    let released = match due {
        true => Some(
            outbox::release_now(&mut write, approved.letter.id, organisation.id.raw(), now).await?,
        ),
        false => None,
    };
    write.commit().await?;
    Ok((approved, released))
}

fn refused(context: &Context, error: ApproveError) -> CliError {
    match error {
        ApproveError::NoGroup => context.misused("cli-no-group", &Args::new()),
        ApproveError::Missing(gaps) => {
            let mut lines = gap_lines(context, &gaps);
            lines.push(context.say("cli-missing-choose", &Args::new()));
            CliError::Failed(lines.join("\n"))
        }
        ApproveError::Several(labels) => {
            context.fails("cli-letter-several", &Args::new().text("letters", labels.join(", ")))
        }
        ApproveError::Cancelled(label) => {
            context.fails("cli-letter-was-cancelled", &Args::new().text("letter", label))
        }
        ApproveError::Store(error) => error.into(),
    }
}

/// A line for each language without a text, with the families behind it.
pub(in crate::cli) fn gap_lines(context: &Context, gaps: &[Gap]) -> Vec<String> {
    let line = |gap: &Gap| {
        let language = HomeLanguage::parse(&gap.language)
            .map_or(gap.language.as_str(), |it| it.name_in(context.language()));
        let names: Vec<&str> = gap.families.iter().take(NAMED).map(String::as_str).collect();
        let args = Args::new()
            .text("language", language)
            .number("count", i64::try_from(gap.families.len()).unwrap_or(i64::MAX))
            .text("families", names.join(", "));
        context.say("cli-missing-language", &args)
    };
    gaps.iter().map(line).collect()
}

async fn tell(
    context: &Context,
    organisation: &Organisation,
    approved: &Approved,
    released: Option<FanOut>,
) -> Result<(), CliError> {
    let label = Args::new().text("letter", &approved.letter.label);
    if !approved.is_new {
        show(
            &context.say("cli-already-sent", &label.clone().number("count", approved.already_sent)),
        );
    }
    for language in &approved.changed_languages {
        let args = label.clone().text("language", language.name_in(context.language()));
        note(&context.say("cli-text-changed", &args));
    }
    for line in gap_lines(context, &approved.gaps) {
        note(&line);
    }
    for line in gaps_of(context, organisation, approved.letter.id).await? {
        note(&line);
    }
    let args = label.clone().text("when", when(context, organisation, approved.letter.release_at));
    match released {
        None => show(&context.say("cli-letter-planned", &args)),
        Some(FanOut::Under) => show(&context.say("cli-letter-large", &args)),
        Some(FanOut::Done) => {
            let status =
                outbox::letter_status(&mut *context.store.read().await?, approved.letter.id)
                    .await?;
            let args = label
                .number("waiting", status.in_state(State::Waiting))
                .number("held", status.in_state(State::Held))
                .number("skipped", status.in_state(State::Skipped));
            show(&context.say("cli-letter-released", &args));
        }
    }
    Ok(())
}
