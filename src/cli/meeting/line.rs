//! Lines of the staff's own under an invitation, and `thuispost meeting line`, which adds some later.

use std::collections::BTreeMap;

use super::super::Whose;
use super::super::context::{CliError, Context, note, show};
use super::super::letter::gap_lines;
use super::{count, found, named};
use crate::language::{Args, HomeLanguage, hard_to_read};
use crate::meeting::{self, LINE_CHARS};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LineArgs {
    /// Number of the meeting.
    id: i64,
    /// The line in a language, such as `ar=…`; may be given several times.
    #[arg(value_name = "LANG=TEXT", required = true)]
    lines: Vec<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: LineArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let meeting = found(context, &organisation, args.id).await?;
    let lines = own_lines(context, &args.lines)?;
    let now = context.calendar.now();
    if meeting.cancelled_at.is_some() {
        return Err(context.fails("cli-meeting-called-off", &Args::new()));
    }
    let mut write = context.store.write().await?;
    let about = (&meeting, &organisation.time_zone);
    let gaps = meeting::add_lines(&context.phrases, &mut write, about, &lines, now).await?;
    write.commit().await?;
    let args = named(context, &meeting).number("count", i64::try_from(lines.len()).unwrap_or(0));
    show(&context.say("cli-meeting-lines-kept", &args));
    for line in gap_lines(context, &gaps) {
        note(&line);
    }
    if count(&gaps) == 0 {
        return context.note_when_not_served().await;
    }
    Ok(())
}

/// The lines of an invitation; a Dutch one that is hard to read is told.
pub(super) fn own_lines(
    context: &Context,
    typed: &[String],
) -> Result<BTreeMap<HomeLanguage, String>, CliError> {
    let lines = by_language(context, typed, LINE_CHARS)?;
    if let Some(dutch) = lines.get(&HomeLanguage::DUTCH)
        && !hard_to_read(&[(1, dutch.clone())]).is_empty()
    {
        note(&context.say("cli-meeting-line-hard", &Args::new()));
    }
    Ok(lines)
}

/// `nl=Tot dan!`, each language once.
pub(super) fn by_language(
    context: &Context,
    typed: &[String],
    most: usize,
) -> Result<BTreeMap<HomeLanguage, String>, CliError> {
    let mut found = BTreeMap::new();
    for text in typed {
        let wrong = || context.misused("cli-meeting-not-a-line", &Args::new().text("value", text));
        let (tag, line) = text.split_once('=').ok_or_else(wrong)?;
        let language = HomeLanguage::parse(tag.trim()).ok_or_else(wrong)?;
        let line = line.trim();
        if line.is_empty() {
            return Err(wrong());
        }
        if line.chars().count() > most {
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let args = Args::new().text("value", line).number("most", most);
            return Err(context.misused("cli-meeting-line-long", &args));
        }
        if found.insert(language, line.to_owned()).is_some() {
            let args = Args::new().text("language", language.name_in(context.language()));
            return Err(context.misused("cli-meeting-line-twice", &args));
        }
    }
    Ok(found)
}
