import HTMLTree
import Testing

extension Document {
    /// The element that a selector finds first.
    func one(_ selector: String) throws -> NodeID {
        try #require(first(Selector(selector), below: root), "nothing matches \(selector)")
    }

    /// The ids of elements, or their tags where they have none.
    func names(_ nodes: [NodeID]) -> String {
        nodes.map { attribute("id", of: $0) ?? name(of: $0) }.joined(separator: " ")
    }
}
