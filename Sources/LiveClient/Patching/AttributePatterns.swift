/// The names and patterns that `ignore_attrs` leaves to the client (TheClientsRules.md, "Attributes left to the page").
struct AttributePatterns {
    private let patterns: [String]

    init(_ patterns: [String]) { self.patterns = patterns }

    /// Whether a pattern is the name, is `*`, or is with its stars a regular expression that is found in the name: a star
    /// there repeats the character before it, so that `data-*` fits any name with `data` in it.
    func match(_ name: String) -> Bool {
        patterns.contains { pattern in
            if pattern == name || pattern == "*" { return true }
            guard pattern.contains("*") else { return false }
            return Self.find(Self.units(of: pattern), in: Array(name))
        }
    }

    private struct Unit {
        var character: Character
        var isRepeated: Bool
    }

    private static func units(of pattern: String) -> [Unit] {
        var units: [Unit] = []
        for character in pattern {
            if character == "*", let last = units.indices.last {
                units[last].isRepeated = true
            } else {
                units.append(Unit(character: character, isRepeated: false))
            }
        }
        return units
    }

    /// Whether the units fit somewhere; the set of units that may come next is all that is kept.
    private static func find(_ units: [Unit], in name: [Character]) -> Bool {
        var states: Set<Int> = []
        for character in name {
            states = closure(of: states.union([0]), units)
            if states.contains(units.count) { return true }
            states = Set(
                states.compactMap { state in
                    guard state < units.count, units[state].character == character else { return nil }
                    return units[state].isRepeated ? state : state + 1
                })
        }
        return closure(of: states.union([0]), units).contains(units.count)
    }

    private static func closure(of states: Set<Int>, _ units: [Unit]) -> Set<Int> {
        var result = states
        for state in states {
            var next = state
            while next < units.count, units[next].isRepeated {
                next += 1
                result.insert(next)
            }
        }
        return result
    }
}
