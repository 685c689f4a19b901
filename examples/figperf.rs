#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::print_stdout)]
use jiff::civil::date;
use jiff::tz::TimeZone;
use thuispost::clock::Moment;
use thuispost::participation::{self, By, Period, Within};
use thuispost::roster::OrganisationId;
use thuispost::store::Store;

#[tokio::main]
async fn main() {
    let url = std::env::args().nth(1).unwrap();
    let families: i64 = std::env::args().nth(2).unwrap().parse().unwrap();
    let store = Store::open(&url).await.unwrap();
    let pg = url.starts_with("postgres");
    let series = |n: i64| {
        if pg {
            format!("generate_series(1,{n}) as s(i)")
        } else {
            format!(
                "(with recursive s(i) as (select 1 union all select i+1 from s where i<{n}) select i from s) s"
            )
        }
    };
    let sqls = vec![
        "insert into organisations (id,name,time_zone,language,token_env,created_at) values (1,'o','Europe/Amsterdam','nl','T',0)".to_owned(),
        format!("insert into locations (id,organisation_id,name) select i,1,'loc '||i from {}", series(100)),
        format!("insert into groups (id,location_id,name) select i,(i % 100)+1,'group '||i from {}", series(5000)),
        format!("insert into families (id,organisation_id,name) select i,1,'f'||i from {}", series(families)),
        format!("insert into children (id,family_id,group_id,name,born,starts) select i,i,(i % 5000)+1,'c'||i, (case i % 4 when 0 then '2022-' when 1 then '2023-' when 2 then '2024-' else '2021-' end)||(case when i % 12 < 9 then '0' else '' end)||((i % 12)+1), '2025-09-01' from {}", series(families)),
        format!("insert into carers (id,family_id,name,language,chat_id,consented_at,language_confirmed_at) select i,(i % {families})+1,'a'||i,case i % 5 when 0 then 'nl' when 1 then 'ar' when 2 then 'tr' when 3 then 'pl' else 'so' end,i,0,0 from {}", series(families*14/10)),
        // 8 theme mornings a group: meetings per group
        format!("insert into meetings (id,organisation_id,location_id,kind,base,audience,created_at,created_by) select i,1,((i%5000) % 100)+1,'theme-morning','theme-morning','all',0,'-' from {}", series(40000)),
        "insert into meeting_groups (meeting_id,group_id) select id,(id % 5000)+1 from meetings".to_owned(),
        "insert into sessions (id,meeting_id,number,day,starts_at,ends_at,list_closed_at) select id,id,1,'2026-1'||(id/14000)||'-05',1790000000000+id,1790000000001+id,0 from meetings".to_owned(),
        format!("insert into meetings (id,organisation_id,location_id,kind,base,audience,created_at,created_by) select 100000+i,1,(i % 100)+1,'play-in','play-in','all',0,'-' from {}", series(5000)),
        "insert into meeting_groups (meeting_id,group_id) select id,((id-100000) % 5000)+1 from meetings where id>100000".to_owned(),
        format!("insert into sessions (id,meeting_id,number,day,starts_at,ends_at) select m.id*100+s.i,m.id,s.i,'2026-09-1'||(s.i%10),1790000000000,1790000000001 from meetings m cross join {} where m.id>100000", series(20)),
        "insert into mailings (id,organisation_id,kind,slug,label,state,missing,release_at,released_at,created_at,meeting_id) select id,1,'invitation','invitation','m'||id,'released','hold',0,0,0,id from meetings where id<=40000".to_owned(),
        "insert into deliveries (mailing_id,carer_id,part,organisation_id,language,priority,state,not_before) select mg.meeting_id,c.id,0,1,'nl',1,'delivered',0 from meeting_groups mg join children ch on ch.group_id=mg.group_id join carers c on c.family_id=ch.family_id where mg.meeting_id<=40000".to_owned(),
        "insert into rsvps (meeting_id,carer_id,answer,interpreter,answered_at) select mailing_id,carer_id,case when (mailing_id+carer_id) % 3 = 0 then 'no' else 'yes' end, case when carer_id % 10=0 then 'school' end,0 from deliveries where (mailing_id*7+carer_id) % 10 < 6".to_owned(),
        "insert into attendance (session_id,family_id,evidence,noted_at,noted_by) select mg.meeting_id,ch.family_id,'seen',0,'-' from meeting_groups mg join children ch on ch.group_id=mg.group_id where mg.meeting_id<=40000 and (mg.meeting_id*3+ch.id) % 2=0".to_owned(),
        "insert into attendance (session_id,family_id,evidence,noted_at,noted_by) select s.id,ch.family_id,'seen',0,'-' from sessions s join meeting_groups mg on mg.meeting_id=s.meeting_id join children ch on ch.group_id=mg.group_id where s.meeting_id>100000 and (s.id*3+ch.id) % 2=0".to_owned(),
        "insert into talks (id,organisation_id,child_id,kind,outcome,held_on,interpreter) select id*3+1,1,id,'ten-minute-talk','held','2026-10-20',null from children where id % 3 > 0".to_owned(),
        "insert into talks (id,organisation_id,child_id,kind,outcome,held_on,interpreter) select id*3+2,1,id,'ten-minute-talk','held','2026-03-20','school' from children".to_owned(),
    ];
    let fresh = std::env::args().nth(3).is_none();
    for sql in sqls.into_iter().filter(|_| fresh) {
        let mut w = store.write().await.unwrap();
        sqlx::query(sqlx::AssertSqlSafe(sql.clone()))
            .execute(&mut *w)
            .await
            .unwrap_or_else(|e| panic!("{sql}: {e}"));
        w.commit().await.unwrap();
    }
    if pg {
        let mut w = store.write().await.unwrap();
        sqlx::query("analyze").execute(&mut *w).await.unwrap();
        w.commit().await.unwrap();
    }
    let mut read = store.read().await.unwrap();
    for t in ["attendance", "rsvps", "deliveries", "talks", "sessions"] {
        let n: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select count(*) from {t}")))
            .fetch_one(&mut *read)
            .await
            .unwrap();
        println!("{t} {n}");
    }
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let now = Moment::of_local(date(2027, 2, 1).at(12, 0, 0, 0), &zone);
    let period = Period::school_year_of(date(2027, 2, 1));
    for bys in [
        vec![By::All],
        vec![By::All, By::Location, By::Language, By::Theme, By::Activity],
        vec![By::Kind],
    ] {
        let start = std::time::Instant::now();
        let r = participation::report(
            &mut read,
            OrganisationId::from_raw(1),
            &zone,
            (period, now),
            &bys,
            Within::Organisation,
        )
        .await
        .unwrap();
        println!("{bys:?}: {:?} ({} records)", start.elapsed(), r.len());
        for r in r.iter().filter(|r| matches!(r.by, By::All | By::Kind)) {
            println!("   {} {} {}/{}", r.figure, r.key, r.count, r.families);
        }
    }
    let start = std::time::Instant::now();
    let due = thuispost::meeting::talks_due(
        &mut read,
        OrganisationId::from_raw(1),
        None,
        date(2027, 2, 1),
    )
    .await
    .unwrap();
    println!("talks_due all: {:?} {}", start.elapsed(), due.len());
    let start = std::time::Instant::now();
    let g = [thuispost::roster::GroupId::from_raw(7)];
    let due = thuispost::meeting::talks_due(
        &mut read,
        OrganisationId::from_raw(1),
        Some(&g),
        date(2027, 2, 1),
    )
    .await
    .unwrap();
    println!("talks_due group: {:?} {}", start.elapsed(), due.len());
    let org = thuispost::roster::the_only_organisation(&mut read).await.unwrap();
    for n in [1i64, 500, 5000] {
        let g: Vec<_> = (1..=n).map(thuispost::roster::GroupId::from_raw).collect();
        let start = std::time::Instant::now();
        let w = participation::week(
            &mut read,
            &org,
            &g,
            Moment::of_local(date(2026, 9, 19).at(12, 0, 0, 0), &zone),
        )
        .await
        .unwrap();
        println!("week {n} groups: {:?} {w:?}", start.elapsed());
    }
}
