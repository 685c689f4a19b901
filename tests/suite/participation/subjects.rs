//! The plain model of programmes, themes and activities.

use super::model::{Answer, Expected, Model, did_at_home, worked};
use super::school::Mailing;

/// The figures that are told about an activity.
const FIGURES: [(&str, Option<u32>); 3] =
    [("offered", Some(100)), ("did_at_home", Some(60)), ("worked", None)];

impl Model<'_> {
    pub fn subject_records(&self, by: &'static str) -> Vec<Expected> {
        let mut records = Vec::new();
        for (figure, norm) in FIGURES {
            for (subject, families) in self.subjects(by) {
                let answers = families.iter().map(|&family| {
                    let (tried, seen) = self.known(by, subject, family);
                    match figure {
                        "offered" => self.was_offered(by, subject, family),
                        "did_at_home" => did_at_home(&tried, seen),
                        _ => worked(&tried, seen),
                    }
                });
                records.push(Expected::of(figure, norm, by, format!("{by} {subject}"), answers));
            }
        }
        records
    }

    /// Subjects that were for somebody, with the families they were for. No programme, theme and
    /// activity has a text here, so each is called by its slug.
    fn subjects(&self, by: &str) -> Vec<(i64, Vec<i64>)> {
        let mut ids: Vec<i64> = match by {
            "programme" => self.school.programmes.iter().map(|it| it.0).collect(),
            "theme" => self.school.themes.iter().map(|it| it.0).collect(),
            _ => self.school.activities.iter().map(|it| it.0).collect(),
        };
        ids.retain(|&id| self.owner(by, id) == self.organisation);
        ids.sort_by_key(|&id| self.place(by, id));
        let all = ids.into_iter().map(|id| {
            let families = match by {
                "activity" => self.families_of_activity(id),
                _ => self.families_where_it_ran(by, id),
            };
            (id, families)
        });
        all.filter(|(_, families)| !families.is_empty()).collect()
    }

    /// By programme, then theme, then activity.
    fn place(&self, by: &str, id: i64) -> (i64, i64, i64) {
        match by {
            "programme" => (id, 0, 0),
            "theme" => (self.programme_of(id), id, 0),
            _ => (self.programme_of(self.theme_of(id)), self.theme_of(id), id),
        }
    }

    fn owner(&self, by: &str, id: i64) -> i64 {
        let programme = self.place(by, id).0;
        self.school.programmes.iter().find(|it| it.0 == programme).unwrap().1
    }

    fn theme_of(&self, activity: i64) -> i64 {
        self.school.activities.iter().find(|it| it.0 == activity).unwrap().1
    }

    fn programme_of(&self, theme: i64) -> i64 {
        self.school.themes.iter().find(|it| it.0 == theme).unwrap().1
    }

    /// What a theme is of, at the level that is asked about.
    fn of_theme(&self, by: &str, theme: i64) -> i64 {
        if by == "programme" { self.programme_of(theme) } else { theme }
    }

    /// Whether a mailing is about a subject: by its activity, else by its run.
    fn is_about(&self, mailing: &Mailing, by: &str, subject: i64) -> bool {
        if by == "activity" {
            return mailing.activity == Some(subject);
        }
        let run = |id: i64| self.school.runs.iter().find(|run| run.id == id).unwrap().theme;
        let theme = mailing.activity.map(|it| self.theme_of(it)).or(mailing.run.map(run));
        theme.is_some_and(|theme| self.of_theme(by, theme) == subject)
    }

    fn families_where_it_ran(&self, by: &str, subject: i64) -> Vec<i64> {
        let runs: Vec<_> = self
            .school
            .runs
            .iter()
            .filter(|run| self.of_theme(by, run.theme) == subject)
            .filter(|run| {
                let mut sent = self.school.mailings.iter().filter(|it| it.run == Some(run.id));
                sent.any(|it| it.released.is_some_and(|at| self.in_period(at)))
            })
            .collect();
        self.families(|child| {
            runs.iter().any(|run| run.groups.contains(&child.group) && (child.ve || !run.ve_only))
        })
    }

    fn families_of_activity(&self, activity: i64) -> Vec<i64> {
        let meant = |child: i64| {
            self.school.steps.iter().any(|step| {
                step.activity == activity
                    && step.child == child
                    && self.school.mailings.iter().any(|it| {
                        it.kind == "do"
                            && (it.run, it.week) == (Some(step.run), step.week)
                            && it.activity == Some(activity)
                            && it.released.is_some_and(|at| self.in_period(at))
                    })
            })
        };
        let numbered = (1_i64..).zip(&self.school.children);
        let for_whom: Vec<_> = numbered
            .filter(|(id, child)| self.is_there(child) && self.is_chosen(child.group) && meant(*id))
            .map(|(_, child)| child.family)
            .collect();
        let mut families = self.families(|_| true);
        families.retain(|family| for_whom.contains(family) || self.got(activity, *family));
        families
    }

    /// Materials of an activity were handed over in the period.
    fn got(&self, activity: i64, family: i64) -> bool {
        let mut given = self.school.materials.iter();
        given.any(|it| (it.0, it.1) == (activity, family) && self.in_period(it.2))
    }

    /// A mailing as it came to a carer: itself, and those it carried along.
    fn brought(&self, mailing: i64, carer: i64) -> Vec<&Mailing> {
        let mut ids = vec![mailing];
        let bundles = self.school.bundles.iter();
        ids.extend(bundles.filter(|it| (it.0, it.1) == (mailing, carer)).map(|it| it.2));
        self.school.mailings.iter().filter(|it| ids.contains(&it.id)).collect()
    }

    fn was_offered(&self, by: &str, subject: i64, family: i64) -> Answer {
        for carer in self.carers(family) {
            for mailing in &self.school.mailings {
                let brings = self.brought(mailing.id, carer.id).iter().any(|it| {
                    let kinds: &[&str] = if by == "programme" { &["do", "book"] } else { &["do"] };
                    kinds.contains(&it.kind)
                        && it.released.is_some_and(|at| self.in_period(at))
                        && self.is_about(it, by, subject)
                });
                if brings && self.arrived(mailing.id, carer.id) {
                    return Answer::Delivered;
                }
            }
        }
        let mut activities = self.school.activities.iter().map(|it| it.0);
        let got = activities.any(|activity| {
            let about = if by == "activity" {
                activity
            } else {
                self.of_theme(by, self.theme_of(activity))
            };
            about == subject && self.got(activity, family)
        });
        if got { Answer::Materials } else { Answer::Unknown }
    }

    /// What the family answered about a subject, and whether staff saw it.
    fn known(&self, by: &str, subject: i64, family: i64) -> (Vec<&'static str>, bool) {
        let mut tried = Vec::new();
        for carer in self.carers(family) {
            for it in self.school.check_ins.iter().filter(|it| it.carer == carer.id) {
                let about = self.brought(it.mailing, carer.id);
                if about.iter().any(|mailing| self.is_about(mailing, by, subject))
                    && it.at.is_some_and(|at| self.in_period(at))
                {
                    tried.extend(it.answer);
                }
            }
        }
        let seen = by != "activity"
            && self.was_seen(family, |theme| {
                theme.is_some_and(|theme| self.of_theme(by, theme) == subject)
            });
        (tried, seen)
    }
}
