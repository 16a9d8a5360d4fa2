/// The place of a dynamic among the children of an element.
struct TemplatePlace {
    /// What comes after a place in the same element.
    enum Neighbour {
        case entry(Int)
        case place(Int)
    }

    let dynamic: Int
    /// The entry that it is directly in; nil at the top.
    let parent: Int?
    /// The templates that can stand here.
    let context: TemplateContext
    /// The nearest entry around it that is a guard.
    let guardEntry: Int?
    /// Whether the text that starts here loses a line feed (WHATWG 13.2.6.4.7, "pre").
    let dropsLineFeed: Bool
    /// What comes next in the same element; nil at its end.
    var next: Neighbour?
}
