//! `thuispost voice …`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Subcommand;

use super::Whose;
use super::context::{CliError, Context, note, show, table};
use super::letter::{found, when};
use crate::language::{Args, HomeLanguage, ReadAloud};
use crate::library::{MOST_VOICE_BYTES, Voice, VoiceFault};
use crate::mailing::Letter;
use crate::mailing::voice::{self, Machine, MachineError, Maker, Recorded, VoiceGap, WhyNone};
use crate::roster::Organisation;

/// Letters that left so long ago still get the voice of a language that is switched on.
const RECENT: Duration = Duration::from_secs(14 * 24 * 3_600);
/// So many families are named for a language without a voice.
const NAMED: usize = 10;

#[derive(Debug, Subcommand)]
pub(super) enum VoiceCommand {
    /// Reads a sentence or a letter aloud into a file, to listen to before switching it on.
    Try {
        /// Tag or name of the language.
        language: String,
        /// Reads this letter instead of a sample sentence.
        #[arg(long)]
        letter: Option<String>,
        /// Where to write it; otherwise voice-LANGUAGE.ogg.
        #[arg(long)]
        file: Option<PathBuf>,
        #[command(flatten)]
        whose: Whose,
    },
    /// Lets the computer read aloud in a language, after a person listened to it.
    Approve {
        /// Tag or name of the language.
        language: String,
        /// Who listened.
        #[arg(long)]
        by: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// The computer no longer reads aloud in a language.
    Revoke {
        /// Tag or name of the language.
        language: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// In which languages there are voices.
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// Keeps the voice of a person for a letter: Opus in Ogg, at most five minutes.
    Record {
        /// Number or name of the letter.
        letter: String,
        /// Tag or name of the language.
        language: String,
        /// The voice note.
        file: PathBuf,
        /// Who speaks.
        #[arg(long)]
        by: Option<String>,
        #[command(flatten)]
        whose: Whose,
    },
}

pub(super) async fn run(context: &Context, command: VoiceCommand) -> Result<(), CliError> {
    match command {
        VoiceCommand::Try { language, letter, file, whose } => {
            let organisation = context.organisation(&whose).await?;
            let language = language_of(context, &language)?;
            let text = match letter {
                Some(letter) => {
                    let letter = found(context, &organisation, &letter).await?;
                    text_of(context, &letter, language).await?
                }
                None => sample(context, language)?,
            };
            let file = file.unwrap_or_else(|| format!("voice-{language}.ogg").into());
            try_out(context, language, &text, &file).await
        }
        VoiceCommand::Approve { language, by, whose } => {
            let organisation = context.organisation(&whose).await?;
            approve(context, &organisation, language_of(context, &language)?, by.trim()).await
        }
        VoiceCommand::Revoke { language, whose } => {
            let organisation = context.organisation(&whose).await?;
            revoke(context, &organisation, language_of(context, &language)?).await
        }
        VoiceCommand::List { whose } => list(context, &context.organisation(&whose).await?).await,
        VoiceCommand::Record { letter, language, file, by, whose } => {
            let organisation = context.organisation(&whose).await?;
            let letter = found(context, &organisation, &letter).await?;
            let language = language_of(context, &language)?;
            record(context, &organisation, (&letter, language), &file, by.as_deref()).await
        }
    }
}

fn language_of(context: &Context, text: &str) -> Result<HomeLanguage, CliError> {
    HomeLanguage::parse(text).ok_or_else(|| {
        context.misused("cli-voice-language-unknown", &Args::new().text("value", text))
    })
}

fn named(context: &Context, language: HomeLanguage) -> Args {
    Args::new().text("language", language.name_in(context.language()))
}

fn sample(context: &Context, language: HomeLanguage) -> Result<ReadAloud, CliError> {
    if !context.phrases.speaks(language) {
        return Err(context.misused("cli-voice-no-sample", &named(context, language)));
    }
    let sample = context.phrases.plain(language, "voice-sample", &Args::new());
    Ok(ReadAloud::default().text(&sample))
}

async fn text_of(
    context: &Context,
    letter: &Letter,
    language: HomeLanguage,
) -> Result<ReadAloud, CliError> {
    let texts = voice::read_aloud(&mut *context.store.read().await?, letter.id).await?;
    texts.get(&language).cloned().ok_or_else(|| {
        let args = named(context, language).text("letter", &letter.label);
        context.fails("cli-voice-no-text", &args)
    })
}

fn fails(context: &Context, error: &MachineError) -> CliError {
    context.fails("cli-voice-fails", &Args::new().text("why", error.to_string()))
}

async fn machine_for(context: &Context, language: HomeLanguage) -> Result<Machine, CliError> {
    let machine = Machine::of(&context.settings);
    match machine.knows(language).await {
        Ok(true) => Ok(machine),
        Ok(false) => Err(context.fails("cli-voice-no-machine", &named(context, language))),
        Err(error) => Err(fails(context, &error)),
    }
}

async fn try_out(
    context: &Context,
    language: HomeLanguage,
    text: &ReadAloud,
    file: &Path,
) -> Result<(), CliError> {
    let machine = machine_for(context, language).await?;
    let sound = machine.speak(language, text).await.map_err(|error| fails(context, &error))?;
    let shown = file.display().to_string();
    std::fs::write(file, &sound.bytes).map_err(|error| {
        let args = Args::new().text("file", &shown).text("why", error.to_string());
        context.fails("cli-voice-not-written", &args)
    })?;
    let args = Args::new().text("file", shown).text("seconds", sound.seconds.to_string());
    show(&context.say("cli-voice-tried", &args.text("tag", language.tag())));
    Ok(())
}

async fn approve(
    context: &Context,
    organisation: &Organisation,
    language: HomeLanguage,
    by: &str,
) -> Result<(), CliError> {
    let machine = machine_for(context, language).await?;
    let now = context.calendar.now();
    let mut write = context.store.write().await?;
    voice::approve_machine(&mut write, organisation.id, language, by, now).await?;
    write.commit().await?;
    // Letters that families have already: for the button "listen".
    let mut maker = Maker::new(machine);
    let since = now.before(RECENT);
    for letter in voice::recent(&mut *context.store.read().await?, organisation.id, since).await? {
        let mut texts = voice::read_aloud(&mut *context.store.read().await?, letter).await?;
        texts.retain(|it, _| *it == language);
        maker.make(&context.store, organisation.id, texts, now).await?;
    }
    show(&context.say("cli-voice-approved", &named(context, language)));
    Ok(())
}

async fn revoke(
    context: &Context,
    organisation: &Organisation,
    language: HomeLanguage,
) -> Result<(), CliError> {
    let mut write = context.store.write().await?;
    let was_on = voice::revoke_machine(&mut write, organisation.id, language).await?;
    write.commit().await?;
    let phrase = if was_on { "cli-voice-revoked" } else { "cli-voice-was-off" };
    show(&context.say(phrase, &named(context, language)));
    Ok(())
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    if let Err(error) = Machine::of(&context.settings).is_there().await {
        note(&context.say("cli-voice-fails", &Args::new().text("why", error.to_string())));
    }
    let mut read = context.store.read().await?;
    let approved = voice::approved_machines(&mut read, organisation.id).await?;
    let counts = voice::count_recordings(&mut read, organisation.id).await?;
    let mut languages: Vec<HomeLanguage> = approved.iter().map(|it| it.language).collect();
    languages.extend(counts.iter().map(|(language, _, _)| *language));
    languages.sort();
    languages.dedup();
    if languages.is_empty() {
        show(&context.say("cli-voice-none", &Args::new()));
        return Ok(());
    }
    let rows = languages.into_iter().map(|language| {
        let machine = match approved.iter().find(|it| it.language == language) {
            Some(leave) => {
                let args = Args::new().text("by", &leave.approved_by);
                let args = args.text("when", when(context, organisation, leave.approved_at));
                context.say("cli-voice-machine-on", &args)
            }
            None => context.say("cli-voice-machine-off", &Args::new()),
        };
        let counted = counts.iter().find(|(it, _, _)| *it == language);
        let (people, spoken) = counted.map_or((0, 0), |(_, people, spoken)| (*people, *spoken));
        let name = language.name_in(context.language()).to_owned();
        vec![name, machine, people.to_string(), spoken.to_string()]
    });
    let rows = rows.collect();
    let heads = [
        "cli-head-language",
        "cli-head-voice-machine",
        "cli-head-voice-person",
        "cli-head-voice-spoken",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows));
    Ok(())
}

async fn record(
    context: &Context,
    organisation: &Organisation,
    (letter, language): (&Letter, HomeLanguage),
    file: &Path,
    by: Option<&str>,
) -> Result<(), CliError> {
    let text = text_of(context, letter, language).await?;
    let sound = read(context, file)?;
    let who = Recorded::ByPerson(by.map(str::trim));
    let (id, now) = (organisation.id, context.calendar.now());
    let mut write = context.store.write().await?;
    voice::record(&mut write, id, (language, &text), &sound, who, now).await?;
    write.commit().await?;
    let args = named(context, language).text("letter", &letter.label);
    let args = args.text("seconds", sound.seconds.to_string());
    show(&context.say("cli-voice-recorded", &args));
    Ok(())
}

/// Not more of it than a voice note may have.
fn read(context: &Context, file: &Path) -> Result<Voice, CliError> {
    let refused = |phrase: &str| {
        let problem = context.say(phrase, &Args::new());
        let args = Args::new().text("file", file.display().to_string()).text("problem", problem);
        context.fails("cli-voice-file", &args)
    };
    let unreadable = |_| refused(voice::fault_phrase(VoiceFault::Missing));
    let size = std::fs::metadata(file).map_err(unreadable)?.len();
    if size > MOST_VOICE_BYTES {
        return Err(refused(voice::fault_phrase(VoiceFault::Large)));
    }
    let bytes = std::fs::read(file).map_err(unreadable)?;
    Voice::of_bytes(bytes).map_err(|why| refused(voice::fault_phrase(why)))
}

/// "No voice in Somali for 2 families", one line a language.
fn gap_lines(context: &Context, gaps: &[VoiceGap]) -> Vec<String> {
    let line = |gap: &VoiceGap| {
        let why = match &gap.why {
            WhyNone::NobodyRecorded => context.say("cli-voice-why-nobody", &Args::new()),
            WhyNone::NotYet => context.say("cli-voice-why-not-yet", &Args::new()),
            WhyNone::MachineFailed(why) => {
                context.say("cli-voice-why-failed", &Args::new().text("why", why))
            }
        };
        let names: Vec<&str> = gap.families.iter().take(NAMED).map(String::as_str).collect();
        let args = named(context, gap.language)
            .number("count", i64::try_from(gap.families.len()).unwrap_or(i64::MAX))
            .text("families", names.join(", "))
            .text("why", why);
        context.say("cli-voice-gap", &args)
    };
    gaps.iter().map(line).collect()
}

/// The same for a letter, as it stands today.
pub(super) async fn gaps_of(
    context: &Context,
    organisation: &Organisation,
    letter: i64,
) -> Result<Vec<String>, CliError> {
    let today = context.calendar.now().local(&organisation.time_zone).date().to_string();
    let mut read = context.store.read().await?;
    let gaps = voice::voice_gaps(&mut read, organisation.id, letter, &today).await?;
    Ok(gap_lines(context, &gaps))
}
