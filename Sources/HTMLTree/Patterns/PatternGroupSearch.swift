/// One search for the first place that an expression fits, and for what its first group fits there: all ways are followed at
/// once, those first that an engine which tries one after the other would try first (Pike's way).
struct PatternGroupSearch {
    /// A way through the program, and where it has been.
    private struct Thread {
        var place: Int
        let start: Int
        var groupStart: Int?
        var groupEnd: Int?
    }

    private let program: PatternProgram
    private let text: [Character]
    private let limit: Int
    /// Answers what is demanded between characters.
    private var edges: PatternSearch
    private var work = 0
    /// The places that a thread has come to, by the position at which it did.
    private var visits: [Int]

    var hasGivenUp: Bool { work + edges.work > limit }

    init(_ program: PatternProgram, _ text: [Character], limit: Int) {
        self.program = program
        self.text = text
        self.limit = limit
        edges = PatternSearch(program, text, isWhole: false, limit: limit)
        visits = Array(repeating: -1, count: program.instructions.count)
    }

    /// The part of the text; nil when there is none, or the search gave up.
    mutating func run() -> Range<Int>? {
        var current: [Thread] = []
        var found: Range<Int>?
        for position in 0...text.count {
            if found == nil { add(Thread(place: 0, start: position), at: position, to: &current) }
            if current.isEmpty, found != nil { break }
            var next: [Thread] = []
            for thread in current {
                work += 1
                switch program.instructions[thread.place] {
                case .character(let set) where position < text.count && set.contains(text[position]):
                    var ahead = thread
                    ahead.place += 1
                    add(ahead, at: position + 1, to: &next)
                    continue
                case .accept:
                    if let start = thread.groupStart, let end = thread.groupEnd {
                        found = start..<end
                    } else {
                        found = thread.start..<position
                    }
                case _: continue
                }
                // What would be tried later does not count any more.
                break
            }
            guard !hasGivenUp else { return nil }
            current = next
        }
        return found
    }

    /// Follows all that takes no character.
    private mutating func add(_ start: Thread, at position: Int, to threads: inout [Thread]) {
        var waiting = [start]
        while var thread = waiting.popLast(), !hasGivenUp {
            let place = thread.place
            guard visits[place] != position else { continue }
            visits[place] = position
            work += 1
            thread.place += 1
            switch program.instructions[place] {
            case .character, .accept:
                thread.place = place
                threads.append(thread)
            case .split(let first, let second):
                for way in [second, first] {
                    thread.place = way
                    waiting.append(thread)
                }
            case .jump(let target):
                thread.place = target
                waiting.append(thread)
            case .groupEdge(let isStart):
                if isStart { thread.groupStart = position } else { thread.groupEnd = position }
                waiting.append(thread)
            case .start, .end, .wordBoundary:
                if edges.holds(place, at: position) { waiting.append(thread) }
            case .lookAhead(let end, _):
                thread.place = end
                if edges.holds(place, at: position) { waiting.append(thread) }
            }
        }
    }
}
