//! What stays open to an owner of whom the operator requires codes, until they have made some.

use crate::routes::{ItemRoute, Route};

/// Whether a page stays open to an owner who has to make codes first: it leads to codes, or only tightens, or only tells.
/// Whatever is not here waits for them, so a new page does until somebody thought about it.
#[must_use]
pub(super) fn opens_before_codes(pattern: &str) -> bool {
    const OPEN: &[Route] = &[
        Route::CodesRequired,
        Route::Codes,
        Route::Enable,
        Route::EnablePaper,
        Route::EnableWrite,
        Route::EnableProve,
        Route::Renew,
        Route::RenewPaper,
        Route::RenewWrite,
        Route::RenewProve,
        Route::ReadCode,
        Route::SheetFound,
        Route::Lost,
        Route::Passkeys,
        Route::PasskeyAsk,
        Route::PasskeyFound,
        Route::TwoStep,
        Route::TwoStepProve,
        Route::PhoneFound,
        Route::Addresses,
        Route::ChangesConfirm,
        Route::Password,
        Route::PasswordStrength,
        Route::Passphrase,
        Route::YouAreIn,
        Route::ReplacementDraw,
        Route::ReplacementProve,
        Route::YouAreBack,
        Route::Freeze,
        Route::StepUp,
        Route::SignOut,
        Route::SignOutEverywhere,
        Route::Activity,
        Route::Devices,
        Route::DevicesSignOutOthers,
        Route::Apps,
    ];
    const ITEMS: &[ItemRoute] = &[
        ItemRoute::AddressSendAgain,
        ItemRoute::AddressCode,
        ItemRoute::ActivityNotMe,
        ItemRoute::ChangeStop,
        ItemRoute::DeviceSignOut,
        ItemRoute::AppSignOut,
        ItemRoute::AppPasswordRemove,
    ];
    OPEN.iter().any(|route| route.path() == pattern)
        || ITEMS.iter().any(|route| route.pattern() == pattern)
}

#[cfg(test)]
mod tests {
    use super::opens_before_codes;
    use crate::routes::{ItemRoute, Route};

    #[test]
    fn an_address_that_codes_ask_for_can_be_proved_before_there_are_any() {
        for open in [ItemRoute::AddressSendAgain, ItemRoute::AddressCode] {
            assert!(opens_before_codes(open.pattern()), "{open:?}");
        }
    }

    #[test]
    fn what_opens_something_or_takes_something_away_waits_for_codes() {
        for closed in [
            Route::Home,
            Route::MailPrograms,
            Route::TwoStepRemove,
            Route::MailFilters,
            Route::Invite,
            Route::ReEnrolAccount,
        ] {
            assert!(!opens_before_codes(closed.path()), "{closed}");
        }
        assert!(!opens_before_codes(ItemRoute::AddressRemove.pattern()));
        assert!(!opens_before_codes(ItemRoute::PasskeyRemove.pattern()));
        assert!(!opens_before_codes(ItemRoute::AddressChange.pattern()));
        assert!(!opens_before_codes("/a-page-of-tomorrow"));
    }
}
