/// Expressions by Jinja2's order of precedence, the loosest first.
extension TemplateParser {
    /// Parses an expression, or several between commas as a tuple.
    mutating func parseTuple(withConditional: Bool = true) throws(TemplateError) -> any Expression {
        let offset = current.offset
        let first = withConditional ? try parseExpression() : try nestedOr()
        guard current.kind == .symbol(.comma) else { return first }
        var elements = [first]
        while skip(.comma) {
            if isAtEndOfTuple { break }
            elements.append(withConditional ? try parseExpression() : try nestedOr())
        }
        return ListLiteral(elements: elements, isTuple: true, offset: offset)
    }

    private var isAtEndOfTuple: Bool {
        switch current.kind {
        case .outputEnd, .statementEnd, .symbol(.rightParenthesis), .end: true
        case .text, .statementStart, .outputStart, .name, .string, .integer, .number, .symbol: false
        }
    }

    mutating func parseExpression() throws(TemplateError) -> any Expression {
        try nested { (parser) throws(TemplateError) in try parser.parseConditional() }
    }

    private mutating func nestedOr() throws(TemplateError) -> any Expression {
        try nested { (parser) throws(TemplateError) in try parser.parseOr() }
    }

    private mutating func parseConditional() throws(TemplateError) -> any Expression {
        var value = try parseOr()
        var length = 0
        while skip(word: "if") {
            let condition = try parseOr()
            let otherwise = skip(word: "else") ? try parseExpression() : nil
            value = Conditional(condition: condition, value: value, otherwise: otherwise, offset: value.offset)
            length += 1
            try note(chain: length)
        }
        return value
    }

    private mutating func parseOr() throws(TemplateError) -> any Expression {
        var operands = [try parseAnd()]
        while skip(word: "or") { operands.append(try parseAnd()) }
        return operands.count == 1
            ? operands[0] : LogicChain(isAnd: false, operands: operands, offset: operands[0].offset)
    }

    private mutating func parseAnd() throws(TemplateError) -> any Expression {
        var operands = [try parseNot()]
        while skip(word: "and") { operands.append(try parseNot()) }
        return operands.count == 1
            ? operands[0] : LogicChain(isAnd: true, operands: operands, offset: operands[0].offset)
    }

    private mutating func parseNot() throws(TemplateError) -> any Expression {
        let offset = current.offset
        guard skip(word: "not") else { return try parseComparison() }
        return Not(
            operand: try nested { (parser) throws(TemplateError) in try parser.parseNot() }, offset: offset)
    }

    private mutating func parseComparison() throws(TemplateError) -> any Expression {
        let first = try parseSum()
        var links: [Comparison.Link] = []
        while let operation = comparisonOperator() {
            let offset = current.offset
            advance()
            if operation == .notContained { advance() }
            links.append(.init(operation: operation, operand: try parseSum(), offset: offset))
        }
        return links.isEmpty ? first : Comparison(first: first, links: links)
    }

    private func comparisonOperator() -> Comparison.Operator? {
        switch current.kind {
        case .symbol(let symbol): Comparison.Operator(rawValue: symbol.rawValue)
        case .name("in"): .contained
        case .name("not") where following.kind == .name("in"): .notContained
        case .text, .statementStart, .statementEnd, .outputStart, .outputEnd, .name, .string, .integer, .number, .end:
            nil
        }
    }

    private mutating func parseSum() throws(TemplateError) -> any Expression {
        try parseChain([.add, .subtract]) { (parser) throws(TemplateError) in try parser.parseConcatenation() }
    }

    private mutating func parseConcatenation() throws(TemplateError) -> any Expression {
        var operands = [try parseProduct()]
        while skip(.concatenate) { operands.append(try parseProduct()) }
        return operands.count == 1 ? operands[0] : Concatenation(operands: operands, offset: operands[0].offset)
    }

    private mutating func parseProduct() throws(TemplateError) -> any Expression {
        try parseChain([.multiply, .divide, .floorDivide, .modulo]) { (parser) throws(TemplateError) in
            try parser.parsePower()
        }
    }

    private mutating func parsePower() throws(TemplateError) -> any Expression {
        try parseChain([.power]) { (parser) throws(TemplateError) in try parser.parseUnary(withFilters: true) }
    }

    private mutating func parseChain(
        _ symbols: [Symbol], _ operand: (inout TemplateParser) throws(TemplateError) -> any Expression
    ) throws(TemplateError) -> any Expression {
        let first = try operand(&self)
        var links: [ArithmeticChain.Link] = []
        while case .symbol(let symbol) = current.kind, symbols.contains(symbol),
            let operation = Arithmetic.Operator(rawValue: symbol.rawValue)
        {
            let offset = advance().offset
            links.append(.init(operation: operation, operand: try operand(&self), offset: offset))
        }
        return links.isEmpty ? first : ArithmeticChain(first: first, links: links)
    }

    /// Parses a sign and its operand. Filters and tests bind less tightly than the sign.
    private mutating func parseUnary(withFilters: Bool) throws(TemplateError) -> any Expression {
        let offset = current.offset
        var expression: any Expression
        if current.kind == .symbol(.subtract) || current.kind == .symbol(.add) {
            let isNegative = advance().kind == .symbol(.subtract)
            let operand = try nested { (parser) throws(TemplateError) in try parser.parseUnary(withFilters: false) }
            expression = Negation(operand: operand, isNegative: isNegative, offset: offset)
        } else {
            expression = try parsePrimary()
        }
        expression = try parsePostfix(expression)
        return withFilters ? try parseFiltersAndTests(expression) : expression
    }
}
