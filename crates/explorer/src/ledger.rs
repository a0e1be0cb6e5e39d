//! Which files are wanted, on their way, there or failed.
//!
//! The page asks [`Ledger::next`] what to request, and says what became of it. A file that fails is tried once more by
//! itself; after that it is missing until a reader tries again. A file is named by its content, so that one that is
//! there stays right.
use claims::FormatError;
use serde::{Deserialize, Serialize};

/// How often a file is requested before it counts as missing.
pub const TRIES: u8 = 2;

/// Why a file is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// It cannot be reached.
    Network,
    /// The server answers with this status: 404 where it was not published.
    Status(u16),
    /// Its bytes are not those that were published; what is wrong with them.
    Damaged(String),
    /// It is of a version that this page does not know; the page has to be loaded again.
    Newer,
}

impl Fault {
    /// Whether it may go away by itself.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        !matches!(self, Self::Newer | Self::Status(400..=499))
    }
}

impl From<&FormatError> for Fault {
    fn from(error: &FormatError) -> Self {
        match error {
            FormatError::Version { found, known } if found > known => Self::Newer,
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// Where a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is to be requested.
    Wanted,
    /// It was requested.
    Loading,
    /// It is there.
    Here,
    /// It is missing.
    Failed(Fault),
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub file: String,
    /// Its bytes, packed.
    pub bytes: u64,
    /// Where it is.
    pub status: Status,
    tries: u8,
}

/// How much is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that are there.
    pub here: usize,
    /// Files that are missing.
    pub failed: usize,
    /// All files.
    pub files: usize,
    /// Bytes that are there, packed.
    pub bytes_here: u64,
    /// All bytes.
    pub bytes: u64,
}

impl Progress {
    /// Whether everything is there.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.here == self.files
    }

    /// Whether nothing more will come by itself.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.here + self.failed == self.files
    }
}

