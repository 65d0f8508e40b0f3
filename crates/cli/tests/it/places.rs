//! Databases of countries and networks, in the operator's files.

mod mmdb;

use counterfoil_cli::config::Geo;
use counterfoil_cli::places::{MmdbPlaces, PlacesError};
use counterfoil_service::Places;
use mmdb::{Field, database};
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

fn country(code: &str, english: &str, german: &str) -> Field {
    let names = Field::map(&[("de", Field::text(german)), ("en", Field::text(english))]);
    let country = Field::map(&[("iso_code", Field::text(code)), ("names", names)]);
    Field::map(&[("country", country)])
}

fn network(number: u32, name: &str) -> Field {
    Field::map(&[
        ("autonomous_system_number", Field::Number(number)),
        ("autonomous_system_organization", Field::text(name)),
    ])
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn country_and_network_are_read_and_followed() {
    let home = tempfile::tempdir().unwrap();
    let geo = Geo {
        country: Some(home.path().join("country.mmdb")),
        network: Some(home.path().join("network.mmdb")),
    };
    let write = |code: &str, english: &str| {
        let file = database(&[([192, 0, 2, 0], 24, country(code, english, "Wunderland"))]);
        std::fs::write(home.path().join("country.mmdb"), file).unwrap();
    };
    write("WL", "Wonderland");
    let file = database(&[([192, 0, 0, 0], 16, network(64496, "Example Net"))]);
    std::fs::write(home.path().join("network.mmdb"), file).unwrap();
    let places = MmdbPlaces::open(&geo).unwrap().unwrap();

    let there = places.of(address("::ffff:192.0.2.7"));
    let wonderland = there.country.unwrap();
    assert_eq!(
        (wonderland.code.as_str(), wonderland.name("de")),
        ("WL", "Wunderland")
    );
    assert_eq!(
        (wonderland.name("en"), wonderland.name("fr")),
        ("Wonderland", "Wonderland")
    );
    assert_eq!(there.network.as_deref(), Some("Example Net (AS64496)"));
    let near = places.of(address("192.0.3.7"));
    assert_eq!((near.country, near.network.is_some()), (None, true));
    assert_eq!(
        places.of(address("198.51.100.7")),
        counterfoil_service::Place::default()
    );
    assert_eq!(
        places.of(address("2001:db8::7")),
        counterfoil_service::Place::default()
    );

    // Another file of the same name is read by the next look, and one that is none is left.
    assert!(!places.follow().unwrap());
    let aged = |by: u64| {
        let file = std::fs::File::open(home.path().join("country.mmdb")).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(by))
            .unwrap();
    };
    write("LG", "Looking-glass land");
    aged(1000);
    assert!(places.follow().unwrap());
    let code = |places: &MmdbPlaces| places.of(address("192.0.2.7")).country.unwrap().code;
    assert_eq!(code(&places), "LG");
    std::fs::write(home.path().join("country.mmdb"), "nothing of the kind").unwrap();
    aged(2000);
    assert!(matches!(places.follow(), Err(PlacesError::Damaged { .. })));
    assert_eq!(code(&places), "LG");
}

#[test]
fn without_a_file_there_is_nothing_to_open_and_a_missing_one_is_named() {
    assert!(MmdbPlaces::open(&Geo::default()).unwrap().is_none());
    let geo = Geo {
        country: Some("/nowhere/country.mmdb".into()),
        network: None,
    };
    let error = MmdbPlaces::open(&geo).unwrap_err().to_string();
    assert!(error.starts_with("/nowhere/country.mmdb: "), "{error}");
}
