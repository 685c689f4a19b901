//! "Did it work?": thanks always, blame never, and at most one more question.

use teloxide::types::InlineKeyboardMarkup;

use super::letter::mark;
use super::question;
use super::talk::Talk;
use crate::inbox::{NewQuestion, QuestionKind};
use crate::language::{Args, day_and_time};
use crate::mailing::voice;
use crate::outbox::{self, CheckInAnswer, Message};
use crate::reply::{self, Barrier, Recorded};
use crate::rhythm::{self, AskAgain, Tip};
use crate::roster::CarerId;
use crate::store::Result;

/// One of the three answers.
pub(super) async fn answered(
    talk: &mut Talk<'_>,
    answer: CheckInAnswer,
    (letter, carer): (i64, CarerId),
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    match reply::check_in(talk.write, letter, carer, answer, talk.now).await? {
        Recorded::Closed => {
            talk.toast("checkin-closed");
            return Ok(());
        }
        Recorded::Same => {
            mark(talk, data, message);
            return Ok(());
        }
        Recorded::New => mark(talk, data, message),
    }
    let reader = (carer, talk.language());
    let practises = rhythm::practises(talk.write, letter, reader).await?;
    match (answer, practises) {
        (CheckInAnswer::Worked, Some(practises)) => {
            thanks(talk, "activity-thanks-worked", practises).await
        }
        (CheckInAnswer::ABit, Some(practises)) => {
            thanks(talk, "activity-thanks-a-bit", practises).await
        }
        (CheckInAnswer::Worked, None) => {
            let args = talk.about().number("count", talk.child_count());
            talk.say_phrase("checkin-thanks-worked", &args).await
        }
        (CheckInAnswer::ABit, None) => talk.say_phrase("checkin-thanks-a-bit", &talk.about()).await,
        (CheckInAnswer::NotYet, _) if !reply::may_ask_again(talk.write, letter, carer).await? => {
            ask_barrier(talk, (letter, carer)).await
        }
        (CheckInAnswer::NotYet, _) => {
            let about = format!("{letter}.{carer}");
            let message = talk
                .message("checkin-not-yet-answer", &Args::new())
                .row([
                    talk.button("checkin-tomorrow", format!("a.tomorrow.{about}")),
                    talk.button("checkin-weekend", format!("a.weekend.{about}")),
                ])
                .row([talk.button("checkin-no-need", format!("a.never.{about}"))])
                .row([talk.button("checkin-barrier", format!("b.ask.{about}"))]);
            talk.say(message).await
        }
    }
}

/// Names what the child practises; the sentence comes from the library, as plain text.
async fn thanks(talk: &mut Talk<'_>, phrase: &'static str, practises: String) -> Result<()> {
    talk.say_phrase(phrase, &Args::new().text("practises", practises)).await
}

/// A typed word or a sign that answers the question which is open; false when it is none, or none is open.
pub(super) async fn typed(talk: &mut Talk<'_>, text: &str) -> Result<bool> {
    let Some(answer) = rhythm::read_answer(talk.phrases(), talk.language(), text) else {
        return Ok(false);
    };
    let Some(about) = open_question(talk).await? else { return Ok(false) };
    answered(talk, answer, about, "", None).await?;
    Ok(true)
}

/// A photo or a voice message while the question is open says that it worked; it is not kept.
pub(super) async fn shown(talk: &mut Talk<'_>, phrase: &'static str) -> Result<bool> {
    let Some((letter, carer)) = open_question(talk).await? else { return Ok(false) };
    let worked = CheckInAnswer::Worked;
    if reply::check_in(talk.write, letter, carer, worked, talk.now).await? == Recorded::Closed {
        return Ok(false);
    }
    talk.say_phrase(phrase, &Args::new()).await?;
    Ok(true)
}

/// The newest question in this chat that waits for an answer.
async fn open_question(talk: &mut Talk<'_>) -> Result<Option<(i64, CarerId)>> {
    let active: Vec<CarerId> =
        talk.carers.iter().filter(|carer| carer.is_active()).map(|carer| carer.id).collect();
    for carer in active {
        if let Some(letter) = rhythm::open_question(talk.write, carer, talk.now).await? {
            return Ok(Some((letter, carer)));
        }
    }
    Ok(None)
}

