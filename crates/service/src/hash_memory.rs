//! The memory in which slow hashes run. Each takes 19 MiB at the usual cost; to ask the system for them every time, and give them
//! back, takes about as long as the hash itself.

use counterfoil_core::Memory;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What nobody needed for so long is given back to the system.
const KEPT: Duration = Duration::from_mins(1);

/// Memory that is kept for the next hash: as much as there were hashes at the same time in the last minute.
#[derive(Debug, Default)]
pub(crate) struct Memories(Mutex<Vec<Idle>>);

#[derive(Debug)]
struct Idle {
    memory: Memory,
    since: Instant,
}

impl Memories {
    /// Does some work in memory that was used last, or in new memory.
    pub(crate) fn lend<T>(&self, work: impl FnOnce(&mut Memory) -> T) -> T {
        let idle = self.idle().pop();
        let mut memory = idle.map_or_else(Memory::new, |idle| idle.memory);
        let done = work(&mut memory);
        self.keep(memory, Instant::now());
        done
    }

    /// Puts it on top, and lets go of what has lain below for too long.
    fn keep(&self, memory: Memory, now: Instant) {
        let mut idle = self.idle();
        idle.push(Idle { memory, since: now });
        let stale = idle
            .iter()
            .take_while(|idle| now.saturating_duration_since(idle.since) > KEPT)
            .count();
        let stale: Vec<_> = idle.drain(..stale).collect();
        // Giving pages back takes a while: outside the lock.
        drop(idle);
        drop(stale);
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        // Nothing in here is left half done by a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(memories: &Memories) -> usize {
        memories.idle().len()
    }

    #[test]
    fn one_hash_after_the_other_runs_in_the_same_memory() {
        let memories = Memories::default();
        let first = memories.lend(|memory| memory.blocks(8).unwrap().as_ptr());
        assert_eq!(kept(&memories), 1);
        let second = memories.lend(|memory| memory.blocks(8).unwrap().as_ptr());
        assert_eq!(first, second);
        assert_eq!(kept(&memories), 1);
    }

    #[test]
    fn hashes_at_the_same_time_have_memory_of_their_own() {
        let memories = Memories::default();
        memories.lend(|one| {
            let one = one.blocks(8).unwrap().as_ptr();
            memories.lend(|other| assert_ne!(one, other.blocks(8).unwrap().as_ptr()));
        });
        assert_eq!(kept(&memories), 2);
    }

    #[test]
    fn memory_that_nobody_needs_is_given_back() {
        let (memories, now) = (Memories::default(), Instant::now());
        memories.keep(Memory::new(), now);
        memories.keep(Memory::new(), now);
        assert_eq!(kept(&memories), 2);
        memories.keep(Memory::new(), now + KEPT + Duration::from_secs(1));
        assert_eq!(kept(&memories), 1);
    }
}
