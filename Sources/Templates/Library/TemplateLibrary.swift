import Basics
import LiveProtocol
import Markup
import Synchronization

/// Templates by name, each compiled when it is first needed.
public final class TemplateLibrary: Sendable {
    private enum Origin: Sendable {
        case sources([String: String])
        case folder(TemplateFolder)
    }

    /// What is known of one template.
    private struct Entry {
        /// The last version that compiled.
        var template: Template?
        /// What is wrong with the newest version.
        var problem: TemplateError?
        var stamp: FileStamp?
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// Names that led nowhere when they were asked for.
        var missing: Set<String> = []
    }

    /// How many names that lead nowhere are remembered: they can come from the data, without end.
    private static let missingLimit = 100

    /// How far a rendering may go.
    public let limits: TemplateLimits
    private let origin: Origin
    private let keepsFinalNewline: Bool
    /// What watches its templates; what watches those of all libraries, unless given.
    private let coverage: TemplateCoverage?
    private let state = Mutex(State())

    /// Makes a library of templates in memory.
    ///
    /// - Parameters:
    ///   - limits: How far a rendering may go.
    ///   - keepsFinalNewline: Whether the newline at the end of a template is printed, which Jinja2 drops as a rule.
    public convenience init(
        sources: [String: String], limits: TemplateLimits = TemplateLimits(), keepsFinalNewline: Bool = false
    ) {
        self.init(.sources(sources), limits, keepsFinalNewline: keepsFinalNewline)
    }

    /// Makes a library of the files below a folder. Nothing outside the folder is ever read.
    ///
    /// - Parameters:
    ///   - limits: How far a rendering may go.
    ///   - keepsFinalNewline: Whether the newline at the end of a file is printed, which Jinja2 drops as a rule.
    public convenience init(
        folder: String, limits: TemplateLimits = TemplateLimits(), keepsFinalNewline: Bool = false
    ) {
        self.init(.folder(TemplateFolder(path: folder)), limits, keepsFinalNewline: keepsFinalNewline)
    }

    /// Makes a library whose templates are watched by one of its own.
    package convenience init(sources: [String: String], coverage: TemplateCoverage) {
        self.init(.sources(sources), TemplateLimits(), keepsFinalNewline: false, coverage)
    }

    private init(
        _ origin: Origin, _ limits: TemplateLimits, keepsFinalNewline: Bool, _ coverage: TemplateCoverage? = nil
    ) {
        self.origin = origin
        self.limits = limits
        self.keepsFinalNewline = keepsFinalNewline
        self.coverage = coverage
    }

    /// Makes a library of the templates in the folder of a source file, or of a resource bundle where there is no source.
    ///
    /// - Parameter bundle: The names of package and target, such as `App_Views`.
    public convenience init(
        nextTo file: StaticString = #filePath, resources bundle: String, limits: TemplateLimits = TemplateLimits()
    ) {
        let folder = file.description.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        if TemplateFolder.exists(folder) {
            self.init(folder: folder, limits: limits)
        } else {
            self.init(folder: TemplateFolder.besideExecutable(bundle), limits: limits)
        }
    }

    /// Reads those files again that are not as they were, and looks for those that were not there.
    ///
    /// A version that does not compile is not used; see `problems`.
    ///
    /// - Returns: The names of the templates that changed.
    @discardableResult
    public func refresh() -> Set<String> {
        guard case .folder(let folder) = origin else { return [] }
        return state.withLock { state in
            var changed = state.missing.filter { folder.stamp(of: $0) != nil }
            state.missing.subtract(changed)
            for (name, entry) in state.entries where folder.stamp(of: name) != entry.stamp {
                state.entries[name] = load(name, replacing: entry)
                changed.insert(name)
            }
            return changed
        }
    }

    /// What is wrong with the newest version of a template, whose last good version is in use.
    package func problem(of name: String) -> TemplateError? { state.withLock { $0.entries[name]?.problem } }

    /// What is wrong with the newest versions of templates, whose last good versions are in use.
    public var problems: [TemplateError] {
        state.withLock { state in
            state.entries.sorted { $0.key < $1.key }.compactMap(\.value.problem)
        }
    }

    /// The names of all templates.
    public var names: [String] {
        switch origin {
        case .sources(let sources): sources.keys.sorted()
        case .folder(let folder): folder.names()
        }
    }

