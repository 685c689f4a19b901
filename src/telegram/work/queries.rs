//! The SQL of staff in the chat: as whom somebody is talking, what was typed, what can be undone.

use sqlx::{AnyConnection, Row};

use crate::clock::Moment;
use crate::roster::{ChatId, OrganisationId, Scope};
use crate::store::Result;

/// The mode of a chat and what it was last asked.
pub(super) async fn standing(
    read: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
) -> Result<(Option<String>, Option<String>)> {
    let query =
        sqlx::query("select mode, step from chats where organisation_id = $1 and chat_id = $2");
    let row = query.bind(organisation.raw()).bind(chat.raw()).fetch_optional(read).await?;
    let Some(row) = row else { return Ok((None, None)) };
    Ok((row.try_get("mode")?, row.try_get("step")?))
}

pub(super) async fn set_standing(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    chat: ChatId,
    mode: &str,
    step: Option<&str>,
) -> Result<()> {
    sqlx::query(
        "insert into chats (organisation_id, chat_id, mode, step) values ($1, $2, $3, $4)
         on conflict (organisation_id, chat_id) do update set mode = excluded.mode, step = excluded.step",
    )
    .bind(organisation.raw())
    .bind(chat.raw())
    .bind(mode)
    .bind(step)
    .execute(write)
    .await?;
    Ok(())
}

pub(super) async fn note_act(
    write: &mut AnyConnection,
    id: i64,
    scope: Scope,
    (act, undo): (&str, &str),
    now: Moment,
) -> Result<()> {
    sqlx::query("insert into staff_acts (id, staff_id, at, act, undo) values ($1, $2, $3, $4, $5)")
        .bind(id)
        .bind(scope.staff().raw())
        .bind(now.millis())
        .bind(act)
        .bind(undo)
        .execute(write)
        .await?;
    Ok(())
}

/// What somebody did themselves, and how it is undone; `None` when it was undone before.
pub(super) async fn act(
    read: &mut AnyConnection,
    scope: Scope,
    id: i64,
) -> Result<Option<(String, String)>> {
    let query = sqlx::query(
        "select act, undo from staff_acts where id = $1 and staff_id = $2 and undone_at is null",
    );
    let row = query.bind(id).bind(scope.staff().raw()).fetch_optional(read).await?;
    row.map(|row| Ok((row.try_get("act")?, row.try_get("undo")?))).transpose()
}

pub(super) async fn note_undone(write: &mut AnyConnection, id: i64, now: Moment) -> Result<()> {
    let query = sqlx::query("update staff_acts set undone_at = $2 where id = $1");
    query.bind(id).bind(now.millis()).execute(write).await?;
    Ok(())
}

/// Letters of somebody's groups, the newest first.
pub(super) async fn letters(
    read: &mut AnyConnection,
    scope: Scope,
    most: i64,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select m.id, t.title from mailings m
         join mailing_texts t on t.mailing_id = m.id and t.language = 'nl' and t.part = 0
         where m.organisation_id = $1 and m.run_id is null and m.kind in ('letter', 'newsletter', 'book')
           and m.state <> 'cancelled'
           and exists (select 1 from mailing_groups mg join staff_scope v on v.group_id = mg.group_id
                       where mg.mailing_id = m.id and v.staff_id = $2)
         order by m.release_at desc, m.id desc limit $3 + 0",
    );
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw()).bind(most);
    Ok(query.fetch_all(read).await?)
}

/// Themes that run in somebody's groups, the newest first.
pub(super) async fn themes(
    read: &mut AnyConnection,
    scope: Scope,
    most: i64,
) -> Result<Vec<(i64, String)>> {
    let query = sqlx::query_as(
        "select r.theme_id, min(t.title) as title from theme_runs r
         join theme_texts t on t.theme_id = r.theme_id and t.language = 'nl'
         where r.organisation_id = $1 and r.stopped_at is null
           and exists (select 1 from theme_run_groups rg join staff_scope v on v.group_id = rg.group_id
                       where rg.run_id = r.id and v.staff_id = $2)
         group by r.theme_id order by max(r.id) desc limit $3 + 0",
    );
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw()).bind(most);
    Ok(query.fetch_all(read).await?)
}

/// Whether a letter, or a message of a theme, went or goes to a group of theirs.
pub(super) async fn may_record_letter(
    read: &mut AnyConnection,
    scope: Scope,
    mailing: i64,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from mailings m
         join mailing_groups mg on mg.mailing_id = m.id
         join staff_scope v on v.group_id = mg.group_id and v.staff_id = $2
         where m.organisation_id = $1 and m.id = $3",
    );
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw()).bind(mailing);
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

/// Whether a theme runs in a group of theirs.
pub(super) async fn may_record_theme(
    read: &mut AnyConnection,
    scope: Scope,
    theme: i64,
) -> Result<bool> {
    let query = sqlx::query_scalar(
        "select count(*) from theme_runs r
         join theme_run_groups rg on rg.run_id = r.id
         join staff_scope v on v.group_id = rg.group_id and v.staff_id = $2
         where r.organisation_id = $1 and r.theme_id = $3 and r.stopped_at is null",
    );
    let query = query.bind(scope.organisation().raw()).bind(scope.staff().raw()).bind(theme);
    let count: i64 = query.fetch_one(read).await?;
    Ok(count > 0)
}

/// Whether an activity is of such a theme.
pub(super) async fn may_record_activity(
    read: &mut AnyConnection,
    scope: Scope,
    activity: i64,
) -> Result<bool> {
    let query = sqlx::query_scalar("select theme_id from activities where id = $1").bind(activity);
    let theme: Option<i64> = query.fetch_optional(&mut *read).await?;
    match theme {
        Some(theme) => may_record_theme(read, scope, theme).await,
        None => Ok(false),
    }
}
