//! What a part is told on its command line: a word and `name=value` pairs.

use std::collections::BTreeMap;

/// The word and the pairs.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The scenario or the part; empty for every scenario.
    pub what: String,
    values: BTreeMap<String, String>,
}

impl Arguments {
    /// Those of this process; what cargo adds is passed over.
    pub fn of_this_process() -> Self {
        let mut arguments = Self::default();
        for word in std::env::args().skip(1).filter(|word| !word.starts_with("--")) {
            match word.split_once('=') {
                Some((name, value)) => {
                    arguments.values.insert(name.to_owned(), value.to_owned());
                }
                None => arguments.what = word,
            }
        }
        arguments
    }

    /// A number, or what stands in for it.
    pub fn number(&self, name: &str, default: u64) -> u64 {
        let read = |value: &String| value.parse().unwrap_or_else(|_| panic!("{name}={value}?"));
        self.values.get(name).map_or(default, read)
    }

    /// A number of things.
    pub fn count(&self, name: &str, default: usize) -> usize {
        usize::try_from(self.number(name, default as u64)).unwrap()
    }

    /// A word that must be there.
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or_else(|| panic!("{name}= is missing"))
    }
}
