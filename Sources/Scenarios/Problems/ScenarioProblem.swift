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
        /// A name that `${…}` cannot name, or that has a value already.
        case unusableName(String, reason: String)
        /// A key or variable without effect, and why it has none.
        case noEffect(String, reason: String)
        /// A variable that has a value, which nothing asks for.
        case unusedVariable(String)
        /// A variable of the environment that nobody has opened to scenarios.
        case closedEnvironment(String)
        /// A variable that the environment does not have.
        case missingEnvironment(String)
        /// What has to be known before anything runs, and names variables that are read from the page.
        case readWhileRunning([String], expected: String)
        /// A list or mapping in the middle of a text.
        case valueInText(String, found: String)
        /// A row of a table with more or fewer cells than there are names.
        case raggedRow(cells: Int, columns: Int)
        /// Two cases that go by one name.
        case sameCase(String)
        /// Anchors, aliases and tags hide where things are.
        case forbiddenYAML(String)
        case keyIsNoText
        /// What keeps a file from being read at all, in words for people.
        case syntax(String)
        case unreadableFile(String)
        case includeCycle([String])
        /// A file that has a `scenario` of its own was included.
        case includedScenario
        /// A file without `scenario` that no other file includes.
        case partAlone
        /// The bytes of a file are of another encoding, by its name.
        case foreignEncoding(String)
        /// A byte that cannot stand in UTF-8 where it does.
        case invalidByte(UInt8)
        case emptyFile
        /// More of something than can be meant.
        case tooMuch(limit: Int, what: String)
        /// An empty text, which everything has.
        case emptyText
        /// A step that would do or demand nothing.
        case nothingAsked(step: String)
        case emptySteps
        /// A target by a CSS selector, and one in a person's words that may do.
        case selectorTarget(String, better: String?)
        /// The first line of a file does not name the schema for editors, as this does.
        case missingModeline(String)
        /// The schema for editors describes another language.
        case outdatedSchema
        /// A snapshot that no step names.
        case unusedSnapshot
        /// A table that no scenario has its rows from.
        case unreachedFile
        /// There is no scenario in a folder.
        case emptyFolder
        /// A line of a table was named that no scenario has its rows from.
        case unusedTable
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
    /// Where its file is included, the innermost last; none where that has nothing to do with it.
    package let inclusions: [Inclusion]

    package init(path: String, place: Place?, kind: Kind, inclusions: [Inclusion] = []) {
        self.path = path
        self.place = place
        self.kind = kind
        self.inclusions = inclusions
    }
}

extension Array where Element == ScenarioProblem {
    /// By file and place.
    package var sorted: [ScenarioProblem] {
        sorted { left, right in
            (left.path, left.place ?? .start, left.message) < (right.path, right.place ?? .start, right.message)
        }
    }
}

extension Place {
    /// Before all others, where a whole file is meant.
    fileprivate static let start = Place(line: 0, column: 0)
}
