//! The page for who must show the figures, held against what its examples give.

use thuispost::language::{HomeLanguage, Phrasebook};
use thuispost::participation::{By, Figure, Record, table, write_csv};

use super::stories::{at, school_year};
use super::{gatherings, stories, themes};

const PAGE: &str = include_str!("../../../docs/figures.md");

/// Both languages of the page, Dutch first.
fn halves() -> [&'static str; 2] {
    let (head, english) = PAGE.split_once("\n## English\n").unwrap();
    let (_, dutch) = head.split_once("\n## Nederlands\n").unwrap();
    [dutch, english]
}

/// The example of this number, in a half.
fn example(half: &str, number: usize) -> &str {
    let (_, from) = half.split_once(&format!("\n### {} {number}: ", word(half))).unwrap();
    from.split_once("\n### ").map_or(from, |(example, _)| example)
}

fn word(half: &str) -> &'static str {
    if half.contains("\n### Voorbeeld 1: ") { "Voorbeeld" } else { "Example" }
}

/// The records of an example, which stand in its only block.
fn block(example: &str) -> &str {
    let (_, from) = example.split_once("```csv\n").unwrap();
    from.split_once("```").unwrap().0
}

fn csv(records: &[Record]) -> String {
    let mut csv = Vec::new();
    write_csv(records, &mut csv).unwrap();
    String::from_utf8(csv).unwrap()
}

/// What an example says in words about a record: "4 van 5 gezinnen, 80 %".
fn in_words(record: &Record, half: usize) -> String {
    let of = ["van", "of"][half];
    let unit = match (record.figure, record.families) {
        (Figure::Talks, 1) => ["gesprek", "talk"],
        (Figure::Talks, _) => ["gesprekken", "talks"],
        (_, 1) => ["gezin", "family"],
        _ => ["gezinnen", "families"],
    }[half];
    format!("{} {of} {} {unit}, {} %", record.count, record.families, record.percent.unwrap())
}

/// Checks block and words of an example in both languages; the figures that it tells in words.
fn holds(number: usize, records: &[Record], told: By) -> Vec<Figure> {
    let csv = csv(records);
    let mut figures = Vec::new();
    for (half, text) in halves().into_iter().enumerate() {
        let example = example(text, number);
        assert_eq!(block(example), csv, "example {number} should show\n{csv}");
        for record in records.iter().filter(|it| it.by == told && it.families > 0) {
            let (start, words) = (format!("| `{}` |", record.figure), in_words(record, half));
            let says =
                |line: &str| line.starts_with(&start) && line.ends_with(&format!(" {words} |"));
            assert!(example.lines().any(says), "example {number}: {start} ... {words} |");
            figures.push(record.figure);
        }
    }
    figures
}

#[tokio::test]
async fn the_page_has_an_example_of_every_figure_and_each_gives_what_it_shows() {
    let mut letter = stories::worked_example().counted().await.by(&[By::All, By::Group]);
    letter.retain(|record| !record.figure.is_of_meetings());
    let theme = themes::worked_example().counted().await.by(&[By::Theme, By::Activity]);
    let meetings = gatherings::worked_example().counted_at(at(gatherings::TODAY)).await;
    let mut meetings = meetings.by(&[By::All, By::Group, By::Kind]);
    meetings.retain(|record| record.figure.is_of_meetings());

    let mut figures = holds(1, &letter, By::All);
    // One theme: each of its figures has one row.
    figures.extend(holds(2, &theme, By::Theme));
    figures.extend(holds(3, &meetings, By::All));
    for figure in Figure::ALL {
        assert!(figures.contains(&figure), "{figure}");
        for half in halves() {
            let row = format!("\n| `{figure}` | ");
            assert!(half.contains(&row), "{figure} has no row in the table of figures");
        }
    }
}

/// The part about meetings, of the worked example.
async fn of_meetings(language: HomeLanguage) -> String {
    let counted = gatherings::worked_example().counted_at(at(gatherings::TODAY)).await;
    let mut records = counted.by(&[By::All, By::Kind]);
    records.retain(|record| record.figure.is_of_meetings());
    table(&records, school_year(), &Phrasebook::load().unwrap(), language)
}

