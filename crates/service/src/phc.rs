//! Password hashes as PHC strings, computed in kept memory: what the library's traits do in memory that they ask for each time.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version};
use counterfoil_core::{Cost, Memory};

/// Argon2id of a secret, with everything that is needed to compute it again.
pub(crate) fn written(
    memory: &mut Memory,
    secret: &[u8; 32],
    salt: &[u8; 16],
    cost: Cost,
) -> Option<String> {
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let params = Params::new(cost.m_kib, cost.t, cost.p, Some(32)).ok()?;
    let hash = PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: ParamsString::try_from(&params).ok()?,
        salt: Some(Salt::new(salt).ok()?),
        hash: Some(output(memory, algorithm, version, params, secret, salt)?),
    };
    Some(hash.to_string())
}

/// Whether this is the secret; what is no hash of Argon2 matches nothing. Two outputs are compared in a time that doesn't depend
/// on where they differ.
pub(crate) fn matches(memory: &mut Memory, secret: &[u8; 32], phc: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|kept| {
        let computed = again(memory, secret, &kept);
        computed.is_some() && computed == kept.hash
    })
}

/// The output that the secret has with a hash's own parameters.
fn again(memory: &mut Memory, secret: &[u8; 32], kept: &PasswordHash) -> Option<Output> {
    let algorithm = Algorithm::try_from(kept.algorithm.as_str()).ok()?;
    let version = kept.version.map(Version::try_from).transpose().ok()?;
    let params = Params::try_from(kept).ok()?;
    let (salt, version) = (kept.salt?, version.unwrap_or_default());
    output(memory, algorithm, version, params, secret, &salt)
}

fn output(
    memory: &mut Memory,
    algorithm: Algorithm,
    version: Version,
    params: Params,
    secret: &[u8; 32],
    salt: &[u8],
) -> Option<Output> {
    let mut buffer = [0; Output::MAX_LENGTH];
    let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
    let out = buffer.get_mut(..length)?;
    let blocks = memory.blocks(params.block_count()).ok()?;
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(secret, salt, out, blocks)
        .ok()?;
    Output::new(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::{PasswordHasher as _, PasswordVerifier as _};

    const SECRET: [u8; 32] = [7; 32];
    const SALT: [u8; 16] = [9; 16];

    fn cheap() -> Cost {
        Cost::new(7_168, 5, 1).unwrap()
    }

    #[test]
    fn it_is_what_the_library_writes_and_the_library_knows_it() {
        let cost = cheap();
        let params = Params::new(cost.m_kib, cost.t, cost.p, Some(32)).unwrap();
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let theirs = argon2.hash_password_with_salt(&SECRET, &SALT).unwrap();
        let memory = &mut Memory::new();
        let ours = written(memory, &SECRET, &SALT, cost).unwrap();
        assert_eq!(ours, theirs.to_string());
        argon2.verify_password(&SECRET, &theirs).unwrap();
        assert!(matches(memory, &SECRET, &ours));
        assert!(!matches(memory, &[8; 32], &ours));
    }

    #[test]
    fn what_is_no_hash_matches_nothing() {
        for phc in [
            "",
            "$argon2id$v=19$m=8,t=1,p=1",
            "$scrypt$ln=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA",
        ] {
            assert!(!matches(&mut Memory::new(), &SECRET, phc), "{phc}");
        }
    }
}
