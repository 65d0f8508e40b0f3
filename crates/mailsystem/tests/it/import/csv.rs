//! Records of a table, one by one.

use super::{FIELD, defaults};
use counterfoil_mailsystem::import::csv::{Header, HeaderError, goes_on};
use proptest::prelude::*;

#[test]
fn columns_are_found_by_their_names_whatever_their_order() {
    for (header, record) in [
        (
            "address,name,password",
            format!("anna@mail.example,Anna,{FIELD}"),
        ),
        (
            "PASSWORD; Name ;id;Email",
            format!("{FIELD};Anna;17;anna@mail.example"),
        ),
        (
            "\u{feff}\"username\"\thash\tname",
            format!("anna@mail.example\t{FIELD}\t\"Anna\""),
        ),
    ] {
        let header = Header::read(header.as_bytes()).unwrap();
        let person = header
            .person(record.as_bytes(), &defaults())
            .unwrap()
            .unwrap();
        assert_eq!(person.newcomer.address.key(), "anna@mail.example");
        assert_eq!(person.newcomer.name, "Anna");
        assert_eq!(person.newcomer.login, None);
    }
}

#[test]
fn a_login_stands_beside_its_address_and_a_language_beside_its_owner() {
    let header = Header::read(b"user,address,language,password").unwrap();
    let record = format!("A.Berg,anna@mail.example,fr-CH,\"{FIELD}\"");
    let newcomer = header
        .person(record.as_bytes(), &defaults())
        .unwrap()
        .unwrap()
        .newcomer;
    assert_eq!(newcomer.login.unwrap().key(), "a.berg");
    assert_eq!(newcomer.language, "fr-CH");
    for language in ["x", "e1", "en_GB", "toolonglanguage", "en--gb"] {
        let record = format!("a,anna@mail.example,{language},{FIELD}");
        let refusal = header.person(record.as_bytes(), &defaults()).unwrap_err();
        assert_eq!(refusal.field, "language", "{language}");
    }
}

#[test]
fn quoted_fields_hold_separators_marks_and_line_breaks() {
    let header = Header::read(b"address,name,password").unwrap();
    let record = format!("anna@mail.example,\"Berg, \"\"Anna\"\"\",\"{FIELD}\"");
    let newcomer = header
        .person(record.as_bytes(), &defaults())
        .unwrap()
        .unwrap()
        .newcomer;
    assert_eq!(newcomer.name, "Berg, \"Anna\"");
    assert!(goes_on(b"anna@mail.example,\"Berg,"));
    assert!(!goes_on(record.as_bytes()));
    for broken in [
        "a@b.example,\"Anna\" B,x",
        "a@b.example,An\"na,x",
        "a@b.example,\"Anna,x",
    ] {
        let refusal = header.person(broken.as_bytes(), &defaults()).unwrap_err();
        assert!(refusal.to_string().contains("quotation mark"), "{refusal}");
    }
    for fields in ["a@b.example,x", "a@b.example,Anna,x,y"] {
        let refusal = header.person(fields.as_bytes(), &defaults()).unwrap_err();
        assert!(refusal.to_string().contains("the fields it should have"));
    }
}

#[test]
fn a_header_that_says_too_little_is_no_header() {
    assert_eq!(
        Header::read(b"address,name"),
        Err(HeaderError::Missing("password"))
    );
    assert_eq!(
        Header::read(b"name,password"),
        Err(HeaderError::Missing("login or address"))
    );
    assert_eq!(
        Header::read(b"mail,email,password"),
        Err(HeaderError::Twice("address"))
    );
    assert!(Header::read(b"").is_err());
}

/// As RFC 4180, section 2, writes a field.
fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn whatever_is_quoted_is_read_back(name in "[a-zé\",;\t ]{0,30}") {
        let header = Header::read(b"address,name,password").unwrap();
        let record = format!("a@mail.example,{},{}", quoted(&name), quoted(FIELD));
        let person = header.person(record.as_bytes(), &defaults());
        match person {
            Ok(person) => prop_assert_eq!(person.unwrap().newcomer.name, name.trim()),
            // A tab is a control character.
            Err(refusal) => prop_assert!(refusal.field == "name" && name.contains('\t')),
        }
    }
}
