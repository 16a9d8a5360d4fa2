/// What `calc()`, `min()`, `max()` and `clamp()` come to (CSS Values 4, section 10), in cells of one axis.
indirect enum Calculation: Hashable, Sendable {
    /// A number without a unit.
    case number(Double)
    /// Cells, and per cents of the box around, added.
    case length(cells: Double, percent: Double)
    case sum(Calculation, Calculation)
    case scaled(Calculation, by: Double)
    case least([Calculation])
    case greatest([Calculation])

    /// The cells that it means in a box of `available` cells; nil for a plain number, or per cents of an unknown size.
    func cells(in available: Int?) -> Double? {
        switch self {
        case .number: return nil
        case .length(let cells, let percent):
            guard percent != 0 else { return cells }
            return available.map { cells + Double($0) * percent / 100 }
        case .sum(let one, let other):
            guard let first = one.cells(in: available), let second = other.cells(in: available) else { return nil }
            return first + second
        case .scaled(let value, let factor): return value.cells(in: available).map { $0 * factor }
        case .least(let values): return Self.all(values, in: available)?.min()
        case .greatest(let values): return Self.all(values, in: available)?.max()
        }
    }

    private static func all(_ values: [Calculation], in available: Int?) -> [Double]? {
        let known = values.compactMap { $0.cells(in: available) }
        return known.count == values.count ? known : nil
    }

    /// The same with the rules of arithmetic applied where no size has to be known; nil for sums of unlike things.
    static func adding(_ one: Calculation, _ other: Calculation) -> Calculation? {
        switch (one, other) {
        case (.number(let first), .number(let second)): .number(first + second)
        // A bare zero is a length wherever one is wanted.
        case (.number(0), let value), (let value, .number(0)): value
        case (.number, _), (_, .number): nil
        case (.length(let first, let firstPart), .length(let second, let secondPart)):
            .length(cells: first + second, percent: firstPart + secondPart)
        case _: .sum(one, other)
        }
    }

    func multiplied(by factor: Double) -> Calculation {
        switch self {
        case .number(let number): .number(number * factor)
        case .length(let cells, let percent): .length(cells: cells * factor, percent: percent * factor)
        case .scaled(let value, let inner): .scaled(value, by: inner * factor)
        case .sum, .least, .greatest: .scaled(self, by: factor)
        }
    }

    /// The least or the greatest of some values.
    static func choosing(_ values: [Calculation], least isLeast: Bool) -> Calculation? {
        let numbers = values.compactMap(\.numberValue)
        if numbers.count == values.count {
            return (isLeast ? numbers.min() : numbers.max()).map { .number($0) }
        }
        let lengths = values.map { $0.numberValue == 0 ? Calculation.length(cells: 0, percent: 0) : $0 }
        guard !lengths.contains(where: { $0.numberValue != nil }) else { return nil }
        if let cells = all(lengths, in: nil), let chosen = isLeast ? cells.min() : cells.max() {
            return .length(cells: chosen, percent: 0)
        }
        return isLeast ? .least(lengths) : .greatest(lengths)
    }

    /// The number that it is; nil for a length.
    var numberValue: Double? {
        if case .number(let number) = self { number } else { nil }
    }
}
