import Basics
import OrderedCollections

/// Reading of forms and queries: `user[name]=Ada&user[tags][]=a` becomes nested values
/// (TheClientsRules.md, "What an event carries").
package enum FormFields {
    /// Deep enough for any form, and shallow enough for any stack.
    package static let deepest = 32

    /// What a server's handler is given for a form: its fields, with what the page adds lying over them; `_target` becomes
    /// the path of the field that changed.
    package static func parameters(
        _ form: String, meta: OrderedDictionary<String, JSONValue>
    ) -> OrderedDictionary<String, JSONValue> {
        var fields = decode(form)
        for (key, value) in meta { fields[key] = value }
        if case .string(let target)? = fields["_target"] {
            fields["_target"] = .array(path(of: target).map { .string($0) })
        }
        return fields
    }

    /// Decodes a text of the type `application/x-www-form-urlencoded`. Of a name that occurs again the last counts;
    /// names that end in `[]` make lists.
    package static func decode(_ text: String) -> OrderedDictionary<String, JSONValue> {
        var fields: OrderedDictionary<String, JSONValue> = [:]
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentCoding.decode(parts[0], plusIsSpace: true)
            let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: true) : ""
            guard !name.isEmpty else { continue }
            let steps = steps(in: name)
            guard steps.count > 1, case .member(let key) = steps[0] else {
                fields[name] = .string(value)
                continue
            }
            insert(.string(value), at: steps.dropFirst(), into: &fields[key, default: .null])
        }
        return fields
    }

    /// The path of a field's name, without the signs for lists: `a[b][][c]` is `a`, `b`, `c`.
    package static func path(of name: String) -> [String] {
        steps(in: name).compactMap { step in
            switch step {
            case .member(let key): key
            case .element: nil
            }
        }
    }

    private enum Step {
        case member(String)
        case element
    }

    /// A name whose brackets do not close as they should is one whole key.
    private static func steps(in name: String) -> [Step] {
        guard let open = name.utf8.firstIndex(of: UInt8(ascii: "[")), open != name.startIndex, name.hasSuffix("]")
        else {
            return [.member(name)]
        }
        var steps = [Step.member(String(name[..<open]))]
        var rest = name[open...]
        while !rest.isEmpty {
            guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return [.member(name)] }
            let key = rest[rest.index(after: rest.startIndex)..<close]
            steps.append(key.isEmpty ? .element : .member(String(key)))
            rest = rest[rest.index(after: close)...]
            guard steps.count <= deepest else { return [.member(name)] }
        }
        return steps
    }

    private static func insert(_ value: JSONValue, at steps: ArraySlice<Step>, into place: inout JSONValue) {
        guard let step = steps.first else {
            place = value
            return
        }
        let rest = steps.dropFirst()
        switch step {
        case .member(let key):
            var members: OrderedDictionary<String, JSONValue> = [:]
            if case .object(let present) = place { members = present }
            place = .null
            var member = members[key] ?? .null
            members[key] = .null
            insert(value, at: rest, into: &member)
            members[key] = member
            place = .object(members)
        case .element:
            var elements: [JSONValue] = []
            if case .array(let present) = place { elements = present }
            place = .null
            append(value, at: rest, to: &elements)
            place = .array(elements)
        }
    }

    /// Adds to the last element when that lacks the member, else adds an element: `a[][x]=1&a[][y]=2` is one element.
    private static func append(_ value: JSONValue, at steps: ArraySlice<Step>, to elements: inout [JSONValue]) {
        if case .member(let key)? = steps.first, case .object(let last)? = elements.last, last[key] == nil {
            insert(value, at: steps, into: &elements[elements.count - 1])
        } else {
            var element = JSONValue.null
            insert(value, at: steps, into: &element)
            elements.append(element)
        }
    }
}
