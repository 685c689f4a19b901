//! The parts that some carers of the sample play, so that the story always has them.

use crate::roster::Invite;

/// How somebody behaves when the theme runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::demo) enum Part {
    /// By chance.
    Anybody,
    /// Joins and stays, and answers by chance.
    Stays,
    /// Types "yes" as an answer.
    TypesYes,
    /// Sends a photo as an answer.
    SendsPhoto,
    /// Finds the first activity too hard.
    FindsTooHard,
    /// Finds the first activity too easy.
    FindsTooEasy,
    /// Pauses for two weeks after the first week.
    Pauses,
    /// Stops at the second activity.
    Stops,
    /// Asks something about the first activity.
    Asks,
    /// Presses "listen" under each letter, and reads a language in which one is recorded.
    Listens,
    /// Presses it too; in this language there is no voice.
    ListensInVain,
    /// Has a home language that the bot does not speak, and chooses English.
    SpeaksAnother,
    /// Has two children in one group, and looks at once.
    Twins,
    /// Joins, and never says a word.
    Silent,
}

/// Family and carer of the sample.
const CAST: [(&str, &str, Part); 22] = [
    // A child in two groups each.
    ("G15", "Özlem", Part::TypesYes),
    ("G40", "Rosa", Part::Stays),
    // Parents who live apart.
    ("G08", "Iris", Part::Stays),
    ("G08", "Maarten", Part::Stays),
    ("G23", "Rana", Part::Stays),
    ("G23", "Thomas", Part::Stays),
    // Languages that a theme is not written in yet.
    ("G36", "Mariam", Part::Stays),
    ("G37", "Céline", Part::Stays),
    ("G32", "Ifrah", Part::Stays),
    ("G32", "Cabdullahi", Part::Stays),
    ("G12", "Hatice", Part::Pauses),
    ("G34", "Anjali", Part::Stops),
    ("G34", "Rohan", Part::Stays),
    ("G31", "Sahra", Part::FindsTooHard),
    ("G26", "Ewa", Part::FindsTooEasy),
    // Twins, whose talks need an interpreter.
    ("G22", "Huda", Part::Twins),
    ("G18", "Fatima", Part::SendsPhoto),
    ("G03", "Wendy", Part::Asks),
    ("G10", "Emine", Part::Listens),
    ("G30", "Hodan", Part::ListensInVain),
    ("G24", "Oksana", Part::SpeaksAnother),
    ("G33", "Adaeze", Part::Silent),
];

impl Part {
    pub(super) fn of(invite: &Invite) -> Self {
        let is = |(family, carer, _): &&(&str, &str, Self)| {
            *family == invite.family_name && *carer == invite.carer_name
        };
        CAST.iter().find(is).map_or(Self::Anybody, |(_, _, part)| *part)
    }
}
