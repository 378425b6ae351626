//! What the markup of a page says of its date: metadata, structured data, marked times, its address.
//!
//! The fields and their order follow Barbaresi, "htmldate: A Python package to extract publication dates from web pages" (JOSS 2020).

use super::dom::Dom;
use super::main_text::may_tell;
use super::page::{meta, one_line};
use crate::model::{DateEvidence, DateSource, Edtf};
use crate::read::full_date::full_date;
use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

/// Names of metadata that hold the day of publication, the surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datePublished",
    "parsely-pub-date",
    "sailthru.date",
    "cXenseParse:recs:publishtime",
    "publish_date",
    "publish-date",
    "publication_date",
    "pubdate",
    "pub_date",
    "published_at",
    "published-date",
    "originalPublicationDate",
    "article_date_original",
    "ptime",
    "article.published",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "prism.publicationDate",
    "rnews:datePublished",
    "og:published_time",
    "og:pubdate",
    "timestamp",
    "date",
    "dateCreated",
];

/// Names of metadata that hold the day of the last change.
const CHANGED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "article:updated",
    "dateModified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "modified",
    "updated_time",
    "revised",
];

/// What the structured data (JSON-LD) of a page says.
#[derive(Debug, Default)]
pub(super) struct Structured {
    published: Option<String>,
    changed: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
}

