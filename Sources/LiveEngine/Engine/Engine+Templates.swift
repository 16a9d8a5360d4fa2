extension Engine {
    /// Looks whether template files of live views changed since they were read; if so, reads them again and renders all
    /// live views anew.
    ///
    /// Call it now and then where views are developed, such as between two keys. A file that is broken leaves the last
    /// good page, and what is wrong with it is among the failures of its sessions (`Inspection.failures`) as
    /// `file:line:column: message`.
    ///
    /// - Returns: Whether a file changed.
    @discardableResult
    package func reloadTemplates() -> Bool {
        var changed: [ObjectIdentifier: Set<String>] = [:]
        for library in liveConnections.flatMap(\.templates) where changed[ObjectIdentifier(library)] == nil {
            changed[ObjectIdentifier(library)] = library.refresh()
        }
        guard changed.values.contains(where: { !$0.isEmpty }) else { return false }
        for connection in liveConnections { connection.render(changed: changed) }
        return true
    }

    /// Renders all live views anew and sends what differs, as after a change of what they are made of.
    package func templatesChanged() {
        for connection in liveConnections { connection.render(changed: [:]) }
    }
}
