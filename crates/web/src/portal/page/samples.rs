//! Every page, rendered with its samples in every language: no sentence is missing, no id is used twice, every field has a
//! label, and what the pages say is kept in snapshots.

use crate::assets::Assets;
use crate::portal::{Frame, Words};
use crate::shell::browser::{Browser, BrowserId};
use crate::shell::csrf::CsrfKey;
use crate::shell::{PublicUrl, Shell, TrustedProxies};
use askama::Template;
use counterfoil_lang::{Language, Sentences, TimeZone};
use std::collections::HashSet;
use std::sync::Arc;

/// A page that can show itself with made-up data.
pub(crate) trait Sample: Template + Sized {
    /// The page in each state it knows, by name.
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)>;
}

fn frame(language: Language) -> Frame {
    let sentences = Arc::new(Sentences::load().unwrap());
    let shell = Shell {
        sentences: Arc::clone(&sentences),
        language: Language::English,
        time_zone: TimeZone::UTC,
        public_url: PublicUrl::parse("https://account.example.org").unwrap(),
        service_name: "example.org mail".into(),
        trusted_proxies: TrustedProxies::default(),
        csrf: CsrfKey::new([0; 32]),
        draw: Arc::new(|| [0; 16]),
        assets: Arc::new(Assets::embedded()),
    };
    let browser = Browser {
        id: BrowserId::from_bytes([0; 16]),
        session: None,
        language: None,
        at: Some("/codes".into()),
    };
    Frame::new(
        Words::new(sentences, language, TimeZone::UTC),
        &shell,
        &browser,
    )
}

pub(super) struct Rendered {
    pub(super) page: &'static str,
    pub(super) name: String,
    pub(super) html: String,
}

fn render<P: Sample>(page: &'static str, frame: &Frame, into: &mut Vec<Rendered>) {
    for (state, sample) in P::samples(frame) {
        into.push(Rendered {
            page,
            name: format!("{page}.{state}"),
            html: sample.render().unwrap(),
        });
    }
}

