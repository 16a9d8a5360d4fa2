import Basics

/// A part of a date or time that a person enters by itself.
package enum DatePart: String, Hashable, Sendable {
    case year, month, week, day, hour, minute, second, millisecond

    /// How many digits it is written with.
    package var digits: Int {
        switch self {
        case .year: 4
        case .month, .week, .day, .hour, .minute, .second: 2
        case .millisecond: 3
        }
    }

    /// The highest number that it can ever have.
    package var most: Int {
        switch self {
        case .year: 9999
        case .month: 12
        case .week: 53
        case .day: 31
        case .hour: 23
        case .minute, .second: 59
        case .millisecond: 999
        }
    }

    /// What stands in its place as long as it is open.
    fileprivate var placeholder: String {
        switch self {
        case .year: "yyyy"
        case .month, .minute: "mm"
        case .week: "ww"
        case .day: "dd"
        case .hour: "hh"
        case .second: "ss"
        case .millisecond: "sss"
        }
    }

    /// What stands before it on the screen, and in the value where that differs.
    fileprivate var separator: (shown: String, written: String) {
        switch self {
        case .year: ("", "")
        case .month, .day: ("-", "-")
        case .week: ("-W", "-W")
        case .hour: (" ", "T")
        case .minute, .second: (":", ":")
        case .millisecond: (".", ".")
        }
    }
}

