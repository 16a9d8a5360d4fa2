import Basics
import LiveEngine
import Scenarios
import Templates

/// What watches a run of scenarios for what it exercises, in engine, templates and pages.
struct CoverageRun: Sendable {
    let engine: EngineCoverage
    private let templates = TemplateCoverage()
    private let bindings: BindingCollector
    /// Whether the views are on a server elsewhere, of which only pages are known.
    private let isRemote: Bool

    /// - Parameters:
    ///   - routes: The routes of the app.
    ///   - isRemote: Whether the views are on a server elsewhere.
    init(_ routes: Routes, isRemote: Bool) {
        let engine = EngineCoverage(routes: routes)
        self.engine = engine
        self.isRemote = isRemote
        bindings = BindingCollector { isRemote ? nil : engine.place(of: $0) }
        templates.watchProcess()
    }

    /// Makes what watches one case.
    func makeObservers() -> [any CaseObserver] { [bindings.makeObserver()] }

    /// What was exercised so far.
    var report: CoverageReport {
        let notes = bindings.isCut ? ["there were more bindings of pages than are kept"] : []
        guard !isRemote else {
            return CoverageReport(
                bindings.items, kinds: [.bindings],
                notes: notes + ["of a server elsewhere nothing but its pages is known"])
        }
        engine.compileTemplates()
        let handlers = engine.handlers
        let routes = engine.routeList.map { route in
            CoverageItem(.routes, place: route.path, name: route.about, isCovered: route.isOpened)
        }
        let events = handlers.flatMap { handler in
            handler.events.map { CoverageItem(.events, place: handler.type, name: $0.name, isCovered: $0.isHandled) }
        }
        let infos = handlers.flatMap { handler in
            handler.infos.map { CoverageItem(.infos, place: handler.type, name: $0.name, isCovered: $0.isHandled) }
        }
        return CoverageReport(
            routes + events + infos + templates.branches.map(CoverageItem.init) + bindings.items,
            openHandlers: handlers.filter(\.hasOpenEvents).map(\.type), notes: notes)
    }
}

extension CoverageItem {
    fileprivate init(_ branch: TemplateBranch) {
        self.init(
            .branches, place: "\(PathWords.fromHere(branch.file)):\(branch.line):\(branch.column)", name: branch.words,
            isCovered: branch.hasRun)
    }
}

extension TemplateBranch {
    /// What the branch is.
    fileprivate var words: String {
        switch kind {
        case .template: "the template"
        case .branch, .block, .macro, .call: tag
        case .noBranch: "\(tag) with no condition that holds"
        case .rows: "\(tag) with rows"
        case .noRows: tag.hasPrefix("{% for") ? "\(tag) without rows" : tag
        }
    }
}

/// Paths as people read them.
private enum PathWords {
    /// A path from the current folder on, if the file is in it.
    static func fromHere(_ path: String) -> String {
        guard let here = FileSystem.realPath("."), path.hasPrefix(here + "/") else { return path }
        return String(path.dropFirst(here.count + 1))
    }
}
