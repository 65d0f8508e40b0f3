//! The steps that stories are made of: somebody enrols, binds a phone, gets a sheet, signs in. A step that doesn't go well
//! stops the test.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a story whose beginning fails must stop and say where"
)]

use crate::phone::Phone;
use crate::service::{TestService, visit};
use counterfoil_model::{AccountId, Span};
use counterfoil_service::account::Enrolling;
use counterfoil_service::codes::ShownSheet;
use counterfoil_service::outside_address::{NewAddress, ProvedAddress};
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_service::{LinkToken, Session, SessionToken, Visit};
use counterfoil_store::{Error, Statement};

/// Somebody with a mailbox.
#[derive(Clone, Debug)]
pub struct TestOwner {
    /// Their account.
    pub account: AccountId,
    /// The mailbox's address.
    pub address: String,
    /// Their address elsewhere, verified once [`TestService::verify_outside`] was called.
    pub outside: String,
    /// Their password.
    pub password: String,
    /// Their authenticator app, once [`TestService::bind_phone`] was called.
    pub phone: Option<Phone>,
    /// Their usual browser.
    pub visit: Visit,
    /// The session in it.
    pub session: Session,
    /// That session's cookie.
    pub token: SessionToken,
}

impl TestOwner {
    /// Their authenticator app.
    ///
    /// # Panics
    /// When they have none.
    #[must_use]
    pub fn phone(&self) -> &Phone {
        self.phone.as_ref().unwrap()
    }
}

/// A sheet on paper.
#[derive(Clone, Debug)]
pub struct TestSheet {
    /// Its number.
    pub number: i64,
    /// Its codes as they are printed, slot 1 first.
    pub codes: Vec<String>,
    /// The drill words beside them.
    pub words: Vec<String>,
    /// Its page words.
    pub page_words: [String; 2],
}

impl TestSheet {
    /// The code of a slot.
    ///
    /// # Panics
    /// When the sheet has none.
    #[must_use]
    pub fn code(&self, slot: u8) -> &str {
        self.codes.get(usize::from(slot) - 1).unwrap()
    }

    /// The drill word beside the code of a slot.
    ///
    /// # Panics
    /// When the sheet has none.
    #[must_use]
    pub fn word(&self, slot: u8) -> &str {
        self.words.get(usize::from(slot) - 1).unwrap()
    }
}

impl From<&ShownSheet> for TestSheet {
    fn from(shown: &ShownSheet) -> Self {
        let texts = shown
            .codes
            .iter()
            .map(|drawn| drawn.code.text().to_string());
        let words = shown
            .codes
            .iter()
            .map(|drawn| drawn.word.as_str().to_owned());
        Self {
            number: shown.number,
            codes: texts.collect(),
            words: words.collect(),
            page_words: [
                shown.page_words[0].to_string(),
                shown.page_words[1].to_string(),
            ],
        }
    }
}

const OPERATE: Statement = Statement::new(
    "test_operate",
    "UPDATE account SET role = 'operator' WHERE account_id = $1",
);

