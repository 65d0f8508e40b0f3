//! Where a choice at the foot of a page leads back to: that very page, if it opens with GET.

use crate::routes::{LinkRoute, Route};

/// Pages for whoever isn't signed in, or not yet.
const ON_THE_WAY_IN: &[Route] = &[
    Route::SignIn,
    Route::SecondStep,
    Route::UseCode,
    Route::Frozen,
    Route::FrozenCode,
    Route::FrozenDigits,
    Route::FrozenHelp,
    Route::Forgotten,
    Route::ForgottenSecondStep,
    Route::ForgottenPassword,
];

/// Whether a path with its query is that of a page of ours that opens with GET, one-time links included. Nothing else that a form
/// names is ever redirected to.
#[must_use]
pub(crate) fn is_page(at: &str) -> bool {
    let (path, query) = at.split_once('?').unwrap_or((at, ""));
    let known = Route::place(path).is_some()
        || ON_THE_WAY_IN.iter().any(|page| page.path() == path)
        || LinkRoute::ALL.iter().any(|link| leads(*link, path));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/?=&%+-._~".contains(&byte);
    known && query.bytes().all(plain)
}

/// Whether this is the path of such a link.
fn leads(link: LinkRoute, path: &str) -> bool {
    let stem = link.pattern().trim_end_matches("{token}");
    path.strip_prefix(stem).is_some_and(|token| {
        !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::is_page;
    use crate::routes::LinkRoute;

    #[test]
    fn a_choice_leads_back_to_pages_of_ours_only() {
        let link = LinkRoute::Invitation.with("aaaabbbbccccddddeeeeffffgggghhhh");
        for page in [
            "/",
            "/sign-in?to=/codes",
            "/frozen/digits?taken=paper",
            &link,
        ] {
            assert!(is_page(page), "{page}");
        }
        for other in [
            "",
            "//evil.example",
            "/sign-out",
            "/link/invitation/",
            "/link/invitation/../../sign-out",
            "/sign-in?to=\r\nSet-Cookie: a",
            "https://evil.example/sign-in",
        ] {
            assert!(!is_page(other), "{other}");
        }
    }
}
