//! Settings as people write them.

use super::values::public_url;
use super::*;

fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn every_default_in_the_table_is_valid() {
    let settings = Settings::read(&values(&[])).unwrap();
    assert_eq!(settings.per_second, Some(30));
    assert_eq!(settings.api_url, "https://api.telegram.org");
}

#[test]
fn all_mistakes_are_told_in_one_message_and_no_value_is_repeated() {
    let wrong = values(&[
        ("THUISPOST_TIME_ZONE", "Mars/Olympus"),
        ("THUISPOST_HTTP_ADDR", "here"),
        ("DATABASE_URL", "mysql://root:geheim@db"),
    ]);
    let message = Settings::read(&wrong).unwrap_err().to_string();
    for name in ["THUISPOST_TIME_ZONE", "THUISPOST_HTTP_ADDR", "DATABASE_URL"] {
        assert!(message.contains(name), "{message}");
    }
    assert!(!message.contains("geheim"));
}

#[test]
fn settings_that_do_not_fit_together_are_told_too() {
    let wrong = values(&[
        ("THUISPOST_UPDATES", "webhook"),
        ("THUISPOST_HTTP_TIMEOUT", "60"),
        ("THUISPOST_LEASE", "60"),
    ]);
    let message = Settings::read(&wrong).unwrap_err().to_string();
    assert!(message.contains("THUISPOST_PUBLIC_URL: must be set"), "{message}");
    assert!(message.contains("THUISPOST_LEASE: must be longer"), "{message}");
}

#[test]
fn the_public_address_is_one_that_telegram_can_reach() {
    for good in ["https://post.school.nl", "https://a.nl:8443/bots/", "http://127.0.0.1:9"] {
        assert_eq!(public_url(good).as_deref(), Some(good.trim_end_matches('/')));
    }
    for bad in ["http://school.nl", "https://a.nl:8080", "https://a.nl/?x=1", "school.nl", ""] {
        assert_eq!(public_url(bad), None, "{bad}");
    }
}

#[test]
fn each_organisation_has_a_token_in_a_variable_of_its_own() {
    let given = values(&[("TELOXIDE_TOKEN", "1:a"), ("ZONNEHOF_TOKEN", " 2:b "), ("X", "3:c")]);
    let settings = Settings::read(&given).unwrap();
    assert_eq!(settings.token_of("ZONNEHOF_TOKEN"), Some(Secret::new("2:b")));
    assert_eq!((settings.token_of("X"), settings.token_of("NONE_TOKEN")), (None, None));
}

#[test]
fn a_secret_is_not_shown_by_debug() {
    let settings = Settings::read(&values(&[("TELOXIDE_TOKEN", "1:abc")])).unwrap();
    assert!(!format!("{settings:?}").contains("abc"));
}