/// What follows on "not yet": `a.` when to ask again, `b.` what got in the way.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let fields: Vec<&str> = data.split('.').collect();
    let &[kind, choice, letter, carer] = fields.as_slice() else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let about =
        (letter.parse().unwrap_or_default(), CarerId::from_raw(carer.parse().unwrap_or_default()));
    if !talk.carers.iter().any(|it| it.id == about.1 && it.consented) {
        talk.toast("button-too-old");
        return Ok(());
    }
    match (kind, choice) {
        ("a", "tomorrow") => ask_again(talk, Some(AskAgain::Tomorrow), about, data, message).await,
        ("a", "weekend") => ask_again(talk, Some(AskAgain::Weekend), about, data, message).await,
        ("a", _) => ask_again(talk, None, about, data, message).await,
        _ => match Barrier::from_word(choice) {
            Some(barrier) => keep_barrier(talk, barrier, about, data, message).await,
            None => ask_barrier(talk, about).await,
        },
    }
}

async fn ask_again(
    talk: &mut Talk<'_>,
    when: Option<AskAgain>,
    (letter, carer): (i64, CarerId),
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let zone = talk.organisation.time_zone.clone();
    let at = when.map(|when| rhythm::ask_again_at(when, talk.house.quiet_hours, talk.now, &zone));
    match reply::ask_again(talk.write, letter, carer, at, talk.now).await? {
        Recorded::Closed => {
            talk.toast("checkin-closed");
            return Ok(());
        }
        Recorded::Same if at.is_some() => {
            mark(talk, data, message);
            return Ok(());
        }
        _ => mark(talk, data, message),
    }
    match at {
        Some(at) => {
            let said = day_and_time(talk.language(), at.local(&zone));
            talk.say_phrase("checkin-asks-again", &Args::new().text("day", said)).await
        }
        None => talk.say_phrase("checkin-no-need-answer", &Args::new()).await,
    }
}

async fn ask_barrier(talk: &mut Talk<'_>, (letter, carer): (i64, CarerId)) -> Result<()> {
    if !reply::is_open(talk.write, letter, carer, talk.now).await? {
        talk.toast("checkin-closed");
        return Ok(());
    }
    let mut message = talk.message("checkin-barrier-question", &Args::new());
    for barrier in Barrier::ALL {
        let phrase = format!("barrier-{}", barrier.word().replace('_', "-"));
        message =
            message.row([talk.button(&phrase, format!("b.{}.{letter}.{carer}", barrier.word()))]);
    }
    talk.say(message).await
}

async fn keep_barrier(
    talk: &mut Talk<'_>,
    barrier: Barrier,
    (letter, carer): (i64, CarerId),
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let recorded = reply::barrier(talk.write, letter, carer, barrier, talk.now).await?;
    if recorded == Recorded::Closed {
        talk.toast("checkin-closed");
        return Ok(());
    }
    mark(talk, data, message);
    if recorded == Recorded::Same {
        return Ok(());
    }
    rhythm::adapt(talk.write, letter, carer, barrier, talk.now).await?;
    let rooms = talk.rooms;
    let reader = (carer, talk.language());
    if let Some(tip) = rhythm::tip(talk.write, &rooms.phrases, letter, reader, barrier).await? {
        return say_tip(talk, carer, tip).await;
    }
    if barrier != Barrier::NotUnderstood {
        return talk.say_phrase("checkin-barrier-thanks", &Args::new()).await;
    }
    let asked =
        NewQuestion::by_button(talk.organisation.id, carer, Some(letter), QuestionKind::Explain);
    question::ask(talk, &asked).await?;
    talk.say_phrase("checkin-barrier-explain", &talk.place()).await
}

/// With its voice, to who listens, where there is one.
async fn say_tip(talk: &mut Talk<'_>, carer: CarerId, tip: Tip) -> Result<()> {
    let (organisation, language) = (talk.organisation.id, talk.language());
    let heard = match &tip.steps {
        Some(steps) => voice::heard_by(talk.write, organisation, carer, steps, language).await?,
        None => None,
    };
    let mut message = Message::text(tip.text);
    if let Some(heard) = heard {
        message = outbox::with_voice(message, talk.phrases(), language, &heard);
    }
    talk.say(message).await
}
