import Simulator

/// The table of the keys around the page, with the keys that a person gave to its actions.
struct PanelKeys {
    typealias Context = PanelKeyMap.Context

    /// The table as it is.
    static let standard = PanelKeys(.standard)

    let rows: [PanelKeyMap.Row]

    init(_ map: KeyMap) {
        rows = PanelKeyMap.rows.map { row in
            var row = row
            row.keys = map.keys(of: row.name, standard: row.keys)
            return row
        }
    }

    /// What a key does here; nil when it is the page's.
    func action(for key: Key, in context: Context) -> PanelAction? {
        rows.first { $0.keys.contains(key) && keys(of: $0, in: context).contains(key) }?.action
    }

    /// The keys of a row that work here.
    func keys(of row: PanelKeyMap.Row, in context: Context) -> [Key] {
        guard isAvailable(row.action, in: context) else { return [] }
        return row.keys.filter { key in
            !(key.character != nil && context.takesPrintableKeys) && !(row.givesWay && context.isTaken(key))
        }
    }

    private func isAvailable(_ action: PanelAction, in context: Context) -> Bool {
        switch action {
        case .scrollInspector, .focusInspector: context.showsInspector
        case .timeTravel: context.keepsHistory
        case .searchNext, .searchPrevious: context.hasSearch
        case .endSearch: context.hasSearch && !context.takesPrintableKeys
        case .copy: context.hasCopyable
        case .copyAddress: context.isOnLink
        case .quit, .help, .inspector, .mouse, .redraw, .suspend, .search, .palette, .select, .picture: true
        }
    }

    /// Even over the help and other things that take all keys, what quits and what repairs the screen works.
    func worksAnywhere(_ key: Key) -> Bool {
        guard key.character == nil else { return false }
        return rows.contains { row in
            switch row.action {
            case .quit, .redraw, .suspend: row.keys.contains(key)
            case _: false
            }
        }
    }

    /// The key that quits anywhere.
    func isQuit(_ key: Key) -> Bool {
        key.character == nil && rows.contains { $0.action == .quit && $0.keys.contains(key) }
    }

    /// The keys that do something here.
    func keys(for action: PanelAction, in context: Context) -> [Key] {
        rows.filter { $0.action == action }.flatMap { keys(of: $0, in: context) }
    }

    func help(in context: Context) -> [HelpLine] {
        rows.compactMap { $0.helpLine(of: keys(of: $0, in: context), in: PanelKeyMap.group) }
    }

    /// What the status line always shows, by its first key.
    func essentials(in context: Context) -> [HelpLine] {
        let shown: [PanelAction] = [.help, .inspector, .quit]
        return rows.filter { shown.contains($0.action) }.compactMap {
            $0.statusEntry(of: keys(of: $0, in: context), in: PanelKeyMap.group)
        }
    }
}
