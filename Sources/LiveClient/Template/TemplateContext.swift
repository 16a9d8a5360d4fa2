import HTMLTree
import LiveProtocol

/// Where templates can stand: the elements around the place, from the view's container down. HTML means the same in
/// places with the same elements around them.
final class TemplateContext {
    /// The names of the elements around the place, the container excluded, the outermost first.
    let path: [String]
    private unowned let library: TemplateLibrary
    private var templates: [Variant: Template?] = [:]
    private var last: (statics: Statics, template: Template?)?

    /// A template has a variant for each set of its row places that hold rows.
    private struct Variant: Hashable {
        var statics: Statics
        var filled: [Int]
    }

    init(path: [String], library: TemplateLibrary) {
        self.path = path
        self.library = library
    }

    /// Whether markup that stands here is SVG.
    var isForeign: Bool {
        guard let svg = path.lastIndex(of: "svg") else { return false }
        return !path[svg...].contains { ["foreignObject", "desc", "title"].contains($0) }
    }

    /// Whether text that stands here goes elsewhere, as in a table.
    var movesText: Bool {
        switch path.last {
        case "table", "tbody", "thead", "tfoot", "tr", "colgroup": true
        default: false
        }
    }

    /// The context of a place inside an element of a template that stands here.
    func context(below names: [String]) -> TemplateContext {
        names.isEmpty ? self : library.context(path: path + names)
    }

    /// The template of a node that stands here; nil when its HTML means something only together with what is around it.
    func template(of node: RenderedNode) -> Template? {
        let plain = plainTemplate(of: node.statics)
        guard let plain, !plain.rowPlaces.isEmpty else { return plain }
        let filled = plain.rowPlaces.filter { node.dynamics[$0].startsWithRow }
        return filled.isEmpty ? plain : template(Variant(statics: node.statics, filled: filled))
    }

    /// Lets go of all templates; those that are asked for again are made again.
    func forget() {
        templates = [:]
        last = nil
    }

    private func plainTemplate(of statics: Statics) -> Template? {
        if let last, last.statics === statics { return last.template }
        let template = template(Variant(statics: statics, filled: []))
        last = (statics, template)
        return template
    }

    private func template(_ variant: Variant) -> Template? {
        if let known = templates[variant] { return known }
        let template = library.compile(variant.statics, in: self, filled: variant.filled)
        templates[variant] = template
        return template
    }
}

extension RenderedNode.Dynamic {
    /// Whether the HTML starts with a table row, so that it implies the row group around it.
    fileprivate var startsWithRow: Bool {
        switch self {
        case .text(let text): Self.startsWithRow(text)
        case .component: false
        case .node(let node):
            Self.startsWithRow((node.rows == nil ? node : node.rows?.first)?.statics.pieces.first ?? "")
        }
    }

    private static func startsWithRow(_ html: String) -> Bool {
        let start = html.utf8.drop { $0 <= UInt8(ascii: " ") }.prefix(4).map { $0 | 0x20 }
        return start.starts(with: "<tr".utf8) && (start.count < 4 || start[3] <= UInt8(ascii: " ") || start[3] == 0x3E)
    }
}
