//! Which part of a page is the article.
//!
//! A simple form of two known methods. What pages repeat around an article (navigation, footers, forms, lists of links) is left out by
//! element, role and class. Then, as Readability does (Arc90, 2009), every paragraph gives points for its length and its commas to the
//! element above it and half of them to the next one; points shrink with the share of words inside links, the measure that
//! Kohlschütter, Fankhauser and Nejdl found most telling ("Boilerplate Detection using Shallow Text Features", WSDM 2010).

use super::dom::{Data, Dom, Step};
use std::collections::BTreeMap;

/// Elements that never hold words of an article.
const NEVER: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "input", "textarea", "svg", "math",
    "iframe", "object", "embed", "audio", "video", "canvas", "dialog", "figure", "picture", "head", "menu", "map",
];

/// Words of classes and identifiers that pages give to what stands around an article.
const AROUND: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "footer",
    "sidebar",
    "related",
    "recommended",
    "recommendations",
    "recirculation",
    "comments",
    "comment",
    "share",
    "sharing",
    "social",
    "promo",
    "newsletter",
    "signup",
    "subscribe",
    "subscription",
    "cookie",
    "cookies",
    "consent",
    "banner",
    "advert",
    "advertisement",
    "ad",
    "ads",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "trending",
    "popular",
    "toolbar",
    "hidden",
    "caption",
    "credit",
    "tags",
    "copyright",
    "disclaimer",
    "paywall",
    "modal",
    "popup",
    "skip",
    "sponsored",
    "outbrain",
    "taboola",
];

/// Whether the inside of a node can belong to an article.
pub(super) fn may_tell(dom: &Dom, node: usize) -> bool {
    let Data::Element(..) = dom.data(node) else { return true };
    let hidden = dom.attribute(node, "hidden").is_some() || dom.attribute(node, "aria-hidden") == Some("true");
    let role = dom.attribute(node, "role").is_some_and(|role| {
        matches!(role, "navigation" | "banner" | "contentinfo" | "complementary" | "search" | "dialog" | "menu" | "form")
    });
    let styled = dom.attribute(node, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    !(NEVER.contains(&dom.name(node)) || hidden || role || styled || is_around(dom, node))
}

/// By its class or identifier; never said of the page as a whole.
fn is_around(dom: &Dom, node: usize) -> bool {
    let whole = matches!(dom.name(node), "html" | "body" | "main" | "article" | "p" | "h1");
    let said = ["class", "id"].iter().filter_map(|name| dom.attribute(node, name));
    !whole && said.flat_map(|names| names.split([' ', '-', '_'])).any(|word| AROUND.iter().any(|around| word.eq_ignore_ascii_case(around)))
}

/// Fewer characters than this make no paragraph.
const SHORTEST: usize = 25;

/// Siblings with this share of the best part's points belong to it.
const BESIDE: f64 = 0.2;

/// The element that holds the article; the document if no part stands out.
pub(super) fn main_part(dom: &Dom) -> usize {
    let marked: Vec<usize> = dom.all().filter(|node| dom.attribute(*node, "itemprop") == Some("articleBody")).collect();
    let counts = Counts::new(dom);
    if let [body] = marked[..]
        && counts.letters(body) >= 200
    {
        return body;
    }
    let points = points(dom, &counts);
    let dense = |node: usize| points.get(&node).copied().unwrap_or_default() * (1.0 - counts.link_share(node));
    let best = points.keys().copied().max_by(|one, other| dense(*one).total_cmp(&dense(*other)).then(other.cmp(one)));
    let Some(best) = best else { return 0 };
    let above = |node: usize| std::iter::successors(dom.parent(node), |node| dom.parent(*node));
    if let Some(article) = above(best).find(|node| dom.name(*node) == "article").filter(|node| counts.link_share(*node) < 0.5) {
        return article;
    }
    // A text cut into parts by advertisements: the element around them.
    let parent = dom.parent(best).filter(|parent| !matches!(dom.name(*parent), "body" | "html" | ""));
    let beside = |parent: usize| dom.children(parent).iter().filter(|child| **child != best).map(|child| dense(*child)).sum::<f64>();
    parent.filter(|parent| beside(*parent) >= BESIDE * dense(best)).unwrap_or(best)
}

/// How many letters stand below each node, and how many of them in links.
struct Counts {
    letters: Vec<usize>,
    linked: Vec<usize>,
}

impl Counts {
    fn new(dom: &Dom) -> Self {
        let steps = dom.steps(0, |node| may_tell(dom, node));
        let size = dom.all().max().map_or(1, |last| last + 1);
        let mut counts = Self { letters: vec![0; size], linked: vec![0; size] };
        let mut links = 0_usize;
        for step in &steps {
            match *step {
                Step::Enter(node) if dom.name(node) == "a" => links += 1,
                Step::Leave(node) if dom.name(node) == "a" => links -= 1,
                Step::Enter(node) => {
                    let letters = dom.words(node).map_or(0, |words| words.split_whitespace().map(|word| word.chars().count() + 1).sum());
                    counts.letters[node] = letters;
                    counts.linked[node] = if links > 0 { letters } else { 0 };
                }
                Step::Leave(_) => {}
            }
            if let Step::Leave(node) = *step {
                let sum = |of: &[usize]| dom.children(node).iter().map(|child| of[*child]).sum();
                (counts.letters[node], counts.linked[node]) = (sum(&counts.letters), sum(&counts.linked));
            }
        }
        counts
    }

    fn letters(&self, node: usize) -> usize {
        self.letters.get(node).copied().unwrap_or_default()
    }

    /// From 0, no letter stands in a link, to 1.
    fn link_share(&self, node: usize) -> f64 {
        self.linked.get(node).copied().unwrap_or_default() as f64 / self.letters(node).max(1) as f64
    }
}

fn points(dom: &Dom, counts: &Counts) -> BTreeMap<usize, f64> {
    let mut points = BTreeMap::new();
    for step in dom.steps(0, |node| may_tell(dom, node)) {
        let Step::Enter(node) = step else { continue };
        let own =
            || dom.children(node).iter().filter(|child| dom.words(**child).is_some()).map(|child| counts.letters(*child)).sum::<usize>();
        let paragraph = matches!(dom.name(node), "p" | "pre" | "blockquote") || dom.name(node) == "div" && own() >= 80;
        if !paragraph || counts.letters(node) < SHORTEST {
            continue;
        }
        let commas = dom.children(node).iter().filter_map(|child| dom.words(*child)).map(|words| words.matches(',').count()).sum::<usize>();
        let worth = (1.0 + commas as f64 + (counts.letters(node) as f64 / 100.0).min(3.0)) * (1.0 - counts.link_share(node));
        let holder = if dom.name(node) == "div" { Some(node) } else { dom.parent(node) };
        if let Some(holder) = holder {
            *points.entry(holder).or_default() += worth;
            if let Some(next) = dom.parent(holder) {
                *points.entry(next).or_default() += worth / 2.0;
            }
        }
    }
    points
}
