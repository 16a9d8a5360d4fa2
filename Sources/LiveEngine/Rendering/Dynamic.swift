/// What stands at one changing place of a rendered tree.
public enum Dynamic {
    /// Text, which is escaped on its way out.
    case text(String)
    /// HTML as it is.
    case html(String)
    case node(Rendered)
    case list(RenderedList)
    case component(ComponentPlacement)
    case view(NestedView)

    /// Nothing.
    public static var empty: Dynamic { .html("") }
}

extension Dynamic {
    /// Adds the HTML of all that stands here.
    func write(to html: inout String) {
        switch self {
        case .text(let text): HTMLText.appendEscaped(text, to: &html)
        case .html(let markup): html += markup
        case .node(let node): node.write(to: &html)
        case .list(let list): list.write(to: &html)
        // What a component shows is known to its session alone.
        case .component(let placement): html += "<!-- \(HTMLText.escaped(placement.key.description)) -->"
        case .view(let view): html += view.html(session: "", parent: nil)
        }
    }
}
