//! That nothing was left out: the steps that are tried are those that the sources route.

use super::acts::Acts;

/// The routing knows nothing that was not tried here.
pub fn every_step_was_done(acts: &Acts) {
    let routes = include_str!("../../../src/telegram/routes.rs");
    let menu = include_str!("../../../src/telegram/menu.rs");
    let letter = include_str!("../../../src/outbox/press.rs");
    let code = |code: &str| (code.len() <= 2).then(|| format!("{code}."));
    let mut steps: Vec<String> = Vec::new();
    steps.extend(quoted(routes, "Incoming::", " ").map(first_word));
    steps.extend(quoted(routes, "\"/", "\"").map(|command| format!("/{command}")));
    steps.extend(quoted(routes, "(\"", "\"").filter_map(code));
    steps.extend(quoted(routes, "| \"", "\"").filter_map(code));
    let work = include_str!("../../../src/telegram/work.rs");
    steps.extend(quoted(work, "        \"", "\" =>").map(|step| format!("w.{step}")));
    steps.extend(quoted(letter, ", \"", "\")").filter_map(code));
    steps.extend(quoted(menu, "        \"", "\" =>").map(|item| format!("m.{item}")));
    steps.extend(meetings());
    assert!(steps.len() > 70, "the routing was not understood: {steps:?}");
    let is_done = |step: &String| {
        let is_it = |it: &String| {
            let further = step.starts_with("w.") && it.starts_with(&format!("{step}."));
            it == step || further || (step.ends_with('.') && it.starts_with(step))
        };
        acts.done.iter().any(is_it)
    };
    steps.retain(|step| !is_done(step));
    assert!(steps.is_empty(), "not tried: {steps:?}");
}

/// Each press on a message about a meeting or a talk, and each step of staff about those.
fn meetings() -> Vec<String> {
    let press = include_str!("../../../src/meeting/press.rs");
    let work = include_str!("../../../src/telegram/work/meetings.rs");
    let mut steps = vec!["i.p2.".to_owned()];
    let all = press.split_once("const MEETING").unwrap().1.split_once("];").unwrap().0;
    steps.extend(quoted(all, ", \"", "\")").map(|code| format!("i.{code}.")));
    steps.extend(quoted(press, "            \"", "\" =>").map(|code| format!("k.{code}.")));
    let routed = quoted(work, "        \"", "\" =>").filter_map(|all| all.rsplit('"').next());
    steps.extend(routed.map(|step| format!("w.g.{step}")));
    assert!(steps.len() > 35, "the presses were not understood: {steps:?}");
    steps
}

fn quoted<'a>(text: &'a str, before: &'a str, after: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(move |rest| Some(rest.split_once(after)?.0))
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}
