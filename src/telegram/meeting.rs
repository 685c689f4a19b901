//! An invitation in the chat: come, cannot, maybe later; the answer stays marked on the message, and may change
//! until the meeting begins.

mod moments;

pub(super) use moments::{ask_when, typed};

use teloxide::types::InlineKeyboardMarkup;

use super::letter::mark;
use super::talk::Talk;
use super::talks;
use crate::language::{Args, Html};
use crate::meeting::{
    self, Answer, Interpreting, Meeting, MeetingPress, Responded, Scanned, SessionId,
};
use crate::outbox::{Button, Message, Pin};
use crate::roster::CarerId;
use crate::store::Result;

/// One may come with so many people by a button.
const PEOPLE: i64 = 5;

/// A press on a message about a meeting.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    data: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let Some((press, id, carer)) = MeetingPress::parse(data) else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let is_mine = talk.carers.iter().any(|it| it.id == carer && it.is_active());
    let meeting = meeting::find(talk.write, id).await?;
    let Some(meeting) = meeting.filter(|it| is_mine && it.organisation == talk.organisation.id)
    else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let whose = (&meeting, carer);
    match press {
        MeetingPress::Yes => answer(talk, whose, Answer::Yes, (data, message)).await,
        MeetingPress::SeatYes => seat(talk, whose, (data, message)).await,
        MeetingPress::No => answer(talk, whose, Answer::No, (data, message)).await,
        MeetingPress::SeatNo | MeetingPress::LeaveList => {
            leave_list(talk, whose, (data, message)).await
        }
        MeetingPress::Maybe => answer(talk, whose, Answer::Maybe, (data, message)).await,
        MeetingPress::Interpreter => ask_interpreter(talk, whose).await,
        MeetingPress::InterpreterOurs => {
            interpreter(talk, whose, Some(Interpreting::School), (data, message)).await
        }
        MeetingPress::InterpreterFamily => {
            interpreter(talk, whose, Some(Interpreting::Family), (data, message)).await
        }
        MeetingPress::InterpreterNone => interpreter(talk, whose, None, (data, message)).await,
        MeetingPress::OtherMoment => moments::other_moment(talk, whose).await,
        MeetingPress::Map => map(talk, &meeting).await,
        MeetingPress::Calendar => super::calendar::of_meeting(talk, whose).await,
        MeetingPress::People(count) => people(talk, whose, count, (data, message)).await,
        MeetingPress::Choose => talks::choose(talk, whose).await,
    }
}

type Pressed<'a> = (&'a str, Option<&'a (i64, InlineKeyboardMarkup)>);

async fn answer(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
    answer: Answer,
    (data, message): Pressed<'_>,
) -> Result<()> {
    let (today, now) = (talk.today(), talk.now);
    let said = meeting::respond(talk.write, (meeting, carer), answer, (&today, now)).await?;
    let refused = match said {
        Responded::Over => Some("meeting-over"),
        Responded::CalledOff => Some("meeting-called-off"),
        Responded::NotYours => Some("meeting-not-yours"),
        Responded::Noted | Responded::Waiting | Responded::Same => None,
    };
    if let Some(refused) = refused {
        return refuse(talk, meeting, refused).await;
    }
    mark(talk, data, message);
    if said == Responded::Same {
        return Ok(());
    }
    match (answer, said) {
        (Answer::Yes, Responded::Waiting) => waiting(talk, (meeting, carer)).await,
        (Answer::Yes, _) => comes(talk, (meeting, carer)).await,
        (Answer::No, _) => {
            let text = header(talk, meeting).then(&talk.html("meeting-no-done", &Args::new()));
            let button = talk
                .button("meeting-other-moment", MeetingPress::OtherMoment.data(meeting.id, carer));
            talk.say(Message::text(text).row([button])).await
        }
        (Answer::Maybe, _) => {
            let text = header(talk, meeting).then(&talk.html("meeting-maybe-done", &Args::new()));
            talk.say(Message::text(text)).await
        }
    }
}