#[tokio::test]
async fn staff_read_of_meetings_how_it_is_known_and_what_each_kind_aims_at() {
    let text = of_meetings(HomeLanguage::DUTCH).await;
    insta::assert_snapshot!(text, @r#"
    Van zaterdag 1 augustus 2026 tot en met zaterdag 31 juli 2027

    Alle gezinnen

    kwam naar een bijeenkomst (norm 60 %: B5, VVE-kader 2013)
      4 van 6 gezinnen, 67 %    norm gehaald         1 zelf gezegd, 3 aanwezig geweest, 2 onbekend

    gesprekken gevoerd, van de gesprekken die nodig waren (norm 100 %: B6, VVE-kader 2013)
      3 van 4 gesprekken, 75 %  nog 1 gesprek nodig  3 gevoerd, 1 onbekend

    zei te komen, van de uitgenodigde gezinnen
      3 van 5 gezinnen, 60 %                         3 zelf gezegd, 1 iets anders gezegd, 1 onbekend

    kwam, van wie dat had gezegd
      1 van 2 gezinnen, 50 %                         1 aanwezig geweest, 1 volgens medewerker niet

    tolk was er, van wie erom vroeg
      1 van 3 gezinnen, 33 %                         1 gezien door medewerker, 1 volgens medewerker niet, 1 onbekend

    Per soort bijeenkomst, van de gezinnen in de groepen waarvoor ze was

    kwam naar een bijeenkomst
      Themaochtend          2 van 5 gezinnen, 40 % (norm 60 %)  nog 1 gezin nodig     2 aanwezig geweest, 3 onbekend
      Spelinloop            1 van 5 gezinnen, 20 % (norm 60 %)  nog 2 gezinnen nodig  1 aanwezig geweest, 4 onbekend
      Informatieavond       1 van 6 gezinnen, 17 % (norm 80 %)  nog 4 gezinnen nodig  1 zelf gezegd, 5 onbekend

    zei te komen, van de uitgenodigde gezinnen
      Themaochtend          2 van 4 gezinnen, 50 %                                    2 zelf gezegd, 1 iets anders gezegd, 1 onbekend
      Informatieavond       1 van 1 gezin, 100 %                                      1 zelf gezegd

    kwam, van wie dat had gezegd
      Themaochtend          1 van 2 gezinnen, 50 %                                    1 aanwezig geweest, 1 volgens medewerker niet

    tolk was er, van wie erom vroeg
      Themaochtend          1 van 2 gezinnen, 50 %                                    1 gezien door medewerker, 1 onbekend
      Gesprek over je kind  0 van 1 gezin, 0 %                                        1 volgens medewerker niet

    Geteld zijn gezinnen met een kind in de periode, ook wie nooit is aangesloten.
    Een gezin telt één keer in elke rij die past. Rijen tellen dus niet altijd op tot het totaal.
    Gesprekken tellen per stuk, niet per gezin: voor elk kind en elk moment waarop er een nodig was.
    Wat ouders over thuis zeggen, is zelfrapportage. Zo tonen we het ook.
    Geen antwoord betekent onbekend. Het betekent nooit nee.
    B4, B5 en B6: indicatoren uit het VVE-kader van 2013. De Klinkert: de themabrief, en elke soort bijeenkomst.
    "#);
}

#[tokio::test]
async fn english_speakers_read_the_same_of_meetings() {
    let text = of_meetings(HomeLanguage::ENGLISH).await;
    insta::assert_snapshot!(text, @r#"
    From Saturday, 1 August 2026 to Saturday, 31 July 2027

    All families

    came to a meeting (norm 60 %: B5, VVE framework 2013)
      4 of 6 families, 67 %  norm met            1 said so, 3 attended, 2 unknown

    talks held, of the talks that were due (norm 100 %: B6, VVE framework 2013)
      3 of 4 talks, 75 %     1 more talk needed  3 held, 1 unknown

    said they come, of those invited
      3 of 5 families, 60 %                      3 said so, 1 said otherwise, 1 unknown

    came, of those who had said so
      1 of 2 families, 50 %                      1 attended, 1 not, as staff noted

    interpreter there, of those who asked
      1 of 3 families, 33 %                      1 seen by staff, 1 not, as staff noted, 1 unknown

    By kind of meeting, of the families in the groups it was for

    came to a meeting
      Theme morning          2 of 5 families, 40 % (norm 60 %)  1 more family needed    2 attended, 3 unknown
      Play-in                1 of 5 families, 20 % (norm 60 %)  2 more families needed  1 attended, 4 unknown
      Information evening    1 of 6 families, 17 % (norm 80 %)  4 more families needed  1 said so, 5 unknown

    said they come, of those invited
      Theme morning          2 of 4 families, 50 %                                      2 said so, 1 said otherwise, 1 unknown
      Information evening    1 of 1 family, 100 %                                       1 said so

    came, of those who had said so
      Theme morning          1 of 2 families, 50 %                                      1 attended, 1 not, as staff noted

    interpreter there, of those who asked
      Theme morning          1 of 2 families, 50 %                                      1 seen by staff, 1 unknown
      Talk about your child  0 of 1 family, 0 %                                         1 not, as staff noted

    Counted are families with a child in the period, including those who never connected.
    A family counts once in each row that applies to it, so rows need not add up to the total.
    Talks are counted one by one, not by family: for each child and each moment at which one was due.
    What carers say about home is self-report, and is shown as such.
    No answer means unknown. It never means no.
    B4, B5 and B6: indicators of the VVE framework of 2013. De Klinkert: its theme letter, and each kind of meeting.
    "#);
}
