import HTMLTree
import LiveProtocol

/// What of the document shows a node of the rendered tree.
enum Shown {
    /// The nodes of its template.
    case template(ShownTemplate)
    /// What shows its rows.
    case rows(TemplateContext)
    /// Nodes of parsed HTML, whose parts are not known.
    case markup([NodeID], TemplateContext)

    var context: TemplateContext {
        switch self {
        case .template(let shown): shown.context
        case .rows(let context), .markup(_, let context): context
        }
    }
}

/// The document's nodes of one use of a template.
final class ShownTemplate {
    let template: Template
    let context: TemplateContext
    /// By the template's entries.
    var nodes: [NodeID] = []
    /// What stands in the template's places.
    var contents: [ShownContent] = []
    /// The attributes that name a root, and the entry that carries them.
    var identity: (entry: Int, attributes: [Attribute])?

    init(_ template: Template, in context: TemplateContext) {
        self.template = template
        self.context = context
        nodes.reserveCapacity(template.entries.count)
        contents.reserveCapacity(template.places.count)
    }
}

/// What of the document stands in one place of a template.
enum ShownContent {
    case nothing
    case text(NodeID)
    /// Nodes of a dynamic that is itself HTML.
    case markup([NodeID])
    case node(RenderedNode)
    case component(Int)
}
