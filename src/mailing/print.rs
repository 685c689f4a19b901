//! A letter on paper, in the language of the family: for those whom it could not reach otherwise.

use std::collections::HashMap;

use askama::Template;
use sqlx::AnyConnection;

use super::queries::{self, PrintedPart};
use crate::language::{Args, HomeLanguage, Phrasebook, list};
use crate::store::Result;

/// For whom a copy is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Home language.
    pub language: HomeLanguage,
    /// A second language that the carer confirmed.
    pub second: Option<HomeLanguage>,
    /// First names of the children it is about.
    pub children: Vec<String>,
    /// The site.
    pub location: String,
    /// Its telephone number.
    pub phone: Option<String>,
    /// The family's name in the roster, for whoever hands the copies out.
    pub family: String,
    /// Number of the family, for `letter handed-over`.
    pub family_id: i64,
}

#[derive(Template)]
#[template(path = "mailing/print.html", config = "src/askama.toml")]
struct Page {
    copies: Vec<Sheet>,
}

struct Sheet {
    language: &'static str,
    direction: &'static str,
    from: String,
    audience: String,
    title: String,
    note: String,
    pictures: Vec<String>,
    paragraphs: Vec<String>,
    words_title: String,
    words: Vec<String>,
    questions: String,
    slip: String,
}

/// All copies as one HTML page, each on a sheet of its own.
///
/// # Errors
/// The database cannot be reached.
pub async fn print(
    read: &mut AnyConnection,
    phrases: &Phrasebook,
    letter: i64,
    copies: &[Copy],
) -> Result<String> {
    let mut texts: HashMap<HomeLanguage, Vec<PrintedPart>> = HashMap::new();
    let mut sheets = Vec::with_capacity(copies.len());
    for copy in copies {
        let known = [Some(copy.language), copy.second, Some(HomeLanguage::DUTCH)];
        for language in known.into_iter().flatten() {
            if let std::collections::hash_map::Entry::Vacant(e) = texts.entry(language) {
                e.insert(queries::printed(read, letter, language.tag()).await?);
            }
        }
        let is_there = |it: &HomeLanguage| texts.get(it).is_some_and(|parts| !parts.is_empty());
        let language = known.into_iter().flatten().find(is_there).unwrap_or(HomeLanguage::DUTCH);
        let parts = texts.get(&language).map_or(&[][..], Vec::as_slice);
        sheets.push(sheet(phrases, copy, language, parts));
    }
    Ok(Page { copies: sheets }.render().unwrap_or_default())
}

fn sheet(phrases: &Phrasebook, copy: &Copy, text: HomeLanguage, parts: &[PrintedPart]) -> Sheet {
    let language = phrases.chat_language(copy.language, copy.second);
    let say = |id: &str, args: &Args| phrases.plain(language, id, args);
    let place = Args::new().text("location", &copy.location);
    let in_dutch = text != copy.language && Some(text) != copy.second;
    let questions = match &copy.phone {
        Some(phone) => say("print-questions", &place.clone().text("phone", phone)),
        None => say("print-questions-no-phone", &place),
    };
    let of_kind = |kind: &'static str| parts.iter().filter(move |part| part.kind == kind);
    let lines = |part: &PrintedPart| part.body.lines().map(str::to_owned).collect::<Vec<_>>();
    let pictures = parts.iter().filter_map(|part| {
        Some(format!("data:{};base64,{}", part.media_type.as_ref()?, part.base64.as_ref()?))
    });
    Sheet {
        language: text.tag(),
        direction: text.direction().attribute(),
        from: say("print-from", &place),
        audience: say("print-for", &Args::new().text("children", list(language, &copy.children))),
        title: parts.first().map(|part| part.title.clone()).unwrap_or_default(),
        note: if in_dutch { say("print-in-dutch", &Args::new()) } else { String::new() },
        pictures: pictures.collect(),
        // Two line breaks make a paragraph; the markup inside is the letter's own, already escaped.
        paragraphs: of_kind("text")
            .chain(of_kind("more"))
            .flat_map(|part| {
                part.body.split("\n\n").map(|it| it.replace('\n', "<br>")).collect::<Vec<_>>()
            })
            .collect(),
        words_title: say("print-words", &Args::new()),
        words: of_kind("words").flat_map(lines).collect(),
        questions,
        slip: format!("{} · {}", copy.family, copy.family_id),
    }
}
