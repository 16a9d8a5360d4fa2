import Basics
import LiveProtocol

/// What all sessions of one connection hold at one moment.
final class KeptSessions: KeptPage {
    /// In the order in which they were joined.
    let sessions: [KeptSession]

    init(_ sessions: [KeptSession]) { self.sessions = sessions }

    /// The one whose view is at the page's address.
    var main: KeptSession? { sessions.first { $0.place.role == .main } }

    var url: String? { main?.url }

    private(set) lazy var views: [InspectedPart] = {
        let known = Set(sessions.map(\.number))
        let tops = sessions.filter { session in session.parent.map { !known.contains($0) } ?? true }
        return (tops.filter { $0.place.role == .main } + tops.filter { $0.place.role != .main }).map(part)
    }()

    func inspect(_ part: InspectedPart.ID) -> Inspection? {
        part.component == nil ? session(of: part)?.inspection : component(of: part)?.inspection
    }

    func isUntouched(_ part: InspectedPart.ID, since other: any KeptPage) -> Bool {
        guard let other = other as? KeptSessions else { return false }
        if part.component == nil { return session(of: part).map { $0 === other.session(of: part) } ?? false }
        return component(of: part).map { $0 === other.component(of: part) } ?? false
    }

    private func session(of part: InspectedPart.ID) -> KeptSession? { sessions.first { $0.number == part.session } }

    private func component(of part: InspectedPart.ID) -> KeptComponent? {
        session(of: part)?.components.first { $0.cid == part.component }
    }

    private(set) lazy var footprint: HeapFootprint = sessions.reduce(into: HeapFootprint()) { $0.add($1.footprint) }

    private func part(_ session: KeptSession) -> InspectedPart {
        let role: InspectedPart.Role =
            switch session.place.role {
            case .main: .main
            case .nested: .nested
            case .sticky: .sticky
            }
        let components = Dictionary(grouping: session.components, by: \.placer)
        let children = sessions.filter { $0.parent == session.number }.map(part)
        return InspectedPart(
            id: InspectedPart.ID(session: session.number), role: role, type: session.view, name: session.place.id,
            topic: session.place.topic, route: session.place.source,
            children: Self.parts(of: session, placedBy: 0, components, depth: 0) + children)
    }

    /// - Parameter depth: A component that was placed anew may name one within it as the one that placed it.
    private static func parts(
        of session: KeptSession, placedBy placer: Int, _ components: [Int: [KeptComponent]], depth: Int
    ) -> [InspectedPart] {
        guard depth <= session.components.count else { return [] }
        return (components[placer] ?? []).map { component in
            InspectedPart(
                id: InspectedPart.ID(session: session.number, component: component.cid), role: .component,
                type: component.key.typeName, name: component.key.id, topic: session.place.topic,
                route: session.place.source,
                children: parts(of: session, placedBy: component.cid, components, depth: depth + 1))
        }
    }
}
