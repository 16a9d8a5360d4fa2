extension TemplateParser {
    mutating func parseMacro(at offset: Int) throws(TemplateError) -> MacroStatement {
        let name = try expectName("the name of a macro")
        // A macro of an inner scope gets its slot first, so that it sees itself.
        let target = try assignable(.name(name))
        try expect(.leftParenthesis)
        let start = position
        try skipToClosingParenthesis()
        try expect(.statementEnd)
        return MacroStatement(
            definition: try parseDefinition(name, parametersAt: start, of: ("macro", offset), until: "endmacro"),
            target: target)
    }

    mutating func parseCall(at offset: Int) throws(TemplateError) -> CallStatement {
        var start: Int?
        if skip(.leftParenthesis) {
            start = position
            try skipToClosingParenthesis()
        }
        // The call stands outside the body: it does not see the body's parameters.
        let callOffset = current.offset
        guard let call = try parseExpression() as? any CallExpression else {
            throw TemplateError(.unexpected(found: "no call", expected: "a call of a macro"), at: callOffset)
        }
        try expect(.statementEnd)
        return CallStatement(
            definition: try parseDefinition("caller", parametersAt: start, of: ("call", offset), until: "endcall"),
            call: call)
    }

    private mutating func skipToClosingParenthesis() throws(TemplateError) {
        var open = 1
        while open > 0 {
            switch current.kind {
            case .symbol(.leftParenthesis): open += 1
            case .symbol(.rightParenthesis): open -= 1
            case .statementEnd, .end: throw unexpected("\")\"")
            default: break
            }
            advance()
        }
    }

    /// Parses the body of a macro or call whose tag was read, and its end tag.
    ///
    /// - Parameter start: Where its parameters stand.
    private mutating func parseDefinition(
        _ name: String, parametersAt start: Int?, of tag: (name: String, offset: Int), until end: String
    ) throws(TemplateError) -> MacroDefinition {
        let outerSlots = names.nextSlot
        enterFunction(seesOuter: true)
        let implicit = ["varargs", "kwargs", "caller"].map { names.declare($0) }
        var parameters: [MacroDefinition.Parameter] = []
        if let start {
            let bodyStart = position
            position = start
            parameters = try parseParameters()
            position = bodyStart
        }
        let mark = mark(tag.name == "macro" ? .macro : .call, at: tag.offset)
        let body = try parseBody(of: tag, until: [end], mark).body
        let ownNames = Set(parameters.map(\.name))
        func isImplicit(_ name: String, _ slot: Int) -> Bool { names.isUsed(slot) && !ownNames.contains(name) }
        let definition = MacroDefinition(
            name: name, parameters: parameters, body: body, outerSlots: outerSlots, slotCount: names.nextSlot,
            nesting: names.nesting,
            implicitSlots: .init(
                varargs: implicit[0], kwargs: implicit[1], caller: implicit[2],
                usesVarargs: isImplicit("varargs", implicit[0]), usesKwargs: isImplicit("kwargs", implicit[1]),
                usesCaller: isImplicit("caller", implicit[2])))
        names.leaveFunction()
        try expect(.statementEnd)
        return definition
    }

    private mutating func parseParameters() throws(TemplateError) -> [MacroDefinition.Parameter] {
        var parameters: [MacroDefinition.Parameter] = []
        var known: Set<String> = []
        while !skip(.rightParenthesis) {
            if !parameters.isEmpty {
                try expect(.comma)
                if skip(.rightParenthesis) { break }
            }
            let offset = current.offset
            let name = try expectName("the name of a parameter")
            guard known.insert(name).inserted else {
                throw TemplateError(.duplicateArgument(name), at: offset)
            }
            let fallback = skip(.assign) ? try parseExpression() : nil
            if fallback == nil, parameters.last?.fallback != nil { throw unexpected("\"=\" and a default value") }
            parameters.append(.init(name: name, slot: names.declare(name), fallback: fallback))
        }
        return parameters
    }
}
