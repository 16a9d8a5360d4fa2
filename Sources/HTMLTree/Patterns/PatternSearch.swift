/// One search: follows all ways through a program at once, character by character.
struct PatternSearch {
    /// How many instructions one search may follow: a page of a hundred thousand characters, and an expression that is
    /// at a hundred places at once.
    static let standardWork = 10_000_000

    private let program: PatternProgram
    private let text: [Character]
    private let isWhole: Bool
    private let limit: Int
    /// How many instructions were followed.
    private(set) var work = 0
    private var hasGivenUp: Bool { work > limit }

    init(_ program: PatternProgram, _ text: [Character], isWhole: Bool, limit: Int) {
        self.limit = limit
        self.program = program
        self.text = text
        self.isWhole = isWhole
    }

    mutating func run() -> TextPattern.Answer {
        let isFound = follows(from: 0, at: 0, isAnchored: isWhole, mustEnd: isWhole)
        return hasGivenUp ? .gaveUp : isFound ? .found : .notFound
    }

    /// The places in the program at which threads stand, each once.
    private struct Threads {
        var places: [Int] = []
        private var marks: [Int]
        private var mark = 1

        init(count: Int) { marks = Array(repeating: 0, count: count) }

        mutating func clear() {
            places.removeAll(keepingCapacity: true)
            mark += 1
        }

        /// - Returns: False when it was there already.
        mutating func visit(_ place: Int) -> Bool {
            guard marks[place] != mark else { return false }
            marks[place] = mark
            return true
        }
    }

    /// Whether the program, from one of its places on, fits from a place in the text on.
    ///
    /// - Parameters:
    ///   - isAnchored: Whether it must begin there, not later.
    ///   - mustEnd: Whether it must end with the text.
    private mutating func follows(from start: Int, at place: Int, isAnchored: Bool, mustEnd: Bool) -> Bool {
        work += program.instructions.count
        var current = Threads(count: program.instructions.count)
        var next = Threads(count: program.instructions.count)
        for position in place...text.count {
            if position == place || !isAnchored {
                if add(start, at: position, to: &current, mustEnd: mustEnd) { return true }
            }
            if current.places.isEmpty && isAnchored || position == text.count || hasGivenUp { return false }
            next.clear()
            for thread in current.places {
                work += 1
                guard case .character(let set) = program.instructions[thread], set.contains(text[position]) else {
                    continue
                }
                if add(thread + 1, at: position + 1, to: &next, mustEnd: mustEnd) { return true }
            }
            swap(&current, &next)
        }
        return false
    }

    /// Follows all that takes no character.
    ///
    /// - Returns: Whether the end of the program was reached.
    private mutating func add(_ start: Int, at position: Int, to threads: inout Threads, mustEnd: Bool) -> Bool {
        var waiting = [start]
        while let place = waiting.popLast(), !hasGivenUp {
            guard threads.visit(place) else { continue }
            work += 1
            switch program.instructions[place] {
            case .character: threads.places.append(place)
            case .split(let first, let second): waiting += [second, first]
            case .jump(let target): waiting.append(target)
            case .groupEdge: waiting.append(place + 1)
            case .start, .end, .wordBoundary:
                if holds(place, at: position) { waiting.append(place + 1) }
            case .lookAhead(let end, _):
                if holds(place, at: position) { waiting.append(end) }
            case .accept:
                if !mustEnd || position == text.count { return true }
            }
        }
        return false
    }

    /// Whether what an instruction demands of a place between two characters is so there.
    mutating func holds(_ place: Int, at position: Int) -> Bool {
        switch program.instructions[place] {
        case .start(let isOfLine): position == 0 || (isOfLine && text[position - 1].isNewline)
        case .end(let isOfLine): position == text.count || (isOfLine && text[position].isNewline)
        case .wordBoundary(let isNegated): isWordBoundary(position) != isNegated
        case .lookAhead(_, let isNegated):
            follows(from: place + 1, at: position, isAnchored: true, mustEnd: false) != isNegated
        case .character, .split, .jump, .groupEdge, .accept: true
        }
    }

    private func isWordBoundary(_ position: Int) -> Bool { isWord(at: position - 1) != isWord(at: position) }

    private func isWord(at position: Int) -> Bool {
        text.indices.contains(position) && PatternClass.isWord(text[position], usesASCII: false)
    }
}
