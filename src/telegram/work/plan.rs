//! What staff read of a theme: to whom it comes and how, when, and what is missing. Numbers first.

use crate::language::{Args, HomeLanguage, Html, short_day};
use crate::outbox::Message;
use crate::rhythm::{Outlook, Outreach, Slot};
use crate::telegram::talk::Talk;

/// The plan of a theme that is about to begin.
pub(super) fn of_new(talk: &Talk<'_>, (title, groups): (&str, &str), outlook: &Outlook) -> Html {
    let args = Args::new()
        .text("title", title)
        .text("groups", groups)
        .number("families", outlook.to.families)
        .number("reached", outlook.to.reached());
    let tongue = talk.work_language();
    let mut blocks = vec![talk.phrases().html(tongue, "staff-plan", &args)];
    blocks.extend(block(&outlook.to.lines(talk.phrases(), tongue)));
    blocks.extend(block(&weeks(talk, &outlook.slots)));
    let mut missing = gaps(talk, &outlook.to, "staff-plan-gap");
    if !missing.is_empty() {
        missing.push(talk.phrases().html(tongue, "staff-plan-missing", &Args::new()));
        missing.extend(without_a_line(talk, &outlook.to));
    }
    if outlook.not_introduced {
        missing.push(talk.phrases().html(tongue, "staff-plan-not-introduced", &Args::new()));
    }
    blocks.extend(block(&missing));
    blocks.into_iter().fold(Html::default(), |all, block| all.then(&block))
}

/// A line for each week, with the days on which something leaves.
fn weeks(talk: &Talk<'_>, slots: &[Slot]) -> Vec<Html> {
    let (tongue, zone) = (talk.work_language(), &talk.organisation.time_zone);
    let line = |of_week: &[Slot]| {
        let open = of_week.iter().filter(|slot| !slot.is_closed);
        let days: Vec<String> =
            open.map(|slot| short_day(tongue, slot.at.local(zone).date())).collect();
        let args = Args::new().number("week", of_week.first().map_or(0, |slot| slot.week));
        let (phrase, args) = match days.is_empty() {
            true => ("staff-plan-week-closed", args),
            false => ("staff-plan-week", args.text("days", days.join(" · "))),
        };
        talk.phrases().html(tongue, phrase, &args)
    };
    slots.chunk_by(|a, b| a.week == b.week).map(line).collect()
}

/// A line for each language in which there is no text, with how many families that are.
pub(super) fn gaps(talk: &Talk<'_>, to: &Outreach, phrase: &str) -> Vec<Html> {
    let tongue = talk.work_language();
    let line = |(tag, families): &(String, i64)| {
        let args = Args::new().text("language", name(talk, tag)).number("families", *families);
        talk.phrases().html(tongue, phrase, &args)
    };
    to.gaps.iter().map(line).collect()
}

/// In languages that the bot does not speak, no line can say that the text is in Dutch.
fn without_a_line(talk: &Talk<'_>, to: &Outreach) -> Option<Html> {
    let is_strange = |tag: &str| {
        !HomeLanguage::parse(tag).is_some_and(|language| talk.phrases().speaks(language))
    };
    let strange = to.gaps.iter().filter(|(tag, _)| is_strange(tag));
    let names: Vec<&str> = strange.map(|(tag, _)| name(talk, tag)).collect();
    let args = Args::new().text("languages", names.join(", "));
    (!names.is_empty())
        .then(|| talk.phrases().html(talk.work_language(), "staff-plan-no-line", &args))
}

fn name<'a>(talk: &Talk<'_>, tag: &'a str) -> &'a str {
    HomeLanguage::parse(tag).map_or(tag, |it| it.name_in(talk.work_language()))
}

/// Lines below each other; without lines no block.
fn block(lines: &[Html]) -> Option<Html> {
    let joined = lines.iter().map(Html::as_str).collect::<Vec<_>>().join("\n");
    (!lines.is_empty()).then(|| Html::trusted(joined))
}

/// A message with lines below its first block.
pub(super) fn with(message: Message, lines: &[Html]) -> Message {
    match block(lines) {
        Some(block) => {
            let text = Html::trusted(message.text).then(&block).into_string();
            Message { text, ..message }
        }
        None => message,
    }
}
