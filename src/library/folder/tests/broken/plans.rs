//! Plans of themes and books that mean nothing.

use super::*;

pub(super) const BROKEN: &[Broken] = &[
    broken(
        "an id with capitals",
        |it| it.change("themes/01-home/theme.toml", "\"home\"", "\"Home\""),
        ("themes/01-home/theme.toml", Some(1)),
        "kleine letters, cijfers en -",
        "small letters, digits and -",
    ),
    broken(
        "an activity with the name of a key",
        |it| {
            it.change("themes/01-home/theme.toml", "\"big-tent\"", "\"letter\"");
            for file in ["nl", "tr"] {
                let text =
                    fs::read_to_string(it.path().join(format!("themes/01-home/{file}.toml")));
                let text = text.unwrap();
                let (kept, _) = text.split_once("[big-tent]").unwrap();
                it.put(&format!("themes/01-home/{file}.toml"), kept.as_bytes());
            }
        },
        ("themes/01-home/theme.toml", Some(19)),
        "Kies een ander id",
        "Choose another id",
    ),
    broken(
        "two activities with one id",
        |it| {
            it.change("themes/01-home/theme.toml", "\"big-tent\"", "\"socks\"");
            for file in ["nl", "tr"] {
                let text =
                    fs::read_to_string(it.path().join(format!("themes/01-home/{file}.toml")));
                let text = text.unwrap();
                let (kept, _) = text.split_once("[big-tent]").unwrap();
                it.put(&format!("themes/01-home/{file}.toml"), kept.as_bytes());
            }
        },
        ("themes/01-home/theme.toml", Some(19)),
        "“socks” is al gebruikt",
        "“socks” is used already",
    ),
    broken(
        "two themes with one id",
        |it| {
            for (name, text) in [("theme", THEME_TOML), ("nl", DUTCH_TOML)] {
                it.put(&format!("themes/02-more/{name}.toml"), text.as_bytes());
            }
            it.put("themes/02-more/home.png", &png(9, 9));
        },
        ("themes/02-more/theme.toml", Some(1)),
        "“home” is al gebruikt",
        "“home” is used already",
    ),
    broken(
        "two books with one id",
        |it| it.put("books/books.toml", format!("{BOOKS_TOML}\n{BOOKS_TOML}").as_bytes()),
        ("books/books.toml", Some(9)),
        "“bear” is al gebruikt",
        "“bear” is used already",
    ),
    broken(
        "a quality that does not exist",
        |it| it.change("themes/01-home/tr.toml", "\"machine\"", "\"good\""),
        ("themes/01-home/tr.toml", Some(1)),
        "quality = \"human\"",
        "quality = \"human\"",
    ),
    broken(
        "a domain that does not exist",
        |it| it.change("themes/01-home/theme.toml", "\"thinking\"", "\"rekenen\""),
        ("themes/01-home/theme.toml", Some(11)),
        "Schrijf domain =",
        "Write domain =",
    ),
    broken(
        "no weeks",
        |it| it.change("themes/01-home/theme.toml", "weeks = 4", "weeks = 0"),
        ("themes/01-home/theme.toml", Some(2)),
        "1 tot 12 weken",
        "1 to 12 weeks",
    ),
    broken(
        "ages that run backwards",
        |it| it.change("themes/01-home/theme.toml", "[30, 72]", "[72, 30]"),
        ("themes/01-home/theme.toml", Some(12)),
        "Schrijf bijvoorbeeld months = [30, 72]",
        "Write for example months = [30, 72]",
    ),
    broken(
        "minutes in words",
        |it| it.change("themes/01-home/theme.toml", "minutes = 10", "minutes = \"tien\""),
        ("themes/01-home/theme.toml", Some(13)),
        "Schrijf bijvoorbeeld minutes = 10",
        "Write for example minutes = 10",
    ),
    broken(
        "a yes in words",
        |it| it.change("themes/01-home/theme.toml", "materials = true", "materials = \"ja\""),
        ("themes/01-home/theme.toml", Some(16)),
        "Schrijf materials = true",
        "Write materials = true",
    ),
    broken(
        "a link that is no web address",
        |it| it.change("books/books.toml", "https://example.org/beer", "www.example.org"),
        ("books/books.toml", Some(5)),
        "met https:// ervoor",
        "with https:// in front",
    ),
    broken(
        "a book without its link",
        |it| it.change("books/books.toml", "link = \"https://example.org/beer\"\n", ""),
        ("books/books.toml", Some(1)),
        "begint met link =",
        "begins with link =",
    ),
    broken(
        "words that are no list",
        |it| it.change("themes/01-home/theme.toml", "[\"sock\", \"pair\"]", "\"sock\""),
        ("themes/01-home/theme.toml", Some(14)),
        "moet een lijst zijn",
        "must be a list",
    ),
    broken(
        "a theme without activities",
        |it| {
            let (kept, _) = THEME_TOML.split_once("[[activity]]").unwrap();
            it.put("themes/01-home/theme.toml", kept.as_bytes());
            for file in ["nl", "tr"] {
                let text =
                    fs::read_to_string(it.path().join(format!("themes/01-home/{file}.toml")));
                let text = text.unwrap();
                let (kept, _) = text.split_once("[socks]").unwrap();
                it.put(&format!("themes/01-home/{file}.toml"), kept.as_bytes());
            }
        },
        ("themes/01-home/theme.toml", None),
        "Voeg voor elke activiteit [[activity]]",
        "Add [[activity]]",
    ),
    broken(
        "one [activity] instead of several",
        |it| {
            let text = THEME_TOML.replacen("[[activity]]", "[activity]", 1);
            let (kept, _) = text.split_once("[[activity]]").unwrap();
            it.put("themes/01-home/theme.toml", kept.as_bytes());
        },
        ("themes/01-home/theme.toml", Some(9)),
        "[[activity]] op een eigen regel",
        "[[activity]] on a line of its own",
    ),
    broken(
        "an activity with an unknown focus word",
        |it| {
            it.change("themes/01-home/theme.toml", "[\"sock\", \"pair\"]", "[\"sock\", \"shoe\"]");
        },
        ("themes/01-home/theme.toml", Some(14)),
        "“shoe” staat niet in de lijst",
        "“shoe” is not in the list",
    ),
];
