//! What the system says about this process, under the names that every exporter uses.

use std::fs;

/// This process's memory and files; what the system doesn't tell is left out.
pub(super) struct Process {
    /// Bytes in memory.
    pub(super) resident: Option<u64>,
    /// Open files and connections.
    pub(super) open: Option<u64>,
}

impl Process {
    pub(super) fn now() -> Self {
        Self {
            resident: resident(&fs::read_to_string("/proc/self/status").unwrap_or_default()),
            open: fs::read_dir("/proc/self/fd")
                .ok()
                .and_then(|files| u64::try_from(files.count()).ok()),
        }
    }
}

/// `VmRSS:     12345 kB`
fn resident(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::{Process, resident};

    #[test]
    fn reads_what_linux_says() {
        assert_eq!(resident("Name:\tx\nVmRSS:\t   2048 kB\n"), Some(2_097_152));
        assert_eq!(resident("Name:\tx\n"), None);
        let now = Process::now();
        assert!(now.resident.unwrap() > 100_000, "a test uses memory");
        assert!(now.open.unwrap() >= 3, "and its standard files");
    }
}
