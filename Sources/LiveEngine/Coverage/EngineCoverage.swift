import LiveProtocol
import Synchronization
import Templates

/// Notes which routes are opened, and which events and infos views and components handle; several engines may share it.
package final class EngineCoverage: Sendable {
    private struct Handled {
        let handler: any EventHandler.Type
        var events: Set<String> = []
        var infos: Set<String> = []

        mutating func note(_ name: String, in names: WritableKeyPath<Self, Set<String>>) {
            if self[keyPath: names].count < EngineCoverage.limit { self[keyPath: names].insert(name) }
        }

        var coverage: HandlerCoverage {
            HandlerCoverage(handler, events: events, infos: infos)
        }
    }

    private struct State {
        var handlers: [ObjectIdentifier: Handled] = [:]
        /// The paths of the routes that were opened.
        var paths: Set<String> = []
    }

    /// Whoever takes events by any name may be sent ever more of them.
    private static let limit = 1000

    private let routes: Routes
    private let state = Mutex(State())

    /// - Parameter routes: The routes that there are.
    package init(routes: Routes) { self.routes = routes }

    private func note(
        _ name: String, in names: WritableKeyPath<Handled, Set<String>> & Sendable, of type: any EventHandler.Type
    ) {
        state.withLock { state in
            state.handlers[ObjectIdentifier(type), default: Handled(handler: type)].note(name, in: names)
        }
    }

    /// All routes, in the order in which they were written, and whether they were opened.
    package var routeList: [(path: String, about: String, isOpened: Bool)] {
        let paths = state.withLock { $0.paths }
        return routes.list.map { ($0.path, $0.about, paths.contains($0.path)) }
    }

    /// The views of all routes, in their order, then what else was shown, by name.
    package var handlers: [HandlerCoverage] {
        let handled = state.withLock { $0.handlers }
        var seen: Set<ObjectIdentifier> = []
        let routed = routes.list.compactMap { route in
            seen.insert(ObjectIdentifier(route.view)).inserted
                ? handled[ObjectIdentifier(route.view)] ?? Handled(handler: route.view) : nil
        }
        let others = handled.filter { !seen.contains($0.key) }.map(\.value.coverage).sorted { $0.type < $1.type }
        return routed.map(\.coverage) + others
    }

    /// The route and the view that an address leads to; nil where there is none.
    package func place(of url: String) -> (path: String, view: String)? {
        routes.match(Address(url)).map { ($0.route.path, "\($0.route.view)") }
    }

    /// Compiles the template files of all routes that were not needed so far, so that whoever watches templates knows what
    /// there is in them.
    package func compileTemplates() {
        for case let view as any TemplateView.Type in routes.list.map(\.view) {
            try? view.templates.compile(view.template)
        }
    }
}

extension EngineCoverage: HandlerWatch {
    func opened(_ type: any EventHandler.Type, at url: String?) {
        let path = url.flatMap { routes.match(Address($0))?.route.path }
        state.withLock { state in
            if let path { state.paths.insert(path) }
            if state.handlers[ObjectIdentifier(type)] == nil {
                state.handlers[ObjectIdentifier(type)] = Handled(handler: type)
            }
        }
    }

    func handled(_ event: String, by type: any EventHandler.Type) { note(event, in: \.events, of: type) }

    func failed(_ event: String, by type: any EventHandler.Type, _ error: any Error) {
        if event.hasPrefix(BuiltInEvent.prefix) { return }
        if error is UnknownEvent || error is PayloadError || error is DecodingError { return }
        handled(event, by: type)
    }

    func handles(_ info: some Sendable, by type: any EventHandler.Type) {
        note(HandlerCoverage.name(ofInfo: info), in: \.infos, of: type)
    }
}
