//! Check-ins after letters.

use sqlx::{AnyConnection, FromRow};

use crate::clock::Moment;
use crate::store::Result;

/// A letter that asks how it went.
#[derive(Clone, Debug, FromRow)]
pub(in crate::rhythm) struct AskingLetter {
    pub id: i64,
    pub time_zone: String,
    pub check_in_after: i64,
}

/// Letters young enough to ask about, unless they were cancelled.
pub(in crate::rhythm) async fn letters_with_check_in(
    read: &mut AnyConnection,
    now: Moment,
    oldest: Moment,
) -> Result<Vec<AskingLetter>> {
    let query = sqlx::query_as(
        "select m.id, o.time_zone, m.check_in_after from mailings m join organisations o on o.id = m.organisation_id
         where m.check_in_after is not null and m.run_id is null and m.cancelled_at is null and m.kind <> 'check_in'
           and m.state in ('released', 'fanning_out') and m.released_at + m.check_in_after <= $1
           and m.released_at + m.check_in_after >= $2 - m.check_in_after
         order by m.id",
    );
    Ok(query.bind(now.millis()).bind(oldest.millis()).fetch_all(read).await?)
}

/// The mailing of the check-in about a letter or an activity, made at the first use. That of an activity is
/// of the same step, so that it names the same children.
pub(in crate::rhythm) async fn check_in_mailing(
    write: &mut AnyConnection,
    letter: i64,
    new_id: i64,
    now: Moment,
) -> Result<i64> {
    sqlx::query(
        "insert into mailings (id, organisation_id, kind, slug, label, state, missing, release_at, released_at,
             about_id, created_at, run_id, week, activity_id, level)
         select $2, m.organisation_id, 'check_in', m.slug, m.label || ' ?', 'released', m.missing, $3, $3, m.id, $3,
             m.run_id, m.week, m.activity_id, m.level
         from mailings m where m.id = $1
         on conflict (about_id) where about_id is not null do nothing",
    )
    .bind(letter)
    .bind(new_id)
    .bind(now.millis())
    .execute(&mut *write)
    .await?;
    let query = sqlx::query_scalar("select id from mailings where about_id = $1").bind(letter);
    Ok(query.fetch_one(write).await?)
}

/// One check-in for each carer to whom the letter came long enough ago, unless they were asked often
/// enough this week.
pub(in crate::rhythm) async fn open_check_ins(
    write: &mut AnyConnection,
    letter: &AskingLetter,
    now: Moment,
    oldest: Moment,
    closes: Moment,
    (this_week, a_week): (Moment, i64),
) -> Result<u64> {
    let query = sqlx::query(
        "insert into check_ins (mailing_id, carer_id, asked_at, closes_at)
         select d.mailing_id, d.carer_id, $2, $5
         from deliveries d join carers c on c.id = d.carer_id
         where d.mailing_id = $1 and d.part = 0 and d.state = 'delivered'
           and d.settled_at + $3 <= $2 and d.settled_at + $3 >= $4
           and c.chat_id = d.chat_id and c.consented_at is not null and c.stopped_at is null
           and c.unreachable_at is null and (c.paused_until is null or c.paused_until <= $2)
           and (select count(*) from check_ins k where k.carer_id = c.id and k.asked_at >= $6)
               + (select count(*) from check_ins k where k.carer_id = c.id and k.asked_again_at >= $6) < $7
         on conflict (mailing_id, carer_id) do nothing",
    );
    let query = query.bind(letter.id).bind(now.millis()).bind(letter.check_in_after);
    let query = query.bind(oldest.millis()).bind(closes.millis()).bind(this_week.millis());
    Ok(query.bind(a_week).execute(write).await?.rows_affected())
}

/// A carer's earlier check-ins close when the next one is asked.
pub(in crate::rhythm) async fn close_earlier(
    write: &mut AnyConnection,
    letter: i64,
    now: Moment,
) -> Result<()> {
    sqlx::query(
        "update check_ins set closes_at = $2
         where mailing_id <> $1 and closes_at > $2 and carer_id in (
             select carer_id from check_ins where mailing_id = $1 and asked_at = $2)",
    )
    .bind(letter)
    .bind(now.millis())
    .execute(write)
    .await?;
    Ok(())
}

/// Those who wanted to be asked again by now, have not said since that it worked, and may be asked.
pub(in crate::rhythm) async fn mark_asked_again(
    write: &mut AnyConnection,
    letter: i64,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "update check_ins set asked_again_at = $2
         where mailing_id = $1 and ask_again_at is not null and asked_again_at is null and ask_again_at <= $2
           and closes_at > $2 and carer_id in (
               select c.id from carers c where c.chat_id is not null and c.consented_at is not null
                 and c.stopped_at is null and c.unreachable_at is null
                 and (c.paused_until is null or c.paused_until <= $2))",
    );
    Ok(query.bind(letter).bind(now.millis()).execute(write).await?.rows_affected())
}

/// A delivery for each question that has none yet: part 0 the first time, part 1 the second.
pub(in crate::rhythm) async fn queue(
    write: &mut AnyConnection,
    letter: i64,
    check_in: i64,
    now: Moment,
) -> Result<u64> {
    let query = sqlx::query(
        "insert into deliveries
             (mailing_id, carer_id, part, organisation_id, chat_id, language, priority, state, not_before)
         select $2, k.carer_id, p.part, d.organisation_id, d.chat_id, d.language, 1, 'waiting', $3
         from check_ins k
         join deliveries d on d.mailing_id = k.mailing_id and d.carer_id = k.carer_id and d.part = 0
         join carers c on c.id = k.carer_id and c.chat_id = d.chat_id
         cross join (select 0 as part union all select 1 as part) p
         where k.mailing_id = $1 and ((p.part = 0 and k.asked_at = $3) or (p.part = 1 and k.asked_again_at = $3))
         on conflict (mailing_id, carer_id, part) do nothing",
    );
    Ok(query.bind(letter).bind(check_in).bind(now.millis()).execute(write).await?.rows_affected())
}
