//! `prompt`: whether the person may, or must, be asked (OpenID Connect Core, section 3.1.2.1).

/// What an app wants the person to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prompt {
    /// Whatever is needed.
    #[default]
    AsNeeded,
    /// Nothing: an error is the answer where something would have to be asked.
    None,
    /// To sign in anew, also when signed in: `login`, and `select_account`, which is the same here.
    Login,
}

impl Prompt {
    /// Reads the list; `Err` for a value nobody knows, or `none` beside another. `consent` asks for nothing: every app
    /// here is the operator's own.
    pub(crate) fn read(text: &str) -> Result<Self, ()> {
        let values: Vec<&str> = text.split(' ').filter(|value| !value.is_empty()).collect();
        let known = ["none", "login", "consent", "select_account"];
        if values.iter().any(|value| !known.contains(value)) {
            return Err(());
        }
        match values.as_slice() {
            ["none"] => Ok(Self::None),
            values if values.contains(&"none") => Err(()),
            values if values.contains(&"login") || values.contains(&"select_account") => {
                Ok(Self::Login)
            }
            _ => Ok(Self::AsNeeded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Prompt;

    #[test]
    fn none_stands_alone() {
        assert_eq!(Prompt::read(""), Ok(Prompt::AsNeeded));
        assert_eq!(Prompt::read("consent"), Ok(Prompt::AsNeeded));
        assert_eq!(Prompt::read("none"), Ok(Prompt::None));
        assert_eq!(Prompt::read("consent login"), Ok(Prompt::Login));
        assert_eq!(Prompt::read("select_account"), Ok(Prompt::Login));
        assert_eq!(Prompt::read("none login"), Err(()));
        assert_eq!(Prompt::read("create"), Err(()));
    }
}
