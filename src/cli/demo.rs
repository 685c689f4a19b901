//! `thuispost demo`.

use std::process::ExitCode;
use std::sync::Arc;

use super::context::{CliError, show};
use crate::app;
use crate::app::demo::{Demo, DemoError, DemoOptions};
use crate::language::{HomeLanguage, Phrasebook, without_marks};
use crate::participation;

#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    /// How many sample families, 1 to 40.
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u8).range(1..=40))]
    families: u8,
    /// Port of the page with the phones.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Plays the story to its end, compares the report with the phones, and ends.
    #[arg(long)]
    headless: bool,
    /// Decides what each family does.
    #[arg(long, default_value_t = 7)]
    seed: u64,
}

pub(super) async fn run(args: DemoArgs) -> Result<ExitCode, CliError> {
    app::start_log("warn");
    let phrases = Phrasebook::load().map_err(|error| CliError::Failed(error.to_string()))?;
    let phrases = Arc::new(phrases);
    let port = if args.headless { 0 } else { args.port };
    let options = DemoOptions { families: usize::from(args.families), port, seed: args.seed };
    let mut demo = Demo::prepare(options, Arc::clone(&phrases)).await.map_err(failed)?;
    show(&format!("The phones are at {}", demo.page_url()));
    let played = play(&mut demo, &phrases, args.headless).await;
    let outcome = match played {
        Ok(outcome) => outcome,
        Err(error) => {
            demo.end().await;
            return Err(failed(error));
        }
    };
    if !args.headless {
        show("Open that page: press, type, turn the calendar. Stop with Ctrl-C.");
        drop(tokio::signal::ctrl_c().await);
    }
    demo.end().await;
    Ok(outcome)
}

async fn play(
    demo: &mut Demo,
    phrases: &Phrasebook,
    headless: bool,
) -> Result<ExitCode, DemoError> {
    show("Monday: parents open the code on their letter; juf Anna opens that of her work …");
    demo.families_join().await?;
    demo.educator_joins().await?;
    show("The theme letter goes home …");
    demo.letter_goes_home().await?;
    let replied = demo.educator_replies().await?;
    let answered = demo.staff_answer().await?;
    show(&format!("Juf Anna answered {replied} questions by reply, the office {answered}."));
    if !headless {
        return leave_to_visitors(demo).await;
    }
    show("Tuesday: how did it go at home?");
    demo.next_day().await?;
    show("Wednesday: some are asked once more, three families get a copy on paper.");
    demo.copies_are_handed_over(3).await?;
    demo.next_day().await?;
    show("Juf Anna starts a theme of four weeks on her phone; this is the plan that she sees:");
    let plan = demo.theme_starts().await?;
    plan.lines().for_each(|line| show(&format!("    {}", without_marks(line))));
    for week in 1..=Demo::theme_weeks() {
        show(&format!("Week {week} of the theme …"));
        demo.theme_week(week).await?;
    }
    meet(demo).await?;
    compare(demo, phrases).await
}

/// The report and the phones, side by side.
async fn compare(demo: &Demo, phrases: &Phrasebook) -> Result<ExitCode, DemoError> {
    let (records, period) = demo.report().await?;
    show(&without_marks(&participation::table(&records, period, phrases, HomeLanguage::ENGLISH)));
    for row in demo.went().await? {
        show(&format!(
            "{}: offered to {} families; {} answered, it worked for {}.",
            row.title, row.offered, row.answered, row.worked
        ));
    }
    for meeting in demo.meeting_counts().await? {
        let counts: Vec<String> =
            meeting.counts.iter().map(|(what, count)| format!("{what} {count}")).collect();
        show(&format!("{}: {}.", meeting.name, counts.join(", ")));
    }
    let (phones, messages, too_fast) = demo.numbers();
    show(&format!("{phones} phones, {messages} messages, {too_fast} times too fast."));
    let differences = demo.differences().await?;
    for difference in &differences {
        show(&format!("differs: {}", difference.0));
    }
    if !differences.is_empty() || too_fast > 0 {
        show("The report and the phones do not agree.");
        return Ok(ExitCode::from(1));
    }
    show("The report and the phones agree.");
    Ok(ExitCode::SUCCESS)
}

/// The story goes on with whoever watches the phones.
async fn leave_to_visitors(demo: &mut Demo) -> Result<ExitCode, DemoError> {
    demo.theme_starts().await?;
    show(
        "Families are invited to a theme morning, to a play group for ten of them, and to talks …",
    );
    demo.meetings_begin().await?;
    demo.theme_morning_is_told().await?;
    demo.play_group_is_told().await?;
    demo.talks_are_chosen().await?;
    for (phone, code) in demo.still_to_join().into_iter().take(3) {
        show(&format!(
            "Not joined yet: phone {phone}, code {code}: open the phone and press Start with it."
        ));
    }
    show(
        "Turn the calendar to tomorrow, and families are asked how it went; to Thursday, and the silent are \
         invited once more; to Monday 9 November 17:05, and who comes to the theme morning is reminded; to Tuesday \
         10 November 17:00, to Thursday and to Saturday, and the theme \u{201c}Bij ons thuis\u{201d} comes home.",
    );
    Ok(ExitCode::SUCCESS)
}

/// The meetings, to their end.
async fn meet(demo: &mut Demo) -> Result<(), DemoError> {
    show("Families are invited to a theme morning; the next day to a play group for ten of them …");
    demo.meetings_begin().await?;
    demo.theme_morning_is_told().await?;
    demo.next_day().await?;
    demo.play_group_is_told().await?;
    show("They choose moments for talks …");
    demo.next_day().await?;
    demo.talks_are_chosen().await?;
    show("Who said nothing is invited once more; one cancels, one is moved, somebody moves up …");
    demo.plans_change().await?;
    show("The theme morning …");
    demo.theme_morning().await?;
    show("The talks …");
    demo.talks_are_held().await?;
    for number in 0..Demo::play_group_times() {
        show(&format!("The play group, time {} …", number + 1));
        demo.play_group(number).await?;
    }
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of map_err")]
fn failed(error: DemoError) -> CliError {
    CliError::Failed(error.to_string())
}
