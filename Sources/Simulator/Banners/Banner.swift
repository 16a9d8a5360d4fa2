import HTMLTree

/// A flash banner on the page: what its click clears is the flash of its key.
package struct Banner: Hashable, Sendable {
    /// The flash key; nil when a click clears all.
    package let key: String?
    /// The digit that dismisses it, in a field with alt: `1` to `9` and `0` in page order; empty for an eleventh.
    package internal(set) var label: String
    /// The banner as a whole.
    package let node: NodeID
    /// What is clicked: the banner itself, or the button in it.
    package let trigger: NodeID
    /// What it says, white space folded.
    package let text: String
}
