//! Lists on paper: what is printed before a meeting, and what staff type in from it afterwards.

use std::collections::BTreeMap;

use super::attending::Attendee;
use crate::language::{Args, HomeLanguage, Phrasebook};
use crate::roster::{Child, FamilyId, FileProblem, Sheet, SheetRow, spreadsheet_cell};

/// What a cell of a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Family,
    Child,
    Group,
    Comes,
    People,
    Asked,
    Present,
    Interpreter,
}

/// Each column with its English and its Dutch header, in the order in which they are printed.
const HEADERS: [(Column, &str, &str); 8] = [
    (Column::Family, "family", "gezin"),
    (Column::Child, "child", "kind"),
    (Column::Group, "group", "groep"),
    (Column::Comes, "comes", "komt"),
    (Column::People, "people", "mensen"),
    (Column::Asked, "interpreter_asked", "tolk_gevraagd"),
    (Column::Present, "present", "aanwezig"),
    (Column::Interpreter, "interpreter", "tolk"),
];

impl Column {
    fn of_header(header: &str) -> Option<Self> {
        let wanted = header.trim().to_lowercase().replace(' ', "_");
        HEADERS.iter().find(|(_, en, nl)| wanted == *en || wanted == *nl).map(|(it, ..)| *it)
    }
}

/// What a list says of a family; `None`: nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// Which.
    pub family: FamilyId,
    /// They were there, or they were not.
    pub present: Option<bool>,
    /// The interpreter was there, or was not.
    pub interpreter: Option<bool>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperProblem {
    /// It names neither a family nor a child.
    Nobody,
    /// It has more cells than the header.
    ExtraCells,
    /// It is neither yes nor no.
    NotYesOrNo,
    /// The roster has no such family.
    NoFamily,
    /// The roster has no such child.
    NoChild,
    /// Children of several families are called so; these families.
    SeveralFamilies(Vec<String>),
    /// An earlier row says otherwise about the same family.
    Contradicts(u32),
    /// The interpreter was there, and the family was not.
    WithoutFamily,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFinding {
    /// The number that a spreadsheet program shows beside the row.
    pub row: u32,
    /// The header of the column, as in the file.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub problem: PaperProblem,
}

/// Why nothing of a list can be taken over.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// It cannot be read at all.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// It does not say who, or not who was there; the headers that it has.
    #[error("columns are missing")]
    Columns(Vec<String>),
    /// Rows are wrong.
    #[error("{} rows are wrong", .0.len())]
    Rows(Vec<PaperFinding>),
}

impl PaperFinding {
    /// What is wrong and what to do about it.
    pub fn sentence(&self, phrases: &Phrasebook, language: HomeLanguage) -> String {
        let args = Args::new()
            .number("row", i64::from(self.row))
            .text("column", &self.column)
            .text("value", &self.value);
        let (id, args) = match &self.problem {
            PaperProblem::Nobody => ("meeting-list-nobody", args),
            PaperProblem::ExtraCells => ("roster-row-extra-cells", args),
            PaperProblem::NotYesOrNo => ("roster-row-not-yes-or-no", args),
            PaperProblem::NoFamily => ("meeting-list-no-family", args),
            PaperProblem::NoChild => ("meeting-list-no-child", args),
            PaperProblem::SeveralFamilies(known) => {
                ("meeting-list-several", args.text("known", known.join(", ")))
            }
            PaperProblem::Contradicts(other) => {
                ("roster-row-contradicts", args.number("other", i64::from(*other)))
            }
            PaperProblem::WithoutFamily => ("meeting-list-without-family", args),
        };
        phrases.plain(language, id, &args)
    }
}

/// Whether a header is one of such a list.
pub fn is_paper_header(header: &str) -> bool {
    Column::of_header(header).is_some()
}

