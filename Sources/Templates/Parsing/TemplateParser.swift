/// Makes a template that can be run from its tokens.
struct TemplateParser {
    /// How deep tags and expressions may be nested.
    static let nestingLimit = 80

    let source: TemplateSource
    private let tokens: [Token]
    /// The index of the current token.
    var position = 0
    var names = NameScopes()
    var blocks: [String: BlockDefinition] = [:]
    var openBlocks: Set<String> = []
    /// The number of `{% extends %}` read so far.
    var extendsCount = 0
    /// Whether a list or a dictionary may be changed.
    var changesCollections = false
    /// The marks of the branches read so far; nil when nobody watches which of them run.
    private(set) var marks: [BranchMark]?
    private var depth = 0

    /// - Parameters:
    ///   - tokens: As from the lexer, which ends with `.end`.
    ///   - marksBranches: Whether somebody watches which branches run.
    init(source: TemplateSource, tokens: [Token], marksBranches: Bool = false) {
        self.source = source
        self.tokens = tokens
        if marksBranches { marks = [] }
    }

    var current: Token { tokens[position] }

    /// The token after the current one.
    var following: Token { tokens[min(position + 1, tokens.count - 1)] }

    /// Where the name of a tag stands that was just read.
    var tagOffset: Int { tokens[max(position - 1, 0)].offset }

    /// Gives the current token and goes on to the next.
    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[position]
        if position + 1 < tokens.count { position += 1 }
        return token
    }

    mutating func skip(_ symbol: Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func skip(word: String) -> Bool {
        guard current.kind == .name(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: Symbol) throws(TemplateError) {
        guard skip(symbol) else { throw unexpected(Token.Kind.symbol(symbol).description) }
    }

    mutating func expect(word: String) throws(TemplateError) {
        guard skip(word: word) else { throw unexpected("\"\(word)\"") }
    }

    mutating func expect(_ kind: Token.Kind) throws(TemplateError) {
        guard current.kind == kind else { throw unexpected(kind.description) }
        advance()
    }

    mutating func expectName(_ what: String) throws(TemplateError) -> String {
        guard case .name(let name) = current.kind else { throw unexpected(what) }
        advance()
        return name
    }

    /// The error that something else stands here than was expected.
    func unexpected(_ expected: String) -> TemplateError {
        TemplateError(.unexpected(found: current.kind.description, expected: expected), at: current.offset)
    }

    /// Parses something one level deeper, unless it is too deep for the stack.
    mutating func nested<Result>(
        _ parse: (inout TemplateParser) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        guard depth < TemplateParser.nestingLimit else {
            throw TemplateError(.nestedTooDeep(limit: TemplateParser.nestingLimit), at: current.offset)
        }
        depth += 1
        defer { depth -= 1 }
        names.note(depth: depth)
        return try parse(&self)
    }

    /// Notes a row of so many operations, each of which is evaluated within the next.
    func checkChain(_ length: Int) throws(TemplateError) {
        guard length <= TemplateParser.nestingLimit else {
            throw TemplateError(.nestedTooDeep(limit: TemplateParser.nestingLimit), at: current.offset)
        }
    }

    mutating func note(chain length: Int) throws(TemplateError) {
        try checkChain(length)
        names.note(depth: depth + length)
    }

    /// The mark of a branch; nil when nobody watches which of them run.
    mutating func mark(_ kind: TemplateBranch.Kind, at offset: Int) -> BranchMark? {
        guard marks != nil else { return nil }
        let mark = BranchMark(kind, at: offset)
        marks?.append(mark)
        return mark
    }

    /// Forgets the mark of a branch that nobody misses.
    mutating func forgetLastMark() { if marks != nil { marks?.removeLast() } }

    mutating func enterFunction(seesOuter: Bool) { names.enterFunction(seesOuter: seesOuter, depth: depth) }
}

extension TemplateParser {
    /// The compiled parts of a template.
    struct Compiled {
        let body: TemplateBody
        let slotCount: Int
        let nesting: Int
    }

    mutating func parseTemplate() throws(TemplateError) -> Compiled {
        let body = try parseBody(of: nil, until: [], mark(.template, at: 0)).body
        return Compiled(body: body, slotCount: names.nextSlot, nesting: names.nesting)
    }

    /// Parses up to one of the tags that may end the body; the name of that tag is read, its end is not.
    ///
    /// - Parameters:
    ///   - tag: The open tag, for the error when it is never closed.
    ///   - mark: Notes that the body runs.
    mutating func parseBody(
        of tag: (name: String, offset: Int)?, until ends: [String], _ mark: BranchMark? = nil
    ) throws(TemplateError) -> (body: TemplateBody, end: String) {
        try nested { (parser) throws(TemplateError) in
            try parser.parseSteps(of: tag, until: ends, mark)
        }
    }

    private mutating func parseSteps(
        of tag: (name: String, offset: Int)?, until ends: [String], _ mark: BranchMark?
    ) throws(TemplateError) -> (body: TemplateBody, end: String) {
        var builder = BodyBuilder()
        if let mark { builder.append(mark) }
        while true {
            let token = advance()
            switch token.kind {
            case .text(let text): builder.append(text)
            case .outputStart:
                let expression = try parseTuple()
                guard current.kind == .outputEnd else { throw unexpected("\"}}\" or an operator") }
                advance()
                builder.append(OutputStatement(expression: expression))
            case .statementStart:
                let offset = current.offset
                let name = try expectName("the name of a tag")
                if ends.contains(name) { return (builder.build(at: tag?.offset ?? 0), name) }
                try parseStatement(name, at: offset, open: tag?.name, expected: ends, into: &builder)
            case .end:
                guard let tag else { return (builder.build(at: 0), "") }
                throw TemplateError(
                    .unclosedBlock(tag: tag.name, closing: ends.filter { $0.hasPrefix("end") }), at: tag.offset)
            case .statementEnd, .outputEnd, .name, .string, .integer, .number, .symbol:
                throw TemplateError(
                    .unexpected(found: token.kind.description, expected: "text or a tag"), at: token.offset)
            }
        }
    }
}

extension Template {
    /// Compiles a template.
    ///
    /// - Parameters:
    ///   - coverage: Watches which of its branches run.
    ///   - file: The path of its file, or its name where it is in none.
    convenience init(
        source: TemplateSource, coverage: TemplateCoverage? = nil, file: @autoclosure () -> String = ""
    ) throws(TemplateError) {
        do {
            var parser = TemplateParser(
                source: source, tokens: try TemplateLexer.tokens(of: source), marksBranches: coverage != nil)
            let function = try parser.parseTemplate()
            self.init(
                source: source, body: function.body, slotCount: function.slotCount, nesting: function.nesting,
                blocks: parser.blocks, changesCollections: parser.changesCollections)
            if let marks = parser.marks { coverage?.add(source, file: file(), marks) }
        } catch {
            throw error.placed(in: source)
        }
    }
}
