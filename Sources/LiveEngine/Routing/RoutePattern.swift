import Basics
import OrderedCollections

/// The form of the paths of a route: `/counter/:start(int)`.
struct RoutePattern: Hashable, Sendable {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String, ParameterKind)
    }

    let path: String
    private(set) var segments: [Segment] = []
    /// The first kind of values that there is none of; no address is of this form then.
    private(set) var unknownKind: String?

    init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : "/" + path
        for segment in path.split(separator: "/") {
            guard segment.hasPrefix(":") else {
                segments.append(.literal(String(segment)))
                continue
            }
            let (name, kind) = Self.parameter(segment.dropFirst())
            if let kind = ParameterKind(rawValue: kind) {
                segments.append(.parameter(name, kind))
            } else {
                unknownKind = unknownKind ?? kind
            }
        }
    }

    /// Whether the path has places for values, so that it cannot be a link.
    var hasParameters: Bool { segments.contains { if case .parameter = $0 { true } else { false } } }

    /// The values in a path of this form; nil for a path of another form.
    func match(_ path: [String]) -> OrderedDictionary<String, String>? {
        guard unknownKind == nil else { return nil }
        var values: OrderedDictionary<String, String> = [:]
        return Self.match(path[...], segments[...], &values) ? values : nil
    }

    /// Whether this one is tried first where both match: at the first difference it leaves less open.
    func precedes(_ other: RoutePattern) -> Bool {
        rank.lexicographicallyPrecedes(other.rank)
    }

    private var rank: [Int] {
        segments.map { segment in
            switch segment {
            case .literal: 0
            case .parameter(_, let kind): kind.openness
            }
        }
    }

    private static func match(
        _ path: ArraySlice<String>, _ segments: ArraySlice<Segment>, _ values: inout OrderedDictionary<String, String>
    ) -> Bool {
        guard let segment = segments.first else { return path.isEmpty }
        guard let part = path.first else { return false }
        switch segment {
        case .literal(let text): return text == part && match(path.dropFirst(), segments.dropFirst(), &values)
        case .parameter(let name, .path):
            // As much as leaves enough for what comes after it.
            for count in stride(from: path.count, through: 1, by: -1) {
                values[name] = path.prefix(count).joined(separator: "/")
                if match(path.dropFirst(count), segments.dropFirst(), &values) { return true }
            }
            return false
        case .parameter(let name, let kind):
            guard kind.takes(part) else { return false }
            values[name] = part
            return match(path.dropFirst(), segments.dropFirst(), &values)
        }
    }

    /// Reads `name` or `name(kind)`.
    private static func parameter(_ text: Substring) -> (name: String, kind: String) {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
            return (String(text), ParameterKind.text.rawValue)
        }
        return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
    }
}

/// What a value in a path must look like to match.
enum ParameterKind: String, CaseIterable {
    /// Anything but a slash.
    case text = "string"
    /// Digits, with a minus sign or without, that are within `Int`.
    case int
    /// Digits, with a fraction or without.
    case float
    case uuid
    /// All the rest, slashes too.
    case path

    /// How much it leaves open; of several patterns that match, the one that leaves less open is taken.
    var openness: Int {
        switch self {
        case .int, .float, .uuid: 1
        case .text: 2
        case .path: 3
        }
    }

    /// Whether a segment of a path can be such a value.
    func takes(_ segment: String) -> Bool {
        switch self {
        case .text, .path: true
        case .int: Self.isNumber(segment, allowsFraction: false) && Int(segment) != nil
        case .float: Self.isNumber(segment, allowsFraction: true)
        case .uuid: Self.isUUID(segment)
        }
    }

    private static func isNumber(_ text: String, allowsFraction: Bool) -> Bool {
        let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...(allowsFraction ? 2 : 1)).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCIIDigit }
            }
    }

    private static func isUUID(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
    }
}
