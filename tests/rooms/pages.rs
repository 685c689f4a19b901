//! What the pages for people say, held against the program.

use thuispost::settings::TABLE;

use super::source;

/// The rows of the README's table of settings, as [`TABLE`] has them.
fn rows() -> Vec<String> {
    let row = |entry: &thuispost::settings::Entry| {
        let default = match entry.default {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        format!("| `{}` | {default} | {} |", entry.name, entry.meaning)
    };
    TABLE.iter().map(row).collect()
}

/// The rows of the first table below a heading, without its two head lines.
fn table_below<'a>(page: &'a str, heading: &str) -> Vec<&'a str> {
    let below = page.lines().skip_while(|line| *line != heading);
    let table = below.skip_while(|line| !line.starts_with('|'));
    table.take_while(|line| line.starts_with('|')).skip(2).collect()
}

/// What a page links to, or shows, on this machine: as written, without the part behind `#`.
fn links(page: &str) -> Vec<String> {
    let (mut shown, mut rest) = (String::new(), page);
    while let Some((before, comment)) = rest.split_once("<!--") {
        shown.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    // Indented lines are examples, not links.
    let shown: String =
        shown.lines().filter(|line| !line.starts_with("    ")).collect::<Vec<_>>().join("\n");
    let markdown = shown.split("](").skip(1).filter_map(|part| part.split(')').next());
    let html = shown.split("src=\"").skip(1).filter_map(|part| part.split('"').next());
    markdown
        .chain(html)
        .filter(|link| !link.contains("://") && !link.starts_with("mailto:"))
        .filter_map(|link| link.split('#').next())
        .filter(|link| !link.is_empty())
        .map(str::to_owned)
        .collect()
}

fn page(path: &str) -> String {
    std::fs::read_to_string(source::root().join(path)).unwrap_or_default()
}

#[test]
fn the_readme_names_every_setting_with_its_default_and_meaning() {
    let readme = page("README.md");
    let rows = rows();
    let table = table_below(&readme, "## Settings");
    assert!(table == rows, "the table should be:\n{}", rows.join("\n"));
}

#[test]
fn every_link_between_the_pages_leads_somewhere() {
    let mut pages = vec!["README.md".to_owned(), "CHANGELOG.md".to_owned()];
    pages.extend(source::files("docs", "md"));
    for path in pages {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in links(&page(&path)) {
            let target = source::root().join(folder).join(&link);
            assert!(target.exists(), "{path} links to {link}, which is not there");
        }
    }
}

#[test]
fn every_page_of_the_docs_can_be_found_from_the_readme() {
    let linked = links(&page("README.md"));
    for path in source::files("docs", "md") {
        assert!(linked.contains(&path), "README.md does not link to {path}");
    }
}

#[test]
fn a_table_or_a_link_that_is_wrong_is_found() {
    let page = "# A\n## Settings\ntext\n| a | b |\n|---|---|\n| `X` | |\n\n| c |\n";
    assert_eq!(table_below(page, "## Settings"), ["| `X` | |"]);
    assert!(table_below(page, "## Other").is_empty());
    let page = "[a](b.md#c) ![d](e.png) [f](https://g.example) <img src=\"h.png\"> <!-- [i](j) --> [k](#l)";
    assert_eq!(links(page), ["b.md", "e.png", "h.png"]);
}
