//! Where somebody is taken after signing in: a page of ours, or back to an app that sent them.

use crate::oidc::go_on;
use crate::routes::{ItemRoute, Route};
use counterfoil_model::Setting;
use std::fmt;

/// What a `to` field names. Nothing else is ever gone to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A page of ours.
    Page(Route),
    /// An app's request, sealed for this browser.
    App(String),
    /// The same, for which a sign-in that is there already isn't enough.
    AppAnew(String),
    /// A setting of the policy, with the value that an operator typed before a step-up.
    Setting(Setting, String),
}

const APP: &str = "app.";
const APP_ANEW: &str = "anew.";
const SETTING: &str = "policy.";
/// No value of the policy is longer.
const TYPED_MAX: usize = 20;

impl Place {
    /// Reads a `to` field: one of [`Route::PLACES`], or an app's request. That it was sealed by us shows when it is opened.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let sealed = |text: &str| {
            let ours = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            (!text.is_empty() && text.bytes().all(ours)).then(|| text.to_owned())
        };
        if let Some(rest) = text.strip_prefix(APP) {
            return sealed(rest).map(Self::App);
        }
        if let Some(rest) = text.strip_prefix(APP_ANEW) {
            return sealed(rest).map(Self::AppAnew);
        }
        if let Some((name, typed)) = text
            .strip_prefix(SETTING)
            .and_then(|rest| rest.split_once('.'))
        {
            let setting = Setting::parse(name)?;
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            let short = typed.len() <= TYPED_MAX && typed.bytes().all(plain);
            return short.then(|| Self::Setting(setting, typed.to_owned()));
        }
        Route::place(text).map(Self::Page)
    }

    /// Whether a sign-in that is there already isn't enough.
    #[must_use]
    pub const fn is_anew(&self) -> bool {
        matches!(self, Self::AppAnew(_))
    }

    /// The address that leads there from a form of ours.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Page(route) => route.path().to_owned(),
            Self::Setting(setting, typed) => {
                let page = ItemRoute::PolicySetting.of(setting.name());
                format!("{page}?value={typed}")
            }
            Self::App(sealed) | Self::AppAnew(sealed) => go_on::after_form(sealed),
        }
    }

    /// The address that leads back to an app; `None` for a page of ours.
    #[must_use]
    pub fn back_to_app(&self) -> Option<String> {
        match self {
            Self::Page(_) | Self::Setting(..) => None,
            Self::App(_) | Self::AppAnew(_) => Some(self.path()),
        }
    }

    /// Sign-in, which comes here afterwards.
    #[must_use]
    pub fn after_sign_in(&self) -> String {
        self.after(Route::SignIn)
    }

    /// The second step, which comes here afterwards.
    #[must_use]
    pub fn after_second_step(&self) -> String {
        self.after(Route::SecondStep)
    }

    /// A code, and then here.
    #[must_use]
    pub fn after_code(&self) -> String {
        self.after(Route::UseCode)
    }

    /// Step-up, which comes here afterwards.
    #[must_use]
    pub fn after_step_up(&self) -> String {
        self.after(Route::StepUp)
    }

    fn after(&self, route: Route) -> String {
        format!("{route}?to={self}")
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(route) => route.fmt(f),
            Self::App(sealed) => write!(f, "{APP}{sealed}"),
            Self::AppAnew(sealed) => write!(f, "{APP_ANEW}{sealed}"),
            Self::Setting(setting, typed) => write!(f, "{SETTING}{}.{typed}", setting.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::routes::Route;
    use counterfoil_model::Setting;

    #[test]
    fn a_place_is_a_page_of_ours_or_something_sealed() {
        for place in [
            Place::Page(Route::Drill),
            Place::App("abc-_9".into()),
            Place::AppAnew("abc".into()),
            Place::Setting(Setting::Hold, "12".into()),
            Place::Setting(Setting::CodesRequiredFrom, String::new()),
        ] {
            assert_eq!(Place::read(&place.to_string()), Some(place.clone()));
            assert!(place.path().starts_with('/') && !place.path().starts_with("//"));
        }
        for elsewhere in [
            "//evil.example",
            "https://evil.example/",
            "app.",
            "app.//evil.example",
            "app.a\r\nb",
            "anew.<x>",
            "policy.hold",
            "policy.hold.1&x=2",
            "policy.nothing.12",
            "/oauth/authorize?client_id=webmail",
            "",
        ] {
            assert_eq!(Place::read(elsewhere), None, "{elsewhere}");
        }
    }
}