/// It is too late, or not for them.
async fn refuse(talk: &mut Talk<'_>, meeting: &Meeting, phrase: &str) -> Result<()> {
    talk.toast(phrase);
    let text = header(talk, meeting).then(&talk.html(phrase, &Args::new()));
    talk.say(Message::text(text)).await
}

/// Yes to a place that came free; another carer of the family may have said so before.
async fn seat(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
    pressed: Pressed<'_>,
) -> Result<()> {
    answer(talk, (meeting, carer), Answer::Yes, pressed).await?;
    if !talk.after.toast.is_empty() {
        return Ok(());
    }
    if meeting::waits(talk.write, meeting, carer).await? {
        talk.toast("meeting-seat-passed");
    } else if let Some(first) = meeting.next(talk.now) {
        talk.after.toast = talk.voice().when(first.starts);
    }
    Ok(())
}

/// What it is about: a carer may have several invitations in the chat.
fn header(talk: &Talk<'_>, meeting: &Meeting) -> Html {
    let args = Args::new()
        .text("title", meeting.kind.name(talk.phrases(), talk.language()))
        .text("location", &meeting.location.name);
    talk.html("meeting-header-short", &args)
}

async fn comes(talk: &mut Talk<'_>, (meeting, carer): (&Meeting, CarerId)) -> Result<()> {
    let Some(first) = meeting.next(talk.now) else { return Ok(()) };
    let when = talk.voice().when(first.starts);
    let phrase = if meeting.is_series() { "meeting-yes-series" } else { "meeting-yes-done" };
    let mut text = header(talk, meeting).then(&talk.html(phrase, &Args::new().text("when", when)));
    let asks = meeting.kind.base.asks_how_many();
    if asks {
        text = text.then(&talk.html("meeting-how-many", &Args::new()));
    }
    let mut message = Message::text(text);
    if asks {
        let button = |count: i64| {
            Button::new(count.to_string(), MeetingPress::People(count).data(meeting.id, carer))
        };
        message = message.row((1..=PEOPLE).map(button));
    }
    message = message
        .row([talk.button("meeting-calendar", MeetingPress::Calendar.data(meeting.id, carer))]);
    if meeting.location.pin.is_some() {
        message =
            message.row([talk.button("meeting-map", MeetingPress::Map.data(meeting.id, carer))]);
    }
    talk.say(message).await
}

async fn waiting(talk: &mut Talk<'_>, (meeting, carer): (&Meeting, CarerId)) -> Result<()> {
    let phrase = match meeting.kind.base {
        meeting::Base::ParentHelp => "meeting-full-helpers",
        _ => "meeting-full",
    };
    let text = header(talk, meeting).then(&talk.html(phrase, &Args::new()));
    let button = talk.button("meeting-leave-list", MeetingPress::LeaveList.data(meeting.id, carer));
    talk.say(Message::text(text).row([button])).await
}

async fn leave_list(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
    (data, message): Pressed<'_>,
) -> Result<()> {
    let now = talk.now;
    if !meeting::leave_list(talk.write, (meeting.id, carer), now).await? {
        let off = meeting.cancelled_at.is_some();
        return refuse(talk, meeting, if off { "meeting-called-off" } else { "meeting-over" })
            .await;
    }
    mark(talk, data, message);
    let text = header(talk, meeting).then(&talk.html("meeting-list-left", &Args::new()));
    talk.say(Message::text(text)).await
}

async fn people(
    talk: &mut Talk<'_>,
    (meeting, carer): (&Meeting, CarerId),
    count: i64,
    (data, message): Pressed<'_>,
) -> Result<()> {
    if !meeting.is_open(talk.now) {
        talk.toast("meeting-over");
        return Ok(());
    }
    if !meeting::comes_with(talk.write, (meeting.id, carer), count).await? {
        talk.toast("button-too-old");
        return Ok(());
    }
    mark(talk, data, message);
    talk.after.toast = talk.phrases().plain(
        talk.language(),
        "meeting-how-many-done",
        &Args::new().number("count", count),
    );
    Ok(())
}

