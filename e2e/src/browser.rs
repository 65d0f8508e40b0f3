//! A browser with the verbs of a person.

use std::fmt::Display;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel};

use crate::chromedriver::Chromedriver;
use crate::{Look, processes, xpath};

/// How long something may take to appear, where other tests want the processor too.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(50);

/// Chromium's numbers for what a site may do.
const ALLOW: u8 = 1;
const BLOCK: u8 = 2;

/// Quiet, alone, and without a life outside the test. It may run as root, where Chromium's own sandbox doesn't.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--force-color-profile=srgb",
];

/// One person's browser: a fresh profile, gone when this value goes.
pub struct Browser {
    driver: WebDriver,
    // Ends before the directory goes.
    chromedriver: Chromedriver,
    home: TempDir,
    base: String,
}

impl Browser {
    /// A window on a desk, with scripts.
    pub async fn with_script(base: &str) -> Self {
        Self::open(base, Look::DESK).await
    }

    /// A window on a desk, without scripts.
    pub async fn without_script(base: &str) -> Self {
        Self::open(base, Look::DESK.without_script()).await
    }

    /// A browser for the site at `base`, like `http://localhost:8420`.
    pub async fn open(base: &str, look: Look) -> Self {
        let home = TempDir::new().expect("a temporary directory");
        std::fs::create_dir(home.path().join("downloads")).expect("a directory for downloads");
        let chromedriver = Chromedriver::start();
        let capabilities = capabilities(home.path(), look).expect("capabilities are JSON");
        let driver = WebDriver::new(chromedriver.url(), capabilities)
            .await
            .unwrap_or_else(|error| panic!("Chromium doesn't start: {error}"));
        let browser = Self {
            driver,
            chromedriver,
            home,
            base: base.trim_end_matches('/').to_owned(),
        };
        browser.look(look).await;
        browser
    }

    /// Looks at the same page through another window. Scripts stay as they were.
    pub async fn look(&self, look: Look) {
        self.command("Emulation.setDeviceMetricsOverride", look.metrics())
            .await;
        self.command("Emulation.setEmulatedMedia", look.media())
            .await;
    }

    /// Opens a page of the site (`/…`) or any other address.
    pub async fn visit(&self, path: &str) {
        let address = if path.starts_with('/') {
            format!("{}{path}", self.base)
        } else {
            path.to_owned()
        };
        check(
            &format!("visit {address}"),
            self.driver.goto(address.as_str()).await,
        );
    }

    /// Replaces what stands in a field, found by its label, its accessible name or its `name`.
    pub async fn type_into(&self, field: &str, text: &str) {
        let element = self
            .shown(&format!("a field {field:?}"), &xpath::field(field))
            .await;
        check(&format!("empty the field {field:?}"), element.clear().await);
        check(
            &format!("type into {field:?}"),
            element.send_keys(text).await,
        );
    }

