import HTMLTree
import LiveProtocol

extension EventPush {
    /// The payload as a handler gets it: of a form, its fields, then what the push adds.
    package var payload: JSONValue {
        switch value {
        case .json(let value): return value
        case .form(let text):
            let fields = URLEncodedForm.decode(text).map { ($0.0, JSONValue.string($0.1)) }
            let meta = (self.meta ?? [:]).map { ($0.key, $0.value) }
            return .object(.init(fields + meta) { _, last in last })
        }
    }
}
