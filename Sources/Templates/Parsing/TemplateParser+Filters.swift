import Basics
import LiveProtocol

/// Filters, tests and calls after an expression.
extension TemplateParser {
    mutating func parseFiltersAndTests(_ expression: any Expression) throws(TemplateError) -> any Expression {
        var expression = expression
        var length = 0
        while true {
            if current.kind == .symbol(.pipe) {
                advance()
                expression = FilterCall(operand: expression, step: try parseFilterStep())
            } else if current.kind == .name("is") {
                advance()
                expression = try parseTest(of: expression)
            } else if current.kind == .symbol(.leftParenthesis) {
                expression = FunctionCall(
                    callee: expression, arguments: try parseArguments(), offset: expression.offset)
            } else {
                return expression
            }
            length += 1
            try note(chain: length)
        }
    }

    /// Parses any number of `|filter`.
    mutating func parseFilterSteps() throws(TemplateError) -> [FilterStep] {
        var steps: [FilterStep] = []
        while skip(.pipe) { steps.append(try parseFilterStep()) }
        return steps
    }

    /// Parses a filter's name and arguments.
    mutating func parseFilterStep() throws(TemplateError) -> FilterStep {
        let offset = current.offset
        let name = try parseDottedName("the name of a filter")
        guard let filter = TemplateFilter.named(name) else {
            throw TemplateError(
                .unknownFilter(name, suggestion: NearestName.of(name, among: TemplateFilter.names)),
                at: offset)
        }
        let arguments = current.kind == .symbol(.leftParenthesis) ? try parseArguments() : ArgumentList()
        return FilterStep(filter: filter, arguments: arguments, offset: offset)
    }

    private mutating func parseDottedName(_ what: String) throws(TemplateError) -> String {
        var name = try expectName(what)
        while skip(.dot) { name += "." + (try expectName("the rest of the name")) }
        return name
    }

    private mutating func parseTest(of operand: any Expression) throws(TemplateError) -> any Expression {
        let isNegated = skip(word: "not")
        let offset = current.offset
        let name = try parseDottedName("the name of a test")
        guard let test = TemplateTest.named(name) else {
            throw TemplateError(
                .unknownTest(name, suggestion: NearestName.of(name, among: TemplateTest.names)),
                at: offset)
        }
        var arguments = ArgumentList()
        if current.kind == .symbol(.leftParenthesis) {
            arguments = try parseArguments()
        } else if current.kind == .name("is") {
            throw TemplateError(.chainedTests, at: current.offset)
        } else if isTestArgument {
            let argument = try nested { (parser) throws(TemplateError) in
                try parser.parsePostfix(try parser.parsePrimary())
            }
            arguments.positional = [argument]
        }
        return TestCall(operand: operand, test: test, arguments: arguments, isNegated: isNegated, offset: offset)
    }

    /// Whether an argument without parentheses follows: `n is divisibleby 3`.
    private var isTestArgument: Bool {
        switch current.kind {
        case .name("else"), .name("or"), .name("and"), .name("if"), .name("in"), .name("not"), .name("recursive"): false
        case .name, .string, .integer, .number, .symbol(.leftBracket), .symbol(.leftBrace): true
        case .text, .statementStart, .statementEnd, .outputStart, .outputEnd, .symbol, .end: false
        }
    }
}
