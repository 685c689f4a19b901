//! Invitations as letters to print: one page each, in the carer's language, with the same in
//! small Dutch below for whoever hands it over.

use askama::Template;
use fast_qr::ECL;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::qr::QRBuilder;

use super::{Invite, last_day};
use crate::language::{self, Args, HomeLanguage, Phrasebook};
use crate::roster::Organisation;

#[derive(Template)]
#[template(path = "roster/invites/letter.html", config = "src/askama.toml")]
struct Page {
    letters: Vec<Letter>,
    staff_language: &'static str,
    title: String,
}

struct Letter {
    link: String,
    /// Markup of our own, no text in it.
    qr: String,
    own: Words,
    /// Absent when `own` is Dutch already.
    dutch: Option<Words>,
}

/// The words of a letter in one language.
struct Words {
    tag: &'static str,
    direction: &'static str,
    title: String,
    carer: String,
    children: String,
    what: String,
    how: String,
    steps: [String; 3],
    app: String,
    free: String,
    typing: String,
    until: String,
    private: String,
    help: String,
    greeting: String,
}

/// All letters as one HTML page that a browser prints, one sheet each.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn invite_letters(
    phrases: &Phrasebook,
    invites: &[Invite],
    organisation: &Organisation,
    bot_username: &str,
) -> Result<String, askama::Error> {
    let letters = invites.iter().map(|invite| {
        let link = invite.code.link(bot_username);
        let spoken = phrases.spoken(invite.language);
        let words = |language| Words::of(phrases, language, invite, organisation);
        Letter {
            qr: qr(&link),
            own: words(spoken),
            dutch: (spoken != HomeLanguage::DUTCH).then(|| words(HomeLanguage::DUTCH)),
            link,
        }
    });
    let page = Page {
        letters: letters.collect(),
        staff_language: organisation.language.tag(),
        title: phrases.plain(organisation.language, "invite-page-title", &Args::new()),
    };
    page.render()
}

impl Words {
    fn of(
        phrases: &Phrasebook,
        language: HomeLanguage,
        invite: &Invite,
        organisation: &Organisation,
    ) -> Self {
        let children = i64::try_from(invite.children.len()).unwrap_or(i64::MAX);
        let day = language::day(language, last_day(invite.expires_at, organisation));
        let args = Args::new()
            .text("carer", &invite.carer_name)
            .text("children", invite.children.join(", "))
            .number("count", children)
            .text("location", &invite.location)
            .text("group", &invite.group)
            .text("day", day);
        let say = |id: &str| phrases.plain(language, id, &args);
        Self {
            tag: language.tag(),
            direction: language.direction().attribute(),
            title: say("invite-letter-title"),
            carer: say("invite-letter-carer"),
            children: say("invite-letter-children"),
            what: say("invite-letter-what"),
            how: say("invite-letter-how"),
            steps: [
                say("invite-letter-scan"),
                say("invite-letter-language"),
                say("invite-letter-yes"),
            ],
            app: say("invite-letter-app"),
            free: say("invite-letter-free"),
            typing: say("invite-letter-typing"),
            until: say("invite-letter-until"),
            private: say("invite-letter-private"),
            help: say("invite-letter-help"),
            greeting: say("invite-letter-greeting"),
        }
    }
}

/// A link as an SVG picture for phones: a quarter of it may be creased or stained and they still read it.
pub fn qr(link: &str) -> String {
    let code = QRBuilder::new(link).ecl(ECL::Q).build();
    // A link is far shorter than the longest code; the letter still carries it in writing.
    code.map(|code| SvgBuilder::default().to_str(&code)).unwrap_or_default()
}
