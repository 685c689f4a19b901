//! The pictures of a letter.

use std::collections::BTreeMap;

use super::markdown::Manuscript;
use super::{Finding, Picture, Problem, listing};
use crate::language::HomeLanguage;
use crate::library::{Files, PictureFault};

/// Loads every picture once; a picture that is refused is told at its first use.
pub(super) fn load(
    files: &Files,
    manuscripts: &BTreeMap<HomeLanguage, Manuscript>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Picture> {
    let (mut pictures, mut refused) = (BTreeMap::new(), Vec::new());
    for (language, manuscript) in manuscripts {
        for shown in &manuscript.pictures {
            if pictures.contains_key(&shown.path) || refused.contains(&&shown.path) {
                continue;
            }
            match Picture::read(files, &shown.path) {
                Ok(picture) => {
                    pictures.insert(shown.path.clone(), picture);
                }
                Err(fault) => {
                    refused.push(&shown.path);
                    let file = listing::file_of(*language);
                    let problem = problem(fault, &shown.path);
                    findings.push(Finding::at_line(&file, shown.line, problem));
                }
            }
        }
    }
    pictures
}

fn problem(fault: PictureFault, path: &str) -> Problem {
    let path = path.to_owned();
    match fault {
        PictureFault::Missing => Problem::PictureMissing { path },
        PictureFault::Outside => Problem::PictureOutside { path },
        PictureFault::Large => Problem::LargePicture { path },
        PictureFault::NotAPicture => Problem::NotAPicture { path },
        PictureFault::Wide => Problem::WidePicture { path },
        PictureFault::Narrow => Problem::NarrowPicture { path },
    }
}
