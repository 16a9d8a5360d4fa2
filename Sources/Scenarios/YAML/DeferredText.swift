/// A text with parts that `let` reads from the page, and that are not known before.
struct DeferredText: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        /// What a `let` reads: its variable's name, and which reading of the case it is.
        case reading(String, Int)
    }

    private(set) var pieces: [Piece]

    init(_ pieces: [Piece] = []) { self.pieces = pieces }

    mutating func append(_ text: some StringProtocol) {
        guard !text.isEmpty else { return }
        if case .text(let last)? = pieces.last {
            pieces[pieces.count - 1] = .text(last + text)
        } else {
            pieces.append(.text(String(text)))
        }
    }

    mutating func append(_ other: DeferredText) {
        for piece in other.pieces {
            if case .text(let text) = piece { append(text) } else { pieces.append(piece) }
        }
    }

    /// As the file has it, for people.
    var spelling: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .reading(let name, _): "${\(name)}"
            }
        }.joined()
    }

    /// The variables in it.
    var names: [String] {
        pieces.compactMap { piece in
            if case .reading(let name, _) = piece { name } else { nil }
        }
    }
}

/// What the `let` steps of a case have read so far, by the number of the reading.
struct Readings: Hashable, Sendable {
    /// The longest text that one variable holds, in characters.
    static let textLimit = 10_000
    /// How much text all values of one step hold, in bytes.
    private static let stepLimit = 4 << 20

    private var texts: [Int: String] = [:]

    mutating func set(_ number: Int, to text: String) { texts[number] = text }

    /// A value with all that was read put in its place; a number alone is one.
    ///
    /// - Throws: When that is too much text.
    func filled(_ value: Located) throws(ScenarioProblem) -> Located {
        var size = 0
        return try filled(value, &size)
    }

    private func filled(_ value: Located, _ size: inout Int) throws(ScenarioProblem) -> Located {
        var result = value
        switch value.content {
        case .scalar: return value
        case .deferred(let deferred):
            var text = ""
            for piece in deferred.pieces {
                switch piece {
                case .text(let part): text += part
                case .reading(_, let number): text += texts[number] ?? ""
                }
                guard size + text.utf8.count <= Self.stepLimit else {
                    let kind = ScenarioProblem.Kind.tooMuch(
                        limit: Self.stepLimit, what: "bytes in the values of a step")
                    throw ScenarioProblem(path: value.path, place: value.place, kind: kind)
                }
            }
            size += text.utf8.count
            let isNumber = deferred.pieces.count == 1 && JSONGrammar.isNumber(text)
            result.content = .scalar(text, isPlain: isNumber)
        case .list(let elements):
            var filledElements: [Located] = []
            for element in elements { filledElements.append(try filled(element, &size)) }
            result.content = .list(filledElements)
        case .mapping(let entries):
            var filledEntries = entries
            for index in entries.indices { filledEntries[index].value = try filled(entries[index].value, &size) }
            result.content = .mapping(filledEntries)
        }
        return result
    }
}

extension Located {
    /// Whether something in it is known only while the case runs.
    var isDeferred: Bool {
        switch content {
        case .scalar: false
        case .deferred: true
        case .list(let elements): elements.contains(where: \.isDeferred)
        case .mapping(let entries): entries.contains(where: \.value.isDeferred)
        }
    }
}
