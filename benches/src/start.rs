//! How long the real program takes to start, and what it holds while nobody asks anything.

use crate::figures::{Figures, Rounds};
use crate::place::Size;
use counterfoil_e2e::Server;
use std::time::{Duration, Instant};

pub(crate) async fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("The program");
    eprintln!("bench: the program is started and started again");
    let rounds = size.rounds;
    let idle = if size.rounds > 1 { 3 } else { 0 };
    let measured = tokio::task::spawn_blocking(move || {
        // The first start makes keys and tables.
        let mut server = Server::start();
        let (mut starts, mut resident) = (Vec::new(), Vec::new());
        for _ in 0..rounds {
            server.kill();
            let began = Instant::now();
            server.start_again();
            starts.push(began.elapsed().as_secs_f64() * 1_000.0);
            std::thread::sleep(Duration::from_secs(idle));
            resident.push(megabytes(&server));
        }
        (starts, resident)
    });
    let (starts, resident) = measured.await.expect("a server");
    figures.row(
        "from nothing to the first answer, ms",
        Rounds::of(starts),
        0,
    );
    figures.row("memory while idle, MiB (resident)", Rounds::of(resident), 1);
}

/// What a running server holds in memory.
pub(crate) fn megabytes(server: &Server) -> f64 {
    let process = server.process().expect("it runs");
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("a process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse().ok());
    let kilobytes: u32 = kilobytes.expect("its memory");
    f64::from(kilobytes) / 1024.0
}
