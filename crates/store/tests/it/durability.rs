//! What a COMMIT outlives is asked, not hoped for. With a standby: `crates/service/tests/it/fail_over.rs`.

use counterfoil_store::driver::Engine;
use counterfoil_store::{Durability, durability, open_with};
use counterfoil_testkit::database::TestDatabase;

#[tokio::test]
async fn the_database_says_how_far_it_goes() {
    let embedded = TestDatabase::fresh(Engine::Sqlite).await;
    assert_eq!(
        durability(&embedded.db).await.unwrap(),
        Durability::OneMachine
    );
    let server = TestDatabase::fresh(Engine::Postgres).await;
    assert_eq!(durability(&server.db).await.unwrap(), Durability::OneServer);
    let hasty = format!("{}&options=-c%20synchronous_commit%3Doff", server.url());
    let hasty = open_with(&hasty, 1).await.unwrap();
    let setting = "synchronous_commit";
    let value = "off".to_owned();
    assert_eq!(
        durability(&hasty).await.unwrap(),
        Durability::Nothing { setting, value }
    );
}