    /// Compiles a template that is not compiled yet, so that what is wrong with it is known before it is needed.
    ///
    /// - Throws: `TemplateError` with the place and what is wrong.
    public func compile(_ name: String) throws(TemplateError) { _ = try existing(name) }

    /// Renders a template as a tree, as live views do.
    ///
    /// - Parameter context: Whose members the template sees by name; only those that it reads are encoded.
    /// - Throws: `TemplateError` with the place and what is wrong.
    public func render(_ name: String, context: some Encodable) throws(TemplateError) -> Rendered {
        try render(name, context: context, page: nil)
    }

    /// Renders a template to HTML alone, which costs less than a tree.
    ///
    /// - Parameter context: Whose members the template sees by name; only those that it reads are encoded.
    /// - Throws: `TemplateError` with the place and what is wrong.
    public func html(_ name: String, context: some Encodable) throws(TemplateError) -> String {
        try html(name, context: context, page: nil)
    }

    /// Renders a template as a tree.
    ///
    /// - Parameter page: What the page knows by name beside the context.
    package func render(
        _ name: String, context: some Encodable, page: (any PageNames)?
    ) throws(TemplateError) -> Rendered {
        let template = try existing(name)
        let context = renderContext(context, page)
        defer { context.run.end() }
        var output = TemplateOutput.tree()
        try template.run(in: context, to: &output)
        return output.root
    }

    /// Renders a template to HTML.
    ///
    /// - Parameter page: What the page knows by name beside the context.
    package func html(
        _ name: String, context: some Encodable, page: (any PageNames)?
    ) throws(TemplateError) -> String {
        let template = try existing(name)
        let context = renderContext(context, page)
        defer { context.run.end() }
        var output = TemplateOutput.html(capacity: template.htmlCapacity.load(ordering: .relaxed))
        try template.run(in: context, to: &output)
        template.htmlCapacity.store(output.capacity, ordering: .relaxed)
        return output.text
    }

    private func renderContext(_ context: some Encodable, _ page: (any PageNames)?) -> RenderContext {
        let run = TemplateRun(library: self, limits: limits) { Self.global($0, page) }
        return RenderContext(run: run, data: ContextReader.members(of: context))
    }

    /// The value of a name that every template sees unless its context has it.
    ///
    /// What the page knows is there on a page only; a template that is rendered by itself has its context alone.
    static func global(_ name: String, _ page: (any PageNames)? = nil) -> TemplateValue? {
        if name == "js" { return .object(CommandList()) }
        return page?.value(of: name)?.value ?? Globals.value(of: name)
    }

    private func existing(_ name: String) throws(TemplateError) -> Template {
        if let template = try template(named: name) { return template }
        throw TemplateError(.templateNotFound([name], suggestion: NearestName.of(name, among: names)), at: 0)
    }

    /// The compiled template; nil when there is none of this name.
    func template(named name: String) throws(TemplateError) -> Template? {
        let result = state.withLock { state in
            if let entry = state.entries[name] { return Self.result(of: entry) }
            guard let entry = load(name, replacing: nil) else {
                if state.missing.count < Self.missingLimit { state.missing.insert(name) }
                return .success(nil)
            }
            state.entries[name] = entry
            return Self.result(of: entry)
        }
        return try result.get()
    }

    private func source(_ name: String, _ text: String) -> TemplateSource {
        TemplateSource(name: name, text: text, keepsFinalNewline: keepsFinalNewline)
    }

    private static func result(of entry: Entry) -> Result<Template?, TemplateError> {
        if let template = entry.template { return .success(template) }
        return entry.problem.map { .failure($0) } ?? .success(nil)
    }

    /// Reads and compiles the newest version; nil when there never was one.
    private func load(_ name: String, replacing old: Entry?) -> Entry? {
        var entry = Entry(template: old?.template)
        do throws(TemplateError) {
            switch origin {
            case .sources(let sources):
                guard let text = sources[name] else { return nil }
                entry.template = try Template(
                    source: source(name, text), coverage: coverage ?? .ofProcess, file: name)
            case .folder(let folder):
                entry.stamp = folder.stamp(of: name)
                guard let text = try folder.text(of: name) else {
                    guard old?.template != nil else { return nil }
                    throw TemplateError(.templateNotFound([name], suggestion: nil), at: 0)
                }
                entry.template = try Template(
                    source: source(name, text), coverage: coverage ?? .ofProcess,
                    file: folder.path(of: name) ?? name)
            }
        } catch {
            entry.problem = error
        }
        return entry
    }
}

extension TemplateLibrary: NamedTemplates {}