    /// Has a device from now on that keeps passkeys, and somebody who unlocks it whenever it asks; its id.
    pub async fn has_passkeys(&self) -> String {
        self.command("WebAuthn.enable", json!({ "enableUI": false }))
            .await;
        let device = json!({ "options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        } });
        let added = self.command("WebAuthn.addVirtualAuthenticator", device);
        let added = added.await;
        let id = added.get("authenticatorId").and_then(|id| id.as_str());
        id.expect("a device has an id").to_owned()
    }

    /// Whether somebody unlocks that device from now on. What it asked meanwhile it doesn't ask again.
    pub async fn unlocks(&self, device: &str, unlocks: bool) {
        let said = json!({ "authenticatorId": device, "enabled": unlocks });
        self.command("WebAuthn.setAutomaticPresenceSimulation", said)
            .await;
    }

    /// Ticks a box or picks one of several, found by its label.
    pub async fn tick(&self, field: &str) {
        self.set_tick(field, true).await;
    }

    /// Takes the tick out of a box, found by its label.
    pub async fn untick(&self, field: &str) {
        self.set_tick(field, false).await;
    }

    async fn set_tick(&self, field: &str, wanted: bool) {
        let element = self
            .shown(&format!("a field {field:?}"), &xpath::field(field))
            .await;
        if check("ask whether it is ticked", element.is_selected().await) != wanted {
            check(&format!("tick {field:?}"), element.click().await);
        }
    }

    /// Presses a button or follows a link, found by its words.
    pub async fn press(&self, control: &str) {
        let element = self
            .shown(
                &format!("a button or link {control:?}"),
                &xpath::control(control),
            )
            .await;
        check(&format!("press {control:?}"), element.click().await);
    }

    /// Sends keys to whatever has the focus, like `Key::Tab` or a text.
    pub async fn keys(&self, keys: impl AsRef<str>) {
        let element = check("find the focus", self.driver.active_element().await);
        check("send keys", element.send_keys(keys.as_ref()).await);
    }

    /// The accessible name of whatever has the focus, as the browser computes it.
    pub async fn focus(&self) -> String {
        let element = check("find the focus", self.driver.active_element().await);
        let object = check("ask for the focus", element.cdp_backend_node_id().await);
        let tree = self
            .command(
                "Accessibility.getPartialAXTree",
                json!({ "backendNodeId": object, "fetchRelatives": false }),
            )
            .await;
        tree.pointer("/nodes/0/name/value")
            .and_then(|name| name.as_str())
            .unwrap_or_default()
            .to_owned()
    }

    /// What a field holds now.
    pub async fn value(&self, field: &str) -> String {
        let element = self
            .shown(&format!("a field {field:?}"), &xpath::field(field))
            .await;
        check("read a field", element.value().await).unwrap_or_default()
    }

    /// What can be read on the page, with white space as single spaces.
    pub async fn text(&self) -> String {
        self.patiently("read the page", async || self.text_now().await.map(Some))
            .await
    }

    /// The words of the first element that fits a CSS selector.
    pub async fn text_of(&self, selector: &str) -> String {
        let element = check(
            &format!("find {selector}"),
            self.driver.find(By::Css(selector)).await,
        );
        check(&format!("read {selector}"), element.text().await)
    }

    /// The page's title.
    pub async fn title(&self) -> String {
        check("read the title", self.driver.title().await)
    }

    /// The address of the page without the site: path and query.
    pub async fn path(&self) -> String {
        let url = check("read the address", self.driver.current_url().await);
        url.as_str()
            .strip_prefix(&self.base)
            .unwrap_or(url.as_str())
            .to_owned()
    }

    /// The page as HTML.
    pub async fn source(&self) -> String {
        check("read the source", self.driver.source().await)
    }

    /// Waits until the words are on the page, ten seconds at most.
    pub async fn sees(&self, words: &str) {
        let wanted = one_line(words);
        let there = async || Ok(self.text_now().await?.contains(&wanted).then_some(()));
        self.patiently(&format!("see {wanted:?}"), there).await;
    }

    /// Stops the test when the words are on the page now.
    pub async fn does_not_see(&self, words: &str) {
        let text = self.text().await;
        assert!(
            !text.contains(words),
            "sees {words:?} on {}:\n{text}",
            self.path().await
        );
    }

    /// Waits for a download and returns its bytes. The file is removed: nobody leaves codes lying about.
    pub async fn downloaded(&self) -> Vec<u8> {
        let file = self
            .patiently("find a download", async || Ok(self.finished_download()))
            .await;
        let bytes = std::fs::read(&file).expect("a finished download can be read");
        std::fs::remove_file(&file).expect("a finished download can be removed");
        bytes
    }

    /// Chromium keeps the name with an empty file, writes under another one beside it, and puts that in its place at the end.
    fn finished_download(&self) -> Option<PathBuf> {
        let files = std::fs::read_dir(self.home.path().join("downloads"))
            .expect("the directory for downloads");
        let files = files.filter_map(Result::ok).collect::<Vec<_>>();
        let name = |file: &DirEntry| file.file_name().to_string_lossy().into_owned();
        let finished = |file: &DirEntry| file.metadata().is_ok_and(|file| file.len() > 0);
        if files.iter().any(|file| name(file).ends_with(".crdownload")) {
            return None;
        }
        files
            .iter()
            .find(|file| !name(file).starts_with('.') && finished(file))
            .map(DirEntry::path)
    }

    /// Writes a picture of what is visible, as PNG.
    pub async fn screenshot(&self, file: &Path) {
        check("take a screenshot", self.driver.screenshot(file).await);
    }

    /// Writes a picture of the whole page, as PNG.
    pub async fn screenshot_whole(&self, file: &Path) {
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let shot = self.command("Page.captureScreenshot", whole).await;
        let png = shot
            .get("data")
            .and_then(|data| data.as_str())
            .expect("a screenshot has data");
        let png = data_encoding::BASE64
            .decode(png.as_bytes())
            .expect("a screenshot is base64");
        std::fs::write(file, png).expect("the screenshot can be written");
    }

    /// Whether the page is wider than its window, so that a person has to scroll sideways.
    pub async fn scrolls_sideways(&self) -> bool {
        let metrics = self.command("Page.getLayoutMetrics", json!({})).await;
        let width = |of: &str| {
            metrics
                .pointer(&format!("/{of}"))
                .and_then(serde_json::Value::as_f64)
        };
        let page = width("cssContentSize/width").expect("a page has a width");
        let window = width("cssLayoutViewport/clientWidth").expect("a window has a width");
        page > window + 0.5
    }

    /// How many bytes the page took, with all that it loaded, as they were sent and without their headers.
    pub async fn weight(&self) -> u64 {
        const WEIGH: &str = r#"
            const done = arguments[arguments.length - 1];
            const sent = () => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
                .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
            document.fonts.ready.then(() => done(sent()));
        "#;
        let weighed = self.driver.execute_async(WEIGH, Vec::new()).await;
        let bytes = check("weigh the page", weighed).json().as_u64();
        bytes.expect("a weight is a number")
    }

    /// What the browser complained about since it was last asked: blocked scripts, missing files, broken policies.
    pub async fn complaints(&self) -> Vec<String> {
        let log = check("read the log", self.driver.browser_log().await);
        log.into_iter()
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect()
    }

    /// The names of the cookies this site has set.
    pub async fn cookie_names(&self) -> Vec<String> {
        let cookies = check("list the cookies", self.driver.get_all_cookies().await);
        cookies.into_iter().map(|cookie| cookie.name).collect()
    }

    /// Becomes a browser the site has never seen.
    pub async fn forget_cookies(&self) {
        check("forget the cookies", self.driver.delete_all_cookies().await);
    }

    /// The directory of its profile and downloads.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The driver itself, for what has no verb here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The first element at `place` that a person can see.
    async fn shown(&self, what: &str, place: &str) -> WebElement {
        let look = async || {
            for element in self.driver.find_all(By::XPath(place)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        };
        self.patiently(&format!("find {what}"), look).await
    }

    async fn text_now(&self) -> WebDriverResult<String> {
        let body = self.driver.find(By::Tag("body")).await?;
        Ok(one_line(&body.text().await?))
    }

    /// Tries until there is something. A page that is just being replaced answers with an error; the next try sees the
    /// new one.
    async fn patiently<T>(
        &self,
        doing: &str,
        attempt: impl AsyncFn() -> WebDriverResult<Option<T>>,
    ) -> T {
        let started = Instant::now();
        loop {
            let tried = attempt().await;
            if let Ok(Some(result)) = tried {
                return result;
            }
            if started.elapsed() > PATIENCE {
                let why = tried
                    .err()
                    .map(|error| format!(" ({error})"))
                    .unwrap_or_default();
                let page = self
                    .text_now()
                    .await
                    .unwrap_or_else(|error| error.to_string());
                panic!("could not {doing} on {}{why}:\n{page}", self.path().await);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn command(&self, method: &str, parameters: serde_json::Value) -> serde_json::Value {
        check(method, self.driver.cdp().send_raw(method, parameters).await)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver's own goodbye would block for its two minutes of patience.
        let session = self.driver.session_id().to_string();
        let _ = self.driver.clone().leak();
        // Whatever doesn't end when it is asked to is ended.
        let _ = self.chromedriver.close(&session);
        processes::end_all(self.home.path());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn check<T, E: Display>(doing: &str, result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("could not {doing}: {error}"))
}

fn capabilities(home: &Path, look: Look) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for argument in ARGUMENTS {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!(
        "--user-data-dir={}",
        home.join("profile").display()
    ))?;
    capabilities.add_arg(&format!("--window-size={},{}", look.width, look.height))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::Warning)?;
    let preferences = json!({
        "download.default_directory": home.join("downloads"),
        "download.prompt_for_download": false,
        "plugins.always_open_pdf_externally": true,
        "credentials_enable_service": false,
        "profile.password_manager_leak_detection": false,
        "profile.managed_default_content_settings.javascript": if look.script { ALLOW } else { BLOCK },
    });
    capabilities.add_experimental_option("prefs", preferences)?;
    Ok(capabilities)
}
