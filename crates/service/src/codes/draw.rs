//! Drawing codes: the only moment in which one exists in clear on our side.

use crate::lanes::inside;
use crate::slow_hash::DigestOf;
use crate::{App, Fault};
use counterfoil_core::{Code, Salt, Slot, Word};
use counterfoil_model::{AccountId, SetId};
use counterfoil_store::repo::{code::Drawn, code_set::CodeSet};
use zeroize::Zeroizing;

/// A code being shown, with the word that stands beside it.
#[derive(Debug)]
pub struct DrawnCode {
    /// The code.
    pub code: Code,
    /// Its drill word.
    pub word: Word,
}

const DRILL_WORD: &str = "drill-word";
const PAGE_WORDS: &str = "page-words";

impl App {
    /// Draws the code of a slot and what is kept of it. One slow hash.
    pub(crate) async fn draw_code(
        &self,
        account: AccountId,
        set: SetId,
        slot: Slot,
        word: Word,
        replaces: Option<Slot>,
    ) -> Result<(DrawnCode, Drawn), Fault> {
        let (tag_key, tag) = self.keys.newest_tag_key()?;
        let code = Code::draw(slot, &tag, &mut self.chance());
        let salt = Salt::draw(&mut self.chance());
        let (pepper_id, pepper) = &self.keys.newest_code_pepper()?;
        let cost = self.slow_hash.cost();
        let lane = self.slow_hash.lane(inside(account)).await?;
        let (code, digest) = lane
            .code(
                code,
                DigestOf {
                    pepper,
                    account,
                    set,
                    salt,
                    cost,
                },
            )
            .await?;
        let drill_word = self.seal_drill_word(account, set, slot, word)?;
        let drawn = Drawn {
            slot,
            salt,
            digest,
            cost,
            pepper: pepper_id.clone(),
            tag_key,
            drill_word,
            replaces,
        };
        Ok((DrawnCode { code, word }, drawn))
    }

    /// Seals the drill word beside a code.
    pub(crate) fn seal_drill_word(
        &self,
        account: AccountId,
        set: SetId,
        slot: Slot,
        word: Word,
    ) -> Result<Vec<u8>, Fault> {
        self.seal(
            DRILL_WORD,
            &[account.as_bytes(), set.as_bytes(), &[slot.get()]],
            word.as_str().as_bytes(),
        )
    }

    /// Seals the drill word beside a code once more, under the key in use.
    pub(crate) fn reseal_drill_word(
        &self,
        account: AccountId,
        set: SetId,
        slot: i64,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        let slot = u8::try_from(slot).map_err(|_| Fault::Broken("a code has no slot"))?;
        self.seal_again(
            DRILL_WORD,
            &[account.as_bytes(), set.as_bytes(), &[slot]],
            sealed,
        )
    }

    /// The drill word beside a code.
    pub(crate) fn drill_word(
        &self,
        account: AccountId,
        set: SetId,
        slot: Slot,
        sealed: &[u8],
    ) -> Result<Zeroizing<String>, Fault> {
        self.unseal_text(
            DRILL_WORD,
            &[account.as_bytes(), set.as_bytes(), &[slot.get()]],
            sealed,
        )
    }

    /// Seals a sheet's two words.
    pub(crate) fn seal_page_words(
        &self,
        account: AccountId,
        set: SetId,
        words: [Word; 2],
    ) -> Result<Vec<u8>, Fault> {
        let [first, second] = words;
        let text = format!("{} {}", first.as_str(), second.as_str());
        self.seal(
            PAGE_WORDS,
            &[account.as_bytes(), set.as_bytes()],
            text.as_bytes(),
        )
    }

    /// Seals a sheet's two words once more, under the key in use.
    pub(crate) fn reseal_page_words(
        &self,
        account: AccountId,
        set: SetId,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal_again(PAGE_WORDS, &[account.as_bytes(), set.as_bytes()], sealed)
    }

    /// A sheet's two words.
    pub(crate) fn page_words(
        &self,
        account: AccountId,
        set: &CodeSet,
    ) -> Result<[Zeroizing<String>; 2], Fault> {
        let text = self.unseal_text(
            PAGE_WORDS,
            &[account.as_bytes(), set.id.as_bytes()],
            &set.page_words,
        )?;
        let (first, second) = text
            .split_once(' ')
            .ok_or(Fault::Broken("a sheet has one page word"))?;
        Ok([
            Zeroizing::new(first.to_owned()),
            Zeroizing::new(second.to_owned()),
        ])
    }
}
