//! Starting a theme in my groups: theme, groups, week, and the plan with its gaps before it begins.
//! Each button carries all that was chosen, so that an old one starts nothing else.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::undo::{self, Undo};
use crate::language::{Args, HomeLanguage, Html, short_day};
use crate::library::{self, Theme, ThemeId};
use crate::outbox::{Button, Message};
use crate::rhythm::{self, Audience, NewRun, Outlook, RunError, Untranslated};
use crate::roster::{self, Group, GroupId, Scope};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many weeks are offered to begin in.
const WEEKS: i64 = 3;

/// Which step comes next, by what was chosen: `theme.group.day.go`; group 0 is all of mine.
pub(super) async fn pressed(talk: &mut Talk<'_>, chosen: &str) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let Some(theme) = fields.next() else { return ask_theme(talk).await };
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    let Some(theme) = find_theme(talk, scope, theme).await? else { return ask_theme(talk).await };
    let Some(group) = fields.next().and_then(|group| group.parse::<i64>().ok()) else {
        return match groups.as_slice() {
            [] => talk.work_phrase("staff-no-groups", &Args::new()).await,
            [_] => ask_week(talk, &theme, 0).await,
            _ => ask_groups(talk, &theme, &groups).await,
        };
    };
    let is_chosen = |it: &&Group| group == 0 || it.id.raw() == group;
    let groups: Vec<&Group> = groups.iter().filter(is_chosen).collect();
    if groups.is_empty() {
        talk.work_toast("staff-not-mine");
        return Ok(());
    }
    let Some(day) = fields.next().and_then(|day| day.parse::<Date>().ok()) else {
        return ask_week(talk, &theme, group).await;
    };
    let run = new_run(&theme, &groups, day);
    match fields.next() {
        Some("go") => start(talk, &theme, &run, &groups).await,
        _ => show_plan(talk, &theme, &run, (group, &groups)).await,
    }
}

async fn find_theme(talk: &mut Talk<'_>, scope: Scope, id: &str) -> Result<Option<Theme>> {
    let id = ThemeId::from_raw(id.parse().unwrap_or_default());
    let mut themes = library::themes(talk.write, scope.organisation()).await?;
    themes.retain(|theme| theme.id == id && !theme.withdrawn);
    Ok(themes.pop())
}

fn new_run(theme: &Theme, groups: &[&Group], starts_on: Date) -> NewRun {
    let groups: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    NewRun {
        theme: theme.id,
        groups,
        starts_on,
        weeks: theme.weeks,
        audience: Audience::default(),
        missing: Untranslated::default(),
        introduced_on: None,
    }
}

async fn ask_theme(talk: &mut Talk<'_>) -> Result<()> {
    let mut themes = library::themes(talk.write, talk.organisation.id).await?;
    themes.retain(|theme| !theme.withdrawn);
    if themes.is_empty() {
        return talk.work_phrase("staff-no-themes", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-which-theme", &Args::new());
    for theme in themes {
        message = message.row([Button::new(&theme.title, format!("w.s.{}", theme.id))]);
    }
    talk.work_say(message).await
}

async fn ask_groups(talk: &mut Talk<'_>, theme: &Theme, groups: &[Group]) -> Result<()> {
    let mut message = talk
        .work_message("staff-which-groups", &Args::new().text("title", &theme.title))
        .row([talk.work_button("staff-button-all-groups", format!("w.s.{}.0", theme.id))]);
    for group in groups {
        let press = format!("w.s.{}.{}", theme.id, group.id);
        message = message.row([Button::new(group.full_name(), press)]);
    }
    talk.work_say(message).await
}

async fn ask_week(talk: &mut Talk<'_>, theme: &Theme, group: i64) -> Result<()> {
    let today = talk.now.local(&talk.organisation.time_zone).date();
    let to_monday = i64::from(today.weekday().until(Weekday::Monday));
    let mut message =
        talk.work_message("staff-which-week", &Args::new().text("title", &theme.title));
    for week in 0..WEEKS {
        let monday = today.saturating_add((to_monday + 7 * week).days());
        let label = short_day(talk.work_language(), monday);
        message = message.row([Button::new(label, format!("w.s.{}.{group}.{monday}", theme.id))]);
    }
    talk.work_say(message).await
}

async fn show_plan(
    talk: &mut Talk<'_>,
    theme: &Theme,
    run: &NewRun,
    (group, groups): (i64, &[&Group]),
) -> Result<()> {
    let rules = talk.house.theme;
    let outlook = rhythm::outlook(talk.write, talk.organisation, run, &rules).await?;
    let press = format!("w.s.{}.{group}.{}.go", theme.id, run.starts_on);
    let message = Message::text(plan(talk, theme, groups, &outlook))
        .row([talk.work_button("staff-button-start", press)])
        .row([talk.work_button("staff-button-not-now", "w.m")]);
    talk.work_say(message).await
}

/// Numbers first, then a line for each week, then what is missing.
fn plan(talk: &Talk<'_>, theme: &Theme, groups: &[&Group], outlook: &Outlook) -> Html {
    let (tongue, zone) = (talk.work_language(), &talk.organisation.time_zone);
    let say = |id: &str, args: &Args| talk.phrases().html(tongue, id, args);
    let args = Args::new()
        .text("title", &theme.title)
        .text("groups", names(groups))
        .number("families", outlook.families)
        .number("connected", outlook.connected);
    let head = say("staff-plan", &args);
    let mut weeks: Vec<Html> = Vec::new();
    for of_week in outlook.slots.chunk_by(|a, b| a.week == b.week) {
        let open = of_week.iter().filter(|slot| !slot.is_closed);
        let days: Vec<String> =
            open.map(|slot| short_day(tongue, slot.at.local(zone).date())).collect();
        let week = of_week.first().map_or(0, |slot| slot.week);
        let args = Args::new().number("week", week).text("days", days.join(" · "));
        weeks.push(say("staff-plan-week", &args));
    }
    let mut gaps: Vec<Html> = Vec::new();
    for (tag, families) in &outlook.gaps {
        let name = HomeLanguage::parse(tag).map_or(tag.as_str(), |it| it.name_in(tongue));
        let args = Args::new().text("language", name).number("families", *families);
        gaps.push(say("staff-plan-gap", &args));
    }
    if outlook.not_introduced {
        gaps.push(say("staff-plan-not-introduced", &Args::new()));
    }
    head.then(&lines(&weeks)).then(&lines(&gaps))
}

fn lines(all: &[Html]) -> Html {
    Html::trusted(all.iter().map(Html::as_str).collect::<Vec<_>>().join("\n"))
}

fn names(groups: &[&Group]) -> String {
    groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", ")
}

async fn start(talk: &mut Talk<'_>, theme: &Theme, run: &NewRun, groups: &[&Group]) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let (rules, by) = (talk.house.theme, (staff.name.as_str(), talk.now));
    let store = &talk.rooms.store;
    let args = Args::new().text("title", &theme.title).text("groups", names(groups));
    match rhythm::start(store, talk.write, talk.organisation, run, &rules, by).await {
        Ok(id) => {
            let message = talk.work_message("staff-theme-started", &args);
            undo::offer(talk, message, Undo::Started(id)).await
        }
        Err(RunError::Store(error)) => Err(error),
        Err(RunError::RunsAlready(_)) => talk.work_phrase("staff-theme-runs", &args).await,
        Err(_) => talk.work_phrase("staff-theme-past", &args).await,
    }
}
