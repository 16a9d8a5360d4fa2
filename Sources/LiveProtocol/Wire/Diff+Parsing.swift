extension Diff {
    /// Reads the wire form of a diff.
    ///
    /// - Throws: `JSONParsingError` or `JSONDecodingError`.
    package init(parsing text: String) throws {
        try self.init(JSONReader(JSONValue(parsing: text)))
    }

    /// - Parameter isJoin: Whether this is the tree of a join, whose top-level `r` of 1 is no reply but the mark of a
    ///   root, and means nothing there (TheWire.md, "Nodes").
    init(_ reader: JSONReader, isJoin: Bool = false) throws(JSONDecodingError) {
        var members = try reader.members()
        let reply = members.removeValue(forKey: "r")
        var components: SparseArray<NodeDiff> = [:]
        if let node = reader["c"].optional {
            for key in try node.members().keys {
                guard let identifier = Int(key) else { throw node.wrong(wanted: "components by their numbers") }
                components[identifier] = try NodeDiff(node[key])
            }
        }
        self.init(
            root: try NodeDiff(JSONReader(.object(members), path: reader.path)),
            components: components,
            events: try reader["e"].optional?.elements().map { event throws(JSONDecodingError) in
                try PushedEvent(event)
            } ?? [],
            title: try reader["t"].optional?.string(),
            reply: isJoin ? nil : reply)
    }
}

extension PushedEvent {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let parts = try reader.elements()
        guard (2...3).contains(parts.count) else { throw reader.wrong(wanted: "a name and a payload") }
        self.init(
            name: try parts[0].string(), payload: try parts[1].any(),
            precedesPatch: parts.count == 3 ? try parts[2].bool() : false)
    }
}

extension NodeDiff {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init()
        for key in try reader.members().keys {
            let member = reader[key]
            switch key {
            case "s": statics = try StaticsReference(member)
            case "r": isRoot = member.value == 1
            case "k": keyed = try KeyedDiff(member)
            case "d":
                rows = try member.elements().map { row throws(JSONDecodingError) in
                    try row.elements().map { dynamic throws(JSONDecodingError) in try DynamicDiff(dynamic) }
                }
            case "stream": stream = try StreamDiff(member)
            case "p":
                var shared: [Int: Statics] = [:]
                for number in try member.members().keys {
                    guard let index = Int(number) else { throw member.wrong(wanted: "templates by their numbers") }
                    shared[index] = Statics(try member[number].strings())
                }
                templates = shared
            default:
                // `c`, `e` and `t` belong to the message and are read there.
                if let index = Int(key) { dynamics[index] = try DynamicDiff(member) }
            }
        }
    }
}

extension StaticsReference {
    /// A number names a template; inside a component's own node the reader of components turns it into a link.
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        if case .integer(let number) = reader.value {
            let isComponent = reader.path.count >= 3 && reader.path[reader.path.count - 3] == "c"
            self = isComponent ? .component(number) : .template(number)
        } else {
            self = .pieces(Statics(try reader.strings()))
        }
    }
}

extension DynamicDiff {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        switch reader.value {
        case .string(let text): self = .text(text)
        case .integer(let identifier): self = .component(identifier)
        case .object: self = .node(try NodeDiff(reader))
        case nil, .null, .bool, .number, .array: throw reader.wrong(wanted: "a text, a node or a component's number")
        }
    }
}

extension KeyedDiff {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(count: try reader["kc"].integer())
        for key in try reader.members().keys {
            guard let index = Int(key) else { continue }
            entries[index] = try Entry(reader[key])
        }
    }
}

extension KeyedDiff.Entry {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        switch reader.value {
        case .integer(let from): self = .move(from: from)
        case .array:
            let parts = try reader.elements()
            guard parts.count == 2 else { throw reader.wrong(wanted: "an old index and what changed") }
            self = .moveAndUpdate(from: try parts[0].integer(), try NodeDiff(parts[1]))
        default: self = .update(try NodeDiff(reader))
        }
    }
}

extension StreamDiff {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let parts = try reader.elements()
        guard (3...4).contains(parts.count) else { throw reader.wrong(wanted: "a name, inserts and deletes") }
        self.init(
            reference: try parts[0].string(),
            inserts: try parts[1].elements().map { insert throws(JSONDecodingError) in try Insert(insert) },
            deletes: try parts[2].strings(),
            resets: parts.count == 4 ? try parts[3].bool() : false)
    }
}

extension StreamDiff.Insert {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let parts = try reader.elements()
        guard (2...4).contains(parts.count) else { throw reader.wrong(wanted: "an id, a place and a limit") }
        self.init(
            id: try parts[0].string(), at: try parts[1].integer(),
            limit: parts.count > 2 ? try parts[2].optional?.integer() : nil,
            updateOnly: parts.count > 3 ? try parts[3].optional?.bool() ?? false : false)
    }
}
