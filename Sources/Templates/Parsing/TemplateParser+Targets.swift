/// Names to assign to, as written.
indirect enum TargetNames {
    case name(String)
    case tuple([TargetNames], offset: Int)
    case member(base: String, name: String, offset: Int)
}

extension TemplateParser {
    private static let reserved: Set<String> = ["true", "false", "none", "True", "False", "None"]

    /// Parses names to assign to: `a`, `a, b`, `(a, (b, c))`.
    ///
    /// - Parameter word: The word that ends them.
    mutating func parseTargetNames(until word: String?) throws(TemplateError) -> TargetNames {
        let offset = current.offset
        var targets = [try parseSingleTarget()]
        var isTuple = false
        while skip(.comma) {
            isTuple = true
            if let word, current.kind == .name(word) { break }
            if current.kind == .symbol(.rightParenthesis) || current.kind == .symbol(.assign) { break }
            targets.append(try parseSingleTarget())
        }
        return isTuple ? .tuple(targets, offset: offset) : targets[0]
    }

    private mutating func parseSingleTarget() throws(TemplateError) -> TargetNames {
        if skip(.leftParenthesis) {
            let targets = try nested { (parser) throws(TemplateError) in try parser.parseTargetNames(until: nil) }
            try expect(.rightParenthesis)
            return targets
        }
        let offset = current.offset
        let name = try expectName("a name to assign to")
        if TemplateParser.reserved.contains(name) { throw TemplateError(.reservedName(name), at: offset) }
        return .name(name)
    }

    /// Parses what `{% set %}` assigns to, which may be a member of a namespace.
    mutating func parseTarget() throws(TemplateError) -> TargetNames {
        if case .name(let base) = current.kind, following.kind == .symbol(.dot) {
            let offset = current.offset
            advance()
            advance()
            return .member(base: base, name: try expectName("the name of a member"), offset: offset)
        }
        return try parseTargetNames(until: nil)
    }

    /// Gives names their slots in the innermost scope.
    mutating func declare(_ target: TargetNames) throws(TemplateError) -> AssignmentTarget {
        switch target {
        case .name(let name): return .slot(names.declare(name))
        case .tuple(let targets, let offset):
            var declared: [AssignmentTarget] = []
            for target in targets { declared.append(try declare(target)) }
            return .tuple(declared, offset: offset)
        case .member(let base, let name, let offset): return member(base, name, at: offset)
        }
    }

    /// Gives names their place where they are set: the top level of the template, or the innermost scope.
    mutating func assignable(_ target: TargetNames) throws(TemplateError) -> AssignmentTarget {
        guard names.isTopLevel else { return try declare(target) }
        switch target {
        case .name(let name): return .topLevel(name)
        case .tuple(let targets, let offset):
            var assigned: [AssignmentTarget] = []
            for target in targets { assigned.append(try assignable(target)) }
            return .tuple(assigned, offset: offset)
        case .member(let base, let name, let offset): return member(base, name, at: offset)
        }
    }

    private mutating func member(_ base: String, _ name: String, at offset: Int) -> AssignmentTarget {
        .member(base: Variable(name: base, slots: names.resolve(base), offset: offset), name: name)
    }
}
