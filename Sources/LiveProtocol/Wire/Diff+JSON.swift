extension Diff {
    /// The wire form as JSON text (TheWire.md, "Nodes").
    package var json: String { serialized.text }

    /// The number of bytes of the wire form.
    package var jsonSize: Int { serialized.bytes.count }

    private var serialized: JSONWriter {
        var writer = JSONWriter()
        write(to: &writer)
        return writer
    }

    func write(to writer: inout JSONWriter) {
        var object = writer.beginObject()
        root.writeMembers(to: &writer, in: &object, isTopLevel: true)
        if !components.isEmpty {
            writer.writeKey("c", in: &object)
            var members = writer.beginObject()
            for (identifier, node) in components {
                writer.writeKey(String(identifier), in: &members)
                node.write(to: &writer)
            }
            writer.endObject()
        }
        if !events.isEmpty {
            writer.writeKey("e", in: &object)
            writer.writeArray(events) { writer, event in writer.write(event.wire) }
        }
        if let title {
            writer.writeKey("t", in: &object)
            writer.write(title)
        }
        if let reply {
            writer.writeKey("r", in: &object)
            writer.write(reply)
        }
        writer.endObject()
    }
}

extension PushedEvent {
    var wire: JSONValue {
        precedesPatch ? [.string(name), payload, true] : [.string(name), payload]
    }
}

extension NodeDiff {
    /// The wire form as JSON text.
    package var json: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }

    func write(to writer: inout JSONWriter) {
        var object = writer.beginObject()
        writeMembers(to: &writer, in: &object, isTopLevel: false)
        writer.endObject()
    }

    /// Writes the members of the node's object; at the top level `r` belongs to the reply.
    func writeMembers(to writer: inout JSONWriter, in object: inout JSONWriter.ObjectState, isTopLevel: Bool) {
        switch statics {
        case nil: break
        case .pieces(let statics):
            writer.writeKey("s", in: &object)
            writer.writeArray(statics.pieces) { writer, piece in writer.write(piece) }
        case .template(let number), .component(let number):
            writer.writeKey("s", in: &object)
            writer.write(.integer(number))
        }
        for (index, dynamic) in dynamics {
            writer.writeKey(String(index), in: &object)
            dynamic.write(to: &writer)
        }
        if isRoot, !isTopLevel {
            writer.writeKey("r", in: &object)
            writer.write(.integer(1))
        }
        if let keyed {
            writer.writeKey("k", in: &object)
            keyed.write(to: &writer)
        }
        if let rows {
            writer.writeKey("d", in: &object)
            writer.writeArray(rows) { writer, row in
                writer.writeArray(row) { writer, dynamic in dynamic.write(to: &writer) }
            }
        }
        if let stream {
            writer.writeKey("stream", in: &object)
            writer.write(stream.wire)
        }
        if !templates.isEmpty {
            writer.writeKey("p", in: &object)
            var members = writer.beginObject()
            for (number, statics) in templates.sorted(by: { $0.key < $1.key }) {
                writer.writeKey(String(number), in: &members)
                writer.writeArray(statics.pieces) { writer, piece in writer.write(piece) }
            }
            writer.endObject()
        }
    }
}

extension DynamicDiff {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.write(text)
        case .node(let node): node.write(to: &writer)
        case .component(let identifier): writer.write(.integer(identifier))
        }
    }
}

extension KeyedDiff {
    func write(to writer: inout JSONWriter) {
        var object = writer.beginObject()
        for (index, entry) in entries {
            writer.writeKey(String(index), in: &object)
            switch entry {
            case .update(let node): node.write(to: &writer)
            case .move(let from): writer.write(.integer(from))
            case .moveAndUpdate(let from, let node):
                writer.writeRaw("[\(from),")
                node.write(to: &writer)
                writer.writeRaw("]")
            }
        }
        writer.writeKey("kc", in: &object)
        writer.write(.integer(count))
        if hasMoves {
            writer.writeKey("km", in: &object)
            writer.write(.bool(true))
        }
        writer.endObject()
    }
}

extension StreamDiff {
    var wire: JSONValue {
        let inserts = inserts.map { insert -> JSONValue in
            [
                .string(insert.id), .integer(insert.at), insert.limit.map(JSONValue.integer) ?? .null,
                .bool(insert.updateOnly),
            ]
        }
        let parts: [JSONValue] = [.string(reference), .array(inserts), .array(deletes.map(JSONValue.string))]
        return .array(resets ? parts + [true] : parts)
    }
}
