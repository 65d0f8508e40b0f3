//! More people ask than there are threads: whoever finds the lane full is told to come back, and comes in when it is empty.

use counterfoil_model::turns::{Asker, Rank};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use std::task::{Context, Poll, Waker};

fn stranger(number: u32) -> Asker {
    let mut account = [0; 16];
    for (to, byte) in account.iter_mut().zip(number.to_be_bytes()) {
        *to = byte;
    }
    Asker {
        rank: Rank::Stranger,
        account,
        network: None,
    }
}

#[tokio::test]
async fn a_full_lane_answers_503_with_retry_after() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.owner().await;
    let mut browser = app.browser(9);
    let page = browser.get("/sign-in").await;
    let (mut held, mut waiting) = (Vec::new(), Vec::new());
    for number in 0.. {
        let mut asking = Box::pin(app.app.slow_hash().lane(stranger(number)));
        match asking
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            Poll::Ready(Ok(lane)) => held.push(lane),
            Poll::Ready(Err(_)) => break,
            Poll::Pending => waiting.push(asking),
        }
    }
    let fields = [
        ("address", owner.address.as_str()),
        ("password", owner.password.as_str()),
    ];
    let told = browser.submit(&page, &fields).await;
    assert_eq!(told.status.as_u16(), 503);
    assert_eq!(told.header_lines("retry-after"), ["5"]);

    drop(waiting);
    drop(held);
    let told = browser.submit(&page, &fields).await;
    assert_eq!(told.path, "/");
    app.deliver().await;
}
