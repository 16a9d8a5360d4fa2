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

/// Labels of letters that are easy to reach, none the beginning of another.
enum HintLabels {
    /// The letters of the home row, the strongest fingers first.
    static let letters: [Character] = ["f", "j", "d", "k", "s", "l", "a", "h", "g"]

    /// How many labels there are of a length, all of which are free of prefixes of each other.
    static func count(ofLength length: Int) -> Int {
        var count = 1
        for _ in 0..<length { count *= letters.count }
        return count
    }

    /// The shortest length of which there are enough labels.
    static func length(for count: Int) -> Int {
        var length = 1
        while self.count(ofLength: length) < count { length += 1 }
        return length
    }

    /// The label of a number below `count(ofLength:)`; numbers beside each other differ in their first letter.
    static func label(_ number: Int, length: Int) -> String {
        var label = ""
        var rest = number
        for _ in 0..<length {
            label.append(letters[rest % letters.count])
            rest /= letters.count
        }
        return label
    }
}
