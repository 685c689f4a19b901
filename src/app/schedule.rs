//! The schedule: what is due every second, what is old every hour. One instance runs it, for all
//! organisations; run twice it changes nothing more.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::board::Board;
use crate::clock::Moment;
use crate::mailing::voice::{self, Machine, Maker};
use crate::outbox::{self, Rooms};
use crate::privacy::{self, Journal};
use crate::settings::Settings;
use crate::{inbox, meeting, rhythm, telegram};

/// How often what is due is looked for.
const BEAT: Duration = Duration::from_secs(1);
/// How often is looked for families to speak to, in beats; most of them once a day only. Not in the first
/// minute: it may take a second, and after a start those who pressed meanwhile are waiting.
const DOOR_BEATS: u64 = 60;
/// How often is looked for languages that came while a theme runs, in beats.
const LATE_BEATS: u64 = 15;
/// How often what is old is cleared away, in beats.
const TIDY_BEATS: u64 = 3_600;

/// Runs until `stop` is cancelled.
pub(super) async fn run(rooms: Rooms, settings: Settings, board: Board, stop: CancellationToken) {
    let (mut beats, mut chores) = (0_u64, Chores::default());
    let mut maker = Maker::new(Machine::of(&settings));
    let mut was_well = true;
    let mut turns = rooms.calendar.turns();
    while !stop.is_cancelled() {
        chores.late |= beats.is_multiple_of(LATE_BEATS);
        chores.tidy |= beats.is_multiple_of(TIDY_BEATS);
        beats += 1;
        chores.door |= beats.is_multiple_of(DOOR_BEATS);
        turns.mark_unchanged();
        let now = rooms.calendar.now();
        match due(&rooms, &settings, (&mut maker, &mut chores), now).await {
            Ok(round) => {
                if round.rows > 0 {
                    board.wake_all();
                }
                was_well = true;
                if !round.is_last {
                    continue;
                }
                board.is_planned(now);
            }
            Err(error) => {
                if was_well {
                    tracing::warn!(%error, "what is due cannot be planned; trying again");
                }
                was_well = false;
            }
        }
        let next = rooms.ticker.elapsed() + BEAT;
        tokio::select! {
            () = rooms.ticker.until(next) => {}
            // It may have been turned past a morning.
            Ok(()) = turns.changed() => chores.door = true,
            () = stop.cancelled() => {}
        }
    }
}

/// What is not looked at in every beat. It reads every family, so letters go first: it waits until
/// nothing is left to fan out.
#[derive(Clone, Copy, Default)]
struct Chores {
    door: bool,
    late: bool,
    tidy: bool,
}

async fn due(
    rooms: &Rooms,
    settings: &Settings,
    (maker, chores): (&mut Maker, &mut Chores),
    now: Moment,
) -> crate::store::Result<outbox::Round> {
    let until = rooms.ticker.elapsed() + BEAT;
    make_voices(rooms, maker, now).await?;
    let mut round = outbox::release_round(&rooms.store, now).await?;
    while !round.is_last && rooms.ticker.elapsed() < until {
        let next = outbox::release_round(&rooms.store, now).await?;
        round = outbox::Round { rows: round.rows + next.rows, is_last: next.is_last };
    }
    round.rows += outbox::release_paused(&rooms.store, now).await?;
    let rules = (&settings.theme, settings.quiet_hours);
    let mut themes = rhythm::plan_themes(&rooms.store, &rooms.phrases, rules, now).await?;
    round.rows += themes.rows;
    while !themes.is_last && rooms.ticker.elapsed() < until {
        themes = rhythm::plan_themes(&rooms.store, &rooms.phrases, rules, now).await?;
        round.rows += themes.rows;
    }
    round.is_last &= themes.is_last;
    round.rows += rhythm::plan(&rooms.store, settings.quiet_hours, now).await?;
    round.rows +=
        meeting::follow_meetings(&rooms.store, &rooms.phrases, settings.quiet_hours, now).await?;
    if round.is_last && chores.late {
        round.rows += rhythm::release_translated(&rooms.store, &rooms.phrases, rules, now).await?;
        chores.late = false;
    }
    if round.is_last && chores.door {
        inbox::open_follow_ups(&rooms.store, now).await?;
        chores.door = false;
    }
    if round.is_last && chores.tidy {
        telegram::tidy_updates(&rooms.store, now).await?;
        outbox::forget_old_documents(&rooms.store, now).await?;
        let (journal, months) = (Journal::at(&settings.erasures_file), settings.retention_months);
        privacy::forget_families_that_left(&rooms.store, &journal, months, now).await?;
        chores.tidy = false;
    }
    Ok(round)
}

/// Before anything leaves: a voice takes time, and is made outside every transaction.
async fn make_voices(rooms: &Rooms, maker: &mut Maker, now: Moment) -> crate::store::Result<()> {
    maker.make_ahead(&rooms.store, now).await?;
    for organisation in voice::organisations_with_machine(&mut *rooms.store.read().await?).await? {
        if maker.looks_at(organisation.raw(), now) {
            let asked =
                rooms.phrases.languages().map(|it| (it, voice::question(&rooms.phrases, it)));
            maker.make(&rooms.store, organisation, asked, now).await?;
        }
    }
    for (organisation, theme) in rhythm::themes_soon(&mut *rooms.store.read().await?, now).await? {
        if maker.looks_at(theme.raw(), now) {
            let told = rhythm::told_of_theme(&mut *rooms.store.read().await?, theme).await?;
            maker.make(&rooms.store, organisation, told, now).await?;
        }
    }
    Ok(())
}
