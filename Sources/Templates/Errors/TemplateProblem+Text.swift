extension TemplateProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpected(let found, let expected): "expected \(expected), found \(found)"
        case .unexpectedCharacter(let character): "unexpected character \(character)"
        case .unclosed(let what, _): "\(what) is never closed"
        case .unclosedBlock(let tag, _): "{% \(tag) %} is never closed"
        case .unknownTag(let name, let open?, let expected, _):
            "{% \(name) %} does not belong here: {% \(open) %} is open and takes \(Self.list(expected))"
        case .unknownTag(let name, nil, _, _): "unknown tag {% \(name) %}"
        case .unknownFilter(let name, _): "unknown filter \"\(name)\""
        case .unknownTest(let name, _): "unknown test \"\(name)\""
        case .chainedTests: "tests cannot be chained with \"is\""
        case .duplicateBlock(let name): "the block \"\(name)\" is defined twice"
        case .blockMismatch(let opened, let closed): "the block \"\(opened)\" is closed as \"\(closed)\""
        case .contentInRequiredBlock(let name): "the required block \"\(name)\" has content"
        case .reservedName(let name): "\"\(name)\" cannot be assigned to"
        case .duplicateArgument(let name): "the argument \"\(name)\" is given twice"
        case .misplacedArgument: "a positional argument follows a keyword argument"
        case .repeatedExtends: "a template extends one template only"
        case .invalidNumber(let text): "\(text) is not a number"
        case .nestedTooDeep(let limit): "nested more than \(limit) levels deep"
        case .notUTF8: "the file is not UTF-8 text"
        case .templateNotFound(let names, _): "no template named \(Self.list(names))"
        case .unreadable(let name, let reason): "cannot read \(name): \(reason)"
        case .undefined(let name): "\"\(name)\" is undefined"
        case .unsupportedOperand(let operation, let left, nil): "\(operation) does not work on \(left)"
        case .unsupportedOperand(let operation, let left, let right?):
            "\(operation) does not work between \(left) and \(right)"
        case .divisionByZero: "division by zero"
        case .notIterable(let type): "cannot loop over \(type)"
        case .notCallable(let what): "\(what) cannot be called"
        case .notPrintable(let type): "\(type) cannot be printed as text"
        case .noMethod(let type, let name, _): "\(type) has no method \"\(name)\""
        case .wrongItemCount(let expected, let found): "expected \(expected) values to unpack, found \(found)"
        case .missingArgument(let callee, let name): "\(callee) needs the argument \"\(name)\""
        case .tooManyArguments(let callee, let limit): "\(callee) takes at most \(limit) arguments"
        case .unknownArgument(let callee, let name): "\(callee) has no argument \"\(name)\""
        case .invalidArgument(let callee, let name, let expected, let found):
            "\(callee): \"\(name)\" must be \(expected), got \(found)"
        case .requiredBlock(let name): "the required block \"\(name)\" is not filled"
        case .noParentBlock(let name): "the block \"\(name)\" has no parent for super()"
        case .noBlock(let name): "no block named \"\(name)\""
        case .tooDeep(let limit): "includes, macros or loops run more than \(limit) levels deep"
        case .valueTooDeep(let limit): "a list or dictionary is nested more than \(limit) levels deep"
        case .tooMuchWork(let limit): "the template takes more than \(limit) steps"
        case .resultTooLarge(let what): "\(what) is too large"
        case .invalidFormat(let reason): "format: \(reason)"
        case .unreadableValue(let reason): "the value cannot be read: \(reason)"
        }
    }

    /// What to do about it.
    package var hint: String? {
        switch self {
        case .unclosed(_, let closing): "add \(closing)"
        case .unclosedBlock(_, let closing):
            "add \(closing.map { "{% \($0) %}" }.joined(separator: " or "))"
        case .unknownTag(_, _, _, let suggestion?), .unknownFilter(_, let suggestion?),
            .unknownTest(_, let suggestion?), .templateNotFound(_, let suggestion?),
            .noMethod(_, _, let suggestion?):
            "did you mean \"\(suggestion)\"?"
        case .notPrintable: "loop over it with {% for %}, or print one of its members"
        case .chainedTests: "use \"and\": a is x and a is y"
        case .undefined: "check the name, or give it a value with \"|default(...)\""
        case .tooDeep: "does a template include itself, or a macro call itself without end?"
        case .valueTooDeep: "does it hold itself?"
        case .tooMuchWork: "does a loop run over too much? the library's limits say how much is too much"
        case .notUTF8: "save it with the encoding UTF-8"
        case .unexpected, .unexpectedCharacter, .unknownTag, .unknownFilter, .unknownTest, .duplicateBlock,
            .blockMismatch, .contentInRequiredBlock, .reservedName, .duplicateArgument, .misplacedArgument,
            .repeatedExtends, .invalidNumber, .nestedTooDeep, .templateNotFound, .unreadable, .unsupportedOperand,
            .divisionByZero, .notIterable, .notCallable, .noMethod, .wrongItemCount, .missingArgument,
            .tooManyArguments, .unknownArgument, .invalidArgument, .requiredBlock, .noParentBlock, .noBlock,
            .resultTooLarge, .invalidFormat, .unreadableValue:
            nil
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: " or ")
    }
}
