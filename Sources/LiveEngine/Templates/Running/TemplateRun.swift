/// What all templates of one rendering share.
final class TemplateRun {
    /// How many levels of statements and expressions may be open at a time, over all includes, macros and loops.
    static let depthLimit = 1000
    /// The levels that entering a template, block or macro costs beside its own nesting.
    private static let entryCost = 4

    let library: TemplateLibrary
    private let meta: Meta?
    private var depth = 0

    init(library: TemplateLibrary, meta: Meta?) {
        self.library = library
        self.meta = meta
    }

    /// The value of a name that every template sees unless its context has it.
    ///
    /// `flash`, `uploads` and `meta` are there on a page only; a template that is rendered by itself has its context alone.
    func value(of name: String) -> TemplateValue? {
        switch name {
        case "flash": meta.map { ContextReader.value(of: $0.flash) }
        case "uploads": meta?.uploads.templateValue
        case "meta": meta.map { Self.value(of: $0) }
        case "js": .object(CommandList())
        default: Globals.value(of: name)
        }
    }

    private static func value(of meta: Meta) -> TemplateValue {
        let members = [
            "flash": ContextReader.value(of: meta.flash), "url": .string(meta.url), "path": .string(meta.path),
            "uploads": meta.uploads.templateValue,
        ]
        return .map(ValueMap(members.sorted { $0.key < $1.key }.map { (.string($0.key), $0.value) }))
    }

    /// Runs a part of a template that is nested so many levels deep, unless too many are open already.
    func nested<Result>(
        _ nesting: Int, at offset: Int, _ body: () throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        let cost = nesting + TemplateRun.entryCost
        guard depth + cost <= TemplateRun.depthLimit else {
            throw TemplateError(.tooDeep(limit: TemplateRun.depthLimit), at: offset)
        }
        depth += cost
        defer { depth -= cost }
        return try body()
    }
}
