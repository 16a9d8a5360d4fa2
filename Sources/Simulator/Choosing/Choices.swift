import HTMLTree
import LiveClient

/// A step among what a control offers.
package enum ChoiceStep: Hashable, Sendable {
    case next, previous, first, last
    /// A tenth of all there is.
    case nextPage, previousPage
}

/// Chooses among what the focused control offers: options, radios of a group, numbers.
final class Choices {
    private let page: OpenPage
    private var typeAhead = TypeAhead()

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    /// Chooses another of what the focused control offers.
    func choose(_ step: ChoiceStep) {
        guard let node = document.activeElement else { return }
        switch page.focus {
        case .select: chooseOption(step, of: node)
        case .radio: chooseRadio(step, in: node)
        case .slider: stepNumber(step, of: node, isSlider: true)
        case .textField(.number): stepNumber(step, of: node, isSlider: false)
        case .page, .textField, .dateField, .textArea, .checkbox, .button, .link, .file, .other: return
        }
    }

    /// Whether a word is being typed by which an option is looked for, so that a blank is part of it.
    func isTypingAhead(in select: NodeID) -> Bool { typeAhead.isUnderWay(in: select, at: page.clock.now) }

    /// Chooses the option of the focused select that starts with what is typed.
    func chooseOption(startingWith letter: Character) {
        guard let select = document.activeElement, !document.isDisabled(select),
            let option = typeAhead.option(for: letter, in: select, of: document, at: page.clock.now)
        else { return }
        page.client.choose([option], of: select)
    }

    private func chooseOption(_ step: ChoiceStep, of select: NodeID) {
        let options = document.options(of: select).filter { !document.isDisabled($0) }
        guard !options.isEmpty, !document.isDisabled(select) else { return }
        let chosen = document.selectedOptions(of: select)
        let current = chosen.last.flatMap(options.firstIndex(of:))
        let wanted =
            switch step {
            case .next: min((current ?? -1) + 1, options.count - 1)
            case .previous: max((current ?? 1) - 1, 0)
            case .first, .previousPage: 0
            case .last, .nextPage: options.count - 1
            }
        guard chosen != [options[wanted]] else { return }
        page.client.choose([options[wanted]], of: select)
    }

    /// An arrow goes to another radio of the group, round at the ends, and ticks it.
    private func chooseRadio(_ step: ChoiceStep, in radio: NodeID) {
        let group = document.radioGroup(of: radio).filter { !document.isDisabled($0) && page.isDisplayed($0) }
        guard let place = group.firstIndex(of: radio), group.count > 1 else { return }
        let wanted =
            switch step {
            case .next, .nextPage: group[(place + 1) % group.count]
            case .previous, .previousPage: group[(place - 1 + group.count) % group.count]
            case .first: group[0]
            case .last: group[group.count - 1]
            }
        page.client.focus(wanted)
        page.client.dispatchClick(wanted)
    }

    private func stepNumber(_ step: ChoiceStep, of control: NodeID, isSlider: Bool) {
        guard !document.isDisabled(control) else { return }
        guard !document.isReadOnly(control) else {
            page.notice = SimulatorError.readOnly(page.describe(control)).message
            return
        }
        let steps = NumberSteps(of: control, in: document, isSlider: isSlider)
        let present = document.value(of: control)
        guard let value = steps.value(step, from: present) else { return }
        guard value != present else {
            let isUp = step == .next || step == .nextPage || step == .last
            page.notice = "\(page.describe(control)): \(value) is the \(isUp ? "most" : "least")"
            return
        }
        page.client.input(value, into: control)
    }
}

/// Finds the option of a select that starts with what is typed, as browsers do.
struct TypeAhead {
    /// After so long, a letter starts a new word.
    static let patience: Duration = .seconds(1)

    private var select: NodeID?
    private var typed = ""
    private var time: Duration = .zero

    func isUnderWay(in select: NodeID, at now: Duration) -> Bool {
        select == self.select && !typed.isEmpty && now - time <= Self.patience
    }

    /// The option that a letter leads to; nil when none starts so.
    mutating func option(for letter: Character, in select: NodeID, of document: Document, at now: Duration) -> NodeID? {
        if select != self.select || now - time > Self.patience { typed = "" }
        self.select = select
        time = now
        let options = document.options(of: select).filter { !document.isDisabled($0) }
        let current = document.selectedOptions(of: select).first.flatMap(options.firstIndex(of:)) ?? -1
        // The same letter again goes on to the next option that starts with it.
        let isRepeated = !typed.isEmpty && typed.allSatisfy { $0 == letter }
        if isRepeated, let next = option(starting: String(letter), among: options, from: current + 1, in: document) {
            typed.append(letter)
            return next
        }
        typed.append(letter)
        return option(starting: typed, among: options, from: typed.count > 1 ? current : current + 1, in: document)
    }

    private func option(starting text: String, among options: [NodeID], from start: Int, in document: Document)
        -> NodeID?
    {
        let text = text.lowercased()
        let start = max(0, start)
        let turned = options.dropFirst(start) + options.prefix(start)
        return turned.first { document.optionText(of: $0).lowercased().hasPrefix(text) }
    }
}
