import LiveProtocol
import Markup

/// The parts of one page that are rendered by themselves: its components, and the views that are placed in it.
final class PageParts {
    /// The number of the session whose page it is.
    private let session: Int
    private let tokens: PageTokens
    /// The id of the view's container.
    fileprivate let id: String
    /// None before the first component is placed.
    private(set) var components: ComponentTable?
    /// None before the first view is placed.
    private(set) var nested: NestedViews?

    init(session: Int, id: String, tokens: PageTokens) {
        self.session = session
        self.tokens = tokens
        self.id = id
    }

    /// Renders all components that wait, until none does.
    ///
    /// - Returns: What changed, by component.
    /// - Throws: What a component throws; `NestedViewError` when views were placed that cannot be.
    func render(_ writer: inout DiffWriter, _ page: inout SocketState) throws -> SparseArray<NodeDiff> {
        let diffs = try components?.render(&writer, &page) { nested?.withdraw(placedBy: $0) }
        try nested?.check()
        return diffs ?? [:]
    }

    /// Lets this transaction work on what components held before.
    func restore(_ kept: [KeptComponent]) {
        guard !kept.isEmpty else { return }
        let table = components ?? ComponentTable()
        components = table
        table.restore(kept)
    }

    /// Makes what the transaction did what is kept.
    func keep() {
        components?.keep()
        nested?.keep()
    }

    /// Undoes what the transaction did.
    func discard() {
        components?.discard()
        nested?.discard()
    }

    /// Forgets all, since the session has ended.
    func removeAll() {
        components = nil
        nested = nil
    }

    /// The number of a placed component, which is rendered after the tree that it stands in.
    fileprivate func place(_ placement: ComponentPlacement) -> Int {
        let table = components ?? ComponentTable()
        components = table
        return table.place(placement)
    }

    /// The token by which a placed view is joined.
    fileprivate func place(_ view: NestedView, isNew: Bool) -> String {
        let table = nested ?? NestedViews(session: session, tokens: tokens)
        nested = table
        return table.place(view, isNew: isNew, by: components?.placer ?? 0)
    }
}

/// A view whose HTML is written as a whole, with the parts that are placed in it.
protocol WrittenView: AnyObject {
    /// What a component of the view shows.
    func tree(ofComponent cid: Int) -> Rendered?

    /// The element of a view that is placed in this one.
    func html(of view: NestedView) -> String
}

extension DiffWriter {
    /// The parts of the page that is written; nil for a tree by itself.
    fileprivate var pageParts: PageParts? { owner as? PageParts }
}

extension ComponentPlacement: Placement {
    package func write(to html: inout HTMLBuffer) {
        if let cid, let tree = (html.owner as? any WrittenView)?.tree(ofComponent: cid) {
            tree.write(to: &html)
        } else {
            html.append(self.html)
        }
    }

    /// What a component shows is known to its session alone.
    private var html: String { "<!-- \(HTMLText.escaped(key.description)) -->" }

    package func whole(_ writer: inout DiffWriter) -> DynamicDiff {
        writer.pageParts.map { .component($0.place(self)) } ?? .text(html)
    }

    package func changes(since old: any Placement, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? ComponentPlacement, let parts = writer.pageParts else { return whole(&writer) }
        let cid = parts.place(self)
        return cid == old.cid ? nil : .component(cid)
    }
}

extension NestedView: Placement {
    package func write(to html: inout HTMLBuffer) {
        html.append((html.owner as? any WrittenView)?.html(of: self) ?? self.html)
    }

    private var html: String { html(session: "", parent: nil) }

    package func whole(_ writer: inout DiffWriter) -> DynamicDiff { .text(element(&writer, isNew: true)) }

    package func changes(since old: any Placement, _ writer: inout DiffWriter) -> DynamicDiff? {
        guard let old = old as? NestedView, id == old.id else { return whole(&writer) }
        let element = element(&writer, isNew: false)
        return hasSameElement(as: old) ? nil : .text(element)
    }

    private func element(_ writer: inout DiffWriter, isNew: Bool) -> String {
        guard let parts = writer.pageParts else { return html }
        return html(session: parts.place(self, isNew: isNew), parent: parts.id)
    }
}

extension Rendered.Interpolation {
    /// A component with a state of its own, made by `component`.
    public mutating func appendInterpolation(_ placement: ComponentPlacement) { append(.placed(placement)) }

    /// A component with a state of its own; nothing for nil.
    public mutating func appendInterpolation(_ placement: ComponentPlacement?) {
        append(placement.map { .placed($0) } ?? .empty)
    }

    /// A live view of its own, made by `liveView`.
    public mutating func appendInterpolation(_ view: NestedView) { append(.placed(view)) }

    /// A live view of its own; nothing for nil.
    public mutating func appendInterpolation(_ view: NestedView?) { append(view.map { .placed($0) } ?? .empty) }
}
