import Basics

/// Writes nodes as HTML (WHATWG 13.3), without recursion.
struct Serializer {
    let document: Document
    private var output: [UInt8] = []
    /// What is still to be written, the next last.
    private var pending: [Step] = []

    private enum Step {
        case node(NodeID)
        /// The children of a node from this one on.
        case siblings(NodeID)
        case endTag(NodeID)
    }

    init(document: Document) { self.document = document }

    var text: String { String(decoding: output, as: UTF8.self) }

    mutating func write(_ node: NodeID) {
        pending.append(.node(node))
        drain()
    }

    mutating func writeContents(of node: NodeID) {
        if document.isElement(node), tag(of: node).isVoid { return }
        pushContents(of: node)
        drain()
    }

    private mutating func drain() {
        while let step = pending.popLast() {
            switch step {
            case .node(let node): writeNode(node)
            case .siblings(let node):
                if let next = document.nextSibling(of: node) { pending.append(.siblings(next)) }
                writeNode(node)
            case .endTag(let node):
                output += "</".utf8
                output += document.name(of: node).utf8
                output.append(.greaterThan)
            }
        }
    }

    private mutating func pushContents(of node: NodeID) {
        let holder = document.templateContent(of: node) ?? node
        if let first = document.firstChild(of: holder) { pending.append(.siblings(first)) }
    }

    private mutating func writeNode(_ node: NodeID) {
        switch document.kind(of: node) {
        case .document, .fragment: pushContents(of: node)
        case .doctype:
            output += "<!DOCTYPE ".utf8
            output += document.name(of: node).utf8
            output.append(.greaterThan)
        case .comment:
            output += "<!--".utf8
            output += document.text(of: node).utf8
            output += "-->".utf8
        case .text:
            if let parent = document.parent(of: node), document.isElement(parent), tag(of: parent).holdsRawText {
                output += document.text(of: node).utf8
            } else {
                escape(document.text(of: node), isAttribute: false)
            }
        case .element: writeElement(node)
        }
    }

    private mutating func writeElement(_ node: NodeID) {
        output.append(.lessThan)
        output += document.name(of: node).utf8
        for attribute in document.attributes(of: node) {
            output.append(.space)
            output += attribute.name.utf8
            output += "=\"".utf8
            escape(attribute.value, isAttribute: true)
            output.append(.quotationMark)
        }
        output.append(.greaterThan)
        guard !tag(of: node).isVoid else { return }
        pending.append(.endTag(node))
        pushContents(of: node)
    }

    /// The tag of an HTML element; `other` for a foreign one.
    private func tag(of element: NodeID) -> Tag {
        guard document.namespace(of: element) == .html else { return .other }
        return TagTable.shared.tag(of: PackedName(document.name(of: element).utf8))
    }

    private mutating func escape(_ text: String, isAttribute: Bool) {
        var isAfterC2 = false
        for byte in text.utf8 {
            switch byte {
            case .ampersand: output += "&amp;".utf8
            case .lessThan: output += "&lt;".utf8
            case .greaterThan: output += "&gt;".utf8
            case .quotationMark where isAttribute: output += "&quot;".utf8
            case 0xA0 where isAfterC2:
                // A no-break space is C2 A0.
                output.removeLast()
                output += "&nbsp;".utf8
            default: output.append(byte)
            }
            isAfterC2 = byte == 0xC2
        }
    }
}

extension Document {
    /// The HTML of what is inside a node (WHATWG 13.3, "HTML fragment serialization").
    package func innerHTML(of node: NodeID) -> String {
        var serializer = Serializer(document: self)
        serializer.writeContents(of: node)
        return serializer.text
    }

    /// The HTML of a node itself and what is inside it.
    package func outerHTML(of node: NodeID) -> String {
        var serializer = Serializer(document: self)
        serializer.write(node)
        return serializer.text
    }
}
