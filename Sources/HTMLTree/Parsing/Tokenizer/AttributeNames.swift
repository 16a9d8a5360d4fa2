/// Tells whether an attribute name is new to an element, in constant time however many attributes there are.
struct AttributeNames {
    /// A few names are compared one by one, which is quicker than hashing them.
    private static let fewNames = 12

    private var names: Set<String> = []

    /// Notes a name.
    ///
    /// - Parameter attributes: The attributes that the element has so far.
    /// - Returns: Whether none of them has the name.
    mutating func insert(_ name: String, among attributes: [Attribute]) -> Bool {
        if attributes.count <= Self.fewNames { return !attributes.contains { $0.name == name } }
        if names.isEmpty { names = Set(attributes.lazy.map(\.name)) }
        return names.insert(name).inserted
    }
}
