import LiveProtocol

/// What the views of a page, and their components, hold at one moment and did not at another.
struct StateChanges {
    enum Entry: Equatable {
        /// A field of a context, or a message of a flash, by its place.
        case changed(JSONChange)
        /// A view or a component that was not there.
        case came(String)
        case left(String)
    }

    /// How many are told.
    static let most = 50

    private(set) var entries: [Entry] = []
    /// Whether all was compared; of very large contexts the beginnings are.
    private(set) var isWhole = true

    init(from old: any KeptPage, to new: any KeptPage) {
        guard old !== new else { return }
        let before = Dictionary(old.views.flatMap(\.all).map { ($0.id, $0) }) { first, _ in first }
        let parts = new.views.flatMap(\.all)
        for part in parts {
            guard before[part.id] != nil else {
                add(.came(Self.name(of: part)))
                continue
            }
            if !new.isUntouched(part.id, since: old) { compare(part, old, new) }
        }
        let present = Set(parts.map(\.id))
        for part in old.views.flatMap(\.all) where !present.contains(part.id) { add(.left(Self.name(of: part))) }
    }

    private mutating func compare(_ part: InspectedPart, _ old: any KeptPage, _ new: any KeptPage) {
        guard entries.count < Self.most, let old = old.inspect(part.id), let new = new.inspect(part.id) else { return }
        isWhole = isWhole && old.isWhole && new.isWhole
        let prefix = part.role == .main ? "" : "\(Self.name(of: part)) "
        let contexts = old.context.changes(to: new.context, limit: Self.most)
        let flashes = JSONValue.object(old.flash).changes(to: .object(new.flash), limit: Self.most)
        for change in contexts {
            add(.changed(JSONChange(path: prefix + change.path, old: change.old, new: change.new)))
        }
        for change in flashes {
            add(.changed(JSONChange(path: "\(prefix)flash.\(change.path)", old: change.old, new: change.new)))
        }
    }

    private mutating func add(_ entry: Entry) { if entries.count < Self.most { entries.append(entry) } }

    /// A view or a component, for people.
    static func name(of part: InspectedPart) -> String {
        part.role == .main ? part.type : "\(part.type) \"\(part.name)\""
    }
}
