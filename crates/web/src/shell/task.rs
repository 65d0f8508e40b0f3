//! Work that a client can't cancel by hanging up.

use super::failure::Failure;
use tracing::Instrument;

/// Runs a change in a task of its own. Whoever waits for the answer may go away: the work goes on to its end, so no transaction
/// is left half-way.
///
/// # Errors
/// [`Failure::Internal`] when the work panicked; the panic is logged without what it was about.
pub async fn detached<W>(work: W) -> Result<W::Output, Failure>
where
    W: Future + Send + 'static,
    W::Output: Send + 'static,
{
    tokio::spawn(work.in_current_span()).await.map_err(|error| {
        tracing::error!(panicked = error.is_panic(), "a request's work did not end");
        Failure::Internal
    })
}

#[cfg(test)]
mod tests {
    use super::detached;
    use crate::shell::Failure;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[tokio::test]
    async fn goes_on_when_nobody_waits() {
        let done = Arc::new(AtomicBool::new(false));
        let (go, wait) = tokio::sync::oneshot::channel::<()>();
        let (ended, end) = tokio::sync::oneshot::channel::<()>();
        let flag = Arc::clone(&done);
        let work = detached(async move {
            let _ = wait.await;
            flag.store(true, Ordering::SeqCst);
            let _ = ended.send(());
        });
        // Polled once, so that it has begun; then dropped, as axum drops a handler whose client is gone.
        let waited = tokio::time::timeout(std::time::Duration::from_millis(1), work).await;
        assert!(waited.is_err());
        go.send(()).unwrap();
        end.await.unwrap();
        assert!(done.load(Ordering::SeqCst));
    }

    #[tokio::test]
    async fn a_panic_is_our_mistake() {
        let outcome: Result<(), Failure> = detached(async { panic!("on purpose") }).await;
        assert_eq!(outcome, Err(Failure::Internal));
    }
}
