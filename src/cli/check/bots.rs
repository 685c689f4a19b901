//! Each organisation's bot: its token, how updates come in, whether it sends.

use std::time::Duration;

use super::finding::Findings;
use crate::app::{self, NoProbe, Probe, WebhookSeen};
use crate::cli::context::CliError;
use crate::clock::Moment;
use crate::outbox;
use crate::roster::{self, Organisation};
use crate::settings::{Settings, Updates};
use crate::store::Store;

/// A machine whose clock is further off sends at wrong hours, and HTTPS soon fails.
const OFF: Duration = Duration::from_secs(30);
/// A message that waits for longer than the longest night is stuck.
const STUCK: Duration = Duration::from_secs(24 * 3_600);

/// The variable of the bot when there is only one.
const ONLY_TOKEN: &str = "TELOXIDE_TOKEN";

pub(super) async fn check(
    findings: &mut Findings,
    settings: &Settings,
    store: &Store,
    now: Moment,
) -> Result<(), CliError> {
    let organisations = roster::organisations(&mut *store.read().await?).await;
    let organisations = match organisations {
        Ok(organisations) => organisations,
        Err(error) => {
            findings.wrong("organisations", error.to_string(), "restore a backup");
            return Ok(());
        }
    };
    if organisations.is_empty() {
        findings.look("organisations", "none yet", "thuispost import roster FILE");
        check_token(findings, settings, now).await;
        return Ok(());
    }
    let served = store.is_served().await.unwrap_or(false);
    for organisation in &organisations {
        let what = format!("bot of {}", organisation.name);
        ask(findings, settings, (&what, &organisation.token_env), served, now).await;
        standing(findings, store, organisation, now).await?;
    }
    Ok(())
}

/// Where there is no organisation to ask for: the one variable that every first bot has.
pub(super) async fn check_token(findings: &mut Findings, settings: &Settings, now: Moment) {
    ask(findings, settings, ("bot", ONLY_TOKEN), false, now).await;
}

async fn ask(
    findings: &mut Findings,
    settings: &Settings,
    (what, variable): (&str, &str),
    served: bool,
    now: Moment,
) {
    if settings.token_of(variable).is_none() {
        let text = format!("{variable} is not set");
        return findings.wrong(what, text, "@BotFather gives the token; put it in .env");
    }
    let api = match app::entrance(settings, variable) {
        Ok(api) => api,
        Err(error) => {
            let mend = "look at the certificates of this machine";
            return findings.wrong(what, error.to_string(), mend);
        }
    };
    match app::probe(&api).await {
        Ok(probe) => {
            findings.ok(what, format!("@{}", probe.username));
            clock(findings, &probe, now);
            match &probe.webhook {
                Some(seen) => updates(findings, settings, what, served, seen),
                None => findings.look(what, "how updates come in is not known", "check again"),
            }
        }
        Err(error @ NoProbe::Rejected(_)) => {
            let mend = format!(
                "@BotFather shows the token that holds; put it in {variable} and start again"
            );
            findings.wrong(what, error.to_string(), &mend);
        }
        Err(NoProbe::NoAnswer(why)) => {
            let text = format!("{} does not answer: {why}", settings.api_url);
            let mend = "is this machine's network up, may it reach that address, is TELOXIDE_API_URL right?";
            findings.wrong(what, text, mend);
        }
    }
}

fn clock(findings: &mut Findings, probe: &Probe, now: Moment) {
    let Some(there) = probe.answered_at else {
        return findings.look(
            "clock",
            "the Bot API's answer bears no date to compare with",
            "check again",
        );
    };
    let off = Duration::from_millis(now.millis().abs_diff(there.millis()));
    let text = format!("{} s from the Bot API's", off.as_secs());
    if off > OFF {
        findings.look("clock", text, "set the clock of this machine: timedatectl set-ntp true");
    } else {
        findings.ok("clock", text);
    }
}

/// A running service keeps this as its settings say; before it starts there may be an older way.
fn updates(
    findings: &mut Findings,
    settings: &Settings,
    what: &str,
    served: bool,
    seen: &WebhookSeen,
) {
    let ours = settings.public_url.as_deref().filter(|_| settings.updates == Updates::Webhook);
    let is_right = match ours {
        Some(ours) => seen.url.starts_with(ours),
        None => seen.url.is_empty(),
    };
    // A path may hold somebody's secret.
    let host = reqwest::Url::parse(&seen.url).ok();
    let host = host.as_ref().and_then(|url| url.host_str()).unwrap_or("no address");
    let text = match ours {
        Some(_) => format!("Telegram brings updates to {host}, {} wait", seen.pending_update_count),
        None if is_right => format!("asked for updates, {} wait", seen.pending_update_count),
        None => format!("Telegram brings updates to a webhook at {host}, and none to who asks"),
    };
    if is_right {
        findings.ok(what, text);
    } else if served {
        let mend = "start the service again; if that does not last, another program uses this bot: it needs its own";
        findings.wrong(what, text, mend);
    } else {
        findings.look(what, text, "the service changes that when it starts");
    }
    if let Some(why) = &seen.last_error_message {
        let at = seen.last_error_date.map_or_else(String::new, |seconds| {
            format!(" at {}", Moment::from_millis(seconds.saturating_mul(1_000)))
        });
        let text = format!("Telegram could not bring an update{at}: {why}");
        findings.look(
            what,
            text,
            "look at the way from Telegram to the webhook: name, certificate, proxy",
        );
    }
}

/// What the database says about it.
async fn standing(
    findings: &mut Findings,
    store: &Store,
    organisation: &Organisation,
    now: Moment,
) -> Result<(), CliError> {
    let what = format!("post of {}", organisation.name);
    let mut read = store.read().await?;
    let bot = outbox::bot_state(&mut read, organisation.id).await?;
    if let Some(since) = bot.stopped_at {
        let why = bot.stopped_reason.unwrap_or_default();
        let text = format!("stopped at {since}: Telegram did not accept the token ({why})");
        let mend = format!("put the right token in {}, and start again", organisation.token_env);
        findings.wrong(&what, text, &mend);
    }
    if let Some(until) = bot.paused_until.filter(|until| *until > now) {
        findings.look(&what, format!("Telegram asked it to wait until {until}"), "wait");
    }
    let quiet = outbox::quiet_since(&mut read, organisation.id).await?;
    if let Some(since) = quiet {
        let text = format!("quiet since {since}, when a backup was restored");
        findings.look(&what, text, "let staff look through what waits: thuispost restored");
    }
    let queue = outbox::queue(&mut read, organisation.id).await?;
    let stuck = queue.oldest.filter(|oldest| *oldest < now.before(STUCK) && quiet.is_none());
    let text = format!("{} messages wait", queue.waiting);
    match stuck {
        Some(oldest) => {
            let text = format!("{text}, the oldest since {oldest}");
            findings.look(&what, text, "is the service running and its bot well? see its log");
        }
        None => findings.ok(&what, text),
    }
    if queue.doubtful > 0 {
        let text = format!("{} messages may or may not have arrived", queue.doubtful);
        findings.look(&what, text, "let staff look: thuispost letter doubtful");
    }
    Ok(())
}
