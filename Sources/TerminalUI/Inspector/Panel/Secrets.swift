import HTMLTree
import LiveProtocol
import OrderedCollections

/// What a person typed into password fields: the inspector shows it nowhere.
struct Secrets: Equatable {
    /// A shorter text stands in too much that is none.
    private static let shortest = 4
    private static let mostValues = 100

    static let bullets = "••••••"

    /// The names of the fields.
    private(set) var names: Set<String> = []
    /// What was sent of them, the newest last.
    private var values: [String] = []

    /// Takes note of the password fields of a page.
    mutating func note(_ document: Document) {
        for node in document.elements(named: "input") where document.isSecret(node) {
            if let name = document.attribute("name", of: node), !name.isEmpty { names.insert(name) }
            note(document.value(of: node))
        }
    }

    /// Takes note of what a form sends.
    mutating func note(form: String) {
        for (name, value) in URLEncodedForm.decode(form) where isSecret(name) { note(value) }
    }

    private mutating func note(_ value: String) {
        guard value.count >= Self.shortest, !values.contains(value) else { return }
        if values.count >= Self.mostValues { values.removeFirst() }
        values.append(value)
    }

    /// Whether what has this name is not to be shown: a password field's, or one that is called so.
    func isSecret(_ name: String) -> Bool {
        if names.contains(name) { return true }
        let last = FormFields.path(of: name).last ?? name
        if names.contains(where: { FormFields.path(of: $0).last == last }) { return true }
        let word = last.lowercased()
        return word.contains("password") || word.contains("passphrase")
    }

    /// A text without secrets.
    func hidden(in text: String) -> String {
        var text = text
        for value in values.reversed() where text.contains(value) { text.replace(value, with: Self.bullets) }
        return text
    }

    /// A value without secrets.
    func hidden(in value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): return .string(hidden(in: text))
        case .array(let items): return .array(items.map(hidden(in:)))
        case .object(let members):
            var shown: OrderedDictionary<String, JSONValue> = [:]
            for (key, value) in members { shown[key] = member(key, value) }
            return .object(shown)
        case .null, .bool, .integer, .number: return value
        }
    }

    /// The value of a member without secrets.
    func member(_ key: String, _ value: JSONValue) -> JSONValue {
        guard isSecret(key) else { return hidden(in: value) }
        switch value {
        case .string(let text): return .string(text.isEmpty ? "" : Self.bullets)
        // A list of problems is none; what is in a form is looked at by its own names.
        case .object, .array: return hidden(in: value)
        case .integer, .number: return .string(Self.bullets)
        case .null, .bool: return value
        }
    }
}
