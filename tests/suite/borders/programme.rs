//! A programme folder whose every text holds a mark; its ids are the same in both organisations.

use crate::suite::commands::Desk;

/// Writes `MARK/programma`.
pub fn write_programme(desk: &Desk, mark: &str) {
    let activity = format!(
        "title = \"{mark} doen\"\nwhy = \"Goed, {mark}.\"\nsteps = [\"Pak {mark}.\", \"Zoek {mark}.\"]\n\
         easier = [\"Kijk {mark}.\", \"Wijs {mark}.\"]\nharder = [\"Tel {mark}.\", \"Ren {mark}.\"]\n\
         cheer = \"Nog eens {mark}.\"\nthanks = \"Zo leert {mark}.\"\n"
    );
    let files = [
        (
            "programme.toml",
            format!(
                "id = \"ours\"\nname = \"{mark}\"\npublisher = \"{mark}\"\nrights = \"{mark}\"\n"
            ),
        ),
        (
            "themes/1/theme.toml",
            format!(
                "id = \"home\"\nweeks = 2\n[words]\nsock = \"de {mark}\"\n[[activity]]\nid = \"socks\"\n\
                 domain = \"motor\"\nmonths = [24, 72]\nminutes = 5\nwords = [\"sock\"]\n\
                 link = \"https://{mark}.example\"\n"
            ),
        ),
        (
            "themes/1/nl.toml",
            format!(
                "quality = \"human\"\ntitle = \"Thuis {mark}\"\nletter = \"Dit {mark}.\"\n\
                 closing = \"Dag {mark}.\"\n[socks]\n{activity}"
            ),
        ),
        (
            "books/books.toml",
            format!(
                "[[book]]\nid = \"bear\"\ntitle = \"Beer {mark}\"\nmonths = [24, 60]\n\
                 link = \"https://{mark}.example\"\nwords = {{ bear = \"de {mark}\" }}\n"
            ),
        ),
        (
            "books/nl.toml",
            format!(
                "quality = \"human\"\n[bear]\ntitle = \"Beer {mark}\"\nabout = \"Over {mark}.\"\n\
                 questions = [\"Waarom {mark}?\"]\n"
            ),
        ),
    ];
    for (file, text) in files {
        desk.writes(&format!("{mark}/programma/{file}"), &text);
    }
}
