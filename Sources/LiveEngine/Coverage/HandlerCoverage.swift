/// What a view or a component can handle, as far as its types tell, and what of that it has handled.
package struct HandlerCoverage: Sendable {
    /// A case of an enumeration of events or infos, or a name that came.
    package struct Name: Hashable, Sendable {
        package let name: String
        package let isHandled: Bool
    }

    /// The name of the view's or component's type.
    package let type: String
    package let events: [Name]
    package let infos: [Name]
    /// Whether there may be events beside those, since it takes them by their names.
    package let hasOpenEvents: Bool

    /// - Parameters:
    ///   - events: The names under which events came that it has handled.
    ///   - infos: The names of the cases of infos that it has handled.
    init<Handler: EventHandler>(_ handler: Handler.Type, events: Set<String>, infos: Set<String>) {
        type = "\(handler)"
        let known = Self.events(of: Handler.Event.self)
        let others = events.filter { name in !known.contains { NameMatching.isSame($0, name) } }
        self.events =
            known.map { name in Name(name: name, isHandled: events.contains { NameMatching.isSame($0, name) }) }
            + others.sorted().map { Name(name: $0, isHandled: true) }
        hasOpenEvents = !others.isEmpty || (known.isEmpty && Handler.Event.self != NoEvent.self)
        let knownInfos = Self.infos(of: Handler.Info.self)
        self.infos =
            knownInfos.map { Name(name: $0, isHandled: infos.contains($0)) }
            + infos.subtracting(knownInfos).sorted().map { Name(name: $0, isHandled: true) }
    }

    /// What an info is called: its case, or its type where that is no enumeration.
    static func name<Info>(ofInfo info: Info) -> String { CaseNames.name(of: info) ?? "\(Info.self)" }

    /// The events that a type lists when it is asked for one that it does not have.
    private static func events<Event: Decodable>(of type: Event.Type) -> [String] {
        guard CaseNames.all(of: type) != nil else { return [] }
        do {
            _ = try EventDecoding.decode(type, name: "", payload: Payload([:]))
        } catch let error as UnknownEvent {
            return error.known
        } catch {}
        return []
    }

    private static func infos<Info>(of type: Info.Type) -> [String] { CaseNames.all(of: type) ?? ["\(type)"] }
}
