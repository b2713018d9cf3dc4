//! Turns web and mail addresses as editors write them into a yes or a reason why not.

/// Checks a mail address: one `@` between a name and a host.
///
/// # Errors
/// Says what an address looks like, after the first `: `.
pub fn check_email(text: &str) -> Result<(), String> {
    let named = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    let good = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..")
            && name.chars().all(named)
            && is_host(host)
    });
    if good {
        Ok(())
    } else {
        Err(format!("`{text}` is not an email address: write it like `help@carers.example.org`"))
    }
}

/// Checks the address of a web page: `https://` or `http://`, a host, and nothing that ends an address early.
///
/// # Errors
/// Says what an address looks like, after the first `: `.
pub fn check_web(text: &str) -> Result<(), String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let (host, port) = host.split_once(':').unwrap_or((host, "443"));
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        is_host(host) && port.bytes().all(|b| b.is_ascii_digit()) && rest.chars().all(plain)
    });
    if good {
        Ok(())
    } else {
        Err(format!("`{text}` is not a web address: write it like `https://carers.example.org`"))
    }
}

/// Labels joined by dots, at least two (RFC 1123; letters of any script, for names in other scripts).
fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_words() {
        for good in ["help@carers.example.org", "o'neil+carers@council.example"] {
            assert_eq!(check_email(good), Ok(()), "{good}");
        }
        for bad in
            ["", "help", "help@", "help@localhost", "a@b@c.org", "help @carers.org", "mailto:a@b.org", "a..b@c.org"]
        {
            assert!(check_email(bad).is_err(), "{bad}");
        }
        for good in
            ["https://carers.example.org", "http://a.example:8080/b?c=d#e", "https://www.gov.uk/carers-allowance"]
        {
            assert_eq!(check_web(good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "carers.example.org",
            "www.gov.uk",
            "https://",
            "https://carers",
            "https://a b.org",
            "javascript:alert(1)",
            "https://u@a.org",
        ] {
            assert!(check_web(bad).is_err(), "{bad}");
        }
    }
}
