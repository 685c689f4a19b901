//! The example of docs/figures.md with a theme.

use super::school::{Run, School, Step};
use super::stories::{FROGS, at, regenboog};

/// Five families of the Frogs, where a theme with two activities runs.
pub fn worked_example() -> School {
    let mut school = regenboog();
    school.programmes.push((1, 1));
    school.themes.push((1, 1));
    school.activities.extend([(1, 1), (2, 1)]);
    school.runs.push(Run { id: 1, theme: 1, ve_only: false, groups: vec![FROGS] });
    let [first, second] = [1, 2].map(|activity| {
        let mailing = school.letter_to(&[FROGS], at("2026-10-03T10:00"));
        let it = school.mailings.last_mut().unwrap();
        (it.kind, it.run, it.activity) = ("do", Some(1), Some(activity));
        mailing
    });
    let sunday = at("2026-10-04T10:00");
    let gets = |school: &mut School, activity| {
        let child = i64::try_from(school.children.len()).unwrap();
        school.steps.push(Step { run: 1, week: 1, child, activity });
    };

    let a = school.family_with_a_child_in(FROGS);
    gets(&mut school, 1);
    let ayse = school.carer_who_joined(a, "tr");
    school.brings(first, ayse, "delivered");
    school.tells_how_it_went(ayse, first, "worked", sunday);

    let b = school.family_with_a_child_in(FROGS);
    gets(&mut school, 1);
    school.has_a_child_in(b, FROGS);
    gets(&mut school, 2);
    let mona = school.carer_who_joined(b, "ar");
    school.brings(first, mona, "delivered");
    school.bundles.push((first, mona, second));
    school.tells_how_it_went(mona, first, "a_bit", sunday);

    let c = school.family_with_a_child_in(FROGS);
    gets(&mut school, 1);
    school.carer_who_never_joined(c, "ti");
    school.materials.push((1, c, sunday));

    let d = school.family_with_a_child_in(FROGS);
    gets(&mut school, 1);
    let jan = school.carer_who_joined(d, "nl");
    school.brings(first, jan, "delivered");
    school.tells_how_it_went(jan, first, "not_yet", sunday);
    school.seen.push((d, "2026-10-05".to_owned(), Some(1)));

    let e = school.family_with_a_child_in(FROGS);
    gets(&mut school, 1);
    let els = school.carer_who_joined(e, "nl");
    school.brings(first, els, "unreachable");
    school
}
