extension TemplateParser {
    mutating func parseInclude(at offset: Int) throws(TemplateError) -> IncludeStatement {
        let name = try parseExpression()
        var ignoresMissing = false
        if current.kind == .name("ignore"), following.kind == .name("missing") {
            advance()
            advance()
            ignoresMissing = true
        }
        let reference = try parseReference(to: name, withContext: true, at: offset)
        try expect(.statementEnd)
        return IncludeStatement(reference: reference, ignoresMissing: ignoresMissing)
    }

    mutating func parseImport(at offset: Int) throws(TemplateError) -> ImportStatement {
        let name = try parseExpression()
        try expect(word: "as")
        let target = try parseTargetNames(until: nil)
        let reference = try parseReference(to: name, withContext: false, at: offset)
        try expect(.statementEnd)
        return ImportStatement(reference: reference, form: .module(try assignable(target)))
    }

    mutating func parseFromImport(at offset: Int) throws(TemplateError) -> ImportStatement {
        let name = try parseExpression()
        try expect(word: "import")
        var members: [(name: String, target: TargetNames)] = []
        while current.kind != .statementEnd, !isContextMark {
            if !members.isEmpty {
                try expect(.comma)
                if current.kind == .statementEnd || isContextMark { break }
            }
            let member = try expectName("a name to import")
            members.append((member, skip(word: "as") ? .name(try expectName("a name")) : .name(member)))
        }
        guard !members.isEmpty else { throw unexpected("a name to import") }
        let reference = try parseReference(to: name, withContext: false, at: offset)
        try expect(.statementEnd)
        var targets: [(name: String, target: AssignmentTarget)] = []
        for member in members { targets.append((member.name, try assignable(member.target))) }
        return ImportStatement(reference: reference, form: .members(targets))
    }

    private var isContextMark: Bool {
        (current.kind == .name("with") || current.kind == .name("without")) && following.kind == .name("context")
    }

    /// Parses `with context` or `without context`.
    private mutating func parseReference(
        to name: any Expression, withContext fallback: Bool, at offset: Int
    ) throws(TemplateError) -> TemplateReference {
        var withContext = fallback
        if isContextMark {
            withContext = advance().kind == .name("with")
            advance()
        }
        return TemplateReference(name: name, locals: withContext ? LocalNames(names.allVisible()) : nil, offset: offset)
    }

    mutating func parseExtends(at offset: Int) throws(TemplateError) -> ExtendsStatement {
        guard names.isTopLevel else {
            throw TemplateError(
                .unexpected(found: "{% extends %}", expected: "it at the top level of the template"), at: offset)
        }
        let name = try parseExpression()
        try expect(.statementEnd)
        extendsCount += 1
        return ExtendsStatement(reference: TemplateReference(name: name, locals: nil, offset: offset))
    }

    mutating func parseBlock(at offset: Int) throws(TemplateError) -> BlockStatement {
        let nameOffset = current.offset
        let name = try expectName("the name of a block")
        var isScoped = false
        var isRequired = false
        while case .name(let word) = current.kind, word == "scoped" || word == "required" {
            advance()
            if word == "scoped" { isScoped = true } else { isRequired = true }
        }
        try expect(.statementEnd)
        guard blocks[name] == nil, !openBlocks.contains(name) else {
            throw TemplateError(.duplicateBlock(name), at: nameOffset)
        }
        let locals = isScoped ? LocalNames(names.allVisible()) : nil
        openBlocks.insert(name)
        enterFunction(seesOuter: false)
        let mark = mark(.block, at: offset)
        let body = try parseBody(of: ("block", offset), until: ["endblock"], mark).body
        let (slotCount, nesting) = (names.nextSlot, names.nesting)
        names.leaveFunction()
        openBlocks.remove(name)
        if case .name(let closed) = current.kind {
            guard closed == name else {
                throw TemplateError(.blockMismatch(opened: name, closed: closed), at: current.offset)
            }
            advance()
        }
        try expect(.statementEnd)
        if isRequired, !body.isBlank { throw TemplateError(.contentInRequiredBlock(name), at: offset) }
        // Where there is nothing, others are to put something.
        if body.isBlank { forgetLastMark() }
        blocks[name] = BlockDefinition(
            name: name, body: body, slotCount: slotCount, nesting: nesting, isRequired: isRequired)
        return BlockStatement(name: name, locals: locals, offset: offset)
    }
}

extension TemplateBody {
    /// Whether it is nothing but white space.
    var isBlank: Bool {
        steps.allSatisfy { $0.statement is BranchMark }
            && statics.pieces.allSatisfy { $0.utf8.allSatisfy(\.isTemplateSpace) }
    }
}
