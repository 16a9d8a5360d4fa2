/// What a look at a template's pieces shows, before they are parsed.
struct TemplateScan {
    /// Where a dynamic stands.
    enum Boundary {
        /// Between tags, in this element; nil at the top.
        case content(parent: String?, dropsLineFeed: Bool)
        case attributeValue(quote: UInt8)
        case attributes(needsSpace: Bool)
        /// In the element of this number, which is to be parsed as a whole.
        case sealed(Int)
    }

    /// The pieces with marks where the dynamics are: comments, attributes and pieces of values.
    var html = ""
    var boundaries: [Boundary] = []
    /// The dynamics whose rows imply a row group.
    var filled: [Int] = []
    /// By the elements' numbers.
    var sealed: [Int: SealedSource] = [:]

    /// Stands in marks, and in no template.
    static let mark: Character = "\u{FFFC}"
    /// The name of the attribute that marks what takes the attributes of a root.
    static let identityMark = "\u{FFFC}root"
    /// Starts the name of the attribute that marks an element which may be sealed; its number follows.
    static let sealMark = "\u{FFFC}seal"
}
