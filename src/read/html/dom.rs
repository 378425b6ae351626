//! The tree of an HTML page, in one vector: no recursion, whatever the nesting.

use html5ever::interface::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, LocalName, Namespace, QualName, parse_document};
use std::borrow::Cow;
use std::cell::RefCell;

/// A page as a tree; node 0 is the document.
#[derive(Debug)]
pub(super) struct Dom {
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    parent: Option<usize>,
    children: Vec<usize>,
    data: Data,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The document itself, and the contents of templates.
    Root,
    /// An element with its attributes.
    Element(QualName, Vec<(String, String)>),
    /// Words.
    Text(String),
    /// A comment.
    Comment(String),
}

/// A step of the walk through a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A node begins.
    Enter(usize),
    /// An element ends.
    Leave(usize),
}

impl Dom {
    /// Parses a page. Every text is a page for the HTML standard; errors are mended as it prescribes.
    pub(super) fn parse(text: &str) -> Self {
        let sink = Sink { nodes: RefCell::new(vec![Node { parent: None, children: Vec::new(), data: Data::Root }]) };
        parse_document(sink, html5ever::ParseOpts::default()).one(StrTendril::from(text))
    }

    /// What a node is.
    pub(super) fn data(&self, node: usize) -> &Data {
        &self.nodes[node].data
    }

    /// The node above.
    pub(super) fn parent(&self, node: usize) -> Option<usize> {
        self.nodes[node].parent
    }

    /// The nodes below, in order.
    pub(super) fn children(&self, node: usize) -> &[usize] {
        &self.nodes[node].children
    }

    /// The name of an element in lower case; empty for all else.
    pub(super) fn name(&self, node: usize) -> &str {
        match &self.nodes[node].data {
            Data::Element(name, _) => &name.local,
            _ => "",
        }
    }

    /// An attribute of an element, without white space around it.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        match &self.nodes[node].data {
            Data::Element(_, attributes) => attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim()),
            _ => None,
        }
    }

    /// The walk through a node and all below it; `enters` says whose inside is of interest.
    pub(super) fn steps(&self, from: usize, enters: impl Fn(usize) -> bool) -> Vec<Step> {
        let (mut steps, mut open) = (Vec::new(), vec![Step::Enter(from)]);
        while let Some(step) = open.pop() {
            if let Step::Enter(node) = step {
                if !enters(node) {
                    continue;
                }
                if matches!(self.data(node), Data::Element(..)) {
                    open.push(Step::Leave(node));
                }
                open.extend(self.children(node).iter().rev().map(|child| Step::Enter(*child)));
            }
            steps.push(step);
        }
        steps
    }

    /// Every node in order.
    pub(super) fn all(&self) -> impl Iterator<Item = usize> {
        self.steps(0, |_| true).into_iter().filter_map(|step| match step {
            Step::Enter(node) => Some(node),
            Step::Leave(_) => None,
        })
    }

    /// The words below a node, as they stand.
    pub(super) fn text(&self, node: usize) -> String {
        let steps = self.steps(node, |_| true);
        let words = |node: usize| self.words(node).or_else(|| (self.name(node) == "br").then_some(" "));
        steps.iter().filter_map(|step| if let Step::Enter(node) = step { words(*node) } else { None }).collect()
    }

    /// The words of a text node.
    pub(super) fn words(&self, node: usize) -> Option<&str> {
        match &self.nodes[node].data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Takes the tree from the parser.
struct Sink {
    nodes: RefCell<Vec<Node>>,
}

impl Sink {
    fn add(&self, data: Data) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: None, children: Vec::new(), data });
        nodes.len() - 1
    }

    fn detach(&self, node: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[node].parent.take()
            && let Some(place) = nodes[parent].children.iter().rposition(|child| *child == node)
        {
            nodes[parent].children.remove(place);
        }
    }

    /// Puts a child at a place; words join the words just before.
    fn insert(&self, parent: usize, place: usize, child: NodeOrText<usize>) {
        let node = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = place.checked_sub(1).and_then(|place| nodes[parent].children.get(place).copied());
                if let Some(Data::Text(words)) = before.map(|before| &mut nodes[before].data) {
                    words.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Data::Text(text.to_string()))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let place = place.min(nodes[parent].children.len());
        nodes[node].parent = Some(parent);
        nodes[parent].children.insert(place, node);
    }

    fn end_of(&self, parent: usize) -> usize {
        self.nodes.borrow()[parent].children.len()
    }
}

/// A name that the parser asks for; names are shared, so a copy is cheap.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

fn pairs(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes.into_iter().map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string())).collect()
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Dom;
    type ElemName<'a> = Name;

    fn finish(self) -> Dom {
        Dom { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name(&self, target: &usize) -> Name {
        match &self.nodes.borrow()[*target].data {
            Data::Element(name, _) => Name(name.clone()),
            _ => Name(QualName::new(None, Namespace::from(""), LocalName::from(""))),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> usize {
        self.add(Data::Element(name, pairs(attributes)))
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.add(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> usize {
        self.add(Data::Comment(String::new()))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(*parent, self.end_of(*parent), child);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        let attached = self.nodes.borrow()[*element].parent.is_some();
        if attached {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &usize) -> usize {
        // What a template holds is not shown: it hangs on nothing. All of it in one place will do.
        let _ = target;
        self.add(Data::Root)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, new: NodeOrText<usize>) {
        let Some(parent) = self.nodes.borrow()[*sibling].parent else { return };
        if let NodeOrText::AppendNode(node) = new {
            self.detach(node);
        }
        let place = self.nodes.borrow()[parent].children.iter().rposition(|child| child == sibling).unwrap_or_default();
        self.insert(parent, place, new);
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Data::Element(_, known) = &mut self.nodes.borrow_mut()[*target].data {
            let new = pairs(attributes).into_iter().filter(|(name, _)| known.iter().all(|(known, _)| known != name)).collect::<Vec<_>>();
            known.extend(new);
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        for child in &children {
            nodes[*child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(children);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_markup_reads_as_browsers_show_it() {
        let dom = Dom::parse("<p>One <b>two<p>three</b> four<table>lost<tr><td>cell</table>");
        assert_eq!(dom.text(0), "One twothree fourlostcell");
        let paragraphs: Vec<String> = dom.all().filter(|node| dom.name(*node) == "p").map(|node| dom.text(node)).collect();
        assert_eq!(paragraphs, ["One two", "three fourlostcell"]);
    }

    #[test]
    fn deep_nesting_needs_no_stack() {
        let dom = Dom::parse(&"<div>".repeat(20_000));
        assert!(dom.all().count() > 20_000);
    }
}
