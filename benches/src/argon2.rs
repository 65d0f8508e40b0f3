//! The yardstick: raw Argon2id with the parameters of codes, on as many threads as there are cores.

use crate::house::cores;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use counterfoil_core::Cost;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Hashes a second. Each thread keeps its memory for the next hash, which is the quickest way there is.
pub(crate) fn a_second(span: Duration) -> f64 {
    let began = Instant::now();
    let counts: u32 = std::thread::scope(|scope| {
        let threads = (0..cores()).map(|_| {
            scope.spawn(move || {
                let Cost { m_kib, t, p, .. } = Cost::PRODUCTION;
                let params = Params::new(m_kib, t, p, Some(32)).expect("parameters");
                let mut memory = vec![Block::new(); params.block_count()];
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                let mut count = 0;
                while began.elapsed() < span {
                    let mut digest = [0; 32];
                    argon2
                        .hash_password_into_with_memory(
                            &[7; 32],
                            &[9; 16],
                            &mut digest,
                            &mut *memory,
                        )
                        .expect("a hash");
                    black_box(digest);
                    count += 1;
                }
                count
            })
        });
        let threads: Vec<_> = threads.collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a thread"))
            .sum()
    });
    f64::from(counts) / began.elapsed().as_secs_f64()
}
