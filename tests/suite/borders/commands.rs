//! Every command of the program, for one of two organisations. The list of commands comes from the
//! program's own help: a new one fails here until it is tried.

use super::town::{Numbers, REGENBOOG, Town, ZONNEBLOEM, settle};
use super::{MARKS, holds, meetings};
use crate::suite::commands::Desk;

/// Commands that are about no organisation, and why that is right.
const OF_NO_ORGANISATION: [(&str, &str); 7] = [
    ("demo", "makes a database of its own, with made-up families"),
    ("serve", "serves them all; what each bot says is tried in the chat"),
    ("organisation add", "makes one"),
    ("organisation list", "is for the operator, and names no family"),
    ("check", "is about the machine"),
    ("backup", "is for the operator, and takes all of them"),
    ("restore", "is for the operator, and brings all of them"),
];

/// A command with what stands behind it, `--organisation` left out.
pub fn line(command: &'static str, more: &[&str]) -> (&'static str, Vec<String>) {
    (command, command.split(' ').chain(more.iter().copied()).map(str::to_owned).collect())
}

/// Everything that Regenboog can do, with its own; the last one takes its family away.
#[expect(clippy::too_many_lines, reason = "a line for each command")]
fn own(it: &Numbers) -> Vec<(&'static str, Vec<String>)> {
    let [family, carer, question] = [it.family, it.carer, it.question].map(|id| id.to_string());
    let (letter, run) = (it.letter.to_string(), (it.organisation + 2).to_string());
    let mut all = vec![
        line("import roster", &["regenmerk.csv", "--dry-run"]),
        line("import roster", &["regenmerk.csv"]),
        line("import programme", &["regenmerk/programma", "--dry-run"]),
        line("import programme", &["regenmerk/programma"]),
        line("import programme", &["--starter"]),
        line("families", &[]),
        line("families", &["--group", "Vlinders"]),
        line("invites", &[]),
        line("invites", &["--format", "html"]),
        line("invites", &["--family", &family, "--renew"]),
        line("invites", &["--group", "De Boom/Vlinders", "--renew"]),
        line("letter send", &["regenmerk/water"]),
        line("letter send", &["regenmerk/nieuw", "--group", "Vlinders"]),
        line("letter list", &[]),
        line("letter status", &["water"]),
        line("letter status", &[&letter]),
        line("letter print", &["water"]),
        line("letter print", &["water", "--missing-only"]),
        line("letter handed-over", &["water", "--family", &family]),
        line("letter doubtful", &[]),
        line("letter cancel", &["brief-regenmerk"]),
        line("letter cancel", &["water"]),
        line("questions list", &[]),
        line("questions list", &["--all"]),
        line("questions answer", &[&question, "Ja hoor."]),
        line("report", &["--from", "1970-01-01", "--to", "2100-01-01", "--by", "letter"]),
        line("report", &["--by", "group", "--by", "location", "--format", "csv"]),
        line("report", &["--by", "all", "--by", "language", "--format", "json"]),
        line("report", &["--group", "Vlinders"]),
        line("staff add", &["Eva", "--role", "educator", "--group", "Vlinders"]),
        line("staff add", &["Kim", "--role", "coach", "--location", "De Boom", "--language", "en"]),
        line("staff list", &[]),
        line("staff link", &["Juf regenmerk"]),
        line("staff remove", &["Juf regenmerk"]),
        line("export", &["--carer", &carer]),
        line("export", &["--carer", &carer, "--format", "json"]),
        line("theme list", &[]),
        line("theme start", &["ours/home", "--group", "Vlinders", "--from", "2098-03-03"]),
        line(
            "theme start",
            &["ours/home", "--group", "Groep regenmerk", "--from", "2098-03-03", "--yes"],
        ),
        line("theme plan", &[&run]),
        line("theme introduced", &[&run, "2026-01-01"]),
        line("theme move", &[&run, "--days", "7"]),
        line("theme pause", &[&run]),
        line("theme resume", &[&run]),
        line("theme stop", &[&run]),
        line("closed-days list", &[]),
        line("closed-days add", &["2098-05-05", "--name", "Studiedag"]),
        line("closed-days remove", &["2098-05-05"]),
        line("follow-ups", &[]),
        line("follow-ups", &["--group", "Vlinders", "--format", "csv"]),
        line("follow-ups note", &[&run, "--outcome", "spoke"]),
        line("voice list", &[]),
        line("voice try", &["tr"]),
        line("voice approve", &["nl", "--by", "Els"]),
        line("voice record", &["water", "nl", "regenmerk/voice.ogg"]),
        line("voice revoke", &["nl"]),
        line("restored", &[]),
        line("restored", &["--withdraw", "water"]),
        line("restored", &["--send"]),
    ];
    all.extend(meetings::own(it));
    all.push(line("erase", &["--family", &family]));
    all
}

