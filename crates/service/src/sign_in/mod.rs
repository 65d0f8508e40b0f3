//! Signing in: the password, then the second step.

mod finish;
mod passkey;
mod password;
mod second_step;
pub(crate) mod throttle;
mod totp;

pub(crate) use finish::is_known;
pub use passkey::PasskeySignInRefusal;
pub use password::{PasswordSignIn, SignInRefusal};
pub use second_step::SecondStep;
pub use totp::TotpRefusal;
