//! From a tree of values to the dataset, in steps.
use std::mem;

use super::Dataset;
use super::json::{Context, Decoded, Issue, Node, Problem, Unread};
use super::record::Field;

/// Without these there is no dataset.
const REQUIRED: [&str; 4] = ["format", "id", "title", "region"];

/// A dataset while it is read from the outermost object. A member that cannot be read and need not be there counts as
/// absent, except that private persons are masked where it is not clear whether they should be.
pub(super) struct Decoding {
    dataset: Dataset,
    context: Context,
    /// Whether all was read that had to be.
    is_whole: bool,
    /// Why members count as absent.
    lost: Vec<Issue>,
    masks: bool,
}

impl Decoding {
    /// Begins a tree.
    pub fn of(root: &Node) -> Self {
        let context = Context::of(root, Vec::new());
        Self { dataset: Dataset::BLANK, context, is_whole: false, lost: Vec::new(), masks: false }
    }

    /// Reads about so many further values; whether they were the last.
    pub fn step(&mut self, root: &Node, values: usize) -> bool {
        match self.context.step(root, &mut self.dataset, values) {
            Err(Unread::Paused) => false,
            Err(Unread::Failed) => !self.goes_on_without(root),
            Ok(()) => {
                self.is_whole = true;
                true
            }
        }
    }

    /// Starts anew without the member that could not be read. Whether there can be a dataset without it.
    fn goes_on_without(&mut self, root: &Node) -> bool {
        let Some(fatal) = self.context.last() else { return false };
        let Some(name) = root.name_at(fatal).filter(|name| !REQUIRED.contains(name)) else { return false };
        self.masks |= name == "privacy";
        self.dataset = Dataset::BLANK;
        let (before, mut absent) = mem::take(&mut self.context).end();
        absent.push(name.to_owned());
        self.context = Context::of(root, absent);
        let repeated = Problem::DuplicateField(name.to_owned());
        self.lost.extend(before.issues.into_iter().filter(|i| i.at == fatal || i.problem == repeated));
        true
    }

    /// The dataset, and what could not be read, in the order of the text.
    pub fn end(self) -> (Option<Dataset>, Decoded) {
        let (mut decoded, _) = self.context.end();
        decoded.issues.extend(self.lost);
        decoded.issues.sort_by_key(|issue| issue.at);
        let mut dataset = self.dataset;
        dataset.privacy.mask_private_persons |= self.masks;
        (self.is_whole.then_some(dataset), decoded)
    }
}
