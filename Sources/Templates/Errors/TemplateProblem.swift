/// The facts of a template error.
package enum TemplateProblem: Equatable, Sendable {
    // When a template is compiled.
    case unexpected(found: String, expected: String)
    case unexpectedCharacter(String)
    case unclosed(String, closing: String)
    case unclosedBlock(tag: String, closing: [String])
    case unknownTag(String, open: String?, expected: [String], suggestion: String?)
    case unknownFilter(String, suggestion: String?)
    case unknownTest(String, suggestion: String?)
    case chainedTests
    case duplicateBlock(String)
    case blockMismatch(opened: String, closed: String)
    case contentInRequiredBlock(String)
    case reservedName(String)
    case duplicateArgument(String)
    case misplacedArgument
    case repeatedExtends
    case invalidNumber(String)
    case nestedTooDeep(limit: Int)
    case notUTF8
    // When it is rendered.
    case templateNotFound([String], suggestion: String?)
    case unreadable(String, reason: String)
    case undefined(String)
    case unsupportedOperand(operation: String, left: String, right: String?)
    case divisionByZero
    case notIterable(String)
    case notCallable(String)
    case notPrintable(String)
    case noMethod(type: String, name: String, suggestion: String?)
    case wrongItemCount(expected: Int, found: Int)
    case missingArgument(callee: String, name: String)
    case tooManyArguments(callee: String, limit: Int)
    case unknownArgument(callee: String, name: String)
    case invalidArgument(callee: String, name: String, expected: String, found: String)
    case requiredBlock(String)
    case noParentBlock(String)
    case noBlock(String)
    case tooDeep(limit: Int)
    case valueTooDeep(limit: Int)
    case tooMuchWork(limit: Int)
    case resultTooLarge(String)
    case invalidFormat(String)
    case unreadableValue(String)

    /// Whether the template cannot be compiled, whatever its context.
    package var isSyntax: Bool {
        switch self {
        case .unexpected, .unexpectedCharacter, .unclosed, .unclosedBlock, .unknownTag, .unknownFilter, .unknownTest,
            .chainedTests, .duplicateBlock, .blockMismatch, .contentInRequiredBlock, .reservedName,
            .duplicateArgument, .misplacedArgument, .repeatedExtends, .invalidNumber, .nestedTooDeep, .notUTF8:
            true
        case .templateNotFound, .unreadable, .undefined, .unsupportedOperand, .divisionByZero, .notIterable,
            .notCallable, .notPrintable, .noMethod, .wrongItemCount, .missingArgument, .tooManyArguments,
            .unknownArgument, .invalidArgument, .requiredBlock, .noParentBlock, .noBlock, .tooDeep, .valueTooDeep,
            .tooMuchWork, .resultTooLarge,
            .invalidFormat, .unreadableValue:
            false
        }
    }
}