pub(super) fn every_page(language: Language) -> Vec<Rendered> {
    let open = frame(language);
    let inside = open.clone().signed_in("alice@example.org");
    let mut all = Vec::new();
    render::<super::account::Account>("account", &inside, &mut all);
    render::<super::accounts::Accounts>("accounts", &inside, &mut all);
    render::<super::activity::Activity>("activity", &inside, &mut all);
    render::<super::activity_not_me::ActivityNotMe>("activity_not_me", &inside, &mut all);
    render::<super::activity_not_me::ActivityDenied>("activity_denied", &open, &mut all);
    render::<super::activity_record::ActivityRecord>("activity_record", &inside, &mut all);
    render::<super::address_change::AddressChange>("address_change", &inside, &mut all);
    render::<super::address_code::AddressCode>("address_code", &inside, &mut all);
    render::<super::address_name::AddressName>("address_name", &inside, &mut all);
    render::<super::addresses::Addresses>("addresses", &inside, &mut all);
    render::<super::advisories::Advisories>("advisories", &inside, &mut all);
    render::<super::advisories::AdvisoryPage>("advisory", &inside, &mut all);
    render::<super::desk_advisories::DeskAdvisories>("desk_advisories", &inside, &mut all);
    render::<super::desk_advisories::DeskAdvisory>("desk_advisory", &inside, &mut all);
    render::<super::desk_advisory_write::DeskAdvisoryWrite>(
        "desk_advisory_write",
        &inside,
        &mut all,
    );
    render::<super::app_password_made::AppPasswordMade>("app_password_made", &inside, &mut all);
    render::<super::api_app::ApiApp>("api_app", &inside, &mut all);
    render::<super::api_apps::ApiApps>("api_apps", &inside, &mut all);
    render::<super::apps::Apps>("apps", &inside, &mut all);
    render::<crate::oidc::go_on::GoOn>("go_on", &open, &mut all);
    render::<crate::oidc::SignOutAsked>("sign_out_asked", &inside, &mut all);
    render::<super::changes::ChangesConfirm>("changes_confirm", &inside, &mut all);
    render::<super::check::Check>("check", &inside, &mut all);
    render::<super::check_up::CheckUp>("check_up", &inside, &mut all);
    render::<super::codes::Codes>("codes", &inside, &mut all);
    render::<super::codes_required::CodesRequired>("codes_required", &inside, &mut all);
    render::<super::deliveries::Deliveries>("deliveries", &inside, &mut all);
    render::<super::desk::Desk>("desk", &inside, &mut all);
    render::<super::desk_health::DeskHealth>("desk_health", &inside, &mut all);
    render::<super::policy::Policy>("policy", &inside, &mut all);
    render::<super::policy_setting::PolicySetting>("policy_setting", &inside, &mut all);
    render::<super::drill::Drill>("drill", &inside, &mut all);
    render::<super::enable_idea::EnableIdea>("enable_idea", &inside, &mut all);
    render::<super::enable_paper::EnablePaper>("enable_paper", &inside, &mut all);
    render::<super::enable_prove::EnableProve>("enable_prove", &inside, &mut all);
    render::<super::enable_write::EnableWrite>("enable_write", &inside, &mut all);
    render::<super::error::ErrorPage>("error", &open, &mut all);
    render::<super::forgotten::Forgotten>("forgotten", &open, &mut all);
    render::<super::forgotten_password::ForgottenPassword>("forgotten_password", &open, &mut all);
    render::<super::forgotten_second_step::ForgottenSecondStep>(
        "forgotten_second_step",
        &open,
        &mut all,
    );
    render::<super::freeze::Freeze>("freeze", &inside, &mut all);
    render::<super::frozen::Frozen>("frozen", &open, &mut all);
    render::<super::frozen_digits::FrozenDigits>("frozen_digits", &open, &mut all);
    render::<super::guest_list::GuestList>("guest_list", &inside, &mut all);
    render::<super::home::Home>("home", &inside, &mut all);
    render::<super::invitation::Invitation>("invitation", &open, &mut all);
    render::<super::invite::Invite>("invite", &inside, &mut all);
    render::<super::invite_many::InviteMany>("invite_many", &inside, &mut all);
    render::<super::link::Link>("link", &open, &mut all);
    render::<super::lost::Lost>("lost", &inside, &mut all);
    render::<super::mail_filters::MailFilters>("mail_filters", &inside, &mut all);
    render::<super::mail_programs::MailPrograms>("mail_programs", &inside, &mut all);
    render::<super::message::Message>("message", &open, &mut all);
    render::<super::papers::PapersPage>("papers", &inside, &mut all);
    render::<super::devices::Devices>("devices", &inside, &mut all);
    render::<super::passkey_name::PasskeyName>("passkey_name", &inside, &mut all);
    render::<super::passkey_remove::PasskeyRemove>("passkey_remove", &inside, &mut all);
    render::<super::passkeys::Passkeys>("passkeys", &inside, &mut all);
    render::<super::password::Password>("password", &inside, &mut all);
    render::<super::phone_found::PhoneFound>("phone_found", &inside, &mut all);
    render::<super::phrase::Phrase>("phrase", &inside, &mut all);
    render::<super::re_enrol_account::ReEnrolAccount>("re_enrol_account", &inside, &mut all);
    render::<super::re_enrolment::ReEnrolment>("re_enrolment", &open, &mut all);
    render::<super::read_as::ReadAs>("read_as", &open, &mut all);
    render::<super::reminders::Reminders>("reminders", &inside, &mut all);
    render::<super::second_step::SecondStep>("second_step", &open, &mut all);
    render::<super::set_up::SetUp>("set_up", &open, &mut all);
    render::<super::sheet_found::SheetFound>("sheet_found", &inside, &mut all);
    render::<super::sign_in::SignIn>("sign_in", &open, &mut all);
    render::<super::sign_out_everywhere::SignOutEverywhere>(
        "sign_out_everywhere",
        &inside,
        &mut all,
    );
    render::<super::step_up::StepUp>("step_up", &inside, &mut all);
    render::<super::two_step::TwoStep>("two_step", &inside, &mut all);
    render::<super::two_step_remove::TwoStepRemove>("two_step_remove", &inside, &mut all);
    render::<super::two_step_set_up::TwoStepSetUp>("two_step_set_up", &inside, &mut all);
    render::<super::use_code::UseCode>("use_code", &open, &mut all);
    render::<super::ways_in::WaysInPage>("ways_in", &inside, &mut all);
    render::<super::you_are_back::YouAreBack>("you_are_back", &inside, &mut all);
    render::<super::you_are_in::YouAreIn>("you_are_in", &inside, &mut all);
    all
}

#[test]
fn every_page_says_what_it_says() {
    if let Ok(directory) = std::env::var("COUNTERFOIL_PAGES_TO") {
        for language in Language::offered() {
            for page in every_page(*language) {
                let path = format!("{directory}/{}.{language}.html", page.name);
                std::fs::write(path, &page.html).unwrap();
            }
        }
    }
    let pages = every_page(Language::English);
    for states in pages.chunk_by(|one, next| one.page == next.page) {
        let said: Vec<String> = states
            .iter()
            .map(|state| format!("== {}\n{}\n", state.name, spoken(&state.html)))
            .collect();
        insta::assert_snapshot!(states[0].page, said.join("\n"));
    }
}

#[test]
fn an_owner_reads_the_page_of_codes_in_their_language() {
    let translated = |language: &&Language| **language != Language::English;
    for language in Language::offered().iter().filter(translated) {
        let pages = every_page(*language);
        let page = pages.iter().find(|page| page.name == "codes.active");
        insta::assert_snapshot!(
            format!("codes.active.{language}"),
            spoken(&page.unwrap().html)
        );
    }
}