/// What Regenboog asks for and is Zonnebloem's, by number or by name. At least one line for each
/// command that takes either.
fn foreign(ours: &Numbers, theirs: &Numbers) -> Vec<(&'static str, Vec<String>)> {
    let [family, carer, question] =
        [theirs.family, theirs.carer, theirs.question].map(|id| id.to_string());
    let (letter, group) = (theirs.letter.to_string(), "De Boom/Groep zonmerk");
    let check_in = (theirs.organisation + 2).to_string();
    let our_family = ours.family.to_string();
    let mut all = vec![
        line("families", &["--group", group]),
        line("report", &["--group", group]),
        line("invites", &["--group", group]),
        line("invites", &["--family", &family]),
        line("invites", &["--family", &family, "--renew"]),
        line("letter send", &["regenmerk/nieuw", "--group", group]),
        line("letter handed-over", &["water", "--family", &family]),
        line("letter handed-over", &[&letter, "--family", &our_family]),
        line("letter handed-over", &[&letter, "--family", &family]),
        line("theme start", &["ours/home", "--group", group, "--from", "2098-04-07", "--yes"]),
        line("theme plan", &[&check_in]),
        line("theme introduced", &[&check_in, "2026-01-01"]),
        line("theme move", &[&check_in, "--days", "7"]),
        line("theme pause", &[&check_in]),
        line("theme resume", &[&check_in]),
        line("theme stop", &[&check_in]),
        line("follow-ups", &["--group", group]),
        line("follow-ups note", &[&check_in, "--outcome", "spoke"]),
        line("voice record", &[&letter, "nl", "regenmerk/voice.ogg"]),
        line("voice record", &["brief-zonmerk", "nl", "regenmerk/voice.ogg"]),
        line("questions answer", &[&question, "Van wie is dit?"]),
        line("export", &["--carer", &carer]),
        line("export", &["--carer", &carer, "--format", "json"]),
        line("erase", &["--family", &family]),
    ];
    all.push(line("staff add", &["Eva", "--role", "educator", "--group", group]));
    all.push(line("staff add", &["Kim", "--role", "coach", "--location", "Huis zonmerk"]));
    all.extend(["staff link", "staff remove"].map(|command| line(command, &["Juf zonmerk"])));
    all.extend([letter.as_str(), "brief-zonmerk"].map(|id| line("restored", &["--withdraw", id])));
    all.extend(meetings::foreign(ours, theirs));
    for command in ["letter status", "letter print", "letter cancel"] {
        all.extend([&letter, &check_in, "brief-zonmerk"].map(|id| line(command, &[id])));
    }
    all
}

