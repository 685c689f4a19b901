//! Names one after the other, as a language lists them.

use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;

use super::{HomeLanguage, isolate};

/// "Samira, Adam en Noor", each name isolated from the direction of its neighbours.
pub fn list(language: HomeLanguage, names: &[String]) -> String {
    if let [one] = names {
        return isolate(one);
    }
    let names: Vec<String> = names.iter().map(|name| isolate(name)).collect();
    let locale = language.tag().parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    match ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()) {
        Ok(formatter) => formatter.format(names.iter()).to_string(),
        Err(_) => names.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_and() {
        let names = ["Samira".to_owned(), "Adam".to_owned()];
        let said = |tag: &str| {
            list(HomeLanguage::parse(tag).unwrap(), &names).replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(said("nl"), "Samira en Adam");
        assert_eq!(said("pl"), "Samira i Adam");
        assert_eq!(said("ar"), "Samira وAdam");
        assert_eq!(list(HomeLanguage::DUTCH, &[]), "");
    }
}
