//! All cells of a cube: every region, time, programme and group with every total above it.
//!
//! An [`Axis`] is a tree of nodes, the total first; a cell is a node of each axis.
//! Counts and amounts of the leaves are added up to all totals, so that a cell and what it is made of can be looked at
//! together ([`crate::suppress`]).

/// The axes of a cube, in the order in which cells are sorted.
pub const DIMENSIONS: usize = 4;
/// The axis of regions.
pub const REGION: usize = 0;
/// The axis of time: all, years, months.
pub const TIME: usize = 1;
/// The axis of programmes: all, then each.
pub const PROGRAMME: usize = 2;
/// The axis of groups: all, then each.
pub const GROUP: usize = 3;

/// A node of each axis.
pub type Point = [u16; DIMENSIONS];

/// A tree of nodes. A node stands behind its parent, and node 0 is the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    parents: Vec<u16>,
    depths: Vec<u8>,
    leaves: Vec<u16>,
    /// The path of each node: itself, its parent, …, the total.
    paths: Vec<Vec<u16>>,
}

impl Axis {
    /// The axis whose node `i + 1` has the parent `parents[i]`; `None` where a node stands before its parent, or there
    /// are more than 65,535.
    pub fn new(parents: &[u16]) -> Option<Self> {
        u16::try_from(parents.len()).ok()?;
        let mut paths = vec![vec![0_u16]];
        let mut inner = vec![false; parents.len() + 1];
        for (before, &parent) in parents.iter().enumerate() {
            if usize::from(parent) > before {
                return None;
            }
            let node = u16::try_from(before + 1).ok()?;
            let mut path = vec![node];
            path.extend(paths.get(usize::from(parent))?);
            paths.push(path);
            *inner.get_mut(usize::from(parent))? = true;
        }
        let depths = paths.iter().map(|path| u8::try_from(path.len() - 1).ok()).collect::<Option<_>>()?;
        let leaves = (0..=u16::MAX)
            .zip(&inner)
            .filter(|(_, inner)| !**inner)
            .map(|(node, _)| node)
            .collect::<Vec<_>>();
        Some(Self { parents: [&[0], parents].concat(), depths, leaves, paths })
    }

    /// A total and `count` nodes below it.
    pub fn flat(count: u16) -> Option<Self> {
        Self::new(&vec![0; usize::from(count)])
    }

    /// How many nodes there are.
    #[expect(clippy::len_without_is_empty, reason = "there is always a total")]
    pub fn len(&self) -> usize {
        self.parents.len()
    }

    /// The nodes that nothing is below, in order.
    pub fn leaves(&self) -> &[u16] {
        &self.leaves
    }

    /// The node above; the total is above itself.
    pub fn parent(&self, node: u16) -> u16 {
        self.parents.get(usize::from(node)).copied().unwrap_or(0)
    }

    /// How many nodes are above.
    pub fn depth(&self, node: u16) -> u8 {
        self.depths.get(usize::from(node)).copied().unwrap_or(0)
    }

    /// The node, its parent, …, the total.
    pub fn path(&self, node: u16) -> &[u16] {
        self.paths.get(usize::from(node)).map_or(&[], Vec::as_slice)
    }

    /// Whether `node` is `above` or below it.
    pub fn is_under(&self, node: u16, above: u16) -> bool {
        self.path(node).contains(&above)
    }

    /// The nodes right below.
    pub fn children(&self, node: u16) -> impl Iterator<Item = u16> + '_ {
        (1..)
            .zip(self.parents.iter().skip(1))
            .filter(move |(_, parent)| **parent == node)
            .map(|(child, _)| child)
    }
}

/// All cells, with the number of claims and the sum of their amounts.
#[derive(Clone, Debug)]
pub struct Lattice {
    axes: [Axis; DIMENSIONS],
    counts: Vec<u64>,
    amounts: Vec<i64>,
}

impl Lattice {
    /// Cells without claims.
    pub fn new(axes: [Axis; DIMENSIONS]) -> Self {
        let size = axes.iter().map(Axis::len).product();
        Self { axes, counts: vec![0; size], amounts: vec![0; size] }
    }

