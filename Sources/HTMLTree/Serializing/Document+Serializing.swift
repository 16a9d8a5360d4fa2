extension Document {
    /// The HTML of what is inside a node (WHATWG 13.3, "HTML fragment serialization").
    public func innerHTML(of node: NodeID) -> String {
        var serializer = Serializer(document: self)
        serializer.writeContents(of: node)
        return serializer.text
    }

    /// The HTML of a node itself and what is inside it.
    public func outerHTML(of node: NodeID) -> String {
        var serializer = Serializer(document: self)
        serializer.write(node)
        return serializer.text
    }
}
