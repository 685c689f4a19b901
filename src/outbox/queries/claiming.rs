//! Choosing what may leave, writing down that it leaves, and giving back a claim that never stood.

use jiff::civil::Date;
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use super::{KEY, bind_key};
use crate::clock::Moment;
use crate::outbox::{DeliveryKey, Reason, State};
use crate::roster::{CarerId, ChatId, OrganisationId};
use crate::store::{Batch, Result, Store};

/// Between two names in one cell; cannot occur in a name.
pub(in crate::outbox) const NAME_SEPARATOR: &str = "\u{1f}";

/// A waiting row with all that decides whether it may leave, and the carer's own words.
#[derive(Clone, Debug, FromRow)]
pub(in crate::outbox) struct Candidate {
    pub mailing_id: i64,
    pub carer_id: i64,
    pub part: i64,
    pub chat_id: i64,
    pub language: String,
    pub priority: i64,
    pub attempts: i64,
    pub doubts: i64,
    pub payload: Option<String>,
    /// Why it may not leave after all, as a [`Reason`]'s word.
    pub obstacle: Option<String>,
    /// 1 for what a theme or a book sends.
    pub programme: i64,
    pub carer_language: Option<String>,
    /// The second language, when the carer confirmed it.
    pub second_language: Option<String>,
    /// Set for a check-in, or news of a meeting, to who listens instead of reading.
    pub listens: Option<i64>,
    pub children: Option<String>,
    pub location: Option<String>,
}

impl Candidate {
    pub(in crate::outbox) fn key(&self) -> DeliveryKey {
        DeliveryKey {
            mailing: self.mailing_id,
            carer: CarerId::from_raw(self.carer_id),
            part: self.part,
        }
    }

    pub(in crate::outbox) fn chat(&self) -> ChatId {
        ChatId::from_raw(self.chat_id)
    }
}

/// What is due.
#[derive(Clone, Copy, Debug)]
pub(in crate::outbox) struct Due {
    pub now: Moment,
    /// The local day.
    pub today: Date,
    /// When its week began.
    pub this_week: Moment,
    /// A moment farther ahead can only mean that the calendar was turned back: it does not bind.
    pub furthest: Moment,
    /// In quiet hours: letters and check-ins stay where they are, and what comes to staff unasked.
    pub only_answers: bool,
}

/// Why a waiting row may not leave after all. The answer to what somebody just did always may (it has its words
/// with it; urgent news of a meeting has not), and a
/// pause holds only what nobody asked for; what a theme or a book sends is of no use two days later, nor in
/// the next week, which it is not counted for, nor on a day that is closed or not the carer's. What is
/// written to nobody is for a stranger, or for staff who work here in that chat. Decided here, since each
/// column of a claim costs time.
const OBSTACLE: &str = "case when d.carer_id = 0 and d.priority <> 3 and not exists (
             select 1 from staff_members s where s.organisation_id = d.organisation_id
               and s.chat_id = d.chat_id and s.removed_at is null) then 'left'
         when d.carer_id = 0 or (d.priority not in (1, 2) and d.payload is not null) then null
         when m.cancelled_at is not null then 'cancelled'
         when c.stopped_at is not null then 'stopped'
         when c.consented_at is null or c.chat_id is null or c.chat_id <> d.chat_id then 'left'
         when c.unreachable_at is not null then 'unreachable_before'
         when d.priority = 2 and c.paused_until > $2 then 'paused'
         when m.run_id is null and m.book_id is null then null
         when d.part = 0 and exists (
             select 1 from closed_days q where q.organisation_id = $1 and q.day = $7) then 'closed_day'
         when d.priority = 1 then null
         when d.not_before < $2 - 172800000 or d.not_before < $9 then 'too_late'
         when c.days is not null and c.days not like '%' || $8 || '%' then 'own_days' end";

