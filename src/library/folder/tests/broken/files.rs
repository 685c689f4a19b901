//! Files that are missing, unreadable or wrongly named.

use super::*;

pub(super) const BROKEN: &[Broken] = &[
    broken(
        "a folder that is not there",
        |it| fs::remove_dir_all(it.path()).unwrap(),
        ("ours", None),
        "Kijk of het pad klopt",
        "Check the path",
    ),
    broken(
        "a folder without themes and books",
        |it| {
            fs::remove_dir_all(it.path().join("themes")).unwrap();
            fs::remove_dir_all(it.path().join("books")).unwrap();
        },
        ("ours", None),
        "Zet elk thema in een eigen map",
        "Put each theme in a folder of its own",
    ),
    broken(
        "no programme.toml",
        |it| fs::remove_file(it.path().join("programme.toml")).unwrap(),
        ("programme.toml", None),
        "Dit bestand ontbreekt",
        "This file is missing",
    ),
    broken(
        "no theme.toml",
        |it| fs::remove_file(it.path().join("themes/01-home/theme.toml")).unwrap(),
        ("themes/01-home/theme.toml", None),
        "Dit bestand ontbreekt",
        "This file is missing",
    ),
    broken(
        "no books.toml",
        |it| fs::remove_file(it.path().join("books/books.toml")).unwrap(),
        ("books/books.toml", None),
        "Dit bestand ontbreekt",
        "This file is missing",
    ),
    broken(
        "a text of 101 kB",
        |it| it.put("themes/01-home/nl.toml", &vec![b'x'; 101 * 1024]),
        ("themes/01-home/nl.toml", None),
        "groter dan 100 kB",
        "larger than 100 kB",
    ),
    broken(
        "a text that is not UTF-8",
        |it| it.put("themes/01-home/nl.toml", b"quality = \"human\"\ntitle = \"Caf\xe9\"\n"),
        ("themes/01-home/nl.toml", Some(2)),
        "opnieuw op als UTF-8",
        "again as UTF-8",
    ),
    broken(
        "a NUL character",
        |it| it.put("themes/01-home/nl.toml", b"quality = \"human\"\n\ntitle = \"\0\"\n"),
        ("themes/01-home/nl.toml", Some(3)),
        "Typ deze regel opnieuw",
        "Type this line again",
    ),
    broken(
        "a quotation mark that was not closed",
        |it| {
            it.change(
                "themes/01-home/nl.toml",
                "title = \"Sokken zoeken\"",
                "title = \"Sokken zoeken",
            );
        },
        ("themes/01-home/nl.toml", Some(11)),
        "sluit elk aanhalingsteken",
        "close every quotation mark",
    ),
    broken(
        "a key that stands twice",
        |it| it.change("programme.toml", "rights", "name = \"Weer\"\nrights"),
        ("programme.toml", Some(5)),
        "elke sleutel één keer",
        "each key once",
    ),
    broken(
        "no Dutch",
        |it| fs::remove_file(it.path().join("themes/01-home/nl.toml")).unwrap(),
        ("themes/01-home/nl.toml", None),
        "met de naam nl.toml",
        "a file named nl.toml",
    ),
    broken(
        "a language that does not exist",
        |it| it.put("themes/01-home/turks2.toml", b""),
        ("themes/01-home/turks2.toml", None),
        "zoals nl, tr of ar",
        "such as nl, tr or ar",
    ),
    broken(
        "a file named after a language",
        |it| {
            let folder = it.path().join("books");
            fs::rename(folder.join("tr.toml"), folder.join("turks.toml")).unwrap();
        },
        ("books/turks.toml", None),
        "Noem het tr.toml",
        "Rename it to tr.toml",
    ),
];