    /// Adds claims to a cell of leaves and to every total above it. False where it is no such cell, or a sum does not
    /// fit 64 bits; then nothing is added.
    pub fn add(&mut self, leaf: Point, count: u64, amount: i64) -> bool {
        let is_leaf = self.axes.iter().zip(leaf).all(|(axis, node)| axis.leaves.binary_search(&node).is_ok());
        let all = self.index([0; DIMENSIONS]);
        let fits = self.amounts.get(all).is_some_and(|sum| sum.checked_add(amount).is_some());
        if !is_leaf || !fits || amount < 0 {
            return false;
        }
        let paths: [Vec<u16>; DIMENSIONS] = std::array::from_fn(|d| {
            self.axes.get(d).map_or(Vec::new(), |axis| axis.path(leaf_of(leaf, d)).to_vec())
        });
        each_product(&paths, |point| {
            let index = self.index(point);
            if let (Some(n), Some(sum)) = (self.counts.get_mut(index), self.amounts.get_mut(index)) {
                *n += count;
                *sum += amount;
            }
        });
        true
    }

    /// The axes.
    pub fn axes(&self) -> &[Axis; DIMENSIONS] {
        &self.axes
    }

    /// An axis.
    pub fn axis(&self, dimension: usize) -> &Axis {
        let [region, time, programme, group] = &self.axes;
        match dimension {
            REGION => region,
            TIME => time,
            PROGRAMME => programme,
            _ => group,
        }
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is no claim.
    pub fn is_empty(&self) -> bool {
        self.count([0; DIMENSIONS]) == 0
    }

    /// Where a cell stands.
    pub fn index(&self, point: Point) -> usize {
        self.axes.iter().zip(point).fold(0, |index, (axis, node)| index * axis.len() + usize::from(node))
    }

    /// The cell that stands there.
    pub fn point(&self, mut index: usize) -> Point {
        let mut point = [0; DIMENSIONS];
        for (node, axis) in point.iter_mut().zip(&self.axes).rev() {
            *node = u16::try_from(index % axis.len()).unwrap_or(0);
            index /= axis.len();
        }
        point
    }

    /// The number of claims of a cell.
    pub fn count(&self, point: Point) -> u64 {
        self.counts.get(self.index(point)).copied().unwrap_or(0)
    }

    /// The sum of the amounts of a cell.
    pub fn amount(&self, point: Point) -> i64 {
        self.amounts.get(self.index(point)).copied().unwrap_or(0)
    }

    /// The numbers of claims, cell by cell.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// The depths of a cell's nodes.
    pub fn depths(&self, point: Point) -> [u8; DIMENSIONS] {
        std::array::from_fn(|d| self.axis(d).depth(leaf_of(point, d)))
    }
}

fn leaf_of(point: Point, dimension: usize) -> u16 {
    point.get(dimension).copied().unwrap_or(0)
}

/// Calls for every cell whose node of each axis is one of a list.
pub(crate) fn each_product<L: AsRef<[u16]>>(lists: &[L; DIMENSIONS], mut call: impl FnMut(Point)) {
    let [regions, times, programmes, groups] = lists.each_ref().map(<L as AsRef<[u16]>>::as_ref);
    for &region in regions {
        for &time in times {
            for &programme in programmes {
                for &group in groups {
                    call([region, time, programme, group]);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_add_up() {
        let region = Axis::new(&[0, 0, 1, 1, 2]).unwrap();
        assert_eq!(region.leaves(), [3, 4, 5]);
        assert_eq!(region.path(4), [4, 1, 0]);
        let mut lattice = Lattice::new([
            region,
            Axis::new(&[0, 1, 1]).unwrap(),
            Axis::flat(2).unwrap(),
            Axis::flat(1).unwrap(),
        ]);
        assert!(lattice.add([3, 2, 1, 1], 2, 10));
        assert!(lattice.add([5, 3, 2, 1], 3, 20));
        assert!(!lattice.add([1, 2, 1, 1], 1, 1), "a province is no leaf");
        assert_eq!(lattice.count([0, 0, 0, 0]), 5);
        assert_eq!(lattice.amount([0, 1, 0, 0]), 30);
        assert_eq!(lattice.count([1, 0, 0, 1]), 2);
        assert!((0..lattice.len()).all(|index| lattice.index(lattice.point(index)) == index));
    }

    #[test]
    fn a_node_stands_behind_its_parent() {
        assert!(Axis::new(&[1]).is_none());
        assert!(Axis::new(&[0, 2]).is_none());
    }
}