#[test]
fn every_sentence_is_there_in_every_language() {
    for language in Language::all() {
        for page in every_page(*language) {
            let holes: Vec<&str> = page
                .html
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
                .collect();
            assert!(holes.is_empty(), "{} in {language}: {holes:?}", page.name);
        }
    }
}

#[test]
fn every_word_comes_from_a_sentence() {
    let said = |language| -> HashSet<String> {
        every_page(language)
            .iter()
            .flat_map(|page| {
                spoken(&page.html)
                    .lines()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    // What is the same in both languages is data of the samples, not prose.
    let both: Vec<String> = said(Language::English)
        .intersection(&said(Language::Pseudo))
        .cloned()
        .collect();
    let words = both.iter().filter(|line| line.contains(char::is_lowercase));
    let prose: Vec<&String> = words
        .filter(|line| DATA.iter().all(|data| !line.contains(data)))
        .collect();
    assert!(prose.is_empty(), "{prose:#?}");
}

/// What samples are made of.
const DATA: &[&str] = &[
    "example",
    "Alice",
    "2026",
    "lantern",
    "orchard",
    "gravel",
    "You signed in",
    "You changed",
    "A new phone",
    "Webmail",
    "Wonderland",
    "My sister",
    "shop",
    "wiki",
    "sign-in server",
    "cfk_",
    "Wiki",
    "Bob",
    "Dora",
    "Eve",
    "Olga",
    "Zoe",
    "Bitwarden",
    "Blue phone",
    "Old key",
    "Thunderbird on",
    // Browsers are called the same everywhere.
    "Firefox on",
    "Chrome on",
    "Edge on",
    "Safari on",
    "address,name,to",
    "English",
    "Deutsch",
    "Français",
    "Español",
    // What a doctor says is in the words of the configuration file.
    "keys",
    "none for sealing",
    "public_url",
    "help_line",
    "is missing; somebody",
];

#[test]
fn no_page_has_two_elements_of_one_id() {
    for page in every_page(Language::English) {
        let ids: Vec<&str> = page
            .html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "{}: {ids:?}",
            page.name
        );
    }
}

#[test]
fn every_form_carries_the_token_and_posts() {
    for page in every_page(Language::English) {
        for form in page
            .html
            .split("<form ")
            .skip(1)
            .filter_map(|rest| rest.split("</form>").next())
        {
            // Looking for something changes nothing.
            if form.starts_with("method=\"get\" action=\"/") && form.contains("role=\"search\"") {
                continue;
            }
            assert!(
                form.starts_with("method=\"post\" action=\"/"),
                "{}: {form}",
                page.name
            );
            assert!(form.contains("name=\"csrf\""), "{}: {form}", page.name);
        }
    }
}

/// Nothing waits for a script: whatever can be pressed sends its form or leads somewhere. Only a passkey is asked by one, so only its
/// form is hidden until then.
#[test]
fn every_button_works_without_a_script() {
    for page in every_page(Language::English) {
        for (before, button) in page
            .html
            .match_indices("<button")
            .map(|(place, _)| page.html.split_at(place))
        {
            let opening = button.split('>').next().unwrap();
            let opened = before.matches("<form ").count();
            let inside = opened > before.matches("</form>").count();
            assert!(
                inside && opening.contains(" type=\"submit\""),
                "{}: {opening}",
                page.name
            );
        }
        assert!(!page.html.contains("href=\"#\""), "{}", page.name);
        let of_passkey = |form: &str| {
            let opening = form.split('>').next();
            opening.is_some_and(|opening| opening.contains("data-passkey="))
        };
        let parts = page.html.split("<form ");
        let shown: String = parts
            .map(|part| match part.split_once("</form>") {
                Some((form, rest)) if of_passkey(form) => rest,
                _ => part,
            })
            .collect();
        assert!(!shown.contains(" hidden>"), "{}", page.name);
    }
}

#[test]
fn nothing_needs_what_the_policy_forbids() {
    for page in every_page(Language::English) {
        for forbidden in [" style=", "<style", " onclick=", "http://", "javascript:"] {
            assert!(
                !page.html.contains(forbidden),
                "{} has {forbidden}",
                page.name
            );
        }
        assert_eq!(page.html.matches("<script").count(), 1, "{}", page.name);
        assert_eq!(page.html.matches("<h1>").count(), 1, "{}", page.name);
    }
}

/// The text of a page, a line for each run of it: what a reader reads.
fn spoken(html: &str) -> String {
    let body = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let body = body.split_once("</main>").map_or(body, |(main, _)| main);
    let runs = body
        .split('<')
        .skip(1)
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text);
    let lines: Vec<String> = runs
        .map(|run| run.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let text: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    text.join("\n")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#38;", "&")
}
