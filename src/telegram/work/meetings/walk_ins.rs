//! "Somebody else": a family of another group of the location that walked in, in the same message.

use super::super::materials::markup;
use super::super::pages::{PAGE, turning};
use super::Shown;
use super::presence::List;
use crate::language::list;
use crate::meeting::{self, Passer};
use crate::outbox::Button;
use crate::roster::FamilyId;
use crate::store::Result;
use crate::telegram::talk::Talk;

/// The groups, the families of one from some place on, or a family that was there: `f<family>`.
pub(super) async fn pressed(
    talk: &mut Talk<'_>,
    list: &List,
    (chosen, from): (Option<&str>, usize),
    message: Shown<'_>,
) -> Result<()> {
    let passers = meeting::passers(talk.write, &list.meeting, &list.families, list.day).await?;
    let press = format!("w.g.a.{}.o", list.session.id);
    if let Some(family) = chosen.and_then(|it| it.strip_prefix('f')) {
        return came(talk, list, (&passers, family), message).await;
    }
    let mut groups: Vec<_> = passers.iter().map(|it| &it.group).collect();
    groups.dedup();
    let mut rows = match (chosen, groups.as_slice()) {
        (_, []) => {
            talk.work_toast("staff-meet-nobody-else");
            return Ok(());
        }
        (None, [_, _, ..]) => groups
            .iter()
            .map(|(id, name)| vec![Button::new(name, format!("{press}.{id}"))])
            .collect(),
        (None, [(only, _)]) => {
            let of_group: Vec<&Passer> = passers.iter().filter(|it| it.group.0 == *only).collect();
            families(talk, &of_group, from, &format!("{press}.{only}"), &press)
        }
        (Some(group), _) => {
            let is_in = |it: &&Passer| it.group.0.to_string() == group;
            let of_group: Vec<&Passer> = passers.iter().filter(is_in).collect();
            families(talk, &of_group, from, &format!("{press}.{group}"), &press)
        }
    };
    let back = format!("w.g.a.{}.p.0", list.session.id);
    rows.push(vec![talk.work_button("staff-meet-button-to-list", back)]);
    talk.after.keyboard = message.map(|(id, _)| (*id, markup(&rows)));
    Ok(())
}

fn families(
    talk: &Talk<'_>,
    all: &[&Passer],
    from: usize,
    of_group: &str,
    press: &str,
) -> Vec<Vec<Button>> {
    let button = |it: &&Passer| {
        let names = list(talk.work_language(), &it.children);
        Button::new(names, format!("{press}.f{}", it.family))
    };
    let page: Vec<&Passer> = all.iter().skip(from).take(PAGE).copied().collect();
    let rows = page.chunks(2).map(|pair| pair.iter().map(button).collect());
    rows.chain(turning(talk, all.len(), from, of_group)).collect()
}

async fn came(
    talk: &mut Talk<'_>,
    before: &List,
    (passers, family): (&[Passer], &str),
    message: Shown<'_>,
) -> Result<()> {
    let Some(staff) = talk.staff.clone() else { return Ok(()) };
    let family = FamilyId::from_raw(family.parse().unwrap_or_default());
    let is_here = passers.iter().any(|it| it.family == family);
    let is_listed = before.families.iter().any(|it| it.family == family);
    if !is_here && !is_listed {
        talk.work_toast("staff-not-mine");
        return Ok(());
    }
    let of = (before.session.id, family);
    meeting::see(talk.write, of, (&staff.name, talk.now)).await?;
    let (meeting, session) = (before.meeting.clone(), before.session.clone());
    let changed = List::read(talk, meeting, session).await?;
    changed.say_count(talk);
    changed.edit_at(talk, family, message);
    Ok(())
}
