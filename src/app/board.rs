//! What this instance knows about each bot: shared by the bots it serves, the schedule that wakes
//! them, and the pages that tell about them.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::{Notify, watch};

use crate::clock::Moment;
use crate::outbox::Tally;
use crate::roster::{Organisation, OrganisationId};
use crate::telegram::Link;

/// Clones share one board.
#[derive(Clone, Default)]
pub(super) struct Board {
    posts: Arc<RwLock<BTreeMap<i64, Post>>>,
    /// The schedule has planned all that was due at this moment.
    planned: watch::Sender<Option<Moment>>,
}

/// One bot as this instance knows it.
#[derive(Clone)]
pub(super) struct Post {
    pub organisation: Organisation,
    pub has_token: bool,
    /// Served by this instance.
    pub is_here: bool,
    /// Updates were stored.
    pub stored: Arc<Notify>,
    /// Messages were queued.
    pub queued: Arc<Notify>,
    /// How the bot stands with Telegram, as seen from here.
    pub link: watch::Sender<Link>,
    /// What came of this instance's attempts.
    pub tally: Arc<Tally>,
}

impl Board {
    /// Every bot, by the number of its organisation.
    pub(super) fn all(&self) -> Vec<Post> {
        self.posts.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    pub(super) fn find(&self, organisation: i64) -> Option<Post> {
        self.posts.read().unwrap_or_else(PoisonError::into_inner).get(&organisation).cloned()
    }

    /// Notes an organisation; true when it is new here.
    pub(super) fn note(&self, organisation: &Organisation, has_token: bool) -> bool {
        let mut posts = self.posts.write().unwrap_or_else(PoisonError::into_inner);
        let is_new = !posts.contains_key(&organisation.id.raw());
        let post = posts.entry(organisation.id.raw()).or_insert_with(|| Post {
            organisation: organisation.clone(),
            has_token,
            is_here: false,
            stored: Arc::default(),
            queued: Arc::default(),
            link: watch::Sender::new(Link::Unknown),
            tally: Arc::default(),
        });
        post.organisation = organisation.clone();
        is_new
    }

    pub(super) fn is_served_here(&self, organisation: OrganisationId, is_here: bool) {
        let mut posts = self.posts.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(post) = posts.get_mut(&organisation.raw()) {
            post.is_here = is_here;
            if !is_here {
                post.link.send_replace(Link::Unknown);
            }
        }
    }

    /// All that was due at this moment is planned.
    pub(super) fn is_planned(&self, at: Moment) {
        self.planned.send_replace(Some(at));
    }

    /// Up to when all is planned, as it goes.
    pub(super) fn planned(&self) -> watch::Receiver<Option<Moment>> {
        self.planned.subscribe()
    }

    /// Rows may be waiting for any bot.
    pub(super) fn wake_all(&self) {
        for post in self.all() {
            post.queued.notify_one();
        }
    }
}