/// The families of a meeting as CSV, with empty cells to fill in. `families`: what the roster calls them.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn paper_list(
    phrases: &Phrasebook,
    attendees: &[Attendee],
    families: &BTreeMap<FamilyId, String>,
    language: HomeLanguage,
) -> Result<String, csv::Error> {
    let is_english = language == HomeLanguage::ENGLISH;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADERS.map(|(_, en, nl)| if is_english { en } else { nl }))?;
    let yes = phrases.plain(language, "meeting-list-yes", &Args::new());
    for it in attendees {
        let say = |is: bool| if is { yes.clone() } else { String::new() };
        let people = if it.said_yes { it.people.to_string() } else { String::new() };
        let asked = it.interpreter.map_or("", |asked| asked.name_in(language));
        let cells = [
            families.get(&it.family).cloned().unwrap_or_default(),
            it.children.join(", "),
            it.group.clone(),
            say(it.said_yes),
            people,
            asked.to_owned(),
            say(it.seen),
            say(it.interpreter_there == Some(true)),
        ];
        writer.write_record(cells.iter().map(|cell| spreadsheet_cell(cell).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a filled-in list says, a row for each family; all of it, or everything that is wrong with it.
///
/// # Errors
/// [`PaperError`] says what is wrong.
pub fn read_paper(sheet: &Sheet, children: &[Child]) -> Result<Vec<PaperRow>, PaperError> {
    let list = List { sheet, children };
    let says_who = list.has(Column::Family) || list.has(Column::Child);
    if !says_who || !(list.has(Column::Present) || list.has(Column::Interpreter)) {
        return Err(PaperError::Columns(sheet.headers.clone()));
    }
    let mut found: Vec<(u32, PaperRow)> = Vec::new();
    let mut findings = Vec::new();
    for row in &sheet.rows {
        match list.read(row) {
            Ok(read) => list.merge(&mut found, (row, read), &mut findings),
            Err(finding) => findings.push(finding),
        }
    }
    if findings.is_empty() {
        Ok(found.into_iter().map(|(_, row)| row).collect())
    } else {
        Err(PaperError::Rows(findings))
    }
}

/// A list, held against the roster.
struct List<'a> {
    sheet: &'a Sheet,
    children: &'a [Child],
}

impl List<'_> {
    fn place(&self, column: Column) -> Option<usize> {
        self.sheet.headers.iter().position(|header| Column::of_header(header) == Some(column))
    }

    fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    /// The text of a cell; what was put before it for a spreadsheet program is gone again.
    fn cell<'r>(&self, row: &'r SheetRow, column: Column) -> &'r str {
        let text = self.place(column).and_then(|at| row.cells.get(at)).map_or("", String::as_str);
        match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
            _ => text,
        }
    }

    fn finding(&self, row: &SheetRow, column: Column, problem: PaperProblem) -> PaperFinding {
        let header = self.place(column).and_then(|at| self.sheet.headers.get(at));
        PaperFinding {
            row: row.row,
            column: header.cloned().unwrap_or_default(),
            value: self.cell(row, column).chars().take(60).collect(),
            problem,
        }
    }

    fn read(&self, row: &SheetRow) -> Result<PaperRow, PaperFinding> {
        if let Some(extra) =
            row.cells.get(self.sheet.headers.len()).filter(|_| self.sheet.is_strict)
        {
            let finding = self.finding(row, Column::Family, PaperProblem::ExtraCells);
            return Err(PaperFinding { value: extra.clone(), ..finding });
        }
        let family = self.family(row)?;
        let present = self.yes_or_no(row, Column::Present)?;
        let interpreter = self.yes_or_no(row, Column::Interpreter)?;
        if interpreter == Some(true) && present == Some(false) {
            return Err(self.finding(row, Column::Interpreter, PaperProblem::WithoutFamily));
        }
        Ok(PaperRow { family, present, interpreter })
    }

    fn yes_or_no(&self, row: &SheetRow, column: Column) -> Result<Option<bool>, PaperFinding> {
        match self.cell(row, column).to_lowercase().as_str() {
            "" => Ok(None),
            "ja" | "j" | "yes" | "y" | "x" | "v" | "1" | "true" | "waar" => Ok(Some(true)),
            "nee" | "n" | "no" | "0" | "false" | "onwaar" => Ok(Some(false)),
            _ => Err(self.finding(row, column, PaperProblem::NotYesOrNo)),
        }
    }

    /// By what the roster calls the family; else by the first name of a child, and its group.
    fn family(&self, row: &SheetRow) -> Result<FamilyId, PaperFinding> {
        let family = self.cell(row, Column::Family);
        if !family.is_empty() {
            let found = self.children.iter().find(|child| child.family_name == family);
            let found = found.map(|child| child.family);
            return found.ok_or_else(|| self.finding(row, Column::Family, PaperProblem::NoFamily));
        }
        let (name, group) = (self.cell(row, Column::Child), self.cell(row, Column::Group));
        if name.is_empty() {
            let column = if self.has(Column::Family) { Column::Family } else { Column::Child };
            return Err(self.finding(row, column, PaperProblem::Nobody));
        }
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let is_meant = |child: &&Child| {
            let full = format!("{}/{}", child.location_name, child.group_name);
            let in_group = group.is_empty() || same(&child.group_name, group) || same(&full, group);
            in_group && same(&child.name, name)
        };
        let mut meant: BTreeMap<FamilyId, &str> = BTreeMap::new();
        for child in self.children.iter().filter(is_meant) {
            meant.insert(child.family, &child.family_name);
        }
        let problem = match (meant.len(), meant.keys().next()) {
            (1, Some(family)) => return Ok(*family),
            (0, _) => PaperProblem::NoChild,
            _ => {
                let names = meant.values().map(|name| (*name).to_owned()).collect();
                PaperProblem::SeveralFamilies(names)
            }
        };
        Err(self.finding(row, Column::Child, problem))
    }

    /// A family may stand there once for each child.
    fn merge(
        &self,
        found: &mut Vec<(u32, PaperRow)>,
        (row, read): (&SheetRow, PaperRow),
        findings: &mut Vec<PaperFinding>,
    ) {
        let Some((first, known)) = found.iter_mut().find(|(_, it)| it.family == read.family) else {
            found.push((row.row, read));
            return;
        };
        let both = [
            (Column::Present, &mut known.present, read.present),
            (Column::Interpreter, &mut known.interpreter, read.interpreter),
        ];
        for (column, known, said) in both {
            match (*known, said) {
                (Some(one), Some(other)) if one != other => {
                    findings.push(self.finding(row, column, PaperProblem::Contradicts(*first)));
                }
                _ => *known = known.or(said),
            }
        }
    }
}

#[cfg(test)]
mod tests;
