import LiveProtocol

/// A view or a component as the inspector shows it; what it holds is asked for when it is unfolded.
struct StatePart {
    let part: InspectedPart
    /// What it holds now, and what it held before the last event; nil where nobody knows.
    let now: () -> Inspection?
    let before: () -> Inspection?
    /// Whether it may hold something else than before the last event.
    var isTouched = false
    /// How it ended, if it did; then it holds what it held last.
    var ending: String?
    var parts: [StatePart] = []

    /// Tells it from all others.
    var key: String { part.id.component.map { "\(part.id.session)/\($0)" } ?? "\(part.id.session)" }

    /// How many there are of it and all in it.
    var count: Int { parts.reduce(1) { $0 + $1.count } }
}

extension StatePart {
    /// - Parameters:
    ///   - page: The moment that is shown.
    ///   - past: The moment before the last event.
    init(_ part: InspectedPart, in page: any KeptPage, since past: (any KeptPage)?) {
        let wasThere = past?.inspect(part.id) != nil
        self.init(
            part: part, now: { page.inspect(part.id) }, before: { past?.inspect(part.id) },
            isTouched: past.map { !wasThere || !page.isUntouched(part.id, since: $0) } ?? false,
            parts: part.children.map { StatePart($0, in: page, since: past) })
    }

    init(_ ended: EndedView) {
        self.init(ended.part, in: ended.page, since: nil)
        switch ended.reason {
        case .closed: ending = "ended"
        case .left(let path): ending = "left for \(path)"
        case .crashed(let reason): ending = "crashed: \(reason)"
        }
    }
}
