import OrderedCollections

/// The element that a view is in.
public struct ViewContainer: Hashable, Sendable {
    public var tag: String
    /// Those beside `id` and the `data-phx-` attributes, which make the element a view's container.
    public var attributes: OrderedDictionary<String, String>

    public init(_ tag: String, _ attributes: OrderedDictionary<String, String> = [:]) {
        self.tag = tag
        self.attributes = attributes
    }

    public static let standard = ViewContainer("div")
}
