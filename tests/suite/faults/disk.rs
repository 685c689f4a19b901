//! The disk is full.

use sqlx::AssertSqlSafe;

use thuispost::store::Store;

use super::Day;

#[tokio::test]
async fn a_full_disk_loses_nothing_and_the_service_goes_on_when_there_is_room() {
    let day = Day::begins(3).await;
    if day.school.database.is_postgres() {
        return;
    }
    day.sends_short(1).await;
    day.school.settles().await;
    let store = day.service.as_ref().unwrap().store.clone();
    let full = most_pages(&store, "").await;
    assert_eq!(most_pages(&store, &format!(" = {full}")).await, full);
    for (parent, number) in day.parents.iter().zip(1..) {
        let long = format!("Vraag {number} {}", "lang ".repeat(700));
        day.school.sandbox.types(parent.phone, &long).unwrap();
    }
    day.sends_short(2).await;
    day.school.settles().await;
    day.everybody_has_once(2, 0);
    assert_eq!(day.school.counts("select count(*) from questions").await, 3);
    assert_eq!(day.school.counts("select count(*) from updates where state = 'failed'").await, 0);
    let most = most_pages(&store, " ").await;
    assert!(most > full, "it met the limit, and took another connection");
    assert_eq!(day.readyz().await["telegram"], "up");
}

/// The service's writer may have so many pages, or, without a limit of its own, has so many now.
async fn most_pages(store: &Store, limit: &str) -> i64 {
    let sql = if limit.is_empty() { "pragma page_count" } else { "pragma max_page_count" };
    let mut write = store.write().await.unwrap();
    let query = sqlx::query_scalar(AssertSqlSafe(format!("{sql}{limit}")));
    let pages = query.fetch_one(&mut *write).await.unwrap();
    write.commit().await.unwrap();
    pages
}
