/// A regular expression as instructions, which many threads follow at once.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        case character(PatternClass)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case start(ofLine: Bool)
        case end(ofLine: Bool)
        case wordBoundary(isNegated: Bool)
        /// The first group begins or ends here.
        case groupEdge(isStart: Bool)
        /// Goes on behind its end if what stands in between fits from here, or does not.
        case lookAhead(end: Int, isNegated: Bool)
        case accept
    }

    private static let limit = 5000

    private(set) var instructions: [Instruction] = []

    init(_ node: PatternNode) throws(TextPatternError) {
        try write(node)
        try emit(.accept)
    }

    private mutating func emit(_ instruction: Instruction) throws(TextPatternError) {
        guard instructions.count < Self.limit else { throw TextPatternError(problem: .tooLarge, offset: 0) }
        instructions.append(instruction)
    }

    private mutating func write(_ node: PatternNode) throws(TextPatternError) {
        switch node {
        case .character(let set): try emit(.character(set))
        case .start(let isOfLine): try emit(.start(ofLine: isOfLine))
        case .end(let isOfLine): try emit(.end(ofLine: isOfLine))
        case .wordBoundary(let isNegated): try emit(.wordBoundary(isNegated: isNegated))
        case .sequence(let parts): for part in parts { try write(part) }
        case .choice(let ways): try emit(choice: ways)
        case .firstGroup(let part):
            try emit(.groupEdge(isStart: true))
            try write(part)
            try emit(.groupEdge(isStart: false))
        case .repeated(let part, let least, let most, let isLazy):
            for _ in 0..<least { try write(part) }
            guard let most else { return try emit(loop: part, isLazy: isLazy) }
            var exits: [Int] = []
            for _ in least..<max(least, most) {
                exits.append(instructions.count)
                try emit(.split(instructions.count + 1, 0))
                try write(part)
            }
            for exit in exits { instructions[exit] = Self.split(exit + 1, instructions.count, isLazy: isLazy) }
        case .lookAhead(let part, let isNegated):
            let place = instructions.count
            try emit(.lookAhead(end: 0, isNegated: isNegated))
            try write(part)
            try emit(.accept)
            instructions[place] = .lookAhead(end: instructions.count, isNegated: isNegated)
        }
    }

    /// A repetition goes on with its part first, or with what follows it.
    private static func split(_ part: Int, _ exit: Int, isLazy: Bool) -> Instruction {
        isLazy ? .split(exit, part) : .split(part, exit)
    }

    private mutating func emit(loop part: PatternNode, isLazy: Bool) throws(TextPatternError) {
        let start = instructions.count
        try emit(.split(start + 1, 0))
        try write(part)
        try emit(.jump(start))
        instructions[start] = Self.split(start + 1, instructions.count, isLazy: isLazy)
    }

    private mutating func emit(choice ways: [PatternNode]) throws(TextPatternError) {
        var exits: [Int] = []
        for (index, way) in ways.enumerated() {
            guard index < ways.count - 1 else {
                try write(way)
                continue
            }
            let split = instructions.count
            try emit(.split(split + 1, 0))
            try write(way)
            exits.append(instructions.count)
            try emit(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
    }
}
