//! Where the button leads that mends something.

use crate::routes::Route;
use counterfoil_model::Fix;

/// The Fluent id of the button's label, and its page.
#[must_use]
pub(super) const fn button(fix: Fix) -> (&'static str, Route) {
    match fix {
        Fix::SetPassword => ("button-set-password", Route::Password),
        Fix::SetUpPhone => ("button-add-second-step", Route::TwoStep),
        Fix::NewPhone => ("button-new-phone", Route::TwoStep),
        Fix::EnableCodes => ("button-enable", Route::Enable),
        Fix::ProveSheet => ("button-prove", Route::EnableProve),
        Fix::RenewSheet => ("button-renew", Route::Renew),
        Fix::WriteReplacement => ("button-replacement", Route::YouAreIn),
        Fix::NotePlaces => ("papers-button", Route::Papers),
        Fix::HoldDrill => ("button-drill", Route::Drill),
        Fix::AddAddress => ("button-add-address", Route::Addresses),
        Fix::LookAtAddresses => ("button-look-at-addresses", Route::Addresses),
        Fix::ChoosePhrase => ("addresses-phrase-link", Route::Phrase),
        Fix::LookAtMailPrograms => ("check-up-see-programs", Route::MailPrograms),
        Fix::LookAtActivity => ("check-up-see-activity", Route::Activity),
        Fix::LookAtChanges => ("check-up-see-changes", Route::Home),
        Fix::ReadAdvisories => ("check-up-read", Route::Advisories),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::page::home;
    use counterfoil_model::NextThing;

    #[test]
    fn home_and_the_check_up_lead_to_the_same_page_by_the_same_words() {
        for (next, fix) in [
            (NextThing::ReplacementOwed, Fix::WriteReplacement),
            (NextThing::ProveSheet, Fix::ProveSheet),
            (NextThing::SetPassword, Fix::SetPassword),
            (NextThing::AddSecondStep, Fix::SetUpPhone),
            (NextThing::PhoneShut, Fix::NewPhone),
            (NextThing::AddOutsideAddress, Fix::AddAddress),
            (NextThing::SecondAddress, Fix::AddAddress),
            (NextThing::ReviewAddresses, Fix::LookAtAddresses),
            (NextThing::UnreachedAddress, Fix::LookAtAddresses),
            (NextThing::EnableCodes, Fix::EnableCodes),
            (NextThing::OldSheet, Fix::RenewSheet),
            (NextThing::Drill, Fix::HoldDrill),
        ] {
            assert_eq!(home::button(next), Some(button(fix)), "{next:?}");
        }
    }

    #[test]
    fn every_button_opens_a_page_to_which_a_step_up_leads_back() {
        for fix in Fix::ALL {
            let (_, to) = button(fix);
            assert_eq!(Route::place(to.path()), Some(to), "{fix:?}");
        }
    }
}
