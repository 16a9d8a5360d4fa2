import Synchronization

/// Notes that a branch of a template has run. Only templates that are watched have such marks.
final class BranchMark: EffectStatement {
    let kind: TemplateBranch.Kind
    /// Where the tag stands that begins the branch.
    let offset: Int
    private let flag = Atomic(false)

    init(_ kind: TemplateBranch.Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    var hasRun: Bool { flag.load(ordering: .relaxed) }

    func note() {
        // A store takes the memory from all other threads, and is needed once.
        if !hasRun { flag.store(true, ordering: .relaxed) }
    }

    func run(_ frame: inout TemplateFrame) throws(TemplateError) { note() }
}
