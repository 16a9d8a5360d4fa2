import HTMLTree

/// What names the outermost element of a part of a view, so that patches find it again.
enum RootName {
    /// A root of the tree, by the number that it got when it was first shown.
    case root(Int)
    case component(Int)

    /// The name on a page, where other views have such parts too.
    func text(inViewWithID viewID: String) -> String {
        switch self {
        case .root(let number): "m\(number)-\(viewID)"
        case .component(let cid): "c\(cid)-\(viewID)"
        }
    }

    /// The attributes that the outermost element carries.
    func attributes(inViewWithID viewID: String) -> [Attribute] {
        let name = Attribute(name: ViewAttribute.magicID, value: text(inViewWithID: viewID))
        switch self {
        case .root: return [name]
        case .component(let cid):
            return [
                name, Attribute(name: ViewAttribute.component, value: String(cid)),
                Attribute(name: ViewAttribute.view, value: viewID),
            ]
        }
    }
}

extension [Attribute] {
    /// The attributes as they stand behind a tag's name; their values hold no quotes.
    var html: String { map { " \($0.name)=\"\($0.value)\"" }.joined() }
}
