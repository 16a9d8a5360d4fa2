/// What the tokenizer hands to tree construction (WHATWG 13.2.5).
enum Token: Equatable {
    case doctype(DoctypeToken)
    case startTag(TagToken)
    case endTag(TagToken)
    case comment(String)
    /// A run of UTF-8 text, never empty; it is free of NUL or consists of nothing else.
    case characters(ArraySlice<UInt8>)
    case endOfInput
}

/// A start or end tag.
struct TagToken: Equatable {
    var tag: Tag
    /// Lower case.
    var name: String
    /// Without repetitions: the first of a name counts.
    var attributes: [Attribute] = []
    var isSelfClosing = false

    /// The value of an attribute, or nil.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// A document type declaration.
struct DoctypeToken: Equatable {
    var name: String?
    var publicIdentifier: String?
    var systemIdentifier: String?
    var forcesQuirks = false
}

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
