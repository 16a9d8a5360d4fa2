/// One kind of files, as the `accept` of a file input names it (WHATWG 4.10.5.1.17).
enum FilePattern: Hashable {
    /// Files whose names end so; with its dot, in lower case.
    case ending(String)
    case mediaType(String)
    /// All media types that begin so, as `image/`.
    case mediaGroup(String)

    /// Reads `.jpg`, `image/png` or `image/*`; nil for anything else.
    init?(_ text: String) {
        let text = text.lowercased()
        guard !text.contains(where: { $0.isWhitespace || $0 == "," }) else { return nil }
        if text.hasPrefix(".") {
            guard text.count > 1 else { return nil }
            self = .ending(text)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[0] != "*" else { return nil }
        self = parts[1] == "*" ? .mediaGroup(parts[0] + "/") : .mediaType(text)
    }

    func matches(name: String, type: String) -> Bool {
        switch self {
        case .ending(let ending): name.lowercased().hasSuffix(ending)
        case .mediaType(let wanted): type.lowercased() == wanted
        case .mediaGroup(let start): type.lowercased().hasPrefix(start)
        }
    }
}
