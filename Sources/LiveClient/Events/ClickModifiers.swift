import LiveProtocol

/// The keys held, and what else makes a click one that the browser handles by itself.
package struct ClickModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let control = ClickModifiers(rawValue: 1)
    package static let shift = ClickModifiers(rawValue: 2)
    package static let alt = ClickModifiers(rawValue: 4)
    package static let meta = ClickModifiers(rawValue: 8)
    package static let middleButton = ClickModifiers(rawValue: 16)

    /// What was held in words, as "ctrl and shift"; the middle button counts as such.
    var words: String {
        let names: [(ClickModifiers, String)] = [
            (.control, "ctrl"), (.shift, "shift"), (.alt, "alt"), (.meta, "meta"), (.middleButton, "the middle button"),
        ]
        return names.filter { contains($0.0) }.map(\.1).joined(separator: " and ")
    }

    /// Whether a link so clicked opens elsewhere.
    var opensElsewhere: Bool { !isDisjoint(with: [.control, .shift, .meta, .middleButton]) }

    /// The modifiers as an event tells them.
    var values: EventValues {
        var result: EventValues = [:]
        if contains(.control) { result["ctrlKey"] = true }
        if contains(.shift) { result["shiftKey"] = true }
        if contains(.alt) { result["altKey"] = true }
        if contains(.meta) { result["metaKey"] = true }
        return result
    }
}
