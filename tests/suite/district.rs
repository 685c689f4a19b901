//! Several schools on one database and one Bot API, each with its own bot.

use std::collections::BTreeMap;
use std::sync::Arc;

use thuispost::clock::Ticker;
use thuispost::language::HomeLanguage;
use thuispost::roster::{self, ImportOptions, NewOrganisation};
use thuispost::sandbox::Options;

use super::parents::{self, Parent};
use super::school::{HEADER, School};

impl School {
    /// Another school beside this one, with a bot and parents of its own.
    pub async fn founds_another(&self, number: usize, rows: &str) -> School {
        let (name, token) = (format!("School {number}"), format!("90000{number}:another-secret"));
        let token_env = format!("SCHOOL{number}_TOKEN");
        let new = NewOrganisation {
            name: &name,
            time_zone: self.organisation.time_zone.clone(),
            language: HomeLanguage::DUTCH,
            token_env: &token_env,
        };
        let organisation =
            roster::create_organisation(&self.store, &new, self.calendar.now()).await.unwrap();
        let import = ImportOptions {
            settings: &self.settings,
            organisation: Some(&name),
            dry_run: false,
            now: self.calendar.now(),
        };
        let file = format!("{HEADER}\n{rows}\n").into_bytes();
        roster::import(&self.store, file, &import).await.unwrap();
        School {
            database: self.database.clone(),
            store: self.store.clone(),
            sandbox: self.sandbox.clone(),
            calendar: self.calendar.clone(),
            phrases: Arc::clone(&self.phrases),
            bot: self.sandbox.add_bot(&token, &format!("school_{number}_bot")),
            organisation,
            settings: self.settings.clone(),
            token,
            phones: BTreeMap::new(),
            ticker: Ticker::start(),
            service: None,
        }
    }
}

/// So many schools with so many parents each, who have joined.
pub async fn founded(
    schools: usize,
    parents_each: usize,
    options: Options,
) -> Vec<(School, Vec<Parent>)> {
    let rows = parents::rows(parents_each);
    let first = School::with(&rows, options).await;
    let mut all = vec![first];
    for number in 2..=schools {
        let next = all[0].founds_another(number, &rows).await;
        all.push(next);
    }
    let mut founded = Vec::new();
    for school in all {
        let parents = parents::have_joined(&school).await;
        founded.push((school, parents));
    }
    founded
}
