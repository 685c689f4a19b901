//! Texts that a chat cannot show, or that are not there.

use super::*;

pub(super) const BROKEN: &[Broken] = &[
    broken(
        "a key that nobody knows",
        |it| it.change("themes/01-home/theme.toml", "materials = true", "material = true"),
        ("themes/01-home/theme.toml", Some(16)),
        "“material” is hier niet bekend",
        "“material” is not known here",
    ),
    broken(
        "a text that is missing",
        |it| it.change("themes/01-home/nl.toml", "cheer = \"Speel mee.\"\n", ""),
        ("themes/01-home/nl.toml", Some(20)),
        "begint met cheer =",
        "begins with cheer =",
    ),
    broken(
        "an empty text",
        |it| it.change("themes/01-home/nl.toml", "\"Een tent\"", "\" \""),
        ("themes/01-home/nl.toml", Some(21)),
        "Schrijf er iets tussen",
        "Write something between",
    ),
    broken(
        "a number for a text",
        |it| it.change("programme.toml", "\"Van ons\"", "12"),
        ("programme.toml", Some(2)),
        "“name” moet een tekst zijn",
        "“name” must be a text",
    ),
    broken(
        "a title that is too long",
        |it| {
            it.change(
                "themes/01-home/nl.toml",
                "\"Een tent\"",
                "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"",
            );
        },
        ("themes/01-home/nl.toml", Some(21)),
        "heeft 41 tekens en mag er 40",
        "has 41 characters and may have 40",
    ),
    broken(
        "a step that is too long",
        |it| {
            it.change(
                "themes/01-home/nl.toml",
                "\"Zoek de andere.\"",
                &format!("\"{}\"", "x".repeat(141)),
            );
        },
        ("themes/01-home/nl.toml", Some(14)),
        "mag er 140 hebben",
        "may have 140",
    ),
    broken(
        "bold text",
        |it| it.change("themes/01-home/nl.toml", "Speel mee.", "Speel **mee**."),
        ("themes/01-home/nl.toml", Some(26)),
        "Schrijf gewone tekst",
        "Write plain text",
    ),
    broken(
        "HTML",
        |it| it.change("themes/01-home/nl.toml", "Dank je wel.", "<b>Dank</b> je wel."),
        ("themes/01-home/nl.toml", Some(8)),
        "Schrijf gewone tekst",
        "Write plain text",
    ),
    broken(
        "one step",
        |it| {
            it.change(
                "themes/01-home/nl.toml",
                "[\"Pak een sok.\", \"Zoek de andere.\"]",
                "[\"Pak een sok.\"]",
            );
        },
        ("themes/01-home/nl.toml", Some(14)),
        "lijst zijn van 2 tot 4 zinnen",
        "list of 2 to 4 sentences",
    ),
    broken(
        "five steps",
        |it| {
            it.change(
                "themes/01-home/nl.toml",
                "[\"Pak er twee.\", \"Zijn ze gelijk?\"]",
                "[\"1\", \"2\", \"3\", \"4\", \"5\"]",
            );
        },
        ("themes/01-home/nl.toml", Some(15)),
        "van 2 tot 4 zinnen",
        "of 2 to 4 sentences",
    ),
    broken(
        "no question about a book",
        |it| it.change("books/nl.toml", "[\"Waarom niet?\"]", "[]"),
        ("books/nl.toml", Some(5)),
        "van 1 tot 4 zinnen",
        "of 1 to 4 sentences",
    ),
];
