import HTMLTree

/// What a date or time field lets a person enter: real dates and times between its ends, and the next one by its step
/// (WHATWG 4.10.5.1.7 to 4.10.5.1.11).
struct DateRules {
    private struct Limit {
        let text: String
        let number: Double
        let entry: DateEntry
    }

    private let kind: TextInputKind
    private let least: Limit?
    private let most: Limit?
    /// The step in the kind's own numbers, where the field names one that is not the usual.
    private let step: Double?
    private let base: Double

    /// - Returns: Nil for fields that hold no date or time.
    init?(of field: NodeID, in document: Document) {
        guard case .text(let kind) = document.controlKind(of: field), kind.isDateOrTime else { return nil }
        self.kind = kind
        let limit = { (name: String) -> Limit? in
            guard let text = document.attribute(name, of: field), let number = kind.number(text),
                let entry = DateEntry(text, kind: kind)
            else { return nil }
            return Limit(text: text, number: number, entry: entry)
        }
        let (least, most) = (limit("min"), limit("max"))
        // Between the ends of a time that are the wrong way round is midnight, and so is everything else.
        let isRange = least.flatMap { least in most.map { least.number <= $0.number } } ?? true
        self.least = isRange ? least : nil
        self.most = isRange ? most : nil
        let written = document.attribute("step", of: field).flatMap(HTMLNumber.parse) ?? kind.stepScale.standard
        step = written > 0 && written != kind.stepScale.standard ? written * kind.stepScale.unit : nil
        base = self.least?.number ?? document.attribute("value", of: field).flatMap(kind.number) ?? kind.stepBase
    }

    /// Types a digit into the part that is worked on; a part that is full leads on to the next.
    func type(_ digit: Character, into entry: DateEntry) -> (entry: DateEntry, refusal: DateRefusal?) {
        let typed = entry.typed + String(digit)
        guard let number = Int(typed) else { return (entry, .noDigit(digit)) }
        let limits = entry.limits
        guard number <= limits.upperBound else { return (entry, .notInPart(number, entry)) }
        var new = entry
        let isFull = typed.utf8.count >= entry.part.digits || (entry.part != .year && number * 10 > entry.part.most)
        if isFull, number < limits.lowerBound { return (entry.settled, .notInPart(number, entry)) }
        // A year of less than four digits is none yet.
        if number >= limits.lowerBound, isFull || entry.part != .year { new.set(number) }
        let dayMoved = moved(from: entry, to: new)
        let (kept, refusal) = kept(new)
        new = kept
        if isFull { new.go(to: entry.place + 1) } else { new.type(typed) }
        return (new, refusal ?? dayMoved)
    }

    /// The entry with the next or the previous number in the part that is worked on.
    ///
    /// - Parameter today: What an open part begins with.
    func step(_ entry: DateEntry, isUp: Bool, today: DateEntry?) -> (entry: DateEntry, refusal: DateRefusal?) {
        if let step, entry.part == steppedPart(step), let value = entry.value, let number = kind.number(value) {
            return byStep(step, from: number, entry, isUp: isUp)
        }
        let limits = entry.limits
        var new = entry.settled
        if let number = entry.number {
            var next = number + (isUp ? 1 : -1)
            if !limits.contains(next) {
                // After December comes January; after the last year nothing.
                next = entry.part == .year ? number : isUp ? limits.lowerBound : limits.upperBound
            }
            new.set(next)
        } else {
            let first = today?.number(of: entry.part) ?? (isUp ? limits.lowerBound : limits.upperBound)
            new.set(min(max(first, limits.lowerBound), limits.upperBound))
        }
        let (kept, refusal) = kept(new)
        return (kept, refusal ?? moved(from: entry, to: new))
    }

    /// The entry, brought between the field's ends.
    func kept(_ entry: DateEntry) -> (entry: DateEntry, refusal: DateRefusal?) {
        guard let number = entry.value.flatMap(kind.number) else { return (entry, nil) }
        var kept = entry
        if let least, number < least.number {
            kept.take(least.entry)
            return (kept, .tooEarly(least.text))
        }
        if let most, number > most.number {
            kept.take(most.entry)
            return (kept, .tooLate(most.text))
        }
        return (entry, nil)
    }

    private func byStep(
        _ step: Double, from number: Double, _ entry: DateEntry, isUp: Bool
    ) -> (entry: DateEntry, refusal: DateRefusal?) {
        let steps = (number - base) / step
        let next = base + (isUp ? (steps + 1e-9).rounded(.down) + 1 : (steps - 1e-9).rounded(.up) - 1) * step
        if let most, next > most.number { return (entry, .tooLate(most.text)) }
        if let least, next < least.number { return (entry, .tooEarly(least.text)) }
        guard let text = kind.text(ofDate: next), let stepped = DateEntry(text, kind: kind) else { return (entry, nil) }
        var new = entry
        new.take(stepped)
        return (new, nil)
    }

    /// The part in which a step counts.
    private func steppedPart(_ step: Double) -> DatePart {
        switch kind {
        case .month: .month
        case .week: .week
        case .time, .dateTimeLocal:
            step < 1_000 ? .millisecond : step < 60_000 ? .second : step < 3_600_000 ? .minute : .hour
        case .date, .text, .search, .tel, .url, .email, .password, .number: .day
        }
    }

    /// What is told where a day moved because its month does not have it.
    private func moved(from old: DateEntry, to new: DateEntry) -> DateRefusal? {
        for part in [DatePart.day, .week] where old.part != part {
            if let was = old.number(of: part), let now = new.number(of: part), was != now { return .moved(part, new) }
        }
        return nil
    }
}

/// Why a date or time was not taken as it was entered.
enum DateRefusal: Hashable {
    case noDigit(Character)
    /// The part cannot have the number, as the others are.
    case notInPart(Int, DateEntry)
    case tooEarly(String)
    case tooLate(String)
    /// A day or week became the last one that there is.
    case moved(DatePart, DateEntry)
    case unfinishedYear
    case noDate(String)

    var message: String {
        switch self {
        case .noDigit(let character): "it is entered by digits and arrows; \"\(character)\" is none"
        case .notInPart(let number, let entry):
            if entry.part == .day, number <= 31, let month = Self.month(entry) {
                "\(month) has \(entry.limits.upperBound) days"
            } else {
                "a \(entry.part.rawValue) is \(entry.limits.lowerBound) to \(entry.limits.upperBound), not \(number)"
            }
        case .tooEarly(let limit): "it must be \(limit) or later"
        case .tooLate(let limit): "it must be \(limit) or earlier"
        case .moved(let part, let entry):
            if part == .day, let month = Self.month(entry), let day = entry.number(of: .day) {
                "\(month) has \(day) days"
            } else {
                "the year has \(entry.number(of: .week) ?? 52) weeks"
            }
        case .unfinishedYear: "a year has four digits"
        case .noDate(let text): "\"\(text)\" is none"
        }
    }

    private static func month(_ entry: DateEntry) -> String? {
        guard let month = entry.number(of: .month) else { return nil }
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names[month - 1] + (entry.number(of: .year).map { " \($0)" } ?? "")
    }
}
