import LiveProtocol

/// The keys held, and what else makes a click one that the browser handles by itself.
public struct ClickModifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = ClickModifiers(rawValue: 1)
    public static let shift = ClickModifiers(rawValue: 2)
    public static let alt = ClickModifiers(rawValue: 4)
    public static let meta = ClickModifiers(rawValue: 8)
    public static let middleButton = ClickModifiers(rawValue: 16)

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
