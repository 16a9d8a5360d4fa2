import LiveProtocol
import Markup

extension KeptSession {
    /// What of the session, and of its components, is not what it was though it was kept.
    var shortfalls: [RestoreShortfall] {
        var search = ShortfallSearch()
        search.look(at: context, place: "")
        for component in components { search.look(at: component.state.shownContext, place: "\(component.key)") }
        return search.found
    }
}

/// Looks through values for what is no value: objects, and what stands for things elsewhere.
private struct ShortfallSearch {
    private static let mostMembers = 100
    private static let deepest = 12

    private(set) var found: [RestoreShortfall] = []
    /// How many values it still looks at.
    private var left = 5_000

    mutating func look(at value: some Any, place: String, depth: Int = 0) {
        left -= 1
        guard left > 0, depth < Self.deepest else { return }
        if let stream = value as? any NamedStream { return found.append(.stream(stream.name)) }
        if let result = value as? any Awaited, result.isLoading { found.append(.awaited(place: place)) }
        // Of a view that is placed in a context nothing changes.
        if value is NestedView || value is String { return }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .class { return found.append(.object(place: place)) }
        for (number, child) in mirror.children.prefix(Self.mostMembers).enumerated() {
            let isOptional = mirror.displayStyle == .optional
            let name = isOptional ? place : Self.place(of: child.label ?? "\(number)", in: place)
            look(at: child.value, place: name, depth: depth + 1)
        }
    }

    private static func place(of name: String, in place: String) -> String {
        place.isEmpty ? name : "\(place).\(name)"
    }
}

/// A stream of whatever items.
private protocol NamedStream {
    var name: String { get }
}

extension LiveStream: NamedStream {}

/// A value of whatever type that a task fetches.
private protocol Awaited {
    var isLoading: Bool { get }
}

extension AsyncResult: Awaited {}
