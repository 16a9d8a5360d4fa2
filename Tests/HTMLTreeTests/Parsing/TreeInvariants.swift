@testable import HTMLTree

/// What must hold of every tree.
enum TreeInvariants {
    /// What is wrong with the links of a document, or nil.
    static func problem(in document: Document) -> String? {
        var reached = 0
        var pending = [document.root]
        while let parent = pending.popLast() {
            reached += 1
            if reached > document.records.count { return "a node is reached twice" }
            if let content = document.templateContent(of: parent) {
                if document.kind(of: content) != .fragment { return "the contents of a template are no fragment" }
                if document.firstChild(of: parent) != nil { return "a template has children" }
                pending.append(content)
            }
            var previous: NodeID?
            var child = document.firstChild(of: parent)
            while let current = child {
                if !document.isAlive(current) { return "a freed node is in the tree" }
                if document.parent(of: current) != parent { return "a child has another parent" }
                if document.previousSibling(of: current) != previous { return "siblings disagree" }
                if let previous, document.isText(previous), document.isText(current) { return "texts side by side" }
                if document.isText(current), document.text(of: current).isEmpty { return "an empty text" }
                pending.append(current)
                previous = current
                child = document.nextSibling(of: current)
            }
            if document.lastChild(of: parent) != previous { return "the last child is another" }
        }
        return nil
    }
}