/// Whether child `ch` is meant by mailing `m`, which is about no activity: there today, in the theme when
/// that is for VE families only, and of the age of the book. `today` is the place of that ISO date.
pub(super) fn is_meant(today: &str) -> String {
    format!(
        "(ch.starts is null or ch.starts <= {today}) and (ch.leaves is null or ch.leaves >= {today})
         and (m.run_id is null or ch.ve = 1 or exists (
              select 1 from theme_runs r where r.id = m.run_id and r.audience = 'all'))
         and (m.book_id is null or ch.born is null or exists (
              select 1 from picture_books b where b.id = m.book_id
                and (cast(substr({today}, 1, 4) as bigint) - cast(substr(ch.born, 1, 4) as bigint)) * 12
                    + cast(substr({today}, 6, 2) as bigint) - cast(substr(ch.born, 6, 2) as bigint)
                    between b.months_from and b.months_to - 1))"
    )
}

/// After a restore letters wait until a person has looked.
const QUIET: &str =
    "exists (select 1 from bots q where q.organisation_id = $1 and q.quiet_since is not null)";

/// In the groups of the mailing.
const OF_GROUPS: &str = "exists (select 1 from mailing_groups mg where mg.group_id = ch.group_id
                and mg.mailing_id = coalesce(m.about_id, m.id))";

/// The names of the children of a chat that fulfil a condition.
fn of_chat(condition: &str) -> String {
    format!(
        "(select string_agg(ch.name, $5) from carers o
          cross join carer_children cc cross join children ch
          where o.chat_id = d.chat_id and o.consented_at is not null and cc.carer_id = o.id
            and ch.id = cc.child_id and {condition})"
    )
}

/// The first rows that may leave, in order: no row of a chat that has one on its way or waiting for
/// another try, no part before the part in front of it has arrived. The one copy of a chat is about
/// the children of all its carers; of a home activity, those whose activity it is. Should none be meant
/// any more by the time it leaves, a letter of staff names those of the groups, and else all of the chat. What
/// a theme or a book sends waits for the day it is meant for, which may be days ahead; other rows only for a
/// moment.
///
/// SQLite joins in the order of `cross join`. Left to itself it begins with the groups of the
/// mailing, and reads every child in them for each row. Into a bare `limit $4` it would look while
/// it plans, and so prepare the statement anew for each claim.
pub(in crate::outbox) async fn candidates(
    store: &Store,
    write: &mut AnyConnection,
    organisation: OrganisationId,
    due: Due,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let sql = format!(
        "select d.mailing_id, d.carer_id, d.part, d.chat_id, d.language, d.priority, d.attempts, d.doubts, d.payload,
             {OBSTACLE} as obstacle,
             case when m.run_id is null and m.book_id is null then cast(0 as bigint) else cast(1 as bigint) end as programme,
             c.language as carer_language,
             case when c.second_language_confirmed_at is not null then c.second_language end as second_language,
             case when m.kind in ('check_in', 'meeting_news') and c.reading <> 'text' then cast(1 as bigint) end as listens,
             case when m.activity_id is null then coalesce({},
                 case when m.run_id is null and m.book_id is null then coalesce({}, {}) end)
             else
             (select string_agg(ch.name, $5) from carers o
              cross join carer_children cc cross join children ch cross join steps st
              where o.chat_id = d.chat_id and o.consented_at is not null and cc.carer_id = o.id
                and ch.id = cc.child_id and st.run_id = m.run_id and st.week = m.week and st.child_id = ch.id
                and st.activity_id = m.activity_id and (m.level is null or st.level = m.level)) end as children,
             coalesce((select min(l.name) from carer_children cc
              cross join children ch cross join mailing_groups mg cross join groups g cross join locations l
              where cc.carer_id = d.carer_id and ch.id = cc.child_id and mg.group_id = ch.group_id
                and mg.mailing_id = coalesce(m.about_id, m.id) and g.id = ch.group_id
                and l.id = g.location_id),
              case when m.meeting_id is not null then
              (select l.name from meetings e cross join locations l
               where e.id = m.meeting_id and l.id = e.location_id) end) as location
         from deliveries d
         left join mailings m on m.id = d.mailing_id
         left join carers c on c.id = d.carer_id
         where d.organisation_id = $1 and d.state = 'waiting' and (d.not_before <= $2 or d.not_before > $3
                + case when d.attempts = 0 and d.priority = 2
                            and (m.run_id is not null or m.book_id is not null)
                       then 604800000 else 0 end)
           and ((d.priority <> 2 and d.payload is not null and ($6 = 0 or d.priority <> 1 or d.carer_id > 0))
                or d.priority = 0 or ($6 = 0 and not {QUIET}))
           and not exists (
               select 1 from deliveries b
               where b.attempts > 0 and b.state in ('sending', 'waiting')
                 and b.organisation_id = d.organisation_id and b.chat_id = d.chat_id
                 and (b.state = 'sending'
                      or (b.priority = d.priority and (b.mailing_id < d.mailing_id
                          or (b.mailing_id = d.mailing_id and b.carer_id = d.carer_id and b.part < d.part)))))
           and (d.part = 0 or not exists (
               select 1 from deliveries e
               where e.mailing_id = d.mailing_id and e.carer_id = d.carer_id and e.part < d.part
                 and e.state <> 'delivered'))
         order by d.priority, d.mailing_id, d.carer_id, d.part limit $4 + 0{}",
        of_chat(&format!("{OF_GROUPS} and {}", is_meant("$7"))),
        of_chat(OF_GROUPS),
        of_chat("true"),
        store.claim_lock()
    );
    let query = sqlx::query_as(AssertSqlSafe(sql)).bind(organisation.raw()).bind(due.now.millis());
    let query = query.bind(due.furthest.millis()).bind(limit).bind(NAME_SEPARATOR);
    let query = query.bind(i64::from(due.only_answers)).bind(due.today.to_string());
    let query = query.bind(due.today.weekday().to_monday_one_offset().to_string());
    Ok(query.bind(due.this_week.millis()).fetch_all(write).await?)
}

