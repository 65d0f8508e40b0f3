//! What mends something that is missing: one button, of which the doors know where it leads.

/// The one thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Choose a password.
    SetPassword,
    /// Set up the phone as the second step.
    SetUpPhone,
    /// Set up another phone.
    NewPhone,
    /// Get backup codes.
    EnableCodes,
    /// Type one code of the sheet that was made.
    ProveSheet,
    /// Get another sheet.
    RenewSheet,
    /// Write down the replacement of a code.
    WriteReplacement,
    /// Note where the sheet lies, or look at what is noted.
    NotePlaces,
    /// Hold a drill.
    HoldDrill,
    /// Add an address outside.
    AddAddress,
    /// Look at the addresses.
    LookAtAddresses,
    /// Choose the words that stand in every notice.
    ChoosePhrase,
    /// Look at the mail programs.
    LookAtMailPrograms,
    /// Look at what happened.
    LookAtActivity,
    /// Look at the changes that wait.
    LookAtChanges,
    /// Read what the operator has to say.
    ReadAdvisories,
}

impl Fix {
    /// Every one.
    pub const ALL: [Self; 16] = [
        Self::SetPassword,
        Self::SetUpPhone,
        Self::NewPhone,
        Self::EnableCodes,
        Self::ProveSheet,
        Self::RenewSheet,
        Self::WriteReplacement,
        Self::NotePlaces,
        Self::HoldDrill,
        Self::AddAddress,
        Self::LookAtAddresses,
        Self::ChoosePhrase,
        Self::LookAtMailPrograms,
        Self::LookAtActivity,
        Self::LookAtChanges,
        Self::ReadAdvisories,
    ];

    /// Its name in a program's answer.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SetPassword => "set-password",
            Self::SetUpPhone => "set-up-phone",
            Self::NewPhone => "new-phone",
            Self::EnableCodes => "enable-codes",
            Self::ProveSheet => "prove-sheet",
            Self::RenewSheet => "renew-sheet",
            Self::WriteReplacement => "write-replacement",
            Self::NotePlaces => "note-places",
            Self::HoldDrill => "hold-drill",
            Self::AddAddress => "add-address",
            Self::LookAtAddresses => "look-at-addresses",
            Self::ChoosePhrase => "choose-phrase",
            Self::LookAtMailPrograms => "look-at-mail-programs",
            Self::LookAtActivity => "look-at-activity",
            Self::LookAtChanges => "look-at-changes",
            Self::ReadAdvisories => "read-advisories",
        }
    }
}