/// Every command that can be typed, with its short help.
async fn all_commands(desk: &Desk) -> Vec<(String, String)> {
    let mut left = vec![Vec::<String>::new()];
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        let typed: Vec<&str> = path.iter().map(String::as_str).chain(["-h"]).collect();
        let help = desk.runs(&typed).await.well();
        let listed = help.split_once("\nCommands:\n").map(|(_, listed)| listed);
        let Some(listed) = listed else {
            found.push((path.join(" "), help));
            continue;
        };
        let lines = listed.lines().take_while(|line| !line.is_empty());
        let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        for name in names.filter(|name| !name.is_empty() && *name != "help") {
            left.push(path.iter().cloned().chain([name.to_owned()]).collect());
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn every_command_of_the_program_is_tried_at_the_border() {
    let town = Town::built().await;
    let (own, foreign) = (own(&town.regenboog), foreign(&town.regenboog, &town.zonnebloem));
    let all = all_commands(&town.desk).await;
    assert!(all.len() > 15, "the help was not understood: {all:?}");
    for (command, help) in &all {
        let is_tried = |lines: &[(&str, Vec<String>)]| lines.iter().any(|(it, _)| it == command);
        let is_general = OF_NO_ORGANISATION.iter().any(|(it, _)| it == command);
        assert!(is_general != is_tried(&own), "{command}: try it, or say why it is of nobody");
        let asks_whose = help.contains("--organisation <");
        assert_eq!(asks_whose, !is_general, "{command}: whose is it?\n{help}");
        let names_something = ["<ID>", "--family <", "--carer <", "--group <"];
        let names_staff = command.starts_with("staff ") && help.contains("<NAME>");
        if names_staff || names_something.iter().any(|it| help.contains(it)) {
            assert!(is_tried(&foreign), "{command}: try it with what is of another organisation");
        }
    }
}

#[tokio::test]
async fn a_command_for_one_organisation_shows_and_changes_nothing_of_the_other() {
    let town = Town::built().await;
    let before = town.zonnebloems().await;
    for (_, args) in own(&town.regenboog) {
        let was = town.everything().await;
        let ran = town.regenboog_runs(&args).await;
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        for said in [&ran.out, &ran.err] {
            assert!(!holds(said, &MARKS), "{args:?}:\n{said}");
        }
        let after = town.zonnebloems().await;
        assert_eq!(before.changes(&after), Vec::<String>::new(), "{args:?}");
        let ours = town.everything().await.without(&was);
        assert_eq!(ours.holding(&MARKS), Vec::<String>::new(), "{args:?}");
    }
    let reached = town.everything().await.without(&before).holding(&["regenmerk"]);
    assert!(reached.len() > 10, "Regenboog's own words are there: {reached:?}");
}

#[tokio::test]
async fn numbers_and_names_of_another_organisation_are_not_found() {
    let town = Town::built().await;
    let before = town.everything().await;
    for (_, args) in foreign(&town.regenboog, &town.zonnebloem) {
        let ran = town.regenboog_runs(&args).await;
        assert!([1, 2].contains(&ran.code), "{args:?}: {ran:?}");
        assert_eq!(ran.out, "", "{args:?}");
        let typed = args.iter().fold(ran.err.clone(), |said, arg| said.replace(arg.as_str(), ""));
        assert!(!typed.trim().is_empty(), "{args:?}: it says why");
        assert!(!holds(&typed, &MARKS), "{args:?}: {}", ran.err);
        let after = town.everything().await;
        assert_eq!(before.changes(&after), Vec::<String>::new(), "{args:?}");
    }
}

#[tokio::test]
async fn of_two_organisations_one_must_be_named_and_nothing_is_done_until_then() {
    let town = Town::built().await;
    let before = town.everything().await;
    for (_, args) in own(&town.regenboog) {
        let bare: Vec<&str> = args.iter().map(String::as_str).collect();
        let told = town.desk.runs(&bare).await.ill(2);
        assert!(told.contains("--organisation"), "{args:?}: {told}");
        assert!(told.contains("Regenboog, Zonnebloem"), "{args:?}: {told}");
        let unknown = town.desk.runs(&[&bare[..], &["--organisation", "Maan"]].concat()).await;
        assert!(unknown.ill(2).contains("Maan"), "{args:?}");
        let after = town.everything().await;
        assert_eq!(before.changes(&after), Vec::<String>::new(), "{args:?}");
    }
}

#[tokio::test]
async fn what_is_about_no_organisation_holds_no_words_of_any() {
    let town = Town::built().await;
    let before = town.zonnebloems().await;
    for args in [&["organisation", "list"][..], &["check"], &["check", "--ready"]] {
        let ran = town.desk.runs(args).await;
        assert!(!holds(&ran.out, &MARKS) && !holds(&ran.err, &MARKS), "{ran:?}");
        let after = town.zonnebloems().await;
        assert_eq!(before.changes(&after), Vec::<String>::new(), "{args:?}");
    }
}

#[tokio::test]
async fn the_figures_do_not_change_when_another_organisation_comes() {
    let desk = Desk::empty().await;
    settle(&desk, REGENBOOG, "regenmerk", "020-555 01 23").await;
    let all = ["--from", "1970-01-01", "--to", "2100-01-01", "--format", "csv"];
    let by = ["all", "location", "group", "language", "letter"].map(|by| ["--by", by]).concat();
    let report = [&["report", "--organisation", REGENBOOG], &all[..], &by].concat();
    let alone = desk.runs(&report).await.well();
    assert!(alone.contains("understood,letter,water,2,1,50"), "there is something: {alone}");
    settle(&desk, ZONNEBLOEM, "zonmerk", "020-555 99 99").await;
    assert_eq!(desk.runs(&report).await.well(), alone);
}
