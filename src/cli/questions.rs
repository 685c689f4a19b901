//! `thuispost questions list|answer`.

use clap::Subcommand;

use super::Whose;
use super::context::{CliError, Context, show};
use crate::clock::Moment;
use crate::inbox::{self, CannotAnswer, QuestionRow};
use crate::language::{Args, HomeLanguage, day_and_time};
use crate::roster::Organisation;

#[derive(Debug, Subcommand)]
pub(super) enum QuestionsCommand {
    /// Lists open questions.
    List {
        /// Answered ones too.
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        whose: Whose,
    },
    /// Sends an answer to the parent's chat.
    Answer {
        /// Number of the question.
        id: i64,
        /// The answer, in your own words.
        text: String,
        #[command(flatten)]
        whose: Whose,
    },
}

pub(super) async fn run(context: &Context, command: QuestionsCommand) -> Result<(), CliError> {
    match command {
        QuestionsCommand::List { all, whose } => {
            let organisation = context.organisation(&whose).await?;
            list(context, &organisation, all).await
        }
        QuestionsCommand::Answer { id, text, whose } => {
            let organisation = context.organisation(&whose).await?;
            answer(context, &organisation, id, &text).await
        }
    }
}

async fn list(context: &Context, organisation: &Organisation, all: bool) -> Result<(), CliError> {
    let questions = inbox::list(&mut *context.store.read().await?, organisation.id, all).await?;
    if questions.is_empty() {
        show(&context.say("cli-no-questions", &Args::new()));
    }
    for question in &questions {
        show(&told(context, organisation, question));
    }
    if questions.iter().any(|question| question.answered_at.is_none()) {
        show(&context.say("cli-questions-how", &Args::new()));
    }
    Ok(())
}

/// First name and group only, as everywhere in lists.
fn told(context: &Context, organisation: &Organisation, question: &QuestionRow) -> String {
    let asked = Moment::from_millis(question.asked_at).local(&organisation.time_zone);
    let language = HomeLanguage::parse(&question.language).unwrap_or(HomeLanguage::DUTCH);
    let args = Args::new()
        .text("id", question.id.to_string())
        .text("when", day_and_time(context.language(), asked))
        .text("children", question.children.as_deref().unwrap_or("-"))
        .text("carer", &question.carer)
        .text("group", question.group_name.as_deref().unwrap_or("-"))
        .text("location", question.location.as_deref().unwrap_or("-"))
        .text("language", language.name_in(context.language()))
        .text("letter", question.letter.as_deref().unwrap_or("-"))
        .text("family", question.family_id.to_string())
        .text("words", &question.body);
    let mut lines = vec![context.say("cli-question", &args)];
    lines.push(context.say(&format!("cli-question-{}", question.kind), &args));
    if let Some(answer) = &question.answer {
        lines.push(context.say("cli-question-answer", &Args::new().text("words", answer)));
    }
    lines.join("\n")
}

async fn answer(
    context: &Context,
    organisation: &Organisation,
    id: i64,
    text: &str,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    match inbox::answer(&context.store, &context.phrases, organisation.id, id, text, now).await {
        Ok(()) => {
            show(&context.say("cli-question-answered", &Args::new()));
            context.note_when_not_served().await
        }
        Err(CannotAnswer::Store(error)) => Err(error.into()),
        Err(why) => {
            let id = match why {
                CannotAnswer::Unknown | CannotAnswer::Scope => "cli-question-unknown",
                CannotAnswer::Answered => "cli-question-twice",
                CannotAnswer::Gone => "cli-question-gone",
                CannotAnswer::Length | CannotAnswer::Store(_) => "cli-question-length",
            };
            Err(context.fails(id, &Args::new()))
        }
    }
}
