//! A page as an article: title, words, address, publisher, and the dates that its markup gives.

use super::dates::{self, in_markup};
use super::dom::{Data, Dom};
use super::main_text::main_part;
use super::words::Words;
use crate::model::DateEvidence;
use crate::read::structure::Piece;

/// What a page holds.
#[derive(Debug)]
pub(in crate::read) struct Page {
    /// The article's words: its title, then its paragraphs and headings, with empty lines between them.
    pub(in crate::read) text: String,
    /// The parts of the text.
    pub(in crate::read) pieces: Vec<Piece>,
    /// The headline.
    pub(in crate::read) title: Option<String>,
    /// The name of the site.
    pub(in crate::read) publisher: Option<String>,
    /// Where it was published.
    pub(in crate::read) url: Option<String>,
    /// What its markup says of its date.
    pub(in crate::read) dates: Vec<DateEvidence>,
}

/// Reads a page. A page without an article gives one without words.
pub(in crate::read) fn page(html: &str) -> Page {
    let dom = Dom::parse(html);
    let data = dates::structured(&dom);
    let part = main_part(&dom);
    let named = |names: &[&str]| meta(&dom, names);
    let site = data.publisher.clone().or_else(|| named(&["og:site_name", "application-name"]));
    let headline = headline(&dom, part);
    let shown = headline.map(|node| one_line(&dom.text(node)));
    let title = shown.or_else(|| named(&["og:title", "twitter:title"])).or_else(|| data.headline.clone()).or_else(|| window_title(&dom));
    let mut words = Words::default();
    if let Some(title) = &title {
        words.push(title, true);
    }
    words.read(&dom, part, headline);
    let url = address(&dom).or_else(|| named(&["og:url"]));
    let dates = in_markup(&dom, &data, url.as_deref());
    Page { text: words.text, pieces: words.pieces, title, publisher: site, url, dates }
}

/// Words with single spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first of these names in the page's metadata that has a value.
pub(super) fn meta(dom: &Dom, names: &[&str]) -> Option<String> {
    let of = |name: &str| {
        let mut tags = dom.all().filter(|node| dom.name(*node) == "meta");
        let tag = tags.find(|node| {
            ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .any(|key| dom.attribute(*node, key).is_some_and(|said| said.eq_ignore_ascii_case(name)))
        })?;
        dom.attribute(tag, "content").filter(|value| !value.is_empty()).map(one_line)
    };
    names.iter().find_map(|name| of(name))
}

/// The headline on the page: the first `h1` of the article, else of the page.
fn headline(dom: &Dom, part: usize) -> Option<usize> {
    let is_headline = |node: &usize| dom.name(*node) == "h1" && !dom.text(*node).trim().is_empty();
    let inside = |node: usize| std::iter::successors(Some(node), |node| dom.parent(*node)).any(|above| above == part);
    let all: Vec<usize> = dom.all().filter(is_headline).collect();
    all.iter().copied().find(|node| inside(*node)).or_else(|| all.first().copied())
}

/// The title of the window, without the name of the site behind it.
fn window_title(dom: &Dom) -> Option<String> {
    let title = dom.all().find(|node| dom.name(*node) == "title").map(|node| one_line(&dom.text(node)))?;
    let marks = [" | ", " - ", " \u{2013} ", " \u{2014} ", " :: "];
    let cut = marks.iter().filter_map(|mark| title.rsplit_once(mark)).find(|(front, site)| front.len() > site.len());
    let title = cut.map_or(title.as_str(), |(front, _)| front).trim().to_owned();
    (!title.is_empty()).then_some(title)
}

/// The address that the page gives for itself, or from which a browser saved it.
fn address(dom: &Dom) -> Option<String> {
    let canonical = dom.all().find(|node| dom.name(*node) == "link" && dom.attribute(*node, "rel") == Some("canonical"));
    let named = canonical.and_then(|node| dom.attribute(node, "href")).filter(|href| href.starts_with("http")).map(str::to_owned);
    named.or_else(|| {
        dom.all().find_map(|node| match dom.data(node) {
            Data::Comment(words) => {
                let (_, rest) = words.split_once("saved from url=")?;
                rest[rest.find("http")?..].split_whitespace().next().map(str::to_owned)
            }
            _ => None,
        })
    })
}
