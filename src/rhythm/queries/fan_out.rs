//! A row of the outbox for each carer of a slot or a book, with its reason when it does not leave.

use sqlx::{AnyConnection, AssertSqlSafe};

use crate::clock::Moment;
use crate::roster::OrganisationId;
use crate::store::Result;

/// For whom a slot or a book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rhythm) enum Audience {
    /// Every child gets what its step says.
    Steps,
    /// Every child of the run.
    Run,
    /// Every child of the group that is of the book's age.
    Book,
    /// Who was to have it before: nobody who came since.
    Late,
}

/// A chunk of a slot.
pub(in crate::rhythm) struct Chunk<'a> {
    pub audience: Audience,
    /// The run; of a book, its mailing.
    pub of: i64,
    pub week: i64,
    pub kind: &'a str,
    pub families: (i64, i64),
    pub organisation: OrganisationId,
    /// The local day.
    pub day: &'a str,
    pub now: Moment,
    /// When the messages leave.
    pub at: Moment,
    /// The Monday of that week, and its first and last moments.
    pub monday: &'a str,
    pub this_week: (Moment, Moment),
    pub ceiling: i64,
    pub staff_writes: bool,
    /// The open days that are left in the week, as digits, with the moment to use on each.
    pub days: &'a [(String, Moment)],
}

/// `target`: which carer of the chunk gets which mailing. $1 run or mailing, $2 week, $3 kind, $4 and $5
/// families, $6 day.
pub(super) fn target(audience: Audience) -> &'static str {
    match audience {
        Audience::Steps => {
            "target as materialized (
                 select distinct cc.carer_id, m.id as mailing_id
                 from theme_run_groups rg
                 cross join children ch cross join steps s cross join mailings m cross join carer_children cc
                 where rg.run_id = $1 and ch.group_id = rg.group_id and ch.family_id > $4 and ch.family_id <= $5
                   and (ch.starts is null or ch.starts <= $6) and (ch.leaves is null or ch.leaves >= $6)
                   and s.run_id = $1 and s.week = $2 and s.child_id = ch.id and s.activity_id is not null
                   and m.run_id = $1 and m.week = $2 and m.kind = $3 and m.activity_id = s.activity_id
                   and (m.level is null or m.level = s.level) and cc.child_id = ch.id)"
        }
        Audience::Run => {
            "target as materialized (
                 select distinct cc.carer_id, m.id as mailing_id
                 from theme_runs r
                 cross join theme_run_groups rg
                 cross join children ch cross join mailings m cross join carer_children cc
                 where r.id = $1 and rg.run_id = r.id and ch.group_id = rg.group_id
                   and ch.family_id > $4 and ch.family_id <= $5 and (r.audience = 'all' or ch.ve = 1)
                   and (ch.starts is null or ch.starts <= $6) and (ch.leaves is null or ch.leaves >= $6)
                   and m.run_id = $1 and m.week = $2 and m.kind = $3 and cc.child_id = ch.id)"
        }
        Audience::Late => {
            "target as materialized (
                 select distinct cc.carer_id, m.id as mailing_id
                 from theme_runs r
                 cross join theme_run_groups rg
                 cross join children ch cross join carer_children cc cross join mailings m cross join deliveries had
                 where r.id = $1 and rg.run_id = r.id and ch.group_id = rg.group_id
                   and ch.family_id > $4 and ch.family_id <= $5 and (r.audience = 'all' or ch.ve = 1)
                   and (ch.starts is null or ch.starts <= $6) and (ch.leaves is null or ch.leaves >= $6)
                   and cc.child_id = ch.id and m.run_id = $1 and m.week = $2 and m.kind = $3
                   and (m.activity_id is null or exists (
                        select 1 from steps s where s.run_id = $1 and s.week = $2 and s.child_id = ch.id
                          and s.activity_id = m.activity_id and (m.level is null or m.level = s.level)))
                   and had.mailing_id = m.id and had.carer_id = cc.carer_id and had.part = 0)"
        }
        Audience::Book => {
            "target as materialized (
                 select distinct cc.carer_id, m.id as mailing_id
                 from mailings m cross join picture_books b
                 cross join mailing_groups mg cross join children ch cross join carer_children cc
                 where m.id = $1 and $2 = 0 and $3 = m.kind and b.id = m.book_id and mg.mailing_id = m.id
                   and ch.group_id = mg.group_id and ch.family_id > $4 and ch.family_id <= $5
                   and (ch.starts is null or ch.starts <= $6) and (ch.leaves is null or ch.leaves >= $6)
                   and (ch.born is null or (
                        (cast(substr($6, 1, 4) as bigint) - cast(substr(ch.born, 1, 4) as bigint)) * 12
                        + cast(substr($6, 6, 2) as bigint) - cast(substr(ch.born, 6, 2) as bigint)
                        between b.months_from and b.months_to - 1))
                   and cc.child_id = ch.id)"
        }
    }
}

