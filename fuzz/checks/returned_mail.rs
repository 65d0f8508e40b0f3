//! What must hold for every mail that comes back.

use counterfoil_notices::bounces::{Report, read};

/// Panics if the reader breaks a promise. Gives what it made of the octets.
///
/// Any octets are read, each time alike. Whatever a report returns of the notice itself, or of anything else, changes nothing of
/// what the report says: the octets stand behind a report that says "delivered", and nothing failed.
pub(crate) fn check(octets: &[u8]) -> Report {
    let report = read(octets);
    assert_eq!(read(octets), report);
    if let Report::Failed(Some(status)) = report {
        assert!([2, 4, 5].contains(&status.class()), "{status}");
    }
    let boundary = b"--counterfoil-check";
    let breaks_out = octets.windows(boundary.len()).any(|part| part == boundary);
    if !breaks_out {
        assert_eq!(read(&behind_a_yes(octets)), Report::Nothing);
    }
    report
}

fn behind_a_yes(octets: &[u8]) -> Vec<u8> {
    let before = "From: <MAILER-DAEMON@mx.example>\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=counterfoil-check\r\n\r\n\
        --counterfoil-check\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mx.example\r\n\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n\
        --counterfoil-check\r\nContent-Type: text/rfc822-headers\r\n\r\n";
    let after = b"\r\n--counterfoil-check--\r\n";
    [before.as_bytes(), octets, after].concat()
}
