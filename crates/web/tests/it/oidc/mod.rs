//! The OpenID provider, as apps see it: the certification profile's basic cases by name, and relying parties that others
//! wrote.

mod apps_page;
mod codes;
mod ground;
mod prompts;
mod python;
mod race;
mod relying_party;
mod sign_out;
mod tokens;
