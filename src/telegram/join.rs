//! From the code on the letter to the first "welcome".

use super::talk::Talk;
use super::{meeting, menu, visitor, work};
use crate::language::{Args, HomeLanguage};
use crate::meeting::is_session_code;
use crate::outbox::{Button, Message};
use crate::roster::{self, COME_BACK_WITHIN, CarerId, InviteCode, InviteFound, StaffCode};
use crate::store::Result;

/// `/start`, with or without a code.
pub(super) async fn start(talk: &mut Talk<'_>, code: Option<&str>) -> Result<()> {
    match code {
        Some(code) if is_session_code(code) => meeting::code_scanned(talk, code).await,
        Some(code) => match StaffCode::parse(code) {
            Some(code) => work::open_code(talk, &code).await,
            None => open_code(talk, code).await,
        },
        None if work::is_on(talk).await? => work::menu(talk).await,
        None => where_were_we(talk).await,
    }
}

/// Goes on where this chat stands.
pub(super) async fn where_were_we(talk: &mut Talk<'_>) -> Result<()> {
    if talk.carers.is_empty() {
        return visitor::stranger(talk).await;
    }
    if talk.is_active() {
        if talk.carers.iter().any(|carer| carer.paused_until.is_some_and(|until| until > talk.now))
        {
            return menu::resume(talk).await;
        }
        let welcome =
            talk.message("join-again", &talk.about()).with_keyboard(talk.lasting_keyboard());
        return talk.say(welcome).await;
    }
    match talk.carers.iter().filter_map(|carer| carer.stopped_at).max() {
        Some(stopped) if talk.now > stopped.after(COME_BACK_WITHIN) => {
            talk.say_phrase("code-expired", &Args::new()).await
        }
        Some(_) => {
            let message = talk.message("resume-question", &talk.place());
            let message = message.row([talk.button("resume-yes", "r.yes")]);
            talk.say(message).await
        }
        None => ask_language(talk).await,
    }
}

async fn open_code(talk: &mut Talk<'_>, code: &str) -> Result<()> {
    let found = match InviteCode::parse(code) {
        Some(code) => {
            roster::find_invite(talk.write, talk.organisation.id, &code, talk.now).await?
        }
        None => InviteFound::Unknown,
    };
    let mine = |talk: &Talk<'_>, id| talk.carers.iter().any(|carer| carer.id == id);
    let takes_part =
        |talk: &Talk<'_>, id| talk.carers.iter().any(|carer| carer.id == id && carer.is_active());
    match found {
        InviteFound::Open(carer) if takes_part(talk, carer) => where_were_we(talk).await,
        InviteFound::Open(carer)
            if roster::is_bound_elsewhere(talk.write, carer, talk.chat).await? =>
        {
            visitor::code(talk, "code-used").await
        }
        InviteFound::Open(carer) => {
            let known = talk.is_active();
            roster::link(talk.write, carer, talk.chat, talk.now).await?;
            talk.look_again().await?;
            // Who takes part already has a language; a second child only needs a yes.
            if known { ask_consent(talk).await } else { ask_language(talk).await }
        }
        InviteFound::Used(carer) if mine(talk, carer) => where_were_we(talk).await,
        InviteFound::Used(_) => visitor::code(talk, "code-used").await,
        InviteFound::Expired(_) | InviteFound::Revoked(_) => {
            visitor::code(talk, "code-expired").await
        }
        InviteFound::Elsewhere => visitor::code(talk, "code-elsewhere").await,
        InviteFound::Unknown => visitor::code(talk, "code-unknown").await,
    }
}

async fn ask_language(talk: &mut Talk<'_>) -> Result<()> {
    let mut message = talk.message("join-language", &talk.invited_place());
    message.buttons = language_buttons(talk, "j.l.").await?;
    talk.say(message).await
}

