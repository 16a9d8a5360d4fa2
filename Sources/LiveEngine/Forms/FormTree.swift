import LiveProtocol
import OrderedCollections

/// The contents of a form's fields by name. Entries of a repeated group are members whose names are numbers, which stay
/// what they are when entries come, go and move; their order is that of the members.
enum FormTree {
    typealias Members = OrderedDictionary<String, JSONValue>

    /// Whether a value is a repeated group with entries.
    static func isRepeated(_ members: Members) -> Bool {
        !members.isEmpty && members.keys.allSatisfy { Int($0) != nil }
    }

    /// A model's JSON with lists of groups as numbered members.
    static func numbered(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members): return .object(members.mapValues(numbered))
        case .array(let elements):
            let isOfGroups = elements.contains { if case .object = $0 { true } else { false } }
            guard isOfGroups else { return value }
            var members: Members = [:]
            for (index, element) in elements.enumerated() { members[String(index)] = numbered(element) }
            return .object(members)
        case .null, .bool, .integer, .number, .string: return value
        }
    }

    /// What came of a form: contents without the companions of unused fields, whose paths are noted instead.
    static func cleaned(_ value: JSONValue, at path: String, unused: inout Set<String>) -> JSONValue {
        switch value {
        case .object(let members):
            var cleaned: Members = [:]
            for (key, member) in members {
                if key.hasPrefix(Payload.unusedPrefix) {
                    unused.insert(joined(path, String(key.dropFirst(Payload.unusedPrefix.count))))
                } else {
                    cleaned[key] = Self.cleaned(member, at: joined(path, key), unused: &unused)
                }
            }
            return .object(cleaned)
        case .array(let elements):
            // A blank element stands for the list when nothing is chosen.
            let kept = elements.filter { $0 != .string("") }.map { cleaned($0, at: path, unused: &unused) }
            return numbered(.array(kept))
        case .null, .bool, .integer, .number, .string: return value
        }
    }

    /// What came of a form, with repeated groups in the order of `guests_sort[]`, without the entries of `guests_drop[]`.
    ///
    /// Entries that are not named come last; a name that is no entry's adds a blank one. Both are no fields themselves.
    static func arranged(_ value: JSONValue, over old: JSONValue?, blank: JSONValue?) -> JSONValue {
        guard case .object(let members) = value else { return value }
        var result = members
        for (key, member) in members { result[key] = arranged(member, over: old?[key], blank: blank?[key]) }
        for group in Set(members.keys.compactMap { Self.arrangedGroup($0, blank: blank) }) {
            let sort = result.removeValue(forKey: group + sortSuffix).map { FormContent(value: $0).texts } ?? []
            let drop = Set(result.removeValue(forKey: group + dropSuffix).map { FormContent(value: $0).texts } ?? [])
            var (entries, arranged): (Members, Members) = ([:], [:])
            if case .object(let present)? = result[group] { entries = present }
            var next = 1 + max(lastKey(of: result[group]), lastKey(of: old?[group]))
            for key in sort where !drop.contains(key) {
                if let entry = entries.removeValue(forKey: key) {
                    arranged[key] = entry
                } else {
                    arranged[String(next)] = .object([:])
                    next += 1
                }
            }
            for (key, entry) in entries where !drop.contains(key) { arranged[key] = entry }
            result[group] = arranged.isEmpty ? .array([]) : .object(arranged)
        }
        return .object(result)
    }

    private static func lastKey(of group: JSONValue?) -> Int {
        guard case .object(let entries)? = group else { return -1 }
        return entries.keys.compactMap { Int($0) }.max() ?? -1
    }

    static let sortSuffix = "_sort"
    static let dropSuffix = "_drop"

    /// The repeated group that a name arranges, unless it is the name of a field.
    private static func arrangedGroup(_ name: String, blank: JSONValue?) -> String? {
        guard name.hasSuffix(sortSuffix) || name.hasSuffix(dropSuffix), blank?[name] == nil else { return nil }
        let group = String(name.dropLast(sortSuffix.count))
        switch blank?[group] {
        case .array?: return group
        case .object(let members)? where isRepeated(members): return group
        default: return nil
        }
    }

    /// Contents with what came over them. A field that did not come stays, but truth values and lists, since an unticked
    /// box and an empty list do not come at all.
    static func merged(_ new: JSONValue, over old: JSONValue?, blank: JSONValue?) -> JSONValue {
        guard case .object(let members) = new else { return new }
        var result = members
        guard case .object(let before)? = old, !isRepeated(before), !isRepeated(members) else {
            guard case .object(let before)? = old, isRepeated(members) else { return new }
            for (key, entry) in members { result[key] = merged(entry, over: before[key], blank: blank?[key]) }
            return .object(result)
        }
        for (key, value) in before {
            if let member = members[key] {
                result[key] = merged(member, over: value, blank: blank?[key])
            } else {
                result[key] = unsent(value, blank: blank?[key])
            }
        }
        return .object(result)
    }

    private static func unsent(_ value: JSONValue, blank: JSONValue?) -> JSONValue {
        switch (value, blank) {
        case (_, .bool?): return .bool(false)
        case (_, .array?), (.array, _): return .array([])
        case (.object(let members), _) where isRepeated(members): return .array([])
        default: return value
        }
    }

    /// The contents as a decoder reads them: repeated groups as lists in their order.
    static func decodable(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value else { return value }
        return isRepeated(members) ? .array(members.values.map(decodable)) : .object(members.mapValues(decodable))
    }

    /// The value at a path.
    static func value(at path: [String], in root: JSONValue) -> JSONValue? {
        var place: JSONValue? = root
        for key in path { place = place?[key] }
        return place
    }

    /// Changes the value at a path.
    static func update(_ path: ArraySlice<String>, in root: inout JSONValue, _ change: (inout JSONValue) -> Void) {
        guard let key = path.first else { return change(&root) }
        var members: Members = [:]
        if case .object(let present) = root { members = present }
        var member = members[key] ?? .object([:])
        update(path.dropFirst(), in: &member, change)
        members[key] = member
        root = .object(members)
    }

    /// The fields that a rule's path means: one, or one in each entry of the groups on its way.
    static func places(_ path: ArraySlice<String>, in value: JSONValue?, at place: String = "") -> [(
        String, JSONValue?
    )] {
        guard let key = path.first else { return [(place, value)] }
        if case .object(let members)? = value, isRepeated(members), Int(key) == nil {
            return members.flatMap { places(path, in: $1, at: joined(place, $0)) }
        }
        // A repeated group without entries has no fields to look at.
        if case .array? = value { return [] }
        return places(path.dropFirst(), in: value?[key], at: joined(place, key))
    }

    /// The paths of all fields that have contents.
    static func leaves(of value: JSONValue, at path: String = "") -> [String] {
        guard case .object(let members) = value else { return [path] }
        return members.flatMap { leaves(of: $1, at: joined(path, $0)) }
    }

    /// A path of a decoding problem, whose entries are counted, as one of names.
    static func named(_ path: [String], in root: JSONValue) -> String {
        var place: JSONValue? = root
        var names: [String] = []
        for step in path {
            if case .object(let members)? = place, isRepeated(members), let index = Int(step), index < members.count {
                names.append(members.keys[index])
            } else if case .array? = place {
                break
            } else {
                names.append(step)
            }
            place = place?[names.last ?? step]
        }
        return names.joined(separator: ".")
    }

    static func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
