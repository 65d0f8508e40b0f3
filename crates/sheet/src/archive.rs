//! An archive of two files: ZIP with nothing compressed (PKWARE's APPNOTE 6.3.10, method 0), the same bytes for the same files.

use zeroize::Zeroizing;

/// 1 January 1980, the first day that the format knows: an archive says nothing of when it was made.
const DAY: u16 = (1 << 5) | 1;
/// Made and to be read by version 2.0.
const VERSION: u16 = 20;
/// Names are ASCII.
const FLAGS: u16 = 0;
const STORED: u16 = 0;

/// Packs files under their names; `None` for more than the format can count.
pub(crate) fn pack(files: &[(String, &Vec<u8>)]) -> Option<Zeroizing<Vec<u8>>> {
    let room: usize = files
        .iter()
        .map(|(name, bytes)| bytes.len() + 2 * name.len() + 128)
        .sum();
    // Never grown, so that no half of it is left in memory.
    let mut archive = Zeroizing::new(Vec::with_capacity(room + 32));
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let start = u32::try_from(archive.len()).ok()?;
        let entry = entry(name, bytes)?;
        archive.extend(0x0403_4B50_u32.to_le_bytes());
        archive.extend(&entry);
        archive.extend(name.as_bytes());
        archive.extend(bytes.iter());
        directory.extend(0x0201_4B50_u32.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&entry);
        // No comment, first disk, no attributes inside or outside.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(archive.len()).ok()?;
    let count = u16::try_from(files.len()).ok()?;
    archive.extend(&directory);
    archive.extend(0x0605_4B50_u32.to_le_bytes());
    archive.extend([0; 4]);
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(u32::try_from(directory.len()).ok()?.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    Some(archive)
}

/// What local header and directory say alike.
fn entry(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut entry = Vec::new();
    let length = u32::try_from(bytes.len()).ok()?.to_le_bytes();
    for number in [VERSION, FLAGS, STORED, 0, DAY] {
        entry.extend(number.to_le_bytes());
    }
    entry.extend(crc32(bytes).to_le_bytes());
    entry.extend(length);
    entry.extend(length);
    entry.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    entry.extend([0; 2]);
    Some(entry)
}

/// CRC-32 as in ISO 3309, reflected.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_the_one_everybody_means() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}
