import HTMLTree
import LiveProtocol

/// The skeletons of a page, by the elements around them.
final class SkeletonLibrary {
    private static let contextLimit = 10_000

    /// What is around the views in whose containers the skeletons stand, as far as it matters to their HTML.
    struct Place: Hashable {
        var container: String
        /// Whether the container is in a form, in which no other form can be.
        var isInForm: Bool
    }

    private let document: Document
    /// Stands in for the containers.
    private let container: NodeID
    private var contexts: [[String]: SkeletonContext] = [:]

    /// The context of what stands directly in the view's container.
    var root: SkeletonContext { context(path: []) }

    init(document: Document, place: Place) {
        self.document = document
        container = document.createElement(place.container)
        if place.isInForm { document.withoutEdits { document.append(container, to: document.createElement("form")) } }
    }

    /// Skeletons name the contexts of their places, and contexts keep skeletons.
    deinit { forgetAll() }

    func context(path: [String]) -> SkeletonContext {
        if let known = contexts[path] { return known }
        if contexts.count >= Self.contextLimit { forgetAll() }
        let context = SkeletonContext(path: path, library: self)
        contexts[path] = context
        return context
    }

    private func forgetAll() {
        for context in contexts.values { context.forget() }
        contexts = [:]
    }

    func compile(_ statics: Statics, in context: SkeletonContext, filled: [Int]) -> Skeleton? {
        guard let scan = SkeletonScanner.scan(statics.pieces, isForeign: context.isForeign, filled: filled),
            let content = parse(scan.html, in: context)
        else { return nil }
        defer { content.free(in: document) }
        var compiler = SkeletonCompiler(document: document, context: context, scan: scan)
        return compiler.compile(content.nodes)
    }

    /// Parses HTML as what stands in a place; nil when it changes what is around it, or is changed by that.
    func parse(_ html: String, in context: SkeletonContext) -> ParsedContent? {
        document.withoutEdits {
            ParsedContent(
                html, path: context.path, movesText: context.movesText, document: document, container: container)
        }
    }
}
