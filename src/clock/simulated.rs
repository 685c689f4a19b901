//! A ticker whose hands a test moves: nothing passes by itself, however long a database takes.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::{Mutex, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

/// The hands of a simulated ticker.
#[derive(Debug, Default)]
pub(crate) struct Hands(Mutex<Face>);

#[derive(Debug, Default)]
struct Face {
    now: Duration,
    /// Who waits, by tick and then by who came first.
    waiting: BTreeMap<(Duration, u64), Waker>,
    came: u64,
}

impl Hands {
    fn face<T>(&self, look: impl FnOnce(&mut Face) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.face(|face| face.now)
    }

    pub(super) async fn until(&self, tick: Duration) {
        let place = Place { hands: self, key: self.face(|face| (tick, face.comes())) };
        poll_fn(|cx| {
            self.face(|face| {
                if face.now >= tick {
                    return Poll::Ready(());
                }
                face.waiting.insert(place.key, cx.waker().clone());
                Poll::Pending
            })
        })
        .await;
    }

    /// Moves the hands to the first tick that anybody waits for; false when nobody waits.
    pub(crate) fn move_on(&self) -> bool {
        let woken: Vec<Waker> = self.face(|face| {
            let Some(((tick, _), _)) = face.waiting.first_key_value() else { return Vec::new() };
            face.now = face.now.max(*tick);
            let later = face.waiting.split_off(&(face.now, u64::MAX));
            std::mem::replace(&mut face.waiting, later).into_values().collect()
        });
        let any = !woken.is_empty();
        woken.into_iter().for_each(Waker::wake);
        any
    }
}

impl Face {
    fn comes(&mut self) -> u64 {
        self.came += 1;
        self.came
    }
}

/// Who does not wait any more is not woken.
struct Place<'a> {
    hands: &'a Hands,
    key: (Duration, u64),
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.hands.face(|face| face.waiting.remove(&self.key));
    }
}

#[cfg(test)]
mod tests {
    use crate::clock::Ticker;
    use std::time::Duration;

    #[tokio::test]
    async fn time_passes_only_when_the_hands_are_moved_and_then_to_the_next_who_waits() {
        let (ticker, hands) = Ticker::simulated();
        let second = Duration::from_secs(1);
        let late = tokio::spawn(async move { ticker.until(3_600 * second).await });
        let early = tokio::spawn(async move { ticker.until(second).await });
        tokio::task::yield_now().await;
        assert_eq!(ticker.elapsed(), Duration::ZERO);
        assert!(hands.move_on());
        early.await.unwrap();
        assert_eq!(ticker.elapsed(), second);
        assert!(!late.is_finished());
        late.abort();
        assert!(late.await.unwrap_err().is_cancelled());
        assert!(!hands.move_on(), "who is gone does not move the hands");
        ticker.until(second).await;
    }
}
