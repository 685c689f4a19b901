//! Starting a theme in my groups: theme, groups, week, and the plan with its gaps before it begins.
//! Each button carries all that was chosen, so that an old one starts nothing else.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use teloxide::types::InlineKeyboardMarkup;

use super::pages::{PAGE, place, turning};
use super::undo::{self, Undo};
use super::{materials, plan};
use crate::language::{Args, Html, short_day};
use crate::library::{self, Theme, ThemeId};
use crate::outbox::{Button, Message};
use crate::rhythm::{self, Audience, NewRun, Outlook, RunError, Untranslated};
use crate::roster::{self, Group, GroupId, Scope};
use crate::store::Result;
use crate::telegram::talk::Talk;

/// So many weeks are offered to begin in.
const WEEKS: i64 = 3;

/// What is to be done with a plan: the last word of a button, of few letters since a button carries few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Show,
    /// The tick "parents had an explanation" was set, or taken away.
    Tick,
    TranslateFirst,
    /// Start; who has no text in a language they read waits for one.
    Start,
    /// Start, in Dutch where there is no text.
    StartInDutch,
}

/// The act, and whether parents had an explanation of the theme: `i` before it, or alone.
fn read_act(word: Option<&str>) -> (Act, bool) {
    let word = word.unwrap_or_default();
    let (rest, introduced) = match word.strip_prefix('i') {
        Some(rest) => (rest, true),
        None => (word, false),
    };
    let act = match rest {
        "go" => Act::Start,
        "nl" => Act::StartInDutch,
        "tr" => Act::TranslateFirst,
        "x" => Act::Tick,
        _ => Act::Show,
    };
    (act, introduced)
}

