import LiveProtocol
import Markup

extension ViewContainer {
    /// The empty element.
    ///
    /// - Parameter own: What makes it a view's container; a value of nil leaves its attribute out.
    func html(_ own: KeyValuePairs<String, String?>) -> String {
        var html = "<\(tag)"
        for (name, value) in own { if let value { Self.write(name, value, to: &html) } }
        for (name, value) in attributes where !own.contains(where: { $0.key == name }) {
            Self.write(name, value, to: &html)
        }
        return html + "></\(tag)>"
    }

    private static func write(_ name: String, _ value: String, to html: inout String) {
        html += value.isEmpty ? " \(name)" : " \(name)=\"\(HTMLText.escaped(value))\""
    }
}
