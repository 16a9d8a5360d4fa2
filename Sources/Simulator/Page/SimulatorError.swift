/// Why a person could not do what a script asked for.
package enum SimulatorError: Error, Hashable, Sendable {
    /// The element was there and is not any more.
    case gone(ElementDescription)
    case hidden(ElementDescription)
    case disabled(ElementDescription)
    case behindModal(ElementDescription, modal: ElementDescription)
    /// A click asked something that is to be answered before anything else.
    case questionOpen(String)
    /// Nothing was asked.
    case noQuestion
    /// Nothing on the page listens to a click there.
    case notClickable(ElementDescription)
    case notFocusable(ElementDescription)
    /// No text can be written into it; the advice is what does work, if anything.
    case notEditable(ElementDescription, advice: String?)
    case readOnly(ElementDescription)
    /// The text has more UTF-16 code units than `maxlength` lets a person write.
    case tooLong(ElementDescription, length: Int, limit: Int)
    /// The text is not of the kind that the field takes, as a sentence says.
    case notAccepted(ElementDescription, problem: String)
    /// Nothing that takes text has the focus; what has it, if anything.
    case nowhereToType(focused: ElementDescription?)
    /// It has no options to choose from.
    case notChoosable(ElementDescription)
    case optionNotOffered(ElementDescription, option: String, offered: [String])
    case optionDisabled(ElementDescription, option: String)
    /// One option can be chosen, and more were asked for.
    case oneOptionOnly(ElementDescription, asked: Int)
    /// Files can be chosen in file inputs only.
    case notAFileInput(ElementDescription)
    /// One file can be chosen, and more were asked for.
    case oneFileOnly(ElementDescription, asked: Int)
    case notCheckable(ElementDescription)
    case alreadyChecked(ElementDescription)
    case alreadyUnchecked(ElementDescription)
    /// A radio is unticked only by ticking another.
    case notUncheckable(ElementDescription)
    /// It is neither a form nor a button that submits one.
    case notSubmittable(ElementDescription)
    case noForm
    case severalForms([ElementDescription])
    /// A field kept the form from being sent, as a browser has it.
    case invalidField(ElementDescription, problem: String)
    /// There is no page in that direction of the history.
    case nowhereToGo(String)
    /// There is no banner of the flash key; those that there are, by key.
    case noBanner(key: String, present: [String])
}

extension SimulatorError: CustomStringConvertible {
    package var description: String { message }

    /// What was wrong and what to do, for people.
    package var message: String {
        switch self {
        case .gone(let element): "\(element): it is not on the page any more"
        case .hidden(let element): "\(element) is hidden"
        case .disabled(let element): "\(element) is disabled"
        case .behindModal(let element, let modal): "\(element) is behind \(modal): close that first"
        case .questionOpen(let question): "the page asks \"\(question)\": answer that first"
        case .noQuestion: "the page asks nothing"
        case .notClickable(let element): "\(element): nothing listens to a click there"
        case .notFocusable(let element): "\(element) cannot have the focus"
        case .notEditable(let element, let advice):
            "\(element) takes no text" + (advice.map { ": \($0)" } ?? "")
        case .readOnly(let element): "\(element) is read-only"
        case .tooLong(let element, let length, let limit):
            "\(element) takes at most \(limit) characters, got \(length)"
        case .notAccepted(let element, let problem): "\(element): \(problem)"
        case .nowhereToType(let focused):
            "nothing to type into: "
                + (focused.map { "the focus is on \($0)" } ?? "nothing has the focus; focus a field first")
        case .notChoosable(let element): "\(element) has no options: choose works on selects and radio buttons"
        case .optionNotOffered(let element, let option, let offered):
            "\(element) does not offer \"\(option)\"; " + Self.list(offered, of: "offered")
        case .optionDisabled(let element, let option): "option \"\(option)\" of \(element) is disabled"
        case .oneOptionOnly(let element, let asked): "\(element) takes one option, got \(asked)"
        case .notAFileInput(let element): "\(element) takes no files: upload works on file inputs"
        case .oneFileOnly(let element, let asked):
            "\(element) takes one file, got \(asked): it has no \"multiple\""
        case .notCheckable(let element): "\(element) cannot be ticked: check works on check boxes and radio buttons"
        case .alreadyChecked(let element): "\(element) is checked already"
        case .alreadyUnchecked(let element): "\(element) is not checked"
        case .notUncheckable(let element): "\(element) cannot be unchecked: check another of its group"
        case .notSubmittable(let element): "\(element) is neither a form nor a button that submits one"
        case .noForm: "there is no form on the page"
        case .severalForms(let forms):
            "there are \(forms.count) forms, and the focus is in none: say which, "
                + forms.map(\.description).joined(separator: " or ")
        case .invalidField(let element, let problem): "the form was not submitted: \(element): \(problem)"
        case .nowhereToGo(let direction): "there is no page to go \(direction) to"
        case .noBanner(let key, let present):
            "there is no banner \"\(key)\"; " + Self.list(present, of: "there")
        }
    }

    private static func list(_ names: [String], of what: String) -> String {
        guard !names.isEmpty else { return "none is \(what)" }
        let shown = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = names.count > 12 ? " and \(names.count - 12) more" : ""
        return (names.count == 1 ? "\(what) is " : "\(what) are ") + shown + more
    }
}
