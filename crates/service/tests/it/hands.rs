//! Many hands that do one thing at the same moment.

/// Runs `$hand` in `$n` tasks, held until all have come to the transaction `$name`, and gives their answers.
macro_rules! hands {
    ($service:expr, $n:expr, $name:literal, |$app:ident, $i:ident| $hand:expr) => {{
        let gate = $service.faults.hold($name, $n);
        let hands: Vec<_> = (0..$n)
            .map(|$i| {
                let $app = ::std::sync::Arc::clone(&$service.app);
                let hand = $hand;
                tokio::spawn(hand)
            })
            .collect();
        gate.until($n).await;
        let mut answers = Vec::new();
        for hand in hands {
            answers.push(hand.await.unwrap());
        }
        answers
    }};
}

pub(crate) fn successes<T, E>(answers: &[Result<T, E>]) -> usize {
    answers.iter().filter(|answer| answer.is_ok()).count()
}

pub(crate) use hands;
