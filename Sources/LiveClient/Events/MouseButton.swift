/// A button of a mouse.
package enum MouseButton: String, Hashable, Sendable, CaseIterable {
    /// The main one, and the only one whose clicks a page hears of as such.
    case left
    case middle
    case right
}