/// Which step comes next, by what was chosen: `theme.group.day.act`; group 0 is all of mine.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    chosen: &str,
    message: Option<&(i64, InlineKeyboardMarkup)>,
) -> Result<()> {
    let Some(scope) = talk.scope() else { return Ok(()) };
    let mut fields = chosen.split('.').filter(|field| !field.is_empty());
    let first = fields.next().unwrap_or("p");
    if first == "p" {
        return ask_theme(talk, place(fields.next())).await;
    }
    let groups = roster::groups_of_staff(talk.write, scope).await?;
    let Some(theme) = find_theme(talk, scope, first).await? else {
        return ask_theme(talk, 0).await;
    };
    let Some(group) = fields.next().and_then(|group| group.parse::<i64>().ok()) else {
        return match groups.as_slice() {
            [] => talk.work_phrase("staff-no-groups", &Args::new()).await,
            [_] => ask_week(talk, &theme, 0).await,
            _ => ask_groups(talk, &theme, &groups, place(fields.next())).await,
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
    let (act, introduced) = read_act(fields.next());
    let today = talk.now.local(&talk.organisation.time_zone).date();
    let mut run = new_run(&theme, &groups, day);
    run.introduced_on = introduced.then_some(today);
    let plan = Plan { theme: &theme, group, groups: &groups, run: &run };
    match act {
        Act::Show => plan.show(talk).await,
        Act::Tick => plan.tick(talk, message).await,
        Act::TranslateFirst => plan.translate_first(talk).await,
        Act::Start => plan.start(talk, Untranslated::Hold).await,
        Act::StartInDutch => plan.start(talk, Untranslated::Dutch).await,
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

async fn ask_theme(talk: &mut Talk<'_>, from: usize) -> Result<()> {
    let mut themes = library::themes(talk.write, talk.organisation.id).await?;
    themes.retain(|theme| !theme.withdrawn);
    if themes.is_empty() {
        return talk.work_phrase("staff-no-themes", &Args::new()).await;
    }
    let mut message = talk.work_message("staff-which-theme", &Args::new());
    for theme in themes.iter().skip(from).take(PAGE) {
        message = message.row([Button::new(&theme.title, format!("w.s.{}", theme.id))]);
    }
    message.buttons.extend(turning(talk, themes.len(), from, "w.s.p"));
    talk.work_say(message).await
}

async fn ask_groups(
    talk: &mut Talk<'_>,
    theme: &Theme,
    groups: &[Group],
    from: usize,
) -> Result<()> {
    let mut message = talk
        .work_message("staff-which-groups", &Args::new().text("title", &theme.title))
        .row([talk.work_button("staff-button-all-groups", format!("w.s.{}.0", theme.id))]);
    for group in groups.iter().skip(from).take(PAGE) {
        let press = format!("w.s.{}.{}", theme.id, group.id);
        message = message.row([Button::new(group.full_name(), press)]);
    }
    message.buttons.extend(turning(talk, groups.len(), from, &format!("w.s.{}.p", theme.id)));
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

/// A run that is about to begin, as it was chosen.
struct Plan<'a> {
    theme: &'a Theme,
    /// As the button says it.
    group: i64,
    groups: &'a [&'a Group],
    run: &'a NewRun,
}

impl Plan<'_> {
    async fn outlook(&self, talk: &mut Talk<'_>) -> Result<Outlook> {
        let rules = talk.house.theme;
        rhythm::outlook(talk.write, talk.organisation, self.run, &rules).await
    }

    async fn show(&self, talk: &mut Talk<'_>) -> Result<()> {
        let outlook = self.outlook(talk).await?;
        let about = (self.theme.title.as_str(), self.names());
        let mut message = Message::text(plan::of_new(talk, (about.0, &about.1), &outlook));
        message.buttons = self.buttons(talk, !outlook.to.gaps.is_empty());
        talk.work_say(message).await
    }

    /// The same message with the tick the other way.
    async fn tick(
        &self,
        talk: &mut Talk<'_>,
        message: Option<&(i64, InlineKeyboardMarkup)>,
    ) -> Result<()> {
        let outlook = self.outlook(talk).await?;
        let rows = self.buttons(talk, !outlook.to.gaps.is_empty());
        talk.after.keyboard = message.map(|(id, _)| (*id, materials::markup(&rows)));
        Ok(())
    }

    /// Where a language is missing, the three ways of the rules: translate, Dutch, leave them for now.
    fn buttons(&self, talk: &Talk<'_>, is_gap: bool) -> Vec<Vec<Button>> {
        let introduced = self.run.introduced_on.is_some();
        let row = |phrase: &str, act: &str, introduced: bool| {
            vec![talk.work_button(phrase, self.press(act, introduced))]
        };
        let mut rows = match is_gap {
            false => vec![row("staff-button-start", "go", introduced)],
            true => vec![
                row("staff-button-translate", "tr", introduced),
                row("staff-button-start-dutch", "nl", introduced),
                row("staff-button-start-hold", "go", introduced),
            ],
        };
        rows.push(match introduced {
            true => row("staff-button-introduced-yes", "x", false),
            false => row("staff-button-introduced", "x", true),
        });
        rows.push(vec![talk.work_button("staff-button-not-now", "w.m")]);
        rows
    }

    fn press(&self, act: &str, introduced: bool) -> String {
        let (theme, group, day) = (self.theme.id, self.group, self.run.starts_on);
        let tick = if introduced { "i" } else { "" };
        format!("w.s.{theme}.{group}.{day}.{tick}{act}")
    }

    /// Nothing starts: what has to be translated, for how many families, and the way back.
    async fn translate_first(&self, talk: &mut Talk<'_>) -> Result<()> {
        let outlook = self.outlook(talk).await?;
        let args = Args::new().text("title", &self.theme.title).text("groups", self.names());
        let message = talk.work_message("staff-translate-first", &args);
        let lines = plan::gaps(talk, &outlook.to, "staff-plan-gap");
        let press = self.press("", self.run.introduced_on.is_some());
        let back = talk.work_button("staff-button-plan", press);
        talk.work_say(plan::with(message, &lines).row([back])).await
    }

    async fn start(&self, talk: &mut Talk<'_>, missing: Untranslated) -> Result<()> {
        let Some(staff) = talk.staff.clone() else { return Ok(()) };
        let run = NewRun { missing, ..self.run.clone() };
        let (rules, by) = (talk.house.theme, (staff.name.as_str(), talk.now));
        let store = &talk.rooms.store;
        let args = Args::new().text("title", &self.theme.title).text("groups", self.names());
        match rhythm::start(store, talk.write, talk.organisation, &run, &rules, by).await {
            Ok(id) => {
                let without = self.without_text(talk, missing).await?;
                let message = talk.work_message("staff-theme-started", &args);
                undo::offer(talk, plan::with(message, &without), Undo::Started(id)).await
            }
            Err(RunError::Store(error)) => Err(error),
            Err(RunError::RunsAlready(_)) => talk.work_phrase("staff-theme-runs", &args).await,
            Err(_) => talk.work_phrase("staff-theme-past", &args).await,
        }
    }

    /// What was chosen for whom there is no text, in a line for each language.
    async fn without_text(&self, talk: &mut Talk<'_>, missing: Untranslated) -> Result<Vec<Html>> {
        let outlook = self.outlook(talk).await?;
        let phrase = match missing {
            Untranslated::Hold => "staff-plan-gap-hold",
            Untranslated::Dutch => "staff-plan-gap-dutch",
        };
        Ok(plan::gaps(talk, &outlook.to, phrase))
    }

    fn names(&self) -> String {
        self.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_what_to_do_and_whether_parents_had_an_explanation() {
        assert_eq!(read_act(None), (Act::Show, false));
        assert_eq!(read_act(Some("i")), (Act::Show, true));
        assert_eq!(read_act(Some("go")), (Act::Start, false));
        assert_eq!(read_act(Some("inl")), (Act::StartInDutch, true));
        assert_eq!(read_act(Some("itr")), (Act::TranslateFirst, true));
        assert_eq!(read_act(Some("x")), (Act::Tick, false));
        let longest = format!("w.s.{}.{}.2026-11-23.inl", i64::MAX, i64::MAX);
        assert!(longest.len() <= 64, "{longest}");
    }
}
