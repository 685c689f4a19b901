//! Languages that do not follow the plan.

use super::*;

pub(super) const BROKEN: &[Broken] = &[
    broken(
        "a focus word without translation",
        |it| it.change("themes/01-home/tr.toml", "pair = \"çift\"\n", ""),
        ("themes/01-home/tr.toml", Some(10)),
        "Voeg pair =",
        "Add pair =",
    ),
    broken(
        "a translated word that nobody asked for",
        |it| {
            it.change(
                "themes/01-home/tr.toml",
                "pair = \"çift\"",
                "pair = \"çift\"\nshoe = \"ayakkabı\"",
            );
        },
        ("themes/01-home/tr.toml", Some(13)),
        "“shoe” staat niet in de lijst",
        "“shoe” is not in the list",
    ),
    broken(
        "focus words repeated in Dutch",
        |it| {
            it.change("themes/01-home/nl.toml", "[socks]", "[words]\nsock = \"de sok\"\n\n[socks]");
        },
        ("themes/01-home/nl.toml", Some(10)),
        "Haal words hier weg",
        "Take words out here",
    ),
    broken(
        "half a theme in Turkish",
        |it| {
            let text = turkish();
            let (kept, _) = text.split_once("[big-tent]").unwrap();
            it.put("themes/01-home/tr.toml", kept.as_bytes());
        },
        ("themes/01-home/tr.toml", None),
        "Voeg [big-tent] met alle teksten toe",
        "Add [big-tent] with all its texts",
    ),
    broken(
        "a text instead of a table",
        |it| {
            let text = turkish();
            let (kept, _) = text.split_once("[big-tent]").unwrap();
            let text = format!("big-tent = \"Bir çadır\"\n{kept}");
            it.put("themes/01-home/tr.toml", text.as_bytes());
        },
        ("themes/01-home/tr.toml", Some(1)),
        "Schrijf [big-tent] op een eigen regel",
        "Write [big-tent] on a line of its own",
    ),
    broken(
        "a book without its Turkish text",
        |it| it.put("books/tr.toml", b"quality = \"human\"\n"),
        ("books/tr.toml", None),
        "Voeg [bear] met alle teksten toe",
        "Add [bear] with all its texts",
    ),
    broken(
        "a text of nothing",
        |it| {
            it.put(
                "books/tr.toml",
                format!("{}[wolf]\ntitle = \"Kurt\"\n", turkish_books()).as_bytes(),
            );
        },
        ("books/tr.toml", Some(9)),
        "geen activiteit of boek “wolf”",
        "no activity or book “wolf”",
    ),
];
