import OrderedCollections

/// The arguments of the command `push`.
public struct JSPush: Equatable, Sendable {
    public enum Target: Hashable, Sendable {
        case component(Int)
        case selector(String)
    }

    public var event: String
    public var target: Target?
    /// A selector of what else shows that it is loading.
    public var loading: String?
    public var pageLoading: Bool
    public var value: OrderedDictionary<String, JSONValue>?

    public init(
        event: String, target: Target? = nil, loading: String? = nil, pageLoading: Bool = false,
        value: OrderedDictionary<String, JSONValue>? = nil
    ) {
        self.event = event
        self.target = target
        self.loading = loading
        self.pageLoading = pageLoading
        self.value = value
    }
}
