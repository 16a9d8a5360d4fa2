/// What holds values for the time of one rendering, and may be held by them.
protocol RenderingValues: AnyObject {
    func letGo()
}

/// What all templates of one rendering share.
final class TemplateRun {
    /// How many levels of statements and expressions may be open at a time, over all includes, macros and loops.
    static let depthLimit = 1000
    /// The levels that entering a template, block or macro costs beside its own nesting.
    private static let entryCost = 4

    let library: TemplateLibrary
    private let meta: Meta?
    private var depth = 0
    private var templates: [String: Template] = [:]
    private var holders: [any RenderingValues] = []

    init(library: TemplateLibrary, meta: Meta?) {
        self.library = library
        self.meta = meta
    }

    /// Has something let go of its values when the rendering ends: a macro holds the context that it is set in.
    func note(_ holder: any RenderingValues) { holders.append(holder) }

    func end() {
        for holder in holders { holder.letGo() }
        holders = []
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

    /// The compiled template of a name; nil when there is none. A rendering sees one version of each.
    func template(named name: String) throws(TemplateError) -> Template? {
        if let template = templates[name] { return template }
        let template = try library.template(named: name)
        templates[name] = template
        return template
    }

    /// Begins a part of a template that is nested so many levels deep, unless too many are open already.
    func enter(_ nesting: Int, at offset: Int) throws(TemplateError) {
        let deeper = depth + nesting + TemplateRun.entryCost
        guard deeper <= TemplateRun.depthLimit else {
            throw TemplateError(.tooDeep(limit: TemplateRun.depthLimit), at: offset)
        }
        depth = deeper
    }

    /// Ends what `enter` began.
    func leave(_ nesting: Int) { depth -= nesting + TemplateRun.entryCost }
}
