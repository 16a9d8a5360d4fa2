import Basics
import LiveProtocol

extension TemplateParser {
    static let tags = [
        "autoescape", "block", "call", "extends", "filter", "for", "from", "if", "import", "include", "macro", "raw",
        "set", "with",
    ]

    /// Parses a tag whose name was read.
    mutating func parseStatement(
        _ name: String, at offset: Int, open: String?, expected: [String], into builder: inout BodyBuilder
    ) throws(TemplateError) {
        let extendsBefore = extendsCount
        switch name {
        case "if":
            let statement = try parseIf(at: offset)
            builder.append(statement, mayExtend: extendsCount > extendsBefore)
        case "for": builder.append(try parseFor(at: offset))
        case "set": builder.append(try parseSet(at: offset))
        case "with": builder.append(try parseWith(at: offset))
        case "autoescape": builder.append(try parseAutoescape(at: offset))
        case "filter": builder.append(try parseFilterBlock(at: offset))
        case "include": builder.append(try parseInclude(at: offset))
        case "import": builder.append(try parseImport(at: offset))
        case "from": builder.append(try parseFromImport(at: offset))
        case "macro": builder.append(try parseMacro(at: offset))
        case "call": builder.append(try parseCall(at: offset))
        case "block": builder.append(try parseBlock(at: offset))
        case "extends": builder.append(try parseExtends(at: offset), mayExtend: true)
        default:
            let suggestion = NearestName.of(name, among: expected + TemplateParser.tags)
            throw TemplateError(
                .unknownTag(
                    name, open: isEndTag(name) ? open : nil, expected: expected, suggestion: suggestion),
                at: offset)
        }
    }

    /// Whether a tag of this name can only end or continue another one.
    private func isEndTag(_ name: String) -> Bool {
        name == "else" || name == "elif" || name == "empty"
            || (name.hasPrefix("end") && (TemplateParser.tags.contains(String(name.dropFirst(3)))))
    }

    mutating func parseIf(at offset: Int) throws(TemplateError) -> IfStatement {
        let (first, firstEnd) = try parseBranch(at: offset)
        var others: [IfStatement.Branch] = []
        var end = firstEnd
        while end == "elif" {
            let (branch, branchEnd) = try parseBranch(at: offset)
            others.append(branch)
            end = branchEnd
        }
        var otherwise: TemplateBody?
        if end == "else" {
            let mark = mark(.branch, at: tagOffset)
            try expect(.statementEnd)
            otherwise = try parseBody(of: ("if", offset), until: ["endif"], mark).body
        }
        try expect(.statementEnd)
        let noBranch = otherwise == nil ? mark(.noBranch, at: offset) : nil
        return IfStatement(first: first, others: others, otherwise: otherwise, noBranch: noBranch)
    }

    /// Parses a condition and its body up to the name of the tag that ends it.
    private mutating func parseBranch(
        at offset: Int
    ) throws(TemplateError) -> (branch: IfStatement.Branch, end: String) {
        let mark = mark(.branch, at: tagOffset)
        let condition = try parseTuple(withConditional: false)
        try expect(.statementEnd)
        let (body, end) = try parseBody(of: ("if", offset), until: ["elif", "else", "endif"], mark)
        return (IfStatement.Branch(condition: condition, body: body), end)
    }

    mutating func parseFor(at offset: Int) throws(TemplateError) -> ForStatement {
        let targetNames = try parseTargetNames(until: "in")
        try expect(word: "in")
        let elements = try parseTuple(withConditional: false)
        names.enterScope()
        let target = try declare(targetNames)
        let condition = skip(word: "if") ? try parseExpression() : nil
        let isRecursive = skip(word: "recursive")
        try expect(.statementEnd)
        let loopSlot = names.declare("loop")
        let first = names.nextSlot
        let mark = mark(.rows, at: offset)
        let (body, end) = try parseBody(of: ("for", offset), until: ["else", "empty", "endfor"], mark)
        let isLoopUsed = names.isUsed(loopSlot)
        let scope = ScopedBody(body: body, slots: first..<names.nextSlot)
        let nesting = names.nesting
        names.leaveScope()
        let noRows = self.mark(.noRows, at: end == "endfor" ? offset : tagOffset)
        var otherwise: TemplateBody?
        if end != "endfor" {
            try expect(.statementEnd)
            otherwise = try parseBody(of: ("for", offset), until: ["endfor"], noRows).body
        }
        try expect(.statementEnd)
        return ForStatement(
            target: target, elements: elements, condition: condition, loopSlot: isLoopUsed ? loopSlot : nil,
            scope: scope, otherwise: otherwise, noRows: noRows, isRecursive: isRecursive, nesting: nesting,
            offset: offset)
    }

    mutating func parseSet(at offset: Int) throws(TemplateError) -> any EffectStatement {
        let target = try parseTarget()
        if skip(.assign) {
            let value = try parseTuple()
            try expect(.statementEnd)
            return SetStatement(target: try assignable(target), value: value)
        }
        let filters = try parseFilterSteps()
        if filters.isEmpty, current.kind != .statementEnd { throw unexpected("\"=\", \"|\" or \"%}\"") }
        try expect(.statementEnd)
        let scope = try parseScope(of: ("set", offset), until: "endset")
        return SetBlockStatement(target: try assignable(target), filters: filters, scope: scope)
    }

    mutating func parseWith(at offset: Int) throws(TemplateError) -> WithStatement {
        var assignments: [(names: TargetNames, value: any Expression)] = []
        while current.kind != .statementEnd {
            if !assignments.isEmpty { try expect(.comma) }
            let target = try parseTargetNames(until: nil)
            try expect(.assign)
            assignments.append((target, try parseExpression()))
        }
        advance()
        names.enterScope()
        let first = names.nextSlot
        var targets: [(target: AssignmentTarget, value: any Expression)] = []
        for assignment in assignments { targets.append((try declare(assignment.names), assignment.value)) }
        let body = try parseBody(of: ("with", offset), until: ["endwith"]).body
        let scope = ScopedBody(body: body, slots: first..<names.nextSlot)
        names.leaveScope()
        try expect(.statementEnd)
        return WithStatement(assignments: targets, scope: scope)
    }

    mutating func parseAutoescape(at offset: Int) throws(TemplateError) -> AutoescapeStatement {
        let condition = try parseExpression()
        try expect(.statementEnd)
        return AutoescapeStatement(
            condition: condition, scope: try parseScope(of: ("autoescape", offset), until: "endautoescape"))
    }

    mutating func parseFilterBlock(at offset: Int) throws(TemplateError) -> FilterStatement {
        var filters = [try parseFilterStep()]
        filters += try parseFilterSteps()
        try expect(.statementEnd)
        return FilterStatement(
            filters: filters, scope: try parseScope(of: ("filter", offset), until: "endfilter"), offset: offset)
    }

    /// Parses a body with a scope of its own, and its end tag.
    private mutating func parseScope(
        of tag: (name: String, offset: Int), until end: String
    ) throws(TemplateError) -> ScopedBody {
        names.enterScope()
        let first = names.nextSlot
        let body = try parseBody(of: tag, until: [end]).body
        let scope = ScopedBody(body: body, slots: first..<names.nextSlot)
        names.leaveScope()
        try expect(.statementEnd)
        return scope
    }
}
