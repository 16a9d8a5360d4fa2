import OrderedCollections

/// The form of the paths of a route: `/counter/:start(int)`.
struct RoutePattern: Hashable, Sendable {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String, ParameterKind)
    }

    let path: String
    let segments: [Segment]

    /// - Parameter path: A kind that does not exist ends the program, with words, since no address could ever match.
    init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : "/" + path
        segments = path.split(separator: "/").map { segment in
            segment.hasPrefix(":") ? Self.parameter(segment.dropFirst(), in: path) : .literal(String(segment))
        }
    }

    /// Whether the path has places for values, so that it cannot be a link.
    var hasParameters: Bool { segments.contains { if case .parameter = $0 { true } else { false } } }

    /// The values in a path of this form; nil for a path of another form.
    func match(_ path: [String]) -> OrderedDictionary<String, String>? {
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
    private static func parameter(_ text: Substring, in path: String) -> Segment {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return .parameter(String(text), .text) }
        let word = text[text.index(after: open)...].dropLast()
        guard let kind = ParameterKind(rawValue: String(word)) else {
            // A route is the program's own text: only its author meets this, when the program starts.
            let known = ParameterKind.allCases.map(\.rawValue).joined(separator: ", ")
            fatalError("the route \"\(path)\": values in a path are of the kinds \(known), not \"\(word)\"")
        }
        return .parameter(String(text[..<open]), kind)
    }
}
