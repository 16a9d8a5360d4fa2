/// One place in which two JSON values differ.
package struct JSONChange: Equatable, Sendable {
    /// The place, such as `rows[3].title`; empty for the whole.
    package let path: String
    /// Nil where there was nothing.
    package let old: JSONValue?
    /// Nil where there is nothing any more.
    package let new: JSONValue?

    package init(path: String, old: JSONValue?, new: JSONValue?) {
        self.path = path
        self.old = old
        self.new = new
    }
}

extension JSONValue {
    /// The deepest place that is told by itself; what differs further down is told as a whole.
    private static var deepestPlace: Int { 32 }

    /// The places in which another value differs from this one, in the order in which they stand.
    ///
    /// Of lists of different lengths, what is at both ends alike stays out of it, so that a row that was put in is one
    /// change.
    ///
    /// - Parameter limit: How many places are told at most.
    package func changes(to new: JSONValue, limit: Int = 100) -> [JSONChange] {
        var changes: [JSONChange] = []
        Self.collect(self, new, at: "", depth: 0, limit, &changes)
        return changes
    }

    private static func collect(
        _ old: JSONValue, _ new: JSONValue, at path: String, depth: Int, _ limit: Int, _ changes: inout [JSONChange]
    ) {
        guard changes.count < limit else { return }
        switch (old, new) {
        case (.object(let old), .object(let new)) where depth < deepestPlace:
            for (key, value) in old {
                let place = path.isEmpty ? key : "\(path).\(key)"
                if let now = new[key] {
                    collect(value, now, at: place, depth: depth + 1, limit, &changes)
                } else {
                    add(place, value, nil, limit, &changes)
                }
            }
            for (key, value) in new where old[key] == nil {
                add(path.isEmpty ? key : "\(path).\(key)", nil, value, limit, &changes)
            }
        case (.array(let old), .array(let new)) where depth < deepestPlace:
            collect(old[...], new[...], at: path, depth: depth + 1, limit, &changes)
        default: if old != new { add(path, old, new, limit, &changes) }
        }
    }

    private static func collect(
        _ old: ArraySlice<JSONValue>, _ new: ArraySlice<JSONValue>, at path: String, depth: Int, _ limit: Int,
        _ changes: inout [JSONChange]
    ) {
        var (old, new) = (old, new)
        if old.count != new.count {
            while let (first, now) = both(old.first, new.first), first == now {
                old = old.dropFirst()
                new = new.dropFirst()
            }
            while let (last, now) = both(old.last, new.last), last == now {
                old = old.dropLast()
                new = new.dropLast()
            }
        }
        for (place, (old, new)) in zip(old.indices, zip(old, new)) {
            guard changes.count < limit else { return }
            collect(old, new, at: "\(path)[\(place)]", depth: depth, limit, &changes)
        }
        let common = min(old.count, new.count)
        for place in old.indices.dropFirst(common) { add("\(path)[\(place)]", old[place], nil, limit, &changes) }
        for place in new.indices.dropFirst(common) { add("\(path)[\(place)]", nil, new[place], limit, &changes) }
    }

    private static func both(_ old: JSONValue?, _ new: JSONValue?) -> (JSONValue, JSONValue)? {
        if let old, let new { (old, new) } else { nil }
    }

    private static func add(
        _ path: String, _ old: JSONValue?, _ new: JSONValue?, _ limit: Int, _ changes: inout [JSONChange]
    ) {
        if changes.count < limit { changes.append(JSONChange(path: path, old: old, new: new)) }
    }
}