/// A date or time while it is entered: each of its parts is a number or still open, and one of them is worked on.
package struct DateEntry: Hashable, Sendable {
    package let parts: [DatePart]
    package private(set) var numbers: [Int?]
    /// The place of the part that is worked on.
    package private(set) var place = 0
    /// What was typed of the present part, as long as more digits may follow.
    package private(set) var typed = ""

    /// - Parameters:
    ///   - value: What the field holds, as HTML writes it; all parts are open where it is no such date or time.
    ///   - fineness: The finest part that a time must have.
    /// - Returns: Nil for fields that hold no date or time.
    package init?(_ value: String, kind: TextInputKind, fineness: DatePart = .minute) {
        let digits = kind.number(value) == nil ? [] : Self.digits(of: value)
        let time: [DatePart] = [.hour, .minute, .second, .millisecond]
        var parts: [DatePart]
        switch kind {
        case .date: parts = [.year, .month, .day]
        case .month: parts = [.year, .month]
        case .week: parts = [.year, .week]
        case .time: parts = time
        case .dateTimeLocal: parts = [.year, .month, .day] + time
        case .text, .search, .tel, .url, .email, .password, .number: return nil
        }
        if let minute = parts.firstIndex(of: .minute) {
            let wanted = parts.firstIndex(of: fineness) ?? minute
            parts = Array(parts[...max(minute, wanted, digits.count - 1)])
        }
        self.parts = parts
        numbers = parts.indices.map { $0 < digits.count ? digits[$0] : (digits.isEmpty ? nil : 0) }
    }

    private static func digits(of value: String) -> [Int] {
        var numbers: [Int] = []
        for (place, group) in value.split(whereSeparator: { !$0.isASCIIDigit }).enumerated() {
            guard let number = Int(group) else { return [] }
            // `.5` are 500 milliseconds.
            let isFraction = place > 0 && value[..<group.startIndex].last == "."
            numbers.append(isFraction ? number * [100, 10, 1][min(group.utf8.count, 3) - 1] : number)
        }
        return numbers
    }

    // MARK: Reading

    package var part: DatePart { parts[place] }

    package var number: Int? { numbers[place] }

    package var isEmpty: Bool { typed.isEmpty && numbers.allSatisfy { $0 == nil } }

    /// The value as HTML writes it; nil while a part is open.
    package var value: String? {
        var text = ""
        for (part, number) in zip(parts, numbers) {
            guard let number else { return nil }
            text += (text.isEmpty ? "" : part.separator.written) + Self.padded(number, to: part.digits)
        }
        return text
    }

    /// What is shown: `2026-mm-dd`.
    package var text: String { pieces.joined() }

    /// The same without digits that wait for more.
    package var settled: DateEntry {
        var settled = self
        settled.typed = ""
        return settled
    }

    /// Where a part stands in the text, in characters.
    package func range(ofPart place: Int) -> Range<Int> {
        let pieces = pieces
        let end = pieces[...place].reduce(0) { $0 + $1.count }
        return end - parts[place].digits..<end
    }

    /// The part that a place in the text belongs to, or is right before.
    package func part(at offset: Int) -> Int {
        parts.indices.first { offset <= range(ofPart: $0).upperBound } ?? parts.count - 1
    }

    /// Whether a part shows a number.
    package func isFilled(_ place: Int) -> Bool { numbers[place] != nil || (place == self.place && !typed.isEmpty) }

    /// Each part with what stands before it.
    private var pieces: [String] {
        parts.indices.map { index in
            let part = parts[index]
            let separator = index == 0 ? "" : part.separator.shown
            if index == place, let digits = Int(typed) { return separator + Self.padded(digits, to: part.digits) }
            return separator + (numbers[index].map { Self.padded($0, to: part.digits) } ?? part.placeholder)
        }
    }

    private static func padded(_ number: Int, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// The numbers that the present part can have, as the others are.
    package var limits: ClosedRange<Int> { limits(of: part) }

    private func limits(of part: DatePart) -> ClosedRange<Int> {
        switch part {
        case .year: 1...9999
        case .month: 1...12
        case .week: 1...(number(of: .year).map(HTMLDate.weeks(inYear:)) ?? 53)
        case .day: 1...daysInMonth
        case .hour: 0...23
        case .minute, .second: 0...59
        case .millisecond: 0...999
        }
    }

    /// The number of another part, if it is not open.
    package func number(of part: DatePart) -> Int? { parts.firstIndex(of: part).flatMap { numbers[$0] } }

    private var daysInMonth: Int {
        guard let month = number(of: .month) else { return 31 }
        // As long as the year is open it may be a leap year.
        let year = number(of: .year) ?? 2000
        return (29...31).last { CivilDate(year: year, month: month, day: $0).isReal } ?? 28
    }

    // MARK: Changing

    /// Goes to another part.
    package mutating func go(to place: Int) {
        self.place = min(max(0, place), parts.count - 1)
        typed = ""
    }

    /// Gives the present part a number, or leaves it open; a day that its month does not have becomes the last one.
    package mutating func set(_ number: Int?) {
        numbers[place] = number
        typed = ""
        for dependent in [DatePart.day, .week] {
            guard let index = parts.firstIndex(of: dependent), let present = numbers[index] else { continue }
            numbers[index] = min(present, limits(of: dependent).upperBound)
        }
    }

    /// Shows digits in the present part, more of which may follow.
    package mutating func type(_ digits: String) { typed = digits }

    /// Takes another whole date or time, of the same parts as far as they go.
    package mutating func take(_ other: DateEntry) {
        for (index, part) in parts.enumerated() { numbers[index] = other.number(of: part) ?? 0 }
        typed = ""
    }

    /// Leaves all parts open.
    package mutating func clear() {
        numbers = numbers.map { _ in nil }
        typed = ""
        place = 0
    }

    /// Whether it is what a field holds.
    func agrees(with other: DateEntry) -> Bool {
        parts == other.parts && (value == nil ? other.numbers.allSatisfy { $0 == nil } : numbers == other.numbers)
    }
}

extension Document {
    /// The date or time that a field holds or that is being entered in it; nil for other fields.
    package func dateEntry(of node: NodeID) -> DateEntry? {
        guard case .text(let kind) = controlKind(of: node),
            let held = DateEntry(value(of: node), kind: kind, fineness: fineness(of: node, kind))
        else { return nil }
        if let entry = controls[node]?.dateEntry, entry.agrees(with: held) { return entry }
        return held
    }

    /// Keeps how far a date or time is entered. The value of the field is not changed by that.
    package func setDateEntry(_ entry: DateEntry, of node: NodeID) {
        guard controls[node]?.dateEntry != entry else { return }
        controls[node, default: ControlState()].dateEntry = entry
        markChanged(node)
    }

    /// The finest part that the steps of a field ask for.
    private func fineness(of node: NodeID, _ kind: TextInputKind) -> DatePart {
        let step = attribute("step", of: node).flatMap(HTMLNumber.parse) ?? 60
        if step <= 0 || step.truncatingRemainder(dividingBy: 60) == 0 { return .minute }
        return step.truncatingRemainder(dividingBy: 1) == 0 ? .second : .millisecond
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { utf8.count == 1 && utf8.first?.isASCIIDigit == true }
}