/// One button a language, each in its own script: the roster's first, then the usual ones here.
pub(super) async fn language_buttons(talk: &mut Talk<'_>, press: &str) -> Result<Vec<Vec<Button>>> {
    let mut languages: Vec<HomeLanguage> = talk.carers.iter().map(|carer| carer.language).collect();
    languages.extend(roster::usual_languages(talk.write, talk.organisation.id).await?);
    languages.extend(talk.phrases().languages());
    let mut shown: Vec<HomeLanguage> = Vec::new();
    for language in languages {
        if talk.phrases().speaks(language) && !shown.contains(&language) {
            shown.push(language);
        }
    }
    let button = |it: &HomeLanguage| Button::new(it.own_name(), format!("{press}{it}"));
    Ok(shown.chunks(2).map(|pair| pair.iter().map(button).collect()).collect())
}

/// A press on the way in: a language, yes or no.
pub(super) async fn pressed(talk: &mut Talk<'_>, answer: &str) -> Result<()> {
    if talk.pending().is_empty() {
        return where_were_we(talk).await;
    }
    match answer.strip_prefix("l.").map(HomeLanguage::parse) {
        Some(Some(language)) if talk.phrases().speaks(language) => {
            roster::choose_language(
                talk.write,
                talk.organisation.id,
                talk.chat,
                (language, &talk.rooms.phrases),
                talk.now,
            )
            .await?;
            talk.look_again().await?;
            ask_consent(talk).await
        }
        None if answer == "yes" => accept(talk).await,
        None if answer == "no" => decline(talk).await,
        _ => ask_language(talk).await,
    }
}

async fn ask_consent(talk: &mut Talk<'_>) -> Result<()> {
    let message = talk.message("join-consent", &talk.invited_place());
    let message =
        message.row([talk.button("join-yes", "j.yes")]).row([talk.button("join-no", "j.no")]);
    talk.say(message).await
}

async fn accept(talk: &mut Talk<'_>) -> Result<()> {
    let joining = talk.pending();
    let spoken = talk
        .carers
        .iter()
        .find(|carer| carer.is_active())
        .map(|carer| carer.chat_language(talk.phrases()));
    for carer in &joining {
        roster::consent(talk.write, *carer, talk.now).await?;
    }
    if let Some(language) = spoken {
        let organisation = talk.organisation.id;
        roster::choose_language(
            talk.write,
            organisation,
            talk.chat,
            (language, &talk.rooms.phrases),
            talk.now,
        )
        .await?;
    }
    talk.look_again().await?;
    let about = talk.about_those(&joining);
    let welcome = talk.message("join-welcome", &about).with_keyboard(talk.lasting_keyboard());
    talk.say(welcome).await?;
    ask_second_language(talk, &joining).await
}

async fn decline(talk: &mut Talk<'_>) -> Result<()> {
    // For who takes part with another child, messages go on.
    let phrase = if talk.is_active() { "nothing-changed" } else { "join-declined" };
    talk.say_phrase(phrase, &Args::new()).await?;
    for carer in talk.pending() {
        roster::decline(talk.write, carer, talk.now).await?;
    }
    Ok(())
}

async fn ask_second_language(talk: &mut Talk<'_>, joining: &[CarerId]) -> Result<()> {
    let mut joined = talk.carers.iter().filter(|carer| joining.contains(&carer.id));
    let second = joined.find_map(|carer| {
        carer.second_language.filter(|it| *it != carer.language && !carer.second_confirmed)
    });
    let Some(second) = second else { return Ok(()) };
    let args = Args::new().text("language", second.own_name());
    let message: Message = talk.message("second-language-question", &args);
    let message = message.row([
        talk.button("second-language-yes", format!("s.yes.{second}")),
        talk.button("second-language-no", format!("s.no.{second}")),
    ]);
    talk.say(message).await
}

/// "Do you also read ..?"
pub(super) async fn second_language(talk: &mut Talk<'_>, answer: &str) -> Result<()> {
    let (answer, asked) = answer.split_once('.').unwrap_or((answer, ""));
    let asked = HomeLanguage::parse(asked);
    let carers = talk.carers.clone();
    for carer in carers.iter().filter(|carer| asked.is_some() && carer.second_language == asked) {
        roster::second_language(talk.write, carer.id, answer == "yes", talk.now).await?;
    }
    talk.say_phrase("second-language-done", &Args::new()).await
}
