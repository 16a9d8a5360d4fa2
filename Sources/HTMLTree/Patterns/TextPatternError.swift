/// What is wrong with a regular expression, and where.
package struct TextPatternError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case unclosed(Character)
        case unopened(Character)
        case nothingToRepeat
        case badRepetition
        case badRange
        case unknownEscape(String)
        case unknownProperty(String)
        /// Something that no search in bounded time can do, or that this one does not.
        case unsupported(Feature)
        /// Written out, it has too many parts.
        case tooLarge
        case tooDeep
    }

    package enum Feature: String, Hashable, Sendable {
        case backReference = "a back reference"
        case lookBehind = "a look-behind"
        case atomicGroup = "an atomic group"
        case possessiveRepetition = "a possessive repetition"
        case setOperation = "an operation on sets of characters"
        case otherGroup = "this kind of group"
    }

    package let problem: Problem
    /// In characters of the expression.
    package let offset: Int

    /// In words for people.
    package var message: String {
        switch problem {
        case .unclosed(let sign): "\"\(sign)\" is not closed"
        case .unopened(let sign): "\"\(sign)\" closes nothing; write \"\\\(sign)\" for the character itself"
        case .nothingToRepeat: "there is nothing to repeat; write a \"\\\" before the sign for the character itself"
        case .badRepetition: "a repetition counts up, to at most \(PatternParser.repetitionLimit)"
        case .badRange: "a range of characters goes up"
        case .unknownEscape(let text): "\"\\\(text)\" means nothing"
        case .unknownProperty(let name): "there is no kind of character \"\(name)\""
        case .unsupported(let feature): "\(feature.rawValue) is not supported, for no search with it ends in time"
        case .tooLarge: "it is too large, its repetitions written out"
        case .tooDeep: "its groups lie too deep in each other"
        }
    }
}
