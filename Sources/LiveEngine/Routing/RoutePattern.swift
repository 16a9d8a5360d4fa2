import OrderedCollections

/// The form of the paths of a route: `/counter/:start`.
struct RoutePattern: Hashable, Sendable {
    enum Segment: Hashable, Sendable {
        case literal(String)
        case parameter(String)
    }

    let path: String
    let segments: [Segment]

    init(_ path: String) {
        self.path = path.hasPrefix("/") ? path : "/" + path
        segments = path.split(separator: "/").map { segment in
            segment.hasPrefix(":") ? .parameter(String(segment.dropFirst())) : .literal(String(segment))
        }
    }

    /// Whether the path has places for values, so that it cannot be a link.
    var hasParameters: Bool { segments.contains { if case .parameter = $0 { true } else { false } } }

    /// The values in a path of this form; nil for a path of another form.
    func match(_ path: [String]) -> OrderedDictionary<String, String>? {
        guard path.count == segments.count else { return nil }
        var values: OrderedDictionary<String, String> = [:]
        for (segment, part) in zip(segments, path) {
            switch segment {
            case .literal(let text): guard text == part else { return nil }
            case .parameter(let name): values[name] = part
            }
        }
        return values
    }

    /// Whether this one is tried first where both match: at the first difference it has a literal.
    func precedes(_ other: RoutePattern) -> Bool {
        rank.lexicographicallyPrecedes(other.rank)
    }

    private var rank: [Int] {
        segments.map { segment in
            switch segment {
            case .literal: 0
            case .parameter: 1
            }
        }
    }
}
