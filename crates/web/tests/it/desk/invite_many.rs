//! A list is uploaded, looked at, done, and its report downloaded.

use super::{app, operator};
use axum::body::Body;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;

/// Sends the form as a browser sends one with a file.
async fn upload(browser: &mut Browser, page: &Page, file: &str, pasted: &str) -> Page {
    let csrf = page.form_to("/accounts/invite-many");
    let csrf = csrf.value("csrf").unwrap_or_default().to_owned();
    let mut body = String::new();
    for (head, value) in [
        ("name=\"csrf\"", csrf.as_str()),
        (
            "name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv",
            file,
        ),
        ("name=\"lines\"", pasted),
    ] {
        body += "--geckoformboundary7\r\nContent-Disposition: form-data; ";
        body += head;
        body += "\r\n\r\n";
        body += value;
        body += "\r\n";
    }
    body += "--geckoformboundary7--\r\n";
    let request = browser
        .request("POST", "/accounts/invite-many")
        .header(
            "content-type",
            "multipart/form-data; boundary=geckoformboundary7",
        )
        .header("origin", "null")
        .body(Body::from(body));
    let page = browser.send(request).await;
    match page.header_lines("location").first() {
        Some(to) => browser.get(to).await,
        None => page,
    }
}

#[tokio::test]
async fn a_list_becomes_invitations_and_a_report() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let page = olga.get("/accounts/invite-many").await;
    let list = "name;address;to\r\nAnna;anna@mail.example;anna@elsewhere.example\r\n\
                Bert;bert@mail.example;bert@mail.example\r\n=1+1;=cmd;x\r\n";
    let page = upload(&mut olga, &page, list, "").await;
    page.must_say("This would happen");
    page.must_say("anna@mail.example, by mail to anna@elsewhere.example");
    page.must_say("Line 3: bert@mail.example");
    page.must_say("That is the mailbox itself, which nobody can open yet.");
    assert!(
        app.app
            .account_of("anna@mail.example")
            .await
            .unwrap()
            .is_none()
    );
    let at = page.path.clone();
    let page = olga.submit_to(&page, &format!("{at}/begin"), &[]).await;
    page.must_say("We are inviting them");
    page.must_say("2 of 3 lines are done.");
    assert_eq!(app.app.invite_waiting_guests().await.unwrap(), 1);
    let page = olga.get(&at).await;
    page.must_say("The list is done");
    assert!(!page.html().contains("http-equiv"), "it moves no more");
    let report = olga.get(&format!("{at}/report.csv")).await;
    assert_eq!(
        report.header_lines("content-type"),
        ["text/csv; charset=utf-8"]
    );
    let text = String::from_utf8(report.bytes.to_vec()).unwrap();
    assert!(text.contains("\"2\",\"anna@mail.example\",\"invited\",\"\",\"\"\r\n"));
    assert!(text.contains("\"'=cmd\""), "no formula: {text}");
    let mails = app.deliver().await;
    assert!(mails.iter().any(|mail| mail.to == "anna@elsewhere.example"));
    olga.get("/accounts/invite-many")
        .await
        .must_say("Lists of the last days");
}

#[tokio::test]
async fn a_list_that_is_none_says_what_to_do_and_keeps_what_was_pasted() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let page = olga.get("/accounts/invite-many").await;
    let empty = upload(&mut olga, &page, "", "").await;
    assert_eq!(
        empty.problems(),
        ["There is nobody on this list. Choose a file, or paste lines."]
    );
    let odd = upload(&mut olga, &page, "", "who,what\nx,y\n").await;
    assert!(odd.html().contains("who,what\nx,y"), "{}", odd.html());
    let pasted = upload(
        &mut olga,
        &page,
        "",
        "zoe@mail.example,Zoe,z@elsewhere.example",
    )
    .await;
    pasted.must_say("zoe@mail.example, by mail to z@elsewhere.example");
    let long = upload(&mut olga, &page, &"x".repeat(1024 * 1024 + 1), "").await;
    assert_eq!(long.status, 413);

    let owner = app.enrolled_owner().await;
    let mut other = app.browser(1);
    other.types_password(&owner).await;
    other.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(other.get("/accounts/invite-many").await.status, 404);
    assert_eq!(other.get(&pasted.path).await.status, 404);
    let report = format!("{}/report.csv", pasted.path);
    assert_eq!(other.get(&report).await.status, 404);
    app.deliver().await;
}
