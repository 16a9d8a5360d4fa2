import LiveProtocol

/// What stands at one changing place of a rendered tree.
package enum Dynamic {
    /// Text, which is escaped on its way out.
    case text(String)
    /// HTML as it is.
    case html(String)
    case node(Rendered)
    case list(RenderedList)
    /// A part of the page that is rendered by itself.
    case placed(any Placement)

    /// Nothing.
    package static var empty: Dynamic { .html("") }
}

extension Dynamic {
    /// Adds the HTML of all that stands here.
    func write(to html: inout HTMLBuffer) {
        switch self {
        case .text(let text): html.appendEscaped(text)
        case .html(let markup): html.append(markup)
        case .node(let node): node.write(to: &html)
        case .list(let list): list.write(to: &html)
        case .placed(let placement): placement.write(to: &html)
        }
    }
}

/// A part of a page that is rendered by itself, at its place in a rendered tree: a component, or a view of its own.
///
/// What it shows is known to the session alone whose page is written, which is the `owner` of the writer, or of the HTML.
package protocol Placement: AnyObject {
    /// Adds the HTML of the part, or what stands for it where no session writes.
    func write(to html: inout HTMLBuffer)

    /// What the client gets when the part was not at this place before.
    func whole(_ writer: inout DiffWriter) -> DynamicDiff

    /// What changed since another part, or this one as it was, stood at this place; nil when nothing did.
    func changes(since old: any Placement, _ writer: inout DiffWriter) -> DynamicDiff?
}
