//! Days of outbox and schedule together, thousands of them: see `outbox`'s simulation.
//!
//! `THUISPOST_SEEDS` asks for more days than usual, `THUISPOST_SEED` for the day of one seed.

use crate::outbox::simulation::{House, Plan, play};

/// The questions of the rhythm.
const PLAN: Plan =
    |store, hours, now| Box::pin(async move { super::plan(&store, hours, now).await });

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[tokio::test]
async fn whatever_happens_in_a_day_every_promise_of_the_outbox_is_kept() {
    let seeds = match number("THUISPOST_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("THUISPOST_SEEDS").unwrap_or(100),
    };
    let mut house = House::build().await;
    let (mut lines, mut broken) = (0, Vec::new());
    for seed in seeds.clone() {
        // Looking into a database of a thousand days takes longer than a new one.
        if seed % 200 == 199 {
            house = House::build().await;
        }
        match play(&house, seed, PLAN).await {
            Ok(told) => lines += told.lines().count(),
            Err(told) => {
                eprintln!("{told}\n");
                broken.push(seed);
            }
        }
    }
    println!("{} days, {lines} events", seeds.end - seeds.start);
    assert!(broken.is_empty(), "again with THUISPOST_SEED= one of {broken:?}");
}

#[tokio::test]
async fn the_day_of_a_seed_is_the_same_every_time() {
    let (first, second) = (House::build().await, House::build().await);
    for seed in 1_000..1_020 {
        let one = play(&first, seed, PLAN).await;
        let other = play(&second, seed, PLAN).await;
        let (one, other) = (one.unwrap(), other.unwrap());
        assert!(one == other, "seed {seed}:\n{one}\nthe second time:\n{other}");
    }
}
