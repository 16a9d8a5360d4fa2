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
