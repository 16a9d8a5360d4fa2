/// Names, literals, and what follows them.
extension TemplateParser {
    mutating func parsePrimary() throws(TemplateError) -> any Expression {
        let token = current
        switch token.kind {
        case .name(let name):
            advance()
            return parseName(name, at: token.offset)
        case .string(var text):
            advance()
            while case .string(let next) = current.kind {
                text += next
                advance()
            }
            return Literal(value: .string(text), offset: token.offset)
        case .integer(let value):
            advance()
            return Literal(value: .integer(value), offset: token.offset)
        case .number(let value):
            advance()
            return Literal(value: .number(value), offset: token.offset)
        case .symbol(.leftParenthesis):
            advance()
            if skip(.rightParenthesis) { return ListLiteral(elements: [], isTuple: true, offset: token.offset) }
            let expression = try parseTuple()
            try expect(.rightParenthesis)
            return expression
        case .symbol(.leftBracket): return try parseList(at: token.offset)
        case .symbol(.leftBrace): return try parseMap(at: token.offset)
        case .text, .statementStart, .statementEnd, .outputStart, .outputEnd, .symbol, .end:
            throw unexpected("an expression")
        }
    }

    private mutating func parseName(_ name: String, at offset: Int) -> any Expression {
        switch name {
        case "true", "True": return Literal(value: .bool(true), offset: offset)
        case "false", "False": return Literal(value: .bool(false), offset: offset)
        case "none", "None": return Literal(value: .none, offset: offset)
        default:
            let slots = names.resolve(name)
            if slots.isEmpty, name == "super" || name == "self" {
                return BlockAccess(isSuper: name == "super", offset: offset)
            }
            return Variable(name: name, slots: slots, offset: offset)
        }
    }

    private mutating func parseList(at offset: Int) throws(TemplateError) -> any Expression {
        advance()
        var elements: [any Expression] = []
        while !skip(.rightBracket) {
            if !elements.isEmpty {
                try expect(.comma)
                if skip(.rightBracket) { break }
            }
            elements.append(try parseExpression())
        }
        return ListLiteral(elements: elements, isTuple: false, offset: offset)
    }

    private mutating func parseMap(at offset: Int) throws(TemplateError) -> any Expression {
        advance()
        var members: [(key: any Expression, value: any Expression)] = []
        while !skip(.rightBrace) {
            if !members.isEmpty {
                try expect(.comma)
                if skip(.rightBrace) { break }
            }
            let key = try parseExpression()
            try expect(.colon)
            members.append((key, try parseExpression()))
        }
        return MapLiteral(members: members, offset: offset)
    }

    /// Parses members, subscripts and calls.
    mutating func parsePostfix(_ expression: any Expression) throws(TemplateError) -> any Expression {
        var expression = expression
        var length = 0
        while case .symbol(let symbol) = current.kind {
            switch symbol {
            case .dot: expression = try parseMember(of: expression)
            case .leftBracket: expression = try parseSubscript(of: expression)
            case .leftParenthesis: expression = try parseCallArguments(of: expression)
            default: return expression
            }
            length += 1
            try note(chain: length)
        }
        return expression
    }

    private mutating func parseMember(of base: any Expression) throws(TemplateError) -> any Expression {
        let offset = advance().offset
        switch current.kind {
        case .integer(let index):
            let key = Literal(value: .integer(index), offset: advance().offset)
            return Subscript(base: base, key: key, offset: offset)
        case .name(let name):
            advance()
            if CollectionChange(rawValue: name) != nil { changesCollections = true }
            guard current.kind == .symbol(.leftParenthesis) else {
                return AttributeAccess(base: base, name: name, offset: offset)
            }
            return MethodCall(base: base, name: name, arguments: try parseArguments(), offset: base.offset)
        case .text, .statementStart, .statementEnd, .outputStart, .outputEnd, .string, .number, .symbol, .end:
            throw unexpected("the name of a member")
        }
    }

    private mutating func parseSubscript(of base: any Expression) throws(TemplateError) -> any Expression {
        let offset = advance().offset
        let start = current.kind == .symbol(.colon) ? nil : try parseTuple()
        guard skip(.colon) else {
            try expect(.rightBracket)
            guard let start else { throw unexpected("an index") }
            return Subscript(base: base, key: start, offset: offset)
        }
        let stop = try parseSliceBound()
        let step = skip(.colon) ? try parseSliceBound() : nil
        try expect(.rightBracket)
        return Slice(base: base, start: start, stop: stop, step: step, offset: offset)
    }

    private mutating func parseSliceBound() throws(TemplateError) -> (any Expression)? {
        if current.kind == .symbol(.colon) || current.kind == .symbol(.rightBracket) { return nil }
        return try parseExpression()
    }

    private mutating func parseCallArguments(of callee: any Expression) throws(TemplateError) -> any Expression {
        FunctionCall(callee: callee, arguments: try parseArguments(), offset: callee.offset)
    }

    /// Parses arguments within parentheses.
    mutating func parseArguments() throws(TemplateError) -> ArgumentList {
        try expect(.leftParenthesis)
        var arguments = ArgumentList()
        var known: Set<String> = []
        var isFirst = true
        while !skip(.rightParenthesis) {
            if !isFirst {
                try expect(.comma)
                if skip(.rightParenthesis) { break }
            }
            isFirst = false
            try parseArgument(into: &arguments, &known)
        }
        return arguments
    }

    private mutating func parseArgument(
        into arguments: inout ArgumentList, _ known: inout Set<String>
    ) throws(TemplateError) {
        let offset = current.offset
        if skip(.multiply) {
            guard arguments.spreadList == nil, arguments.spreadMap == nil else { throw unexpected("one \"*\" only") }
            arguments.spreadList = try parseExpression()
        } else if skip(.power) {
            guard arguments.spreadMap == nil else { throw unexpected("one \"**\" only") }
            arguments.spreadMap = try parseExpression()
        } else if case .name(let name) = current.kind, following.kind == .symbol(.assign) {
            advance()
            advance()
            guard known.insert(name).inserted else {
                throw TemplateError(.duplicateArgument(name), at: offset)
            }
            arguments.named.append((name, try parseExpression()))
        } else {
            guard arguments.named.isEmpty, arguments.spreadList == nil, arguments.spreadMap == nil else {
                throw TemplateError(.misplacedArgument, at: offset)
            }
            arguments.positional.append(try parseExpression())
        }
    }
}