impl TestService {
    /// An invitation on paper to the mailbox of this name.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn invitation(&self, name: &str) -> LinkToken {
        let address = format!("{name}@mail.example");
        let invited = self.app.invite(&address, name, "en", None).await.unwrap();
        invited.link.unwrap()
    }

    /// Somebody who accepted an invitation: a password, and nothing else.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn owner(&self) -> TestOwner {
        let n = self.next_owner();
        let name = format!("owner{n}");
        let visit = visit(u16::try_from(60_000 + n).unwrap());
        let link = self.invitation(&name).await;
        let password = format!("marmot {n} on the violet stairs");
        let enrolling = Enrolling {
            address: "",
            name: &name,
            language: "en",
            password: &password,
        };
        let accepted = self.app.accept_invitation(&link, &visit, enrolling).await;
        let token = accepted.unwrap();
        let session = self.app.session(&token, &visit).await.unwrap();
        TestOwner {
            account: token.account(),
            address: format!("{name}@mail.example"),
            outside: format!("{name}@elsewhere.example"),
            password,
            phone: None,
            visit,
            session,
            token,
        }
    }

    /// Binds an authenticator app in the owner's session.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn bind_phone(&self, owner: &mut TestOwner) {
        self.app.begin_totp(&owner.session).await.unwrap();
        let begun = self.app.begun_totp(&owner.session).await.unwrap().unwrap();
        let phone = Phone::with_key(&begun.key_text);
        let digits = phone.digits(self.now());
        let bound = self
            .app
            .prove_totp(&owner.session, &owner.visit, &digits)
            .await;
        owner.token = bound.unwrap().token;
        owner.phone = Some(phone);
        owner.session = self.app.session(&owner.token, &owner.visit).await.unwrap();
    }

    /// Adds the owner's address elsewhere and types the code that was mailed to it.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn verify_outside(&self, owner: &TestOwner) {
        let proved = self.prove_address(owner, &owner.outside).await;
        assert_eq!(proved.waits_until, None);
    }

    /// Adds an address in the owner's session and types the code that was mailed to it.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn prove_address(&self, owner: &TestOwner, address: &str) -> ProvedAddress {
        let new = NewAddress {
            address,
            label: "",
            replaces: None,
        };
        let (session, visit) = (&owner.session, &owner.visit);
        let added = self.app.add_outside_address(session, visit, new).await;
        let code = self.code_to(owner.account, address).await;
        let proved = self
            .app
            .prove_outside_address(session, visit, added.unwrap(), &code)
            .await;
        proved.unwrap()
    }

    /// Somebody with a password, an authenticator app and a verified outside address, signed in with both factors.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn enrolled_owner(&self) -> TestOwner {
        let mut owner = self.owner().await;
        self.bind_phone(&mut owner).await;
        self.verify_outside(&owner).await;
        owner
    }

    /// Somebody with a phone who is an operator, signed in just now.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn operator(&self) -> TestOwner {
        let mut owner = self.enrolled_owner().await;
        let account = owner.account;
        let made: Result<(), Error> = self
            .db
            .run("test_operate", |tx| async move {
                tx.execute(&OPERATE, &[account.into()]).await?;
                Ok(())
            })
            .await;
        made.unwrap();
        self.signs_in_again(&mut owner).await;
        owner
    }

    /// The same as an enrolled owner, with a proved sheet.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn with_sheet(&self) -> (TestOwner, TestSheet) {
        let owner = self.enrolled_owner().await;
        let sheet = self.sheet(&owner).await;
        (owner, sheet)
    }

    /// A sheet that was shown in the owner's session and isn't proved.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn shown_sheet(&self, owner: &TestOwner) -> TestSheet {
        let shown = self
            .app
            .show_codes(&owner.session, &owner.visit, "my mail")
            .await;
        TestSheet::from(&shown.unwrap())
    }

    /// A sheet that was shown and proved in the owner's session.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn sheet(&self, owner: &TestOwner) -> TestSheet {
        let sheet = self.shown_sheet(owner).await;
        let proved = self
            .app
            .prove_codes(&owner.session, &owner.visit, sheet.code(1), false);
        assert_eq!(proved.await.unwrap().sheet, sheet.number);
        sheet
    }

    /// What the owner's authenticator app shows now.
    ///
    /// # Panics
    /// When they have none.
    #[must_use]
    pub fn digits(&self, owner: &TestOwner) -> String {
        owner.phone().digits(self.now())
    }

    /// What it shows in the next step of thirty seconds, which has come when this returns: digits that weren't used yet.
    ///
    /// # Panics
    /// When they have none.
    #[must_use]
    pub fn next_digits(&self, owner: &TestOwner) -> String {
        self.clock.advance(Span::seconds(30));
        self.digits(owner)
    }

    /// The right password in this browser, before the second step.
    ///
    /// # Panics
    /// When it is refused, or opens the account.
    pub async fn half_session(&self, owner: &TestOwner, visit: &Visit) -> Session {
        let answer = self
            .app
            .sign_in_with_password(visit, &owner.address, &owner.password)
            .await;
        let PasswordSignIn::SecondStep(token) = answer.unwrap() else {
            panic!("the password alone opened the account")
        };
        self.app.half_session(&token, visit).await.unwrap()
    }

    /// A session in this browser by password and authenticator app. Moves the clock by a step of thirty seconds.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn signed_in(&self, owner: &TestOwner, visit: &Visit) -> Session {
        let token = self.sign_in(owner, visit).await;
        self.app.session(&token, visit).await.unwrap()
    }

    /// Signs the owner in again in their usual browser, so that the session is fresh. Moves the clock by thirty seconds.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn signs_in_again(&self, owner: &mut TestOwner) {
        owner.token = self.sign_in(owner, &owner.visit).await;
        owner.session = self.app.session(&owner.token, &owner.visit).await.unwrap();
    }

    async fn sign_in(&self, owner: &TestOwner, visit: &Visit) -> SessionToken {
        let half = self.half_session(owner, visit).await;
        let digits = self.next_digits(owner);
        self.app
            .sign_in_with_totp(&half, visit, &digits)
            .await
            .unwrap()
    }

    /// A session in this browser by password and a code, which is spent.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn signed_in_by_code(&self, owner: &TestOwner, visit: &Visit, code: &str) -> Session {
        let half = self.half_session(owner, visit).await;
        let redeemed = self.app.redeem(&half, visit, code, false).await.unwrap();
        self.app.session(&redeemed.token, visit).await.unwrap()
    }
}
