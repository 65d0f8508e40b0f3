//! The harness does what its verbs say, tried on a page that is no part of the product.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;

use counterfoil_e2e::{Browser, Look};
use tempfile::TempDir;

const PAGE: &str = r#"<!doctype html><html lang="en"><title>A form</title>
<meta name="viewport" content="width=device-width">
<style>
  body { margin: 0 } main { max-width: 40rem }
  @media (prefers-color-scheme: dark) { .light { display: none } }
  @media (prefers-color-scheme: light) { .dark { display: none } }
  @media (min-width: 500px) { .narrow { display: none } }
</style>
<main>
<h1>A page</h1>
<p class="light">in the light</p><p class="dark">in the dark</p><p class="narrow">on a narrow page</p>
<p id="script">no script ran</p>
<script>document.getElementById('script').textContent = 'a script ran'</script>
<form method="post" action="/answer">
  <label for="address">Address</label> <input id="address" name="login" value="old">
  <label>Code <input name="code"></label>
  <label><input type="checkbox" name="paper" value="yes"> I have it on paper</label>
  <button>I don't have my "phone"</button>
</form>
<p><a href="/sheet.pdf">Print</a></p>
<p><a href="/wide">Wide</a></p>
</main>"#;

/// No language, a field without a name, and letters too pale to read unless it is dark.
const BARRIERS: &str = r"<!doctype html><html><title>Barriers</title>
<style>
  body { background: #fff } p { color: #aaa }
  @media (prefers-color-scheme: dark) { p { color: #000 } }
</style>
<main><h1>Barriers</h1><p>pale</p><input></main>";

/// A site of four pages on a free port; its thread ends with the test's process.
fn site() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    address
}

/// Chromium opens connections ahead of need: one that says nothing is no request.
fn answer(mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut request, mut length) = (String::new(), 0);
    reader.read_line(&mut request).ok();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header).unwrap_or(0) <= 2 {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut sent = vec![0; length];
    reader.read_exact(&mut sent).ok();
    let (kind, body): (&str, Vec<u8>) = match request.split(' ').nth(1) {
        Some("/answer") => (
            "text/html",
            [b"<title>Sent</title><p>It says ".as_slice(), &sent].concat(),
        ),
        Some("/sheet.pdf") => ("application/pdf", pdf("1K3QF 9XW2M")),
        Some("/wide") => ("text/html", b"<p style='width:3000px'>wide".to_vec()),
        Some("/barriers") => ("text/html", BARRIERS.into()),
        Some("/") => ("text/html", PAGE.into()),
        _ => ("text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.into_bytes(), body].concat()).ok();
}

/// The smallest page that holds one line.
fn pdf(line: &str) -> Vec<u8> {
    let stream = format!("BT /F 24 Tf 20 100 Td ({line}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier>>".to_owned(),
    ];
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), String::new());
    for (number, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        file.extend(format!("{} 0 obj{object}endobj\n", number + 1).bytes());
    }
    let table = format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
        file.len()
    );
    file.extend(table.bytes());
    file
}

/// Processes whose command line names this directory.
fn users_of(home: &str) -> usize {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let lines = processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    lines
        .filter(|line| String::from_utf8_lossy(line).contains(home))
        .count()
}

#[tokio::test]
async fn a_form_is_filled_in_with_and_without_script() {
    let site = site();
    for (browser, ran) in [
        (Browser::with_script(&site).await, "a script ran"),
        (Browser::without_script(&site).await, "no script ran"),
    ] {
        browser.visit("/").await;
        assert_eq!(browser.title().await, "A form");
        browser.sees(ran).await;
        browser.sees("in the light").await;
        browser.does_not_see("in the dark").await;
        browser.does_not_see("on a narrow page").await;

        browser.type_into("Address", "alice").await;
        assert_eq!(browser.value("login").await, "alice");
        browser.type_into("Code", "7k3qf").await;
        browser.tick("I have it on paper").await;
        browser.press("I don't have my \"phone\"").await;
        browser
            .sees("It says login=alice&code=7k3qf&paper=yes")
            .await;
        assert_eq!(browser.path().await, "/answer");
    }
}

#[tokio::test]
async fn the_keyboard_is_enough() {
    let browser = Browser::with_script(&site()).await;
    browser.visit("/").await;
    browser.keys("\u{e004}").await;
    assert_eq!(browser.focus().await, "Address");
    browser.keys("bob\u{e004}").await;
    assert_eq!(browser.focus().await, "Code");
    browser.keys("\u{e007}").await;
    browser.sees("login=bob").await;
}

#[tokio::test]
async fn a_phone_is_narrow_and_may_be_dark() {
    let browser = Browser::open(&site(), Look::PHONE.dark()).await;
    browser.visit("/").await;
    browser.sees("on a narrow page").await;
    browser.sees("in the dark").await;
    assert!(!browser.scrolls_sideways().await);
    let dir = TempDir::new().unwrap();
    let whole = dir.path().join("whole.png");
    browser.screenshot_whole(&whole).await;
    assert_eq!(width_of(&whole), 720, "360 CSS pixels of two screen pixels");
    browser.press("Wide").await;
    assert!(browser.scrolls_sideways().await);
}

/// As the person before it sees it.
#[tokio::test]
async fn what_keeps_somebody_out_is_named() {
    let browser = Browser::with_script(&site()).await;
    browser.visit("/barriers").await;
    let named = async || {
        let found = browser.violations().await;
        let rules = ["html-has-lang", "label", "color-contrast"];
        rules.map(|rule| {
            let said = format!("{rule} at ");
            found.iter().any(|line| line.starts_with(&said))
        })
    };
    assert_eq!(named().await, [true, true, true]);
    browser.look(Look::DESK.dark()).await;
    assert_eq!(named().await, [true, true, false]);
    browser.visit("/").await;
    let wanted: Vec<String> = Vec::new();
    assert_eq!(browser.violations().await, wanted);
}

#[tokio::test]
async fn a_sheet_is_downloaded_and_read() {
    let browser = Browser::without_script(&site()).await;
    browser.visit("/").await;
    browser.press("Print").await;
    let sheet = browser.downloaded().await;
    assert_eq!(counterfoil_e2e::paper::text(&sheet).trim(), "1K3QF 9XW2M");
    let dir = TempDir::new().unwrap();
    let picture = dir.path().join("sheet.png");
    counterfoil_e2e::paper::picture(&sheet, 144, &picture);
    assert_eq!(width_of(&picture), 600, "300 points at 144 dots per inch");
}

#[tokio::test]
async fn nothing_is_left_running() {
    let browser = Browser::with_script(&site()).await;
    browser.visit("/").await;
    let home = browser.home().to_str().unwrap().to_owned();
    assert!(users_of(&home) > 1, "the browser runs in {home}");
    drop(browser);
    assert_eq!(users_of(&home), 0);
    assert!(!Path::new(&home).exists());
}

#[tokio::test]
#[should_panic(expected = "could not find a field \"Password\" on /")]
async fn what_is_not_there_stops_the_test() {
    let browser = Browser::with_script(&site()).await;
    browser.visit("/").await;
    browser.type_into("Password", "secret").await;
}

/// A PNG's width stands at byte 16.
fn width_of(png: &Path) -> u32 {
    let bytes = std::fs::read(png).unwrap();
    u32::from_be_bytes(bytes[16..20].try_into().unwrap())
}
