import HTMLTree
import LiveClient
import TextLayout

/// Enters dates and times part by part in the field that has the focus (TheTerminal.md, "Dates and times").
///
/// The page hears of a value when it is whole, and of an empty one when it is no longer so, as in a browser.
final class DateFields {
    private let page: OpenPage

    init(on page: OpenPage) { self.page = page }

    private var document: Document { page.document }

    /// Handles a key that goes to the text of the field.
    ///
    /// - Returns: Whether it has a use there.
    func press(_ key: Key) -> Bool {
        guard let field, let entry = document.dateEntry(of: field) else { return false }
        guard let character = key.character else { return false }
        guard isEditable(field) else { return true }
        if character.isASCII, character.isNumber {
            take(DateRules(of: field, in: document)?.type(character, into: entry), in: field)
        } else if "-/.:,TW ".contains(character) {
            // What stands between the parts leads on, once a part is begun.
            if !entry.typed.isEmpty { go(to: entry.place + 1, in: field, entry) }
        } else {
            refuse(.noDigit(character), in: field)
        }
        return true
    }

    func step(_ step: ChoiceStep) {
        guard let field, let entry = document.dateEntry(of: field), isEditable(field) else { return }
        let isUp = step == .next || step == .last || step == .nextPage
        take(DateRules(of: field, in: document)?.step(entry, isUp: isUp, today: today(field)), in: field)
    }

    func move(_ step: DatePartStep) {
        guard let field, let entry = document.dateEntry(of: field) else { return }
        switch step {
        case .next: go(to: entry.place + 1, in: field, entry)
        case .previous: go(to: entry.place - 1, in: field, entry)
        case .first: go(to: 0, in: field, entry)
        case .last: go(to: entry.parts.count - 1, in: field, entry)
        case .empty, .emptyAll:
            guard isEditable(field) else { return }
            var new = entry
            if step == .emptyAll { new.clear() } else { new.set(nil) }
            take((new, nil), in: field)
        }
    }

    /// Goes to the part that a click on the text meant.
    func select(offset: Int, in field: NodeID) {
        guard let entry = document.dateEntry(of: field) else { return }
        go(to: entry.part(at: offset), in: field, entry)
    }

    /// Takes a pasted date or time, whole or not at all.
    func paste(_ text: String) -> Bool {
        guard let field, case .text(let kind) = document.controlKind(of: field), isEditable(field),
            var entry = document.dateEntry(of: field)
        else { return false }
        let text = text.trimmed
        guard kind.number(text) != nil, let pasted = DateEntry(text, kind: kind),
            let rules = DateRules(of: field, in: document)
        else {
            refuse(.noDate(VisibleText.make(text)), in: field)
            return false
        }
        entry.take(pasted)
        take(rules.kept(entry), in: field)
        return true
    }

    /// Ends what is being typed, as something else is done: digits that wait for more do so no longer.
    ///
    /// - Parameter key: What is done, where that is a key.
    func endTyping(before key: Key? = nil) {
        guard let field, let entry = document.dateEntry(of: field), !entry.typed.isEmpty else { return }
        if let key, key.character != nil { return }
        document.setDateEntry(entry.settled, of: field)
        if entry.part == .year { refuse(.unfinishedYear, in: field) }
    }

    private var field: NodeID? { page.focus == .dateField ? document.activeElement : nil }

    private func isEditable(_ field: NodeID) -> Bool {
        guard document.isReadOnly(field) else { return !document.isDisabled(field) }
        page.notice = SimulatorError.readOnly(page.describe(field)).message
        return false
    }

    private func go(to place: Int, in field: NodeID, _ entry: DateEntry) {
        var new = entry
        new.go(to: place)
        document.setDateEntry(new, of: field)
    }

    /// Keeps an entry, and lets the page know where the value is another one by it.
    private func take(_ outcome: (entry: DateEntry, refusal: DateRefusal?)?, in field: NodeID) {
        guard let (entry, refusal) = outcome else { return }
        let value = entry.value ?? ""
        let old = document.value(of: field)
        document.setDateEntry(entry, of: field)
        if value != old {
            page.client.input(value, into: field)
            if document.isAlive(field) { document.setDateEntry(entry, of: field) }
        }
        if let refusal { refuse(refusal, in: field) }
    }

    private func refuse(_ refusal: DateRefusal, in field: NodeID) {
        page.notice = "\(page.describe(field)): \(refusal.message)"
    }

    /// The day on which the page is used, by its clock.
    private func today(_ field: NodeID) -> DateEntry? {
        guard case .text(let kind) = document.controlKind(of: field) else { return nil }
        let day = (page.clock.epoch + page.clock.now).components.seconds / 86_400
        let number: Double
        switch kind {
        case .date, .week: number = Double(day * 86_400_000)
        case .month:
            guard let date = TextInputKind.date.text(ofDate: Double(day * 86_400_000)),
                let month = TextInputKind.month.number(String(date.prefix(7)))
            else { return nil }
            number = month
        case .dateTimeLocal:
            guard let date = TextInputKind.date.text(ofDate: Double(day * 86_400_000)) else { return nil }
            return DateEntry(date, kind: .date)
        case .time, .text, .search, .tel, .url, .email, .password, .number: return nil
        }
        // The week of a day begins with its Monday.
        let monday = kind == .week ? number - Double((Int(day) + 3) % 7 * 86_400_000) : number
        return kind.text(ofDate: monday).flatMap { DateEntry($0, kind: kind) }
    }
}

/// A step among the parts of a date.
package enum DatePartStep: Hashable, Sendable {
    case next, previous, first, last
    /// Leaves the part open.
    case empty
    case emptyAll
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