/// Writes down that these rows are leaving, under this attempt.
pub(in crate::outbox) async fn mark_sending(
    write: &mut AnyConnection,
    keys: &[DeliveryKey],
    attempt: i64,
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[KEY[0], KEY[1], KEY[2], ("attempt_id", "bigint")],
        tail: "update deliveries set state = 'sending', attempt_id = v.attempt_id, attempts = attempts + 1 from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part = v.part and deliveries.state = 'waiting'",
    };
    BATCH.run(write, keys, |query, key| bind_key(query, *key).bind(attempt)).await
}

/// Settles rows that will not leave, each with its state and reason, and the parts behind them: those
/// would wait for ever for a part that does not come.
pub(in crate::outbox) async fn turn_away(
    write: &mut AnyConnection,
    rows: &[(DeliveryKey, State, Reason)],
) -> Result<u64> {
    const BATCH: Batch = Batch {
        columns: &[KEY[0], KEY[1], KEY[2], ("state", "text"), ("reason", "text")],
        tail: "update deliveries set state = v.state, reason = v.reason from v
               where deliveries.mailing_id = v.mailing_id and deliveries.carer_id = v.carer_id
                 and deliveries.part >= v.part and deliveries.state = 'waiting'",
    };
    BATCH
        .run(write, rows, |query, row| bind_key(query, row.0).bind(row.1.word()).bind(row.2.word()))
        .await
}

/// Gives back rows of a claim whose commit was never confirmed: they did not leave.
pub(in crate::outbox) async fn unclaim(
    write: &mut AnyConnection,
    organisation: OrganisationId,
    attempt: i64,
) -> Result<u64> {
    let query = sqlx::query(
        "update deliveries set state = 'waiting', attempts = attempts - 1
         where organisation_id = $1 and attempts > 0 and state in ('sending', 'waiting') and state = 'sending'
           and attempt_id = $2",
    );
    Ok(query.bind(organisation.raw()).bind(attempt).execute(write).await?.rows_affected())
}