async fn ask_interpreter(talk: &mut Talk<'_>, (meeting, carer): (&Meeting, CarerId)) -> Result<()> {
    let mut message = talk.message("meeting-interpreter-question", &Args::new());
    for (phrase, press) in [
        ("meeting-interpreter-ours", MeetingPress::InterpreterOurs),
        ("meeting-interpreter-family", MeetingPress::InterpreterFamily),
        ("meeting-interpreter-none", MeetingPress::InterpreterNone),
    ] {
        message = message.row([talk.button(phrase, press.data(meeting.id, carer))]);
    }
    talk.say(message).await
}

async fn interpreter(
    talk: &mut Talk<'_>,
    (_, carer): (&Meeting, CarerId),
    who: Option<Interpreting>,
    (data, message): Pressed<'_>,
) -> Result<()> {
    let now = talk.now;
    meeting::needs_interpreter(talk.write, carer, who, now).await?;
    mark(talk, data, message);
    let args = Args::new().text("language", home_language(talk, carer));
    match who {
        Some(Interpreting::School) => talk.say_phrase("meeting-interpreter-ours-done", &args).await,
        Some(Interpreting::Family) => {
            talk.say_phrase("meeting-interpreter-family-done", &Args::new()).await
        }
        None => talk.say_phrase("meeting-interpreter-none-done", &Args::new()).await,
    }
}

/// The language to interpret, as its speakers call it.
fn home_language(talk: &Talk<'_>, carer: CarerId) -> &'static str {
    let mine = talk.carers.iter().find(|it| it.id == carer);
    mine.map_or(talk.language(), |it| it.language).own_name()
}

async fn map(talk: &mut Talk<'_>, meeting: &Meeting) -> Result<()> {
    let Some((latitude, longitude)) = meeting.location.pin.clone() else {
        talk.toast("button-too-old");
        return Ok(());
    };
    let title = meeting.location.name.clone();
    let address = meeting.location.address.clone().unwrap_or_else(|| title.clone());
    talk.say(Message::pin(Pin { latitude, longitude, title, address })).await
}

/// The code on the coffee table.
pub(super) async fn code_scanned(talk: &mut Talk<'_>, code: &str) -> Result<()> {
    let organisation = talk.organisation.id;
    match meeting::session_of_code(talk.write, organisation, code).await? {
        Some(session) => scanned(talk, session).await,
        None => super::visitor::code(talk, "meeting-here-unknown").await,
    }
}

async fn scanned(talk: &mut Talk<'_>, session: SessionId) -> Result<()> {
    let carers: Vec<CarerId> =
        talk.carers.iter().filter(|it| it.is_active()).map(|it| it.id).collect();
    let now = talk.now;
    let (organisation, write) = (talk.organisation, &mut *talk.write);
    let (scanned, meeting) = meeting::scan(write, (organisation, session), &carers, now).await?;
    let title =
        meeting.as_ref().map_or(String::new(), |it| it.kind.name(talk.phrases(), talk.language()));
    match scanned {
        Scanned::Noted => talk.say_phrase("meeting-here", &Args::new().text("title", title)).await,
        Scanned::Again => talk.say_phrase("meeting-here-again", &Args::new()).await,
        Scanned::Stranger if talk.carers.is_empty() => {
            super::visitor::code(talk, "meeting-here-stranger").await
        }
        Scanned::Stranger => talk.say_phrase("meeting-here-stranger", &Args::new()).await,
        Scanned::NotNow => match meeting
            .as_ref()
            .and_then(|it| it.sessions.iter().find(|at| at.id == session).map(|at| at.starts))
        {
            Some(starts) => {
                let when = talk.voice().when(starts);
                let args = Args::new().text("title", title).text("when", when);
                talk.say_phrase("meeting-here-not-now", &args).await
            }
            None => talk.say_phrase("meeting-here-unknown", &Args::new()).await,
        },
    }
}
