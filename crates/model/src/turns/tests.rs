//! Simulations: a flood asks as fast as it can, and an honest person among it.

use super::*;
use proptest::prelude::*;
use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr};

fn network(n: u32) -> Network {
    let address = Ipv4Addr::from_bits((10 << 24) | (n << 8) | 1);
    Network::of(IpAddr::V4(address))
}

fn asker(rank: Rank, account: u32, from: u32) -> Asker {
    let mut name = [0; 16];
    name[..4].copy_from_slice(&account.to_be_bytes());
    Asker {
        rank,
        account: name,
        network: Some(network(from)),
    }
}

/// Lets one of those who run finish and calls the next, until this ticket is called; gives how many went before it.
fn turns_until(turns: &mut Turns, running: &mut VecDeque<Rank>, ticket: Ticket) -> usize {
    for before in 0.. {
        turns.done(running.pop_front().expect("somebody runs"));
        while let Some((called, rank)) = turns.call() {
            running.push_back(rank);
            if called == ticket {
                return before;
            }
        }
        assert!(before < 100_000, "never called");
    }
    unreachable!()
}

/// A queue as full as these make it, one after the other.
fn flood(lanes: usize, askers: impl IntoIterator<Item = Asker>) -> (Turns, VecDeque<Rank>) {
    let (mut turns, mut running) = (Turns::new(lanes), VecDeque::new());
    for asker in askers {
        if turns.ask(asker) == Turn::Now {
            running.push_back(asker.rank);
        }
    }
    (turns, running)
}

fn later(turn: Turn) -> Ticket {
    match turn {
        Turn::Later { ticket, .. } => ticket,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_known_device_goes_next_whatever_else_waits() {
    let strangers = (0..5_000).map(|n| asker(Rank::Stranger, n, n));
    let suspects = (0..5_000).map(|n| asker(Rank::Suspect, n, n));
    let (mut turns, mut running) = flood(2, suspects.chain(strangers));
    for _ in 0..50 {
        let ticket = later(turns.ask(asker(Rank::Known, 1, 1)));
        assert!(turns_until(&mut turns, &mut running, ticket) <= 2);
    }
}

#[test]
fn suspects_leave_a_lane_to_everybody_else() {
    let (mut turns, running) = flood(2, (0..10_000).map(|n| asker(Rank::Suspect, 1, n)));
    assert_eq!(running, [Rank::Suspect]);
    assert_eq!(turns.ask(asker(Rank::Stranger, 1, 7)), Turn::Now);
}

#[test]
fn a_flood_at_one_account_waits_behind_itself() {
    let (mut turns, mut running) = flood(2, (0..20_000).map(|n| asker(Rank::Stranger, 1, n)));
    assert_eq!(turns.waiting(Rank::Stranger), 1_024);
    let ticket = later(turns.ask(asker(Rank::Stranger, 2, 3)));
    assert!(turns_until(&mut turns, &mut running, ticket) <= 2);
}

#[test]
fn a_flood_from_one_network_waits_behind_itself_even_at_the_same_account() {
    let (mut turns, mut running) = flood(2, (0..20_000).map(|_| asker(Rank::Stranger, 1, 1)));
    let ticket = later(turns.ask(asker(Rank::Stranger, 1, 2)));
    assert!(turns_until(&mut turns, &mut running, ticket) <= 2);
}

#[test]
fn a_full_queue_takes_a_newcomer_instead_of_whoever_has_most_places() {
    let (mut turns, _) = flood(1, (0..600).map(|n| asker(Rank::Stranger, 1, n)));
    let Turn::Later { instead_of, .. } = turns.ask(asker(Rank::Stranger, 2, 1)) else {
        panic!("refused")
    };
    let lost = instead_of.expect("the queue was full");
    assert!(!turns.leave(lost), "it has no place any more");
    assert_eq!(turns.waiting(Rank::Stranger), 512);
}

#[test]
fn a_queue_full_of_equals_refuses() {
    let (mut turns, _) = flood(1, (0..513).map(|n| asker(Rank::Stranger, n, n)));
    assert_eq!(turns.ask(asker(Rank::Stranger, 9_999, 1)), Turn::Full);
    assert!(matches!(
        turns.ask(asker(Rank::Known, 9_999, 1)),
        Turn::Later { .. }
    ));
}

#[test]
fn nobody_starves() {
    let known = (0..400).map(|n| asker(Rank::Known, n, n));
    let (mut turns, mut running) = flood(1, known);
    let ticket = later(turns.ask(asker(Rank::Suspect, 1, 1)));
    assert!(turns_until(&mut turns, &mut running, ticket) <= 17);
}

#[derive(Clone, Debug)]
enum Step {
    Ask(usize, u32, u32),
    Leave(usize),
    Done(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..4_usize, 0..6_u32, 0..4_u32).prop_map(|(r, a, n)| Step::Ask(r, a, n)),
        1 => any::<usize>().prop_map(Step::Leave),
        3 => any::<usize>().prop_map(Step::Done),
    ];
    prop::collection::vec(step, 0..400)
}

proptest! {
    #[test]
    fn lanes_are_never_exceeded_nor_idle_while_somebody_waits(lanes in 1..5_usize, steps in steps()) {
        let mut turns = Turns::new(lanes);
        let mut running: Vec<Rank> = Vec::new();
        let mut waiting: Vec<(Ticket, Rank)> = Vec::new();
        let mut called = HashSet::new();
        for step in steps {
            match step {
                Step::Ask(rank, account, from) => {
                    let rank = Rank::ALL[rank];
                    match turns.ask(asker(rank, account, from)) {
                        Turn::Now => running.push(rank),
                        Turn::Later { ticket, instead_of } => {
                            waiting.retain(|(other, _)| Some(*other) != instead_of);
                            waiting.push((ticket, rank));
                        }
                        Turn::Full => {}
                    }
                }
                Step::Leave(which) if !waiting.is_empty() => {
                    let (ticket, _) = waiting.remove(which % waiting.len());
                    prop_assert!(turns.leave(ticket));
                }
                Step::Done(which) if !running.is_empty() => {
                    turns.done(running.remove(which % running.len()));
                    while let Some((ticket, rank)) = turns.call() {
                        prop_assert!(called.insert(ticket), "called twice");
                        let place = waiting.iter().position(|own| *own == (ticket, rank));
                        waiting.remove(place.expect("whoever is called waits"));
                        running.push(rank);
                    }
                }
                Step::Leave(_) | Step::Done(_) => {}
            }
            prop_assert!(running.len() <= lanes);
            prop_assert_eq!(turns.running(), running.len());
            for rank in Rank::ALL {
                let own = running.iter().filter(|other| **other == rank).count();
                let queued = waiting.iter().filter(|(_, other)| *other == rank).count();
                prop_assert!(own <= rank.at_once(lanes));
                prop_assert_eq!(turns.waiting(rank), queued);
                let idle = running.len() < lanes && own < rank.at_once(lanes);
                prop_assert!(queued == 0 || !idle, "{:?} waits for nothing", rank);
            }
        }
    }
}
