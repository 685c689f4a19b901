//! `thuispost families`.

use super::Whose;
use super::context::{CliError, Context, show, table};
use crate::language::{Args, HomeLanguage};
use crate::outbox;
use crate::roster::{self, FamilyRow};

#[derive(Debug, clap::Args)]
pub(super) struct FamiliesArgs {
    /// Only families of this group: a name or `Location/Group`.
    #[arg(long)]
    group: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(context: &Context, args: FamiliesArgs) -> Result<(), CliError> {
    let organisation = context.organisation(&args.whose).await?;
    let group = context.groups(&organisation, args.group.as_slice()).await?.pop();
    let rows =
        roster::families(&mut *context.store.read().await?, organisation.id, group.map(|it| it.id))
            .await?;
    let now = context.calendar.now().millis();
    let rows = rows.iter().map(|row| {
        let language = HomeLanguage::parse(&row.language)
            .map_or(row.language.as_str(), |it| it.name_in(context.language()));
        vec![
            format!("{}/{}", row.location, row.group_name),
            outbox::names(row.children.as_deref()).join(", "),
            row.carer.clone(),
            language.to_owned(),
            context.say(standing(row, now), &Args::new()),
            format!("{} ({})", row.family_id, row.family),
            row.carer_id.to_string(),
        ]
    });
    let heads = [
        "cli-head-group",
        "cli-head-children",
        "cli-head-carer",
        "cli-head-language",
        "cli-head-state",
        "cli-head-family",
        "cli-head-carer-number",
    ];
    show(&table(&heads.map(|id| context.say(id, &Args::new())), rows.collect()));
    Ok(())
}

fn standing(row: &FamilyRow, now: i64) -> &'static str {
    if row.stopped_at.is_some() {
        "cli-carer-stopped"
    } else if row.unreachable_at.is_some() {
        "cli-carer-unreachable"
    } else if row.consented_at.is_some() && row.paused_until.is_some_and(|until| until > now) {
        "cli-carer-paused"
    } else if row.consented_at.is_some() {
        "cli-carer-joined"
    } else if row.declined_at.is_some() {
        "cli-carer-declined"
    } else {
        "cli-carer-not-joined"
    }
}
