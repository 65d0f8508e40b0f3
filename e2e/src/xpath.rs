//! How the words a person sees become a place in the page.

/// A form field by its label, its accessible name, or its `name`.
pub(crate) fn field(called: &str) -> String {
    let text = literal(called);
    let fields = "self::input[not(@type='hidden')] or self::textarea or self::select";
    format!(
        "//*[{fields}][@name={text} or @aria-label={text} or @id=//label[{says}]/@for or ancestor::label[{says}]]",
        says = says(&text)
    )
}

/// Something to press: a button, a link, or what opens more.
pub(crate) fn control(called: &str) -> String {
    let text = literal(called);
    format!(
        "//*[self::button or self::a or self::summary or @role='button'][{says} or @aria-label={text}] \
         | //input[@type='submit' or @type='button'][@value={text}]",
        says = says(&text)
    )
}

fn says(text: &str) -> String {
    format!("normalize-space(.)={text}")
}

/// `XPath` has no escapes: a text with both kinds of quotes is put together from parts.
fn literal(text: &str) -> String {
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('"').map(|part| format!("\"{part}\"")).collect();
    format!("concat({})", parts.join(", '\"', "))
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn both_kinds_of_quotes_fit_in() {
        assert_eq!(
            literal("I don't have my phone"),
            "\"I don't have my phone\""
        );
        assert_eq!(
            literal("say \"I don't\""),
            r#"concat("say ", '"', "I don't", '"', "")"#
        );
    }
}
