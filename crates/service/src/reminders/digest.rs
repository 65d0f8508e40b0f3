//! Once a year: what happened, and how the account stands.

use counterfoil_model::{EventKind, Standing};

/// The details of a digest, as its mail says them.
pub(super) fn details(
    tally: &[(String, i64)],
    standing: &Standing,
    left: usize,
) -> Vec<(&'static str, String)> {
    let of = |wanted: fn(EventKind) -> bool| -> String {
        let counts = tally.iter().filter_map(|(kind, count)| {
            EventKind::parse(kind)
                .filter(|kind| wanted(*kind))
                .map(|_| count)
        });
        counts.sum::<i64>().to_string()
    };
    let good = standing.protections.iter().filter(|(_, good)| *good);
    vec![
        ("devices", of(is_new_device)),
        ("codes", of(is_code_used)),
        ("refused", of(is_refused)),
        ("changes", of(is_change)),
        ("good", good.count().to_string()),
        ("all", standing.protections.len().to_string()),
        ("left", left.to_string()),
        (
            "next",
            if standing.is_well_protected() {
                "nothing"
            } else {
                "something"
            }
            .to_owned(),
        ),
    ]
}

fn is_new_device(kind: EventKind) -> bool {
    kind == EventKind::SignedInFromNewDevice
}

fn is_code_used(kind: EventKind) -> bool {
    kind == EventKind::CodeRedeemed
}

fn is_refused(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::SignInRefused
            | EventKind::SecondStepRefused
            | EventKind::GuessLimitReached
            | EventKind::OldCodeTyped
    )
}

/// Whatever else was announced.
fn is_change(kind: EventKind) -> bool {
    kind.is_told_change() && !is_new_device(kind) && !is_code_used(kind) && !is_refused(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_model::Timestamp;
    use counterfoil_model::standing::Facts;

    #[test]
    fn each_event_that_was_announced_is_counted_once() {
        let tally: Vec<_> = EventKind::ALL
            .iter()
            .map(|kind| (kind.as_str().to_owned(), 1))
            .collect();
        let now = Timestamp::from_micros(1_800_000_000_000_000);
        let standing = Standing::of(&Facts::default(), now);
        let details = details(&tally, &standing, 0);
        let number = |wanted: &str| -> usize {
            let (_, value) = details.iter().find(|(name, _)| *name == wanted).unwrap();
            value.parse().unwrap()
        };
        let announced = EventKind::ALL.iter().filter(|kind| kind.is_told_change());
        let counted = ["devices", "codes", "refused", "changes"].map(number);
        assert_eq!(counted.iter().sum::<usize>(), announced.count());
        assert_eq!((number("good"), number("all")), (0, 5));
    }
}
