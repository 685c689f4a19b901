//! `thuispost staff add|list|remove|link`.

use clap::{Subcommand, ValueEnum};

use super::Whose;
use super::context::{CliError, Context, note, show, table};
use super::invites::door;
use crate::language::{Args, HomeLanguage, without_marks};
use crate::roster::{self, NewStaff, Organisation, Role, StaffCode, StaffError};

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Adds somebody who works with families, and prints a link for their own phone.
    Add {
        /// Their name, as parents and colleagues know it.
        name: String,
        /// What they may see: own groups, own locations, or everything.
        #[arg(long, value_enum)]
        role: RoleArg,
        /// A group of an educator: a name or `Location/Group`; may be given several times.
        #[arg(long)]
        group: Vec<String>,
        /// A location of a coach; may be given several times.
        #[arg(long)]
        location: Vec<String>,
        /// The language of their chat.
        #[arg(long, value_enum, default_value_t = Tongue::Nl)]
        language: Tongue,
        #[command(flatten)]
        whose: Whose,
    },
    /// Lists who works with families, and what each may see.
    List {
        #[command(flatten)]
        whose: Whose,
    },
    /// Ends somebody's access at once.
    Remove {
        /// Their name.
        name: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Prints a new link: for a new phone, or when the first one is too old.
    Link {
        /// Their name.
        name: String,
        #[command(flatten)]
        whose: Whose,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RoleArg {
    Educator,
    Coach,
    Coordinator,
    Administrator,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Tongue {
    Nl,
    En,
}

pub(super) async fn run(context: &Context, command: StaffCommand) -> Result<(), CliError> {
    match command {
        StaffCommand::Add { name, role, group, location, language, whose } => {
            let organisation = context.organisation(&whose).await?;
            let groups = context.groups(&organisation, &group).await?;
            let groups: Vec<_> = groups.into_iter().map(|group| group.id).collect();
            let (role, language) = (role.into(), language.into());
            let new =
                NewStaff { name: &name, role, language, groups: &groups, locations: &location };
            add(context, &organisation, &new).await
        }
        StaffCommand::List { whose } => list(context, &context.organisation(&whose).await?).await,
        StaffCommand::Remove { name, whose } => {
            remove(context, &context.organisation(&whose).await?, &name).await
        }
        StaffCommand::Link { name, whose } => {
            link(context, &context.organisation(&whose).await?, &name).await
        }
    }
}

async fn add(
    context: &Context,
    organisation: &Organisation,
    new: &NewStaff<'_>,
) -> Result<(), CliError> {
    let (username, key) = door(context, organisation).await?;
    let now = context.calendar.now();
    let made = roster::add_staff(&context.store, &key, organisation.id, new, now).await;
    print(context, &made.map_err(|error| told(context, &error))?, &username);
    Ok(())
}

async fn link(context: &Context, organisation: &Organisation, name: &str) -> Result<(), CliError> {
    let (username, key) = door(context, organisation).await?;
    let now = context.calendar.now();
    let made = roster::renew_staff_code(&context.store, &key, organisation.id, name, now).await;
    print(context, &made.map_err(|error| told(context, &error))?, &username);
    Ok(())
}

/// The link is the result; what it is for is said beside it.
fn print(context: &Context, code: &StaffCode, username: &str) {
    show(&code.link(username));
    note(&context.say("staff-link-how", &Args::new()));
}

async fn remove(
    context: &Context,
    organisation: &Organisation,
    name: &str,
) -> Result<(), CliError> {
    let now = context.calendar.now();
    let removed = roster::remove_staff(&context.store, organisation.id, name, now).await;
    removed.map_err(|error| told(context, &error))?;
    show(&context.say("staff-removed", &Args::new().text("name", name.trim())));
    Ok(())
}

async fn list(context: &Context, organisation: &Organisation) -> Result<(), CliError> {
    let all = roster::staff(&mut *context.store.read().await?, organisation.id).await?;
    if all.is_empty() {
        show(&context.say("staff-nobody", &Args::new()));
        return Ok(());
    }
    let heads = [
        "cli-head-name",
        "staff-head-role",
        "staff-head-sees",
        "cli-head-language",
        "cli-head-state",
    ]
    .map(|id| context.say(id, &Args::new()));
    let rows = all.into_iter().map(|it| {
        let role = format!("staff-role-{}", it.role.word());
        let sees = match it.places.is_empty() {
            true => context.say("staff-sees-all", &Args::new()),
            false => it.places.join(", "),
        };
        let state = match (it.is_linked, it.is_unreachable) {
            (true, false) => "staff-linked",
            (true, true) => "cli-carer-unreachable",
            (false, _) => "staff-not-linked",
        };
        vec![
            it.name,
            context.say(&role, &Args::new()),
            sees,
            it.language.name_in(context.language()).to_owned(),
            context.say(state, &Args::new()),
        ]
    });
    show(&table(&heads, rows.collect()));
    Ok(())
}

fn told(context: &Context, error: &StaffError) -> CliError {
    match error.sentence(&context.phrases, context.language()) {
        Some(sentence) => CliError::Use(without_marks(&sentence)),
        None => CliError::Failed(error.to_string()),
    }
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Educator => Self::Educator,
            RoleArg::Coach => Self::Coach,
            RoleArg::Coordinator => Self::Coordinator,
            RoleArg::Administrator => Self::Administrator,
        }
    }
}

impl From<Tongue> for HomeLanguage {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Nl => Self::DUTCH,
            Tongue::En => Self::ENGLISH,
        }
    }
}