/// What goes before what when a week is full.
const RANK: &str =
    "case kind when 'invitation' then 5 when 'letter' then 4 when 'do' then 3 when 'newsletter' then 2 when 'book' then 2
         else 1 end";

/// One row for each carer and mailing, each with its reason when it does not leave. Who has a row keeps it,
/// unless it waits for a language that is there now.
///
/// `spoken_for` counts what a carer got this week or is about to get, and what is planned for later in it and
/// goes before this. Few organisations write a letter in a given week, few carers share a chat and few chose
/// their days, so those are asked for first.
///
/// Here and below, `state || ''` and `send_at + 0`: PostgreSQL, whose statistics say that nothing waits,
/// would look through the whole index of what waits for each carer.
#[expect(clippy::too_many_lines, reason = "it is one statement; in pieces nobody could read it")]
pub(in crate::rhythm) async fn fan_out(
    write: &mut AnyConnection,
    chunk: &Chunk<'_>,
) -> Result<u64> {
    let sql = format!(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, reason, not_before,
              carried_by)
         with {target}, open_days as materialized (
             select cast($14 as text) as digit, cast($15 as bigint) as at
             union all select cast($16 as text), cast($17 as bigint)
             union all select cast($18 as text), cast($19 as bigint)
             union all select cast($20 as text), cast($21 as bigint)
             union all select cast($22 as text), cast($23 as bigint)
             union all select cast($24 as text), cast($25 as bigint)
             union all select cast($26 as text), cast($27 as bigint)
         ), staff as materialized (
             select id, state, {rank} as rank from mailings
             where organisation_id = $9 and run_id is null and kind in ('letter', 'newsletter', 'invitation')
               and cancelled_at is null and release_at >= $11 - 1209600000 and release_at < $12
         ), w as materialized (
             select t.carer_id, t.mailing_id, c.chat_id, c.language as home_language,
                 case when r.stopped_at is not null then 'cancelled'
                      when r.paused_at is not null then 'paused_theme'
                      when c.stopped_at is not null then 'stopped'
                      when c.chat_id is null or c.consented_at is null then 'not_connected'
                      when c.unreachable_at is not null then 'unreachable_before'
                      when c.paused_until > $7 then 'paused' end as obstacle,
                 case when exists (select 1 from mailing_texts x where x.mailing_id = m.id
                                   and x.language = c.language and x.part = 0) then c.language
                      when c.second_language_confirmed_at is not null
                           and exists (select 1 from mailing_texts x where x.mailing_id = m.id
                                       and x.language = c.second_language and x.part = 0)
                      then c.second_language
                      when m.missing = 'dutch' then 'nl' end as text_language,
                 case when exists (select 1 from carers p where p.chat_id = c.chat_id and p.id <> c.id) then
                      coalesce(
                          (select min(x.carer_id) from carers o join deliveries x on x.mailing_id = t.mailing_id
                               and x.carer_id = o.id and x.part = 0
                           where o.chat_id = c.chat_id and o.id <> c.id
                             and x.state in ('waiting', 'sending', 'delivered', 'doubtful')),
                          (select min(o.id) from carers o
                           where o.chat_id = c.chat_id and o.id < c.id and o.consented_at is not null
                             and o.stopped_at is null and o.unreachable_at is null and exists (
                                 select 1 from target x where x.carer_id = o.id and x.mailing_id = t.mailing_id)))
                      end as carried_by,
                 (select min(wm.mailing_id) from week_messages wm
                  cross join deliveries x
                  where wm.carer_id = t.carer_id and wm.week = $10 and wm.kind = $3 and x.mailing_id = wm.mailing_id
                    and x.carer_id = wm.carer_id and x.part = 0 and x.state || '' = 'waiting' and x.attempts = 0) as earlier,
                 case when c.days is null then cast($8 as bigint) else
                      (select min(v.at) from open_days v where c.days like '%' || v.digit || '%') end as at,
                 (select count(*) from week_messages wm where wm.carer_id = t.carer_id and wm.week = $10)
                 + (select count(distinct sl.kind) from carer_children cc
                    cross join children ch cross join theme_run_groups rg cross join run_slots sl
                    cross join theme_runs r2
                    where cc.carer_id = t.carer_id and ch.id = cc.child_id and rg.group_id = ch.group_id
                      and sl.run_id = rg.run_id and sl.state || '' = 'planned'
                      and sl.send_at + 0 >= $8 and sl.send_at + 0 < $12 and ({rank}) > cast($28 as bigint)
                      and r2.id = sl.run_id and r2.stopped_at is null and r2.paused_at is null)
                 + case when $13 = 0 then 0 else (
                    select count(*) from staff s
                    where exists (select 1 from deliveries x where x.mailing_id = s.id and x.carer_id = t.carer_id
                                  and x.part = 0 and (x.state in ('waiting', 'sending', 'doubtful')
                                       or (x.state = 'delivered' and x.settled_at >= $11)))
                       or (s.state in ('approved', 'fanning_out') and s.rank > cast($28 as bigint)
                           and not exists (select 1 from deliveries x where x.mailing_id = s.id
                                           and x.carer_id = t.carer_id and x.part = 0)
                           and exists (select 1 from carer_children cc
                                       cross join children ch cross join mailing_groups mg
                                       where cc.carer_id = t.carer_id and ch.id = cc.child_id
                                         and mg.mailing_id = s.id and mg.group_id = ch.group_id))) end
                 as spoken_for
             from target t
             cross join carers c
             cross join mailings m
             left join theme_runs r on r.id = m.run_id
             where c.id = t.carer_id and m.id = t.mailing_id
         ), v as (
             select w.*, row_number() over (
                 partition by w.carer_id,
                     case when w.obstacle is null and w.carried_by is null and w.text_language is not null
                          then 1 else 0 end
                 order by w.mailing_id) as place
             from w
         ), judged as (
             select v.*,
                 case when v.obstacle is not null then v.obstacle
                      when v.carried_by is not null then 'shared_chat'
                      when v.text_language is null then 'missing_language'
                      when v.earlier is not null then 'bundled'
                      when v.at is null then 'own_days'
                      when v.spoken_for >= $29 then 'ceiling'
                      when v.place > 1 then 'bundled' end as reason
             from v
         )
         select j.mailing_id, j.carer_id, 0, cast($9 as bigint), j.chat_id,
             coalesce(j.text_language, j.home_language), 2,
             case when j.reason is null then 'waiting' when j.reason = 'missing_language' then 'held'
                  else 'skipped' end,
             j.reason, coalesce(j.at, cast($8 as bigint)), j.carried_by
         from judged j
         where true
         on conflict (mailing_id, carer_id, part) do update
             set state = excluded.state, reason = excluded.reason, language = excluded.language,
                 chat_id = excluded.chat_id, not_before = excluded.not_before, carried_by = excluded.carried_by
             where deliveries.state = 'held' and deliveries.reason = 'missing_language'
               and (excluded.reason is null or excluded.reason <> 'missing_language')",
        target = target(chunk.audience),
        rank = RANK,
    );
    let rank = match chunk.kind {
        "letter" => 4,
        "do" => 3,
        "book" => 2,
        _ => 1_i64,
    };
    let mut query = sqlx::query(AssertSqlSafe(sql))
        .bind(chunk.of)
        .bind(chunk.week)
        .bind(chunk.kind)
        .bind(chunk.families.0)
        .bind(chunk.families.1)
        .bind(chunk.day)
        .bind(chunk.now.millis())
        .bind(chunk.at.millis())
        .bind(chunk.organisation.raw())
        .bind(chunk.monday)
        .bind(chunk.this_week.0.millis())
        .bind(chunk.this_week.1.millis())
        .bind(i64::from(chunk.staff_writes));
    for place in 0..7 {
        let day = chunk.days.get(place);
        query = query
            .bind(day.map_or("-", |day| day.0.as_str()))
            .bind(day.map_or(i64::MAX, |day| day.1.millis()));
    }
    Ok(query.bind(rank).bind(chunk.ceiling).execute(write).await?.rows_affected())
}

