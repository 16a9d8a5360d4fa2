import HTMLTree

/// The labels on what can be acted on, while hints are shown, and what was typed of one.
package struct HintMode: Hashable, Sendable {
    /// The labels; an element keeps its own as long as it is there.
    package private(set) var labels: [NodeID: String] = [:]
    /// The letters typed so far.
    package private(set) var typed = ""

    private let length: Int
    private var nextNumber = 0

    /// - Parameter targets: What gets a label, in page order.
    init(targets: [NodeID]) {
        length = HintLabels.length(for: targets.count)
        update(targets: targets)
    }

    /// Takes in what can be acted on now: what is gone loses its label, what is new gets one that nothing had, as long as
    /// there are some.
    mutating func update(targets: [NodeID]) {
        let present = Set(targets)
        labels = labels.filter { present.contains($0.key) }
        for target in targets where labels[target] == nil && nextNumber < HintLabels.count(ofLength: length) {
            labels[target] = HintLabels.label(nextNumber, length: length)
            nextNumber += 1
        }
    }

    /// The labels that what was typed can still become.
    var openLabels: [NodeID: String] { labels.filter { $0.value.hasPrefix(typed) } }

    /// Takes a letter; one that leads to no label is left out.
    ///
    /// - Returns: What the label that is now complete stands on.
    mutating func type(_ letter: Character) -> NodeID? {
        let longer = typed + String(letter)
        guard labels.values.contains(where: { $0.hasPrefix(longer) }) else { return nil }
        typed = longer
        return labels.first { $0.value == longer }?.key
    }

    /// Takes the last letter back.
    ///
    /// - Returns: False when nothing was typed.
    mutating func takeBack() -> Bool { typed.popLast() != nil }
}
