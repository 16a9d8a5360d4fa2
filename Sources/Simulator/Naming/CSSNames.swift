import Basics
import HTMLTree

/// The selectors that an element can be named by.
package struct CSSNames {
    /// What the element has of its own: its id, an attribute, its classes; the most telling first.
    package let own: [String]
    /// The way to it from the nearest element with an id, or from the root.
    package let path: String

    package init(of node: NodeID, in document: Document) {
        let tag = document.name(of: node)
        var own: [String] = []
        for name in ["id", "data-testid", "name", "href", "aria-label", "phx-value-id", "value", "phx-click"] {
            guard let value = document.attribute(name, of: node), Self.isPlain(value) else { continue }
            // What a person keeps to themselves names nothing.
            if name == "value", document.isSecret(node) { continue }
            own.append(name == "id" && Self.isIdentifier(value) ? "#\(value)" : "\(tag)[\(name)=\"\(value)\"]")
        }
        let classes = Self.classes(of: node, in: document)
        if !classes.isEmpty { own.append(tag + classes.map { "." + $0 }.joined()) }
        self.own = own
        path = Self.path(to: node, in: document)
    }

    /// The shortest of its selectors that selects this element and no other.
    package static func unique(of node: NodeID, in document: Document) -> String {
        let names = CSSNames(of: node, in: document)
        return (names.own + [document.name(of: node)] + names.shortPaths(to: node, in: document))
            .first { isOnly(node, $0, in: document) } ?? names.path
    }

    /// Ways by a single step from the nearest element with an id.
    private func shortPaths(to node: NodeID, in document: Document) -> [String] {
        let anchor = document.ancestors(of: node).lazy.compactMap { document.attribute("id", of: $0) }
            .first(where: Self.isIdentifier)
        guard let anchor else { return [] }
        return (own.filter { !$0.hasPrefix("#") } + [document.name(of: node)]).map { "#\(anchor) \($0)" }
    }

    private static func isOnly(_ node: NodeID, _ text: String, in document: Document) -> Bool {
        guard let selector = try? Selector(text), document.matches(node, selector) else { return false }
        // What an id selects is known without a walk.
        if text.hasPrefix("#"), !text.contains(" ") { return document.all(selector, below: document.root) == [node] }
        return document.elements(below: document.root).allSatisfy { $0 == node || !document.matches($0, selector) }
    }

    private static func path(to node: NodeID, in document: Document) -> String {
        var steps: [String] = []
        var current: NodeID? = node
        while let element = current, document.isElement(element) {
            if let id = document.attribute("id", of: element), isIdentifier(id), document.element(withID: id) == element
            {
                steps.append("#\(id)")
                break
            }
            steps.append(step(to: element, in: document))
            current = document.parentElement(of: element)
        }
        return steps.reversed().joined(separator: " > ")
    }

    private static func step(to element: NodeID, in document: Document) -> String {
        let tag = document.name(of: element)
        guard let parent = document.parentElement(of: element) else { return tag }
        let alike = document.children(of: parent).filter { document.isElement($0) && document.name(of: $0) == tag }
        guard alike.count > 1, let place = alike.firstIndex(of: element) else { return tag }
        return "\(tag):nth-of-type(\(place + 1))"
    }

    /// The classes that say what it is; not those that the client itself sets, or that have signs in them.
    private static func classes(of node: NodeID, in document: Document) -> [String] {
        (document.attribute("class", of: node) ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { isIdentifier($0) && !$0.hasPrefix("phx-") }
    }

    private static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else { return false }
        return text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func isPlain(_ text: String) -> Bool {
        let forbidden = "\"\\".utf8
        return !text.isEmpty && text.utf8.count <= 60
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !forbidden.contains($0) }
    }
}
