import LiveProtocol

/// What a person types to see some events or calls only: words that have to occur, `>5ms` for those that took as long, and
/// `kind:mount` for those of a kind.
struct EventFilter: Equatable {
    private var words: [String] = []
    private var kinds: Set<String> = []
    private var least: Duration?

    /// - Parameter text: Words between blanks. One in small letters fits capital letters too.
    init(_ text: String) {
        for word in text.split(separator: " ") {
            if word.first == ">", let duration = Self.duration(word.dropFirst()) {
                least = duration
            } else if word.hasPrefix("kind:") {
                kinds.insert(word.dropFirst(5).lowercased())
            } else {
                words.append(String(word))
            }
        }
    }

    /// Reads `5ms`, `200us` or `1.5s`; nil for anything else.
    private static func duration(_ text: Substring) -> Duration? {
        let number = text.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(number), value.isFinite, value < 1e9 else { return nil }
        switch text.dropFirst(number.count) {
        case "us", "µs": return .nanoseconds(Int(value * 1e3))
        case "ms", "": return .nanoseconds(Int(value * 1e6))
        case "s": return .nanoseconds(Int(value * 1e9))
        default: return nil
        }
    }

    /// Whether something is seen.
    ///
    /// - Parameters:
    ///   - kind: The words for its kind.
    ///   - duration: How long it took; nil where nobody knows.
    ///   - texts: All that is told of it; asked for only where words have to occur.
    func fits(kind: [String], _ duration: Duration?, _ texts: () -> [String]) -> Bool {
        if !kinds.isEmpty, !kind.contains(where: { kinds.contains($0.lowercased()) }) { return false }
        if let least, (duration ?? .zero) < least { return false }
        guard !words.isEmpty else { return true }
        let texts = kind + texts()
        let small = texts.map { $0.lowercased() }
        return words.allSatisfy { word in
            let isSmall = word == word.lowercased()
            return (isSmall ? small : texts).contains { $0.contains(word) }
        }
    }
}
