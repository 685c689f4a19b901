//! One setting after the other, from names and values: what is malformed is noted, and its default stands in.

use std::collections::BTreeMap;

use super::table::TABLE;
use super::values::{self, is_token_variable};
use super::{Secret, ThemeRules, Tokens};

/// The values, and what is wrong with them so far.
pub(super) struct Reader<'a> {
    values: &'a BTreeMap<String, String>,
    pub(super) problems: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(values: &'a BTreeMap<String, String>) -> Self {
        Self { values, problems: Vec::new() }
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        let value = self.values.get(name).map(|value| value.trim())?;
        (!value.is_empty()).then(|| value.to_owned())
    }

    pub(super) fn theme(&mut self) -> ThemeRules {
        let mut at =
            |name| self.parsed(name, "a day and an hour such as Tue 17:00", values::week_time);
        let (why, activity, cheer) =
            (at("THUISPOST_WHY_AT"), at("THUISPOST_DO_AT"), at("THUISPOST_CHEER_AT"));
        let ceiling =
            self.parsed("THUISPOST_WEEKLY_CEILING", "a whole number from 1 to 21", values::ceiling);
        ThemeRules { why, activity, cheer, ceiling }
    }

    /// Every variable that may hold a bot's token.
    pub(super) fn tokens(&self) -> Tokens {
        let names = self.values.keys().filter(|name| is_token_variable(name));
        let set = names.filter_map(|name| Some((name.clone(), Secret::new(self.text(name)?))));
        Tokens(set.collect())
    }

    /// The parsed value of a setting that has no default.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        wanted: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let parsed = parse(&self.text(name)?);
        if parsed.is_none() {
            self.problems.push(format!("  {name}: must be {wanted}"));
        }
        parsed
    }

    /// The parsed value; when it is malformed, the problem is noted and the default stands in.
    #[expect(clippy::expect_used, reason = "a test reads every default of the table")]
    pub(super) fn parsed<T>(
        &mut self,
        name: &'static str,
        wanted: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> T {
        let given = self.text(name);
        if let Some(value) = given.as_deref().and_then(&parse) {
            return value;
        }
        if given.is_some() {
            // The value itself may be a secret, so it is not repeated.
            self.problems.push(format!("  {name}: must be {wanted}"));
        }
        let default =
            TABLE.iter().find(|entry| entry.name == name).map_or("", |entry| entry.default);
        parse(default).expect("a default that its own setting accepts")
    }
}