/// The files that are wanted, in the order to request them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// Wants these files, with their bytes, in this order, and no others. What is known of a file stays; one that is on
    /// its way and no longer wanted is forgotten, and its bytes are not taken when they come.
    pub fn want(&mut self, files: impl IntoIterator<Item = (String, u64)>) {
        let mut before = std::mem::take(&mut self.entries);
        for (file, bytes) in files {
            if self.entry(&file).is_some() {
                continue;
            }
            let known = before.iter().position(|entry| entry.file == file).map(|at| before.swap_remove(at));
            self.entries.push(known.unwrap_or(Entry { file, bytes, status: Status::Wanted, tries: 0 }));
        }
    }

    /// The next file to request, where fewer than `at_once` are on their way; it counts as requested.
    pub fn next(&mut self, at_once: usize) -> Option<String> {
        let loading = self.entries.iter().filter(|entry| entry.status == Status::Loading).count();
        let next = self.entries.iter_mut().find(|entry| entry.status == Status::Wanted);
        let next = next.filter(|_| loading < at_once)?;
        next.status = Status::Loading;
        next.tries = next.tries.saturating_add(1);
        Some(next.file.clone())
    }

    /// That a file came and is right. False where it was not on its way: it is no longer wanted.
    pub fn arrived(&mut self, file: &str) -> bool {
        self.settle(file, Status::Here)
    }

    /// That a file did not come, or is not right. It is wanted once more where that may help.
    /// False where it was not on its way.
    pub fn failed(&mut self, file: &str, fault: Fault) -> bool {
        let again = fault.may_pass() && self.entry(file).is_some_and(|entry| entry.tries < TRIES);
        self.settle(file, if again { Status::Wanted } else { Status::Failed(fault) })
    }

    /// Wants everything that is missing once more. Whether there was anything.
    pub fn retry(&mut self) -> bool {
        let mut any = false;
        for entry in &mut self.entries {
            if matches!(entry.status, Status::Failed(_)) {
                (entry.status, entry.tries, any) = (Status::Wanted, 0, true);
            }
        }
        any
    }

    /// The files, in the order to request them.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where a file is; `None` where it is not wanted.
    #[must_use]
    pub fn status(&self, file: &str) -> Option<&Status> {
        self.entry(file).map(|entry| &entry.status)
    }

    /// The files that are missing, and why.
    pub fn missing(&self) -> impl Iterator<Item = (&str, &Fault)> {
        self.entries.iter().filter_map(|entry| match &entry.status {
            Status::Failed(fault) => Some((entry.file.as_str(), fault)),
            _ => None,
        })
    }

    /// How much is there.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { files: self.entries.len(), ..Progress::default() };
        for entry in &self.entries {
            progress.bytes += entry.bytes;
            match entry.status {
                Status::Here => {
                    progress.here += 1;
                    progress.bytes_here += entry.bytes;
                }
                Status::Failed(_) => progress.failed += 1,
                Status::Wanted | Status::Loading => {}
            }
        }
        progress
    }

    fn entry(&self, file: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.file == file)
    }

    fn settle(&mut self, file: &str, status: Status) -> bool {
        let loading = |entry: &&mut Entry| entry.file == file && entry.status == Status::Loading;
        match self.entries.iter_mut().find(loading) {
            Some(entry) => {
                entry.status = status;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ledger(files: &[&str]) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.want(files.iter().map(|file| ((*file).to_owned(), 10)));
        ledger
    }

    #[test]
    fn a_file_is_tried_twice_and_then_missing() {
        let mut ledger = ledger(&["a", "b"]);
        assert_eq!(ledger.next(1).as_deref(), Some("a"));
        assert_eq!(ledger.next(1), None);
        assert!(ledger.failed("a", Fault::Network));
        assert_eq!(ledger.next(1).as_deref(), Some("a"));
        assert!(ledger.failed("a", Fault::Network) && !ledger.failed("a", Fault::Network));
        assert_eq!(ledger.missing().collect::<Vec<_>>(), [("a", &Fault::Network)]);
        assert_eq!(ledger.next(1).as_deref(), Some("b"));
        assert!(ledger.arrived("b") && ledger.progress().is_settled() && !ledger.progress().is_complete());
        assert!(ledger.retry() && !ledger.retry());
        assert_eq!(ledger.next(1).as_deref(), Some("a"));
        assert!(ledger.arrived("a") && ledger.progress().is_complete());
    }

    #[test]
    fn what_was_not_published_is_not_asked_for_again() {
        for fault in [Fault::Status(404), Fault::Newer] {
            let mut ledger = ledger(&["a"]);
            ledger.next(1);
            ledger.failed("a", fault.clone());
            assert_eq!(ledger.status("a"), Some(&Status::Failed(fault)));
        }
    }

    #[test]
    fn what_is_here_stays_when_something_else_is_wanted() {
        let mut ledger = ledger(&["a", "b"]);
        ledger.next(2);
        ledger.next(2);
        assert!(ledger.arrived("a"));
        ledger.want([("c".to_owned(), 5), ("a".to_owned(), 10), ("c".to_owned(), 5)]);
        assert_eq!(ledger.status("a"), Some(&Status::Here));
        assert!(!ledger.arrived("b"), "nobody wants it now");
        assert_eq!(ledger.next(2).as_deref(), Some("c"));
        let progress = Progress { here: 1, failed: 0, files: 2, bytes_here: 10, bytes: 15 };
        assert_eq!(ledger.progress(), progress);
    }

    #[derive(Clone, Debug)]
    enum Step {
        Want(Vec<u8>),
        Next,
        Arrived(u8),
        Failed(u8),
        Retry,
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            1 => proptest::collection::vec(0_u8..6, 0..6).prop_map(Step::Want),
            4 => Just(Step::Next),
            2 => (0_u8..6).prop_map(Step::Arrived),
            2 => (0_u8..6).prop_map(Step::Failed),
            1 => Just(Step::Retry),
        ];
        proptest::collection::vec(step, 0..60)
    }

    proptest! {
        /// Whatever happens in whatever order: never too many at once, never one twice, and at the end everything can
        /// be there.
        #[test]
        fn nothing_is_lost(steps in steps(), at_once in 1_usize..4) {
            let mut ledger = ledger(&["0", "1", "2"]);
            for step in steps {
                match step {
                    Step::Want(files) => ledger.want(files.iter().map(|file| (file.to_string(), 1))),
                    Step::Next => {
                        if let Some(file) = ledger.next(at_once) {
                            prop_assert_eq!(ledger.status(&file), Some(&Status::Loading));
                        }
                    }
                    Step::Arrived(file) => {
                        let was = ledger.status(&file.to_string()) == Some(&Status::Loading);
                        prop_assert_eq!(ledger.arrived(&file.to_string()), was);
                    }
                    Step::Failed(file) => {
                        ledger.failed(&file.to_string(), Fault::Network);
                    }
                    Step::Retry => {
                        ledger.retry();
                    }
                }
                let loading = ledger.entries().iter().filter(|entry| entry.status == Status::Loading).count();
                prop_assert!(loading <= at_once);
                let mut names: Vec<&String> = ledger.entries().iter().map(|entry| &entry.file).collect();
                names.sort();
                names.dedup();
                prop_assert_eq!(names.len(), ledger.entries().len());
                let progress = ledger.progress();
                prop_assert_eq!(ledger.missing().count(), progress.failed);
            }
            ledger.retry();
            let loading: Vec<String> = ledger
                .entries()
                .iter()
                .filter(|entry| entry.status == Status::Loading)
                .map(|entry| entry.file.clone())
                .collect();
            for file in loading {
                ledger.arrived(&file);
            }
            while let Some(file) = ledger.next(at_once) {
                prop_assert!(ledger.arrived(&file));
            }
            prop_assert!(ledger.progress().is_complete());
        }
    }
}
