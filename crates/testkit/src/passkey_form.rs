//! What the script of a page does with a passkey, done by hand.

#![expect(
    clippy::panic,
    reason = "a test whose page asks no passkey must stop and say why"
)]

use crate::app::PUBLIC_URL;
use crate::browser::Browser;
use crate::page::{Page, PageForm};
use crate::passkey::Device;
use serde_json::Value;

impl Page {
    /// The form that asks a passkey for this purpose.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn passkey_form(&self, purpose: &str) -> PageForm {
        let mut forms = self.forms().into_iter();
        let form = forms.find(|form| form.asks.as_ref().is_some_and(|asks| asks.0 == purpose));
        form.unwrap_or_else(|| panic!("no passkey is asked for {purpose}: {self:?}"))
    }

    /// Whether a passkey is asked for this purpose.
    #[must_use]
    pub fn asks_passkey(&self, purpose: &str) -> bool {
        let mut asks = self.forms().into_iter().filter_map(|form| form.asks);
        asks.any(|asks| asks.0 == purpose)
    }
}

impl Browser {
    /// What a page of ours answers when its script asks: a question, or why there is none.
    ///
    /// # Panics
    /// When the answer is no JSON.
    pub async fn passkey_question(&mut self, form: &PageForm, given: &[(&str, &str)]) -> Value {
        let at = form.asks.as_ref().map_or("", |asks| asks.1.as_str());
        let page = self.post(at, &form.filled(given)).await;
        serde_json::from_slice(&page.bytes).unwrap_or_else(|error| panic!("{error}: {page:?}"))
    }

    /// Presses the button that asks a passkey, unlocks the device, and follows where its answer leads.
    ///
    /// # Panics
    /// When nothing is asked, or the device has no answer.
    pub async fn uses_passkey(
        &mut self,
        page: &Page,
        purpose: &str,
        device: &mut Device,
        given: &[(&str, &str)],
    ) -> Page {
        let (action, fields) = self.passkey_answer(page, purpose, device, given).await;
        let page = self.post(&action, &fields).await;
        self.follow(page).await
    }

    /// The form as it would be sent once the device has answered.
    ///
    /// # Panics
    /// When nothing is asked, or the device has no answer.
    pub async fn passkey_answer(
        &mut self,
        page: &Page,
        purpose: &str,
        device: &mut Device,
        given: &[(&str, &str)],
    ) -> (String, Vec<(String, String)>) {
        let form = page.passkey_form(purpose);
        let asked = self.passkey_question(&form, given).await;
        let options = asked
            .get("options")
            .unwrap_or_else(|| panic!("nothing is asked: {asked}"));
        let answered = if purpose == "register" {
            device.make(PUBLIC_URL, options).await
        } else {
            device.answer(PUBLIC_URL, options).await
        };
        let credential = answered.unwrap_or_else(|error| panic!("{error}"));
        let ceremony = asked.get("ceremony").and_then(Value::as_str);
        let mut fields = form.filled(given);
        fields.retain(|(name, _)| !matches!(name.as_str(), "ceremony" | "credential"));
        fields.push((
            "ceremony".to_owned(),
            ceremony.unwrap_or_default().to_owned(),
        ));
        fields.push(("credential".to_owned(), credential));
        (form.action, fields)
    }
}
