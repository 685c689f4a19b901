//! The menu: language, pause, help.

use std::time::Duration;

use super::talk::Talk;
use super::{join, rights, work};
use crate::language::{Args, HomeLanguage, day};
use crate::outbox::Message;
use crate::store::Result;
use crate::{rhythm, roster};

const DAY: u64 = 24 * 3_600;

/// All that can be done.
pub(super) async fn show(talk: &mut Talk<'_>) -> Result<()> {
    let paused =
        talk.carers.iter().any(|carer| carer.paused_until.is_some_and(|until| until > talk.now));
    let pause = if paused { ("menu-resume", "m.resume") } else { ("menu-pause", "m.pause") };
    let message = talk
        .message("menu", &talk.about())
        .row([talk.button("menu-language", "m.language"), talk.button(pause.0, pause.1)])
        .row([talk.button("menu-help", "m.help"), talk.button("menu-data", "m.data")])
        .row([talk.button("menu-not-me", "m.not-me"), talk.button("menu-stop", "m.stop")]);
    let message = work::beside(talk, message);
    talk.say(message).await
}

/// A press in the menu.
pub(super) async fn pressed(talk: &mut Talk<'_>, item: &str) -> Result<()> {
    match item {
        "language" => languages(talk).await,
        "pause" => ask_pause(talk).await,
        "resume" => resume(talk).await,
        "help" => help(talk).await,
        "data" => rights::show_data(talk).await,
        "not-me" => rights::ask_not_me(talk).await,
        "stop" => rights::stop(talk).await,
        _ => show(talk).await,
    }
}

/// The languages to choose from.
pub(super) async fn languages(talk: &mut Talk<'_>) -> Result<()> {
    let mut message = talk.message("language-question", &Args::new());
    message.buttons = join::language_buttons(talk, "l.").await?;
    talk.say(message).await
}

/// Everything from now on, and the keyboard under the chat, is in this language.
pub(super) async fn language_chosen(talk: &mut Talk<'_>, tag: &str) -> Result<()> {
    let Some(language) = HomeLanguage::parse(tag).filter(|it| talk.phrases().speaks(*it)) else {
        return languages(talk).await;
    };
    let chosen = (language, &*talk.rooms.phrases);
    roster::choose_language(talk.write, talk.organisation.id, talk.chat, chosen, talk.now).await?;
    talk.look_again().await?;
    let message: Message =
        talk.message("language-changed", &Args::new()).with_keyboard(talk.lasting_keyboard());
    talk.say(message).await
}

async fn ask_pause(talk: &mut Talk<'_>) -> Result<()> {
    let message = talk
        .message("pause-question", &Args::new())
        .row([talk.button("pause-one-week", "p.7")])
        .row([talk.button("pause-two-weeks", "p.14")])
        .row([talk.button("pause-four-weeks", "p.28")]);
    talk.say(message).await
}

/// A pause of so many days.
pub(super) async fn pause(talk: &mut Talk<'_>, days: &str) -> Result<()> {
    let Some(days) = days.parse().ok().filter(|days| [7, 14, 28].contains(days)) else {
        return ask_pause(talk).await;
    };
    // What the pause held leaves at its end, which must not be at night.
    let zone = talk.organisation.time_zone.clone();
    let until = talk.now.after(Duration::from_secs(days * DAY));
    let until = rhythm::outside_quiet_hours(talk.house.quiet_hours, until, &zone);
    roster::pause(talk.write, talk.organisation.id, talk.chat, Some(until), talk.now).await?;
    let said = day(talk.language(), until.local(&zone).date());
    let message = talk.message("pause-done", &Args::new().text("day", said));
    let message = message.row([talk.button("menu-resume", "m.resume")]);
    talk.say(message).await
}

/// Ends a pause.
pub(super) async fn resume(talk: &mut Talk<'_>) -> Result<()> {
    roster::pause(talk.write, talk.organisation.id, talk.chat, None, talk.now).await?;
    let message = talk.message("resume-done", &Args::new()).with_keyboard(talk.lasting_keyboard());
    talk.say(message).await
}

/// What this is and whom to call.
pub(super) async fn help(talk: &mut Talk<'_>) -> Result<()> {
    match talk.phone() {
        Some(phone) => {
            let args = talk.place().text("phone", phone);
            talk.say_phrase("help", &args).await
        }
        None => talk.say_phrase("help-no-phone", &talk.place()).await,
    }
}
