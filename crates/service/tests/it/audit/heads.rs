//! Heads: forged ones are named, rotated keys leave nothing open, and paper catches whoever has the key.

use super::{clear, findings, line, six_events, tamper, verified};
use crate::app_events::happens;
use crate::ground::on_both_engines;
use counterfoil_model::audit::{Finding, HeadLine, LineVerdict};
use counterfoil_model::{KeyKind, Span};
use counterfoil_service::restore::Restored;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::keys::key_material;
use counterfoil_testkit::service::TestService;

on_both_engines! {
    a_head_that_was_forged_or_exchanged_is_named,
    the_whole_tree_is_rewritten_with_the_key_and_the_line_on_the_sheet_no_longer_matches,
    every_line_that_was_ever_printed_belongs_to_the_tree,
    a_line_that_was_misread_is_no_alarm,
    heads_of_a_key_that_is_gone_are_covered_by_newer_ones,
    a_restore_leaves_older_lines_and_takes_newer_ones,
}

async fn a_head_that_was_forged_or_exchanged_is_named(engine: Engine) {
    const FORGE: Statement = Statement::new(
        "test_forge",
        "UPDATE audit_head SET at = at + 1 WHERE size = 2",
    );
    const EXCHANGE: Statement = Statement::new(
        "test_exchange",
        "UPDATE audit_head SET root = $1 WHERE size = 6",
    );
    let (service, _) = six_events(engine).await;
    tamper(&service, &FORGE, &[]).await;
    let found = findings(&service).await;
    let [Finding::HeadForged { size: 2, key, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(key, "test-1");
    tamper(&service, &EXCHANGE, &[[7_u8; 32].into()]).await;
    let found = findings(&service).await;
    let differs = |finding: &Finding| {
        matches!(
            finding,
            Finding::HeadDiffers {
                size: 6,
                fits_until: 2,
                heads: 1,
                ..
            }
        )
    };
    let forged = |finding: &Finding| matches!(finding, Finding::HeadForged { size: 6, .. });
    assert!(
        found.iter().any(differs) && found.iter().any(forged),
        "{found:?}"
    );
}

const FORGET_LEAVES: Statement = Statement::new(
    "test_forget_leaves",
    "DELETE FROM audit_leaf WHERE position >= 0",
);
const FORGET_HEADS: Statement = Statement::new(
    "test_forget_heads",
    "DELETE FROM audit_head WHERE size >= 0",
);
const FORGET_TREE: Statement =
    Statement::new("test_forget_all", "DELETE FROM audit_tree WHERE tree = 1");
const FORGET_PLACES: Statement = Statement::new(
    "test_forget_places",
    "UPDATE security_event SET position = NULL WHERE position >= 0",
);

async fn the_whole_tree_is_rewritten_with_the_key_and_the_line_on_the_sheet_no_longer_matches(
    engine: Engine,
) {
    const REWRITE: Statement = Statement::new(
        "test_rewrite",
        "UPDATE security_event SET details = '{\"code\":\"9\"}' WHERE position = 3",
    );
    let (service, [one, _]) = six_events(engine).await;
    let paper = line(&service).await;
    // Everything that is kept is made anew, and whoever does so has the key.
    tamper(&service, &REWRITE, &[]).await;
    for statement in [&FORGET_LEAVES, &FORGET_HEADS, &FORGET_TREE, &FORGET_PLACES] {
        clear(&service, statement).await;
    }
    happens(&service, one, &[7]).await;
    assert_eq!(service.app.append_events().await.unwrap(), 7);
    let again = service.app.verify_events(Some(paper)).await.unwrap();
    assert_eq!(
        again.audit.findings,
        [],
        "without paper nothing is to be seen"
    );
    assert_eq!(again.audit.line, Some(LineVerdict::DoesNotMatch));
    assert_eq!(service.app.head_of_line(&paper).await.unwrap(), None);
    let own = service.app.verify_events(Some(line(&service).await)).await;
    let belongs = Some(LineVerdict::Belongs {
        size: 7,
        at: service.now(),
    });
    assert_eq!(own.unwrap().audit.line, belongs);
}

async fn every_line_that_was_ever_printed_belongs_to_the_tree(engine: Engine) {
    let (service, [one, _]) = six_events(engine).await;
    let mut printed = vec![(line(&service).await, 6, service.now())];
    for n in 7..10 {
        service.clock.advance(Span::days(1));
        happens(&service, one, &[u32::try_from(n).unwrap()]).await;
        service.app.append_events().await.unwrap();
        printed.push((line(&service).await, n, service.now()));
    }
    for (line, size, at) in printed {
        let verified = service.app.verify_events(Some(line)).await.unwrap();
        let belongs = LineVerdict::Belongs { size, at };
        assert_eq!(verified.audit.line, Some(belongs));
        let head = service.app.head_of_line(&line).await.unwrap().unwrap();
        assert_eq!(u64::try_from(head.size), Ok(size));
        assert!(head.public_key.is_some());
    }
}

async fn a_line_that_was_misread_is_no_alarm(engine: Engine) {
    let (service, _) = six_events(engine).await;
    let text = line(&service).await.to_string();
    let smudged = HeadLine::read(&format!("??{}", &text[2..])).unwrap();
    let verified = service.app.verify_events(Some(smudged)).await.unwrap();
    let misread = LineVerdict::Misread {
        symbols: 2,
        size: 6,
    };
    assert_eq!(verified.audit.line, Some(misread));
}

async fn heads_of_a_key_that_is_gone_are_covered_by_newer_ones(engine: Engine) {
    let (service, [one, _]) = six_events(engine).await;
    // A second key; the first is taken away.
    let newer = || {
        let mut keys = key_material(2);
        keys.retain(|key| key.kind != KeyKind::Audit || key.id == "test-2");
        keys
    };
    service.app.take_up_keys(newer(), None).await.unwrap();
    let found = findings(&service).await;
    let unchecked = |finding: &Finding| matches!(finding, Finding::HeadUnchecked { size: 6, .. });
    assert!(
        found.iter().any(unchecked),
        "nothing says who signed: {found:?}"
    );
    happens(&service, one, &[7]).await;
    service.app.append_events().await.unwrap();
    let verified = verified(&service).await;
    assert_eq!(verified.audit.findings, []);
    assert_eq!(
        (verified.audit.heads, verified.audit.heads_unchecked),
        (3, 2)
    );
    // What a thief signs with a key that was said to be stolen is named.
    service.clock.advance(Span::hours(1));
    let stolen = [(KeyKind::Audit, "test-2".to_owned())];
    service.app.say_stolen(&stolen).await.unwrap();
    assert_eq!(findings(&service).await, []);
    service.clock.advance(Span::hours(1));
    happens(&service, one, &[8]).await;
    service.app.append_events().await.unwrap();
    let found = findings(&service).await;
    let [Finding::HeadByStolenKey { size: 8, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
}

async fn a_restore_leaves_older_lines_and_takes_newer_ones(engine: Engine) {
    const CUT_EVENTS: Statement = Statement::new(
        "test_cut_events",
        "DELETE FROM security_event WHERE position >= 6",
    );
    const CUT_LEAVES: Statement = Statement::new(
        "test_cut_leaves",
        "DELETE FROM audit_leaf WHERE position >= 6",
    );
    const CUT_HEADS: Statement =
        Statement::new("test_cut_heads", "DELETE FROM audit_head WHERE size > 6");
    const KEEP_TREE: Statement =
        Statement::new("test_keep_tree", "SELECT size, frontier FROM audit_tree");
    const SET_TREE: Statement = Statement::new(
        "test_set_tree",
        "UPDATE audit_tree SET size = $1, frontier = $2",
    );
    let (service, [one, _]) = six_events(engine).await;
    let older = line(&service).await;
    let tree = service.rows(&KEEP_TREE, &[]).await.remove(0).into_values();
    let made_at = service.now();
    service.clock.advance(Span::days(1));
    happens(&service, one, &[7]).await;
    service.app.append_events().await.unwrap();
    let newer = line(&service).await;
    // The backup of the day before is put back.
    for statement in [&CUT_EVENTS, &CUT_LEAVES, &CUT_HEADS] {
        tamper(&service, statement, &[]).await;
    }
    tamper(&service, &SET_TREE, &tree).await;
    let (app, restored) = (
        &service.app,
        Restored {
            made_at,
            keep_sets: true,
        },
    );
    let done: Result<_, Error> = service
        .db
        .run("test_restore", |tx| async move {
            app.end_after_restore(&tx, restored).await
        })
        .await;
    done.unwrap();
    service.app.append_events().await.unwrap();
    let verdict = async |line| {
        let verified = service.app.verify_events(Some(line)).await.unwrap();
        assert_eq!(verified.audit.findings, []);
        assert_eq!(verified.restored_at, [service.now()]);
        verified.audit.line.unwrap()
    };
    let belongs = LineVerdict::Belongs {
        size: 6,
        at: made_at,
    };
    assert_eq!(verdict(older).await, belongs);
    assert_eq!(verdict(newer).await, LineVerdict::DoesNotMatch);
}

#[tokio::test]
async fn a_sheet_carries_the_line_of_the_day() {
    let service = TestService::on(Engine::Sqlite).await;
    let owner = service.enrolled_owner().await;
    let shown = service.app.show_codes(&owner.session, &owner.visit, "");
    assert_eq!(shown.await.unwrap().head_line, None, "nothing is there yet");
    service.app.append_events().await.unwrap();
    let wanted = line(&service).await.to_string();
    let shown = service.app.show_codes(&owner.session, &owner.visit, "");
    assert_eq!(shown.await.unwrap().head_line, Some(wanted));
}
