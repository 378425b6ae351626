//! Recognises a chunk of text as a web address, so that the tokenizer leaves it whole.
//!
//! The grammar is the one that the model was trained with: an optional scheme, optional user information, a host name
//! with a top-level domain or a public IPv4 address, an optional port, an optional path.

use super::chars::CharSet;

/// Whether a chunk without white space is a web address. Linear in its length.
pub(super) fn is_url(chunk: &str, alpha_lower: &CharSet) -> bool {
    if !chunk.contains('.') {
        return false;
    }
    let scheme = chunk.find("://").filter(|&end| is_scheme(&chunk[..end])).map(|end| end + 3);
    let users = chunk.match_indices('@').map(|(at, _)| at + 1).filter(|&start| start > 1);
    [0].into_iter().chain(scheme).chain(users).any(|start| is_host_and_path(&chunk[start..], alpha_lower))
}

fn is_scheme(text: &str) -> bool {
    text.chars().nth(1).is_some() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.'))
}

fn is_host_and_path(text: &str, alpha_lower: &CharSet) -> bool {
    // No host goes past the next '@', so all starts together read the chunk once.
    let end = text.find([':', '/', '?', '#', '@']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    (is_domain(host, alpha_lower) || is_public_address(host)) && is_port_and_path(rest)
}

fn is_port_and_path(rest: &str) -> bool {
    let path = match rest.strip_prefix(':') {
        None => rest,
        Some(port) => {
            let path = port.trim_start_matches(|c: char| c.is_ascii_digit());
            if !(2..=5).contains(&(port.len() - path.len())) {
                return false;
            }
            path
        }
    };
    path.is_empty() || path.starts_with(['/', '?', '#'])
}

fn is_domain(host: &str, alpha_lower: &CharSet) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else { return false };
    (2..=63).contains(&top.chars().take(64).count()) && alpha_lower.contains_all(top) && labels.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c);
    (1..=64).contains(&label.chars().take(65).count())
        && label.starts_with(plain)
        && label.ends_with(plain)
        && label.chars().all(|c| plain(c) || c == '_' || c == '-')
}

/// An IPv4 address outside the networks 10, 127, 169.254, 192.168 and 172.16 to 172.31.
fn is_public_address(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').take(5).collect();
    let [first, second, third, fourth] = parts[..] else { return false };
    let number = |text: &str| {
        let digits = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits { text.parse::<u16>().ok() } else { None }
    };
    let outer = |text: &str, max: u16| number(text).filter(|&n| !text.starts_with('0') && n <= max);
    let inner = |text: &str| number(text).filter(|&n| n <= 255 && !(text.len() == 3 && text.starts_with('0')));
    match (outer(first, 223), inner(second), inner(third), outer(fourth, 254)) {
        (Some(10 | 127), ..) | (Some(169), Some(254), ..) | (Some(192), Some(168), ..) | (Some(172), Some(16..=31), ..) => false,
        (Some(_), Some(_), Some(_), Some(_)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_url;
    use crate::language::chars::CharSet;

    #[test]
    fn addresses_and_what_only_looks_like_one() {
        let lower = CharSet::new(&[(u32::from('a'), u32::from('z'))]);
        for url in ["bbc.co.uk", "http://x.org", "https://u:p@x-y.org:8080/a?b#c", "me@x.org", "8.8.8.8", "ftp://8.8.8.8/x", "a_b.org?q"] {
            assert!(is_url(url, &lower), "{url}");
        }
        for other in
            ["", "end.", "U.S.", "a.b", "-x.org", "x-.org", "x..org", "10.0.0.1", "192.168.1.1", "8.8.8", "x.org:1", "@x.org", "x.Org"]
        {
            assert!(!is_url(other, &lower), "{other}");
        }
    }
}
