//! Paper and braille together: an archive that any system opens.

use crate::{specimen::Specimen, tool::text};
use counterfoil_sheet::{Edition, FileKind};
use std::fs;

#[test]
fn paper_and_braille_come_as_one_archive() {
    let specimen = Specimen::new(10, 51);
    let printout = specimen
        .try_print(&[Edition::Braille, Edition::WalletCard])
        .expect("an archive");
    assert_eq!(printout.kind, FileKind::Zip);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("both.zip");
    fs::write(&path, &printout.bytes).expect("written");
    let path = path.to_str().expect("a path");
    assert!(text("unzip", &["-t", path], b"").contains("No errors detected"));
    let pdf = crate::tool::run("unzip", &["-p", path, "backup-codes-sheet-3.pdf"], b"");
    let brf = crate::tool::run("unzip", &["-p", path, "backup-codes-sheet-3.brf"], b"");
    assert_eq!(pdf, specimen.print(Edition::WalletCard));
    assert_eq!(brf, specimen.print(Edition::Braille));
}

#[test]
fn each_kind_of_file_says_what_it_is() {
    let specimen = Specimen::new(4, 52);
    for (editions, kind, begins) in [
        (&[Edition::Standard][..], FileKind::Pdf, &b"%PDF-1.7"[..]),
        (
            &[Edition::Braille],
            FileKind::Brf,
            b"            ,BACKUP CODES\r\n",
        ),
        (
            &[Edition::Braille, Edition::LargePrint],
            FileKind::Zip,
            b"PK\x03\x04",
        ),
    ] {
        let printout = specimen.try_print(editions).expect("a printout");
        assert_eq!(printout.kind, kind);
        assert!(printout.bytes.starts_with(begins), "{kind:?}");
    }
    assert!(specimen.try_print(&[]).is_err());
}
