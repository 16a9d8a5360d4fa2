/// One mistake in a scenario file: what it is and where. `ProblemPrinter` puts it in words.
package struct ScenarioProblem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A key that nobody knows; `context` says where it stands, `known` what could stand there.
        case unknownKey(String, context: String, known: [String])
        /// A step that is none, with the steps that there are.
        case unknownStep(String, known: [String])
        case missingKey(String, context: String)
        /// None of some keys of which one is needed.
        case missingChoice([String], context: String)
        /// Several keys of which only one may stand.
        case severalChoices([String], context: String)
        case duplicateKey(String)
        case wrongShape(expected: String, found: String)
        /// A text that is not of its form; `reason` says what is wrong when that is not plain.
        case invalidText(String, expected: String, reason: String?)
        /// A word that is none of those allowed.
        case unknownWord(String, allowed: [String])
        case outOfRange(Int, allowed: ClosedRange<Int>)
        /// A key without a value; `startsComment` when a `#` took what was meant as its value.
        case emptyValue(key: String, startsComment: Bool)
        case unknownVariable(String, known: [String])
        case unclosedVariable
        /// Anchors, aliases and tags hide where things are.
        case forbiddenYAML(String)
        case keyIsNoText
        /// What the YAML reader says, in better words.
        case syntax(String)
        case unreadableFile(String)
        case includeCycle([String])
        case emptyFile
        /// More of something than can be meant.
        case tooMuch(limit: Int, what: String)
        /// An empty text, which everything has.
        case emptyText
        /// A step that would do or demand nothing.
        case nothingAsked(step: String)
        case emptySteps
        /// A line was named after a folder.
        case lineOfFolder(Int)
        /// No case stands at a line of the file; those that do, where it has a table.
        case noCaseAtLine(Int, of: Int, rows: [Int])
        case unknownTag(String, known: [String])
        /// No case has this in its name.
        case unknownName(String)
    }

    package let path: String
    /// Nil when the problem is the file itself.
    package let place: Place?
    package let kind: Kind

    package init(path: String, place: Place?, kind: Kind) {
        self.path = path
        self.place = place
        self.kind = kind
    }
}
