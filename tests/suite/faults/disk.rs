//! The disk is full.

use sqlx::AssertSqlSafe;

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
    no_more_pages(&store).await;
    for (parent, number) in day.parents.iter().zip(1..) {
        let long = format!("Vraag {number} {}", "lang ".repeat(700));
        day.school.sandbox.types(parent.phone, &long).unwrap();
    }
    day.sends_short(2).await;
    day.school.settles().await;
    day.everybody_has_once(2, 0);
    assert_eq!(day.school.counts("select count(*) from questions").await, 3);
    assert_eq!(day.school.counts("select count(*) from updates where state = 'failed'").await, 0);
    assert_eq!(day.readyz().await["telegram"], "up");
}

/// The service's writer may not make the file any longer, and has no page to spare.
async fn no_more_pages(store: &thuispost::store::Store) {
    let mut write = store.write().await.unwrap();
    let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(&mut *write).await.unwrap();
    let most: i64 = sqlx::query_scalar(AssertSqlSafe(format!("pragma max_page_count = {pages}")))
        .fetch_one(&mut *write)
        .await
        .unwrap();
    assert_eq!(most, pages);
    write.commit().await.unwrap();
}
