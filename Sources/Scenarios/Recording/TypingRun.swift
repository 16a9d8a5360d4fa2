import HTMLTree
import Simulator

/// What a person does to the text of one field, one stroke after the other, on the way to become a step.
struct TypingRun {
    enum Stroke: Hashable {
        case key(Key)
        case paste(String)
    }

    let field: NodeID
    let target: ChosenTarget
    /// The text before the first stroke.
    let start: String
    /// Whether the caret was where a field that gets the focus has it.
    let beginsAtEnd: Bool
    /// The variable that stands for the text where that is a secret.
    let isSecret: Bool

    /// The text now.
    private(set) var value: String
    private(set) var strokes: [Stroke] = []
    /// Whether the page answered to the last stroke by more than the field itself.
    private var hasReacted = false
    /// Whether any stroke changed the text.
    private var hasChanged = false
    /// Whether each stroke counts, so that one change of the whole text would not do the same.
    private(set) var needsStrokes = false

    init(in field: NodeID, as target: ChosenTarget, of simulator: Simulator) {
        let document = simulator.document
        self.field = field
        self.target = target
        start = document.value(of: field)
        value = start
        let end = start.count
        beginsAtEnd = document.selection(of: field) == end..<end
        if case .text(.password) = document.controlKind(of: field) { isSecret = true } else { isSecret = false }
    }

    /// Whether anything came of it.
    var isEffective: Bool { value != start || needsStrokes }

    /// The page changed after the last stroke. Where the text is again what it was, that came of the strokes between.
    mutating func noteReaction() {
        hasReacted = true
        if hasChanged, value == start { needsStrokes = true }
    }

    /// Takes in a stroke.
    ///
    /// - Parameters:
    ///   - value: The text after it.
    ///   - isReacting: Whether the page changed beside the field.
    ///   - isHeard: Whether the page heard the key itself.
    mutating func add(_ stroke: Stroke, value: String, isReacting: Bool, isHeard: Bool) {
        if isHeard || (hasReacted && value != self.value) { needsStrokes = true }
        if isReacting { hasReacted = true }
        if value != self.value { hasChanged = true }
        self.value = value
        strokes.append(stroke)
    }

    /// The steps of the run once the field has the focus, where each stroke counts: runs of letters, keys, pastes.
    var strokeSteps: [RecordedStep] {
        var steps: [RecordedStep] = []
        var letters = ""
        var keys: [Key] = []
        func end() {
            if !letters.isEmpty { steps.append(RecordedStep("type", .literal(letters))) }
            steps += keys.isEmpty ? [] : [.press(keys)]
            (letters, keys) = ("", [])
        }
        for stroke in strokes {
            switch stroke {
            case .key(let key):
                let letter = key == Key(.enter) ? "\n" : key.character
                if letter == nil ? !letters.isEmpty : !keys.isEmpty { end() }
                if let letter { letters.append(letter) } else { keys.append(key) }
            case .paste(let text):
                end()
                steps.append(RecordedStep("paste", .literal(text)))
            }
        }
        end()
        return steps
    }
}

extension RecordedStep {
    /// Keys pressed one after the other; the same one several times is counted.
    static func press(_ keys: [Key]) -> RecordedStep {
        if let first = keys.first, keys.count > 2, keys.allSatisfy({ $0 == first }) {
            return RecordedStep(
                "press",
                .mapping([
                    YAMLPair("key", .literal(first.name)), YAMLPair("times", .plain(String(keys.count))),
                ]))
        }
        return RecordedStep("press", .literal(keys.map(\.name).joined(separator: " ")))
    }
}