/// What the chunk sends counts for its week, and can carry along what comes after it.
pub(in crate::rhythm) async fn note_week(
    write: &mut AnyConnection,
    chunk: &Chunk<'_>,
) -> Result<()> {
    let sql = format!(
        "insert into week_messages (carer_id, week, kind, mailing_id, send_at)
         with {}
         select d.carer_id, cast($7 as text), cast($3 as text), d.mailing_id, d.not_before
         from target t cross join deliveries d
         where d.mailing_id = t.mailing_id and d.carer_id = t.carer_id and d.part = 0 and d.state || '' = 'waiting'
         on conflict (carer_id, week, kind, mailing_id) do nothing",
        target(chunk.audience)
    );
    bound(sql, chunk).bind(chunk.monday).execute(write).await?;
    Ok(())
}

/// Which message carries which along.
pub(in crate::rhythm) async fn note_bundles(
    write: &mut AnyConnection,
    chunk: &Chunk<'_>,
) -> Result<()> {
    let sql = format!(
        "insert into bundles (mailing_id, carer_id, other_id)
         with {}
         select lead.mailing_id, d.carer_id, d.mailing_id
         from target t cross join deliveries d
         join week_messages lead on lead.carer_id = d.carer_id and lead.week = $7 and lead.kind = $3
             and lead.mailing_id = (
                 select min(wm.mailing_id) from week_messages wm
                 cross join deliveries x
                 where wm.carer_id = d.carer_id and wm.week = $7 and wm.kind = $3 and x.mailing_id = wm.mailing_id
                   and x.carer_id = wm.carer_id and x.part = 0 and x.state || '' = 'waiting')
         where d.mailing_id = t.mailing_id and d.carer_id = t.carer_id and d.part = 0 and d.reason = 'bundled'
           and d.mailing_id <> lead.mailing_id
         on conflict (mailing_id, carer_id, other_id) do nothing",
        target(chunk.audience)
    );
    bound(sql, chunk).bind(chunk.monday).execute(write).await?;
    Ok(())
}

/// $1 to $6 of `target`.
pub(super) fn bound<'q>(
    sql: String,
    chunk: &Chunk<'q>,
) -> sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments> {
    sqlx::query(AssertSqlSafe(sql))
        .bind(chunk.of)
        .bind(chunk.week)
        .bind(chunk.kind)
        .bind(chunk.families.0)
        .bind(chunk.families.1)
        .bind(chunk.day)
}