/// Reads the structured data of a page. Broken data is passed over.
pub(super) fn structured(dom: &Dom) -> Structured {
    let scripts = dom.all().filter(|node| dom.name(*node) == "script");
    let json = scripts.filter(|node| dom.attribute(*node, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")));
    let mut found = Structured::default();
    for script in json {
        let words = dom.text(script);
        let words = words.trim().trim_start_matches("<!--").trim_end_matches("-->").trim_end_matches(';');
        if let Ok(value) = serde_json::from_str::<Value>(words).or_else(|_| serde_json::from_str(&without_last_commas(words))) {
            found.take(&value, 0);
        }
    }
    found
}

/// JSON without the commas before a closing bracket, which many pages write and browsers never see.
fn without_last_commas(json: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::with_capacity(json.len()), false, false);
    for letter in json.chars() {
        if !quoted && matches!(letter, '}' | ']') {
            let kept = out.trim_end().len();
            if out[..kept].ends_with(',') {
                out.truncate(kept - 1);
            }
        }
        quoted ^= letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        out.push(letter);
    }
    out
}

/// Objects lie this deep at most.
const DEEPEST: usize = 6;

impl Structured {
    fn take(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(values) if depth < DEEPEST => values.iter().for_each(|value| self.take(value, depth + 1)),
            Value::Object(fields) if depth < DEEPEST => {
                let string = |name: &str| fields.get(name).and_then(Value::as_str).map(one_line);
                let kinds = fields.get("@type").map(Value::to_string).unwrap_or_default();
                let article = ["Article", "Posting", "Report", "WebPage", "NewsStory"].iter().any(|kind| kinds.contains(kind));
                if article {
                    self.published = self.published.take().or_else(|| string("datePublished")).or_else(|| string("dateCreated"));
                    self.changed = self.changed.take().or_else(|| string("dateModified"));
                    self.headline = self.headline.take().or_else(|| string("headline"));
                    let name = fields.get("publisher").and_then(|publisher| publisher.get("name")).and_then(Value::as_str).map(one_line);
                    self.publisher = self.publisher.take().or(name);
                }
                for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                    if let Some(value) = fields.get(name) {
                        self.take(value, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Every date in the markup of a page, in order of place within its kind.
pub(super) fn in_markup(dom: &Dom, data: &Structured, url: Option<&str>) -> Vec<DateEvidence> {
    let mut found = Vec::new();
    let mut add = |source: DateSource, name: &str, value: &str| {
        if let Some(date) = moment(value) {
            found.push(DateEvidence { date: Edtf::day(date), source, words: format!("{name} {value}"), span: None });
        }
    };
    for (names, source) in [(PUBLISHED, DateSource::Metadata), (CHANGED, DateSource::Changed)] {
        for name in names {
            if let Some(value) = meta(dom, &[name]) {
                add(source, name, &value);
            }
        }
    }
    if let Some(value) = &data.published {
        add(DateSource::StructuredData, "datePublished", value);
    }
    if let Some(value) = &data.changed {
        add(DateSource::Changed, "dateModified", value);
    }
    for node in dom.all().filter(|node| matches!(dom.name(*node), "time" | "abbr" | "span" | "meta")) {
        let prop = dom.attribute(node, "itemprop").unwrap_or_default();
        let stated = dom.attribute(node, "datetime").or_else(|| dom.attribute(node, "content")).or_else(|| dom.attribute(node, "title"));
        let shown = one_line(&dom.text(node));
        let value = stated.filter(|stated| moment(stated).is_some()).unwrap_or(&shown);
        let class = dom.attribute(node, "class").unwrap_or_default().to_lowercase();
        match (prop, dom.name(node)) {
            ("datePublished" | "dateCreated", _) => add(DateSource::StructuredData, prop, value),
            ("dateModified", _) => add(DateSource::Changed, prop, value),
            (_, "abbr") if class.contains("published") => add(DateSource::TimeElement, "abbr", value),
            (_, "time") if ["updated", "modified"].iter().any(|word| class.contains(word)) => add(DateSource::Changed, "time", value),
            (_, "time") => add(DateSource::TimeElement, "time", value),
            _ => {}
        }
    }
    for node in dom.all().filter(|node| is_byline(dom, *node)) {
        let shown = one_line(&dom.text(node));
        if let Some((date, change)) = day_in_byline(&shown) {
            let source = if change { DateSource::Changed } else { DateSource::TimeElement };
            found.push(DateEvidence { date: Edtf::day(date), source, words: shown, span: None });
        }
    }
    if let Some((date, words)) = url.and_then(day_in_path) {
        found.push(DateEvidence { date: Edtf::day(date), source: DateSource::Url, words: words.to_owned(), span: None });
    }
    found
}

/// Words of classes and identifiers that systems of content give to the line with author and date.
const BYLINES: &[&str] = &["date", "dateline", "pubdate", "published", "posted", "submitted", "byline", "meta", "timestamp"];

/// Letters in such a line at most.
const LONGEST_BYLINE: usize = 120;

/// Whether a node is such a line of the article, not of what stands around it.
fn is_byline(dom: &Dom, node: usize) -> bool {
    let said = ["class", "id"].iter().filter_map(|name| dom.attribute(node, name));
    let named = said.flat_map(|names| names.split([' ', '-', '_'])).any(|word| BYLINES.iter().any(|line| word.eq_ignore_ascii_case(line)));
    matches!(dom.name(node), "div" | "p" | "span")
        && named
        && dom.text(node).len() <= LONGEST_BYLINE
        && std::iter::successors(Some(node), |node| dom.parent(*node)).all(|above| may_tell(dom, above))
}

/// The first full day of a line, and whether it is that of a change.
fn day_in_byline(line: &str) -> Option<(NaiveDate, bool)> {
    let starts = line.char_indices().filter(|(at, c)| c.is_ascii_alphanumeric() && !line[..*at].ends_with(|c: char| c.is_alphanumeric()));
    let (at, date) = starts.into_iter().find_map(|(at, _)| {
        let rest = &line[at..];
        let digits = || leading_day(rest).map(|(date, _)| date);
        Some((at, full_date(rest).map(|(date, _)| date).or_else(digits)?))
    })?;
    let before = line[..at].to_ascii_lowercase();
    Some((date, ["updated", "modified"].iter().any(|word| before.contains(word))))
}

/// The civil day of a machine-readable or written moment, as the page gives it: no change of zone, because readers of the page see
/// that day. `2025-03-17T08:00:00Z`, `20250317`, `Mon, 17 Mar 2025 08:00:00 GMT`, `March 17, 2025`.
pub(in crate::read) fn moment(value: &str) -> Option<NaiveDate> {
    let value = value.trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let packed = || {
        let ends = value.len() == 8 || value[8..].starts_with(['T', ' ']) || value.len() == 14;
        NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok().filter(|_| ends)
    };
    let date = if digits >= 8 { packed() } else { full_date(value).map(|(date, _)| date) };
    date.filter(|date| (FIRST..=LAST).contains(&date.year()))
}

/// Years in which an article can have been published: since the first newspapers.
const FIRST: i32 = 1600;
const LAST: i32 = 2200;

/// A day in an address or in the name of a file, with its words: `/2025/03/17/`, `2025-03-17-title.txt`, `20250317`, `17-03-2025`.
///
/// Day and month are told apart only where the year stands first or the day is beyond 12.
pub(in crate::read) fn day_in_path(path: &str) -> Option<(NaiveDate, &str)> {
    let bytes = path.as_bytes();
    let starts = (0..bytes.len())
        .filter(|at| bytes[*at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric()));
    for start in starts {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'_' | b'.')).count();
        let words = path[start..start + length].trim_end_matches(['-', '/', '_', '.']);
        if let Some((date, length)) = leading_day(words) {
            return Some((date, &words[..length]));
        }
    }
    None
}

/// The day at the start of digits and marks, with the length of its words.
fn leading_day(words: &str) -> Option<(NaiveDate, usize)> {
    let number =
        |from: usize, to: usize| words.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse::<u32>().ok();
    let ends = |at: usize| !words.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mark = |at: usize| words.as_bytes().get(at).copied().filter(|byte| !byte.is_ascii_digit());
    let day = |year: u32, month: u32, day: u32| {
        let year = i32::try_from(year).ok().filter(|year| (FIRST..=LAST).contains(year))?;
        NaiveDate::from_ymd_opt(year, month, day)
    };
    if let (Some(year), Some(one), true) = (number(0, 4), mark(4), mark(4) == mark(7))
        && ends(10)
        && matches!(one, b'-' | b'/' | b'_' | b'.')
    {
        return Some((day(year, number(5, 7)?, number(8, 10)?)?, 10));
    }
    if let Some(packed) = number(0, 8).filter(|_| ends(8)) {
        return Some((day(packed / 10_000, packed / 100 % 100, packed % 100)?, 8));
    }
    if mark(2).is_some() && mark(2) == mark(5) && ends(10) {
        let (first, second, year) = (number(0, 2)?, number(3, 5)?, number(6, 10)?);
        let dotted = mark(2) == Some(b'.');
        return match (first > 12 || dotted, second > 12) {
            (true, false) => Some((day(year, second, first)?, 10)),
            (false, true) => Some((day(year, first, second)?, 10)),
            _ => None,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_the_day_that_the_page_shows() {
        for (value, day) in [
            ("2025-03-17T23:30:00+02:00", "2025-03-17"),
            ("2025-03-17", "2025-03-17"),
            ("20250317", "2025-03-17"),
            ("20250317T080000Z", "2025-03-17"),
            ("Mon, 17 Mar 2025 08:00:00 GMT", "2025-03-17"),
            ("March 17, 2025", "2025-03-17"),
        ] {
            assert_eq!(moment(value).map(|date| date.to_string()).as_deref(), Some(day), "{value}");
        }
        for value in ["", "yesterday", "1742201234", "2025", "2025-13-40", "0001-01-01T00:00:00Z"] {
            assert_eq!(moment(value), None, "{value}");
        }
    }

    /// The best date of a page with this head and these words, and where it stands; as `Published` would take it.
    fn best(head: &str, body: &str) -> Option<(String, DateSource)> {
        let html = format!("<html><head>{head}</head><body><article><h1>Plan agreed</h1>{body}</article></body></html>");
        let dom = Dom::parse(&html);
        let url = meta(&dom, &["og:url"]);
        let mut found = in_markup(&dom, &structured(&dom), url.as_deref());
        found.sort_by_key(|evidence| evidence.source);
        found.first().map(|evidence| (evidence.date.to_string(), evidence.source))
    }

    #[test]
    fn pages_of_common_systems_give_their_day() {
        use DateSource::{Changed, Metadata, StructuredData, TimeElement, Url};
        for (head, body, day, source) in [
            (
                r#"<meta property="article:published_time" content="2024-05-06T09:12:00+00:00"><meta property="article:modified_time" content="2024-06-01T10:00:00Z">"#,
                "",
                "2024-05-06",
                Metadata,
            ),
            (r#"<meta name="DC.date.issued" content="2016-01-20">"#, "", "2016-01-20", Metadata),
            (r#"<meta name="pubdate" content="20150908">"#, "", "2015-09-08", Metadata),
            (r#"<meta name="sailthru.date" content="2014-04-01 10:22:11">"#, "", "2014-04-01", Metadata),
            (r#"<meta name="parsely-pub-date" content="2013-06-17T00:00:00Z">"#, "", "2013-06-17", Metadata),
            (r#"<meta http-equiv="last-modified" content="Tue, 30 Jun 2015 10:00:00 GMT">"#, "", "2015-06-30", Changed),
            (r#"<meta property="og:url" content="https://example.org/news/2016-03-14-plan">"#, "", "2016-03-14", Url),
            (
                r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-11-02T07:00:00Z"}</script>"#,
                "",
                "2023-11-02",
                StructuredData,
            ),
            (
                r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"Article","datePublished":"2022-08-15"}]}</script>"#,
                "",
                "2022-08-15",
                StructuredData,
            ),
            (
                r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-03-03T00:00:00Z",}</script>"#,
                "",
                "2020-03-03",
                StructuredData,
            ),
            ("", r#"<time datetime="2021-03-09T14:00:00Z">9 March</time>"#, "2021-03-09", TimeElement),
            ("", "<time>December 24, 2020</time>", "2020-12-24", TimeElement),
            ("", r#"<span itemprop="datePublished" content="2019-07-04">July 4</span>"#, "2019-07-04", StructuredData),
            ("", r#"<abbr class="published" title="2012-05-12T08:00:00">May 12</abbr>"#, "2012-05-12", TimeElement),
            ("", r#"<div class="entry-meta">Posted on October 30, 2017 by admin</div>"#, "2017-10-30", TimeElement),
            ("", r#"<p class="date">13/02/2021</p>"#, "2021-02-13", TimeElement),
            ("", r#"<div class="post-meta">Updated 4 March 2025 by Ann</div>"#, "2025-03-04", Changed),
        ] {
            assert_eq!(best(head, body), Some((day.to_owned(), source)), "{head}{body}");
        }
        for body in [
            // Month or day first? Another article's day. A day that the article tells of.
            r#"<p class="date">03/02/2021</p>"#,
            r#"<div class="related"><div class="meta">Posted on October 30, 2017</div></div>"#,
            "<p>The fair opens on 5 May 2024.</p>",
        ] {
            assert_eq!(best("", body), None, "{body}");
        }
    }

    #[test]
    fn days_in_addresses_and_names_of_files() {
        for (path, day) in [
            ("https://example.org/world/2025/03/17/talks-in-paris", "2025-03-17"),
            ("2025-03-17-title.txt", "2025-03-17"),
            ("news/20250317.md", "2025-03-17"),
            ("talks_2025_03_17.txt", "2025-03-17"),
            ("talks 17.03.2025.txt", "2025-03-17"),
            ("17-03-2025.txt", "2025-03-17"),
        ] {
            assert_eq!(day_in_path(path).map(|(date, _)| date.to_string()).as_deref(), Some(day), "{path}");
        }
        for path in
            ["003_7404d592642afe55.txt", "03-04-2025.txt", "talks.txt", "a20250317.txt", "12345678901.txt", "2025/3.txt", "v1.2.2025"]
        {
            assert_eq!(day_in_path(path), None, "{path}");
        }
    }
}
