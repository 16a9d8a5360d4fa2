import LiveProtocol

/// The pages a person went through, and where in them they are.
struct History {
    struct Step: Hashable {
        enum Kind: Hashable {
            /// The same view got another address, or a page was loaded.
            case patch
            /// Another view over the same connection.
            case redirect
        }

        var url: PageURL
        var kind: Kind
        /// The container id of the main view.
        var viewID: String?
        /// The page load that the step belongs to.
        var generation: Int
    }

    private var steps: [Step] = []
    private var position = -1
    /// Counts the pages that were loaded.
    private(set) var generation = 0

    var current: Step? { steps.indices.contains(position) ? steps[position] : nil }
    var canGoBack: Bool { position > 0 }
    var canGoForward: Bool { position + 1 < steps.count }

    /// Another page was loaded.
    mutating func startPage() { generation += 1 }

    /// Adds a step after the present one, forgetting those that were ahead, or puts it in the present one's place.
    ///
    /// - Parameter viewID: The container id of the main view.
    mutating func record(_ url: PageURL, _ kind: Step.Kind, viewID: String?, _ history: HistoryKind) {
        let step = Step(url: url, kind: kind, viewID: viewID, generation: generation)
        switch history {
        case .push:
            steps.removeSubrange((position + 1)...)
            steps.append(step)
            position += 1
        case .replace:
            if current == nil {
                steps = [step]
                position = 0
            } else {
                steps[position] = step
            }
        }
    }

    /// The addresses of all steps, the first first.
    var addresses: [String] { steps.map(\.url.absolute) }

    /// The place of the present one among them.
    var place: Int { max(0, position) }

    /// Puts addresses before and behind the present step, as pages of their own.
    mutating func surround(before: [PageURL], after: [PageURL]) {
        guard let current else { return }
        // No page that was loaded has the number 0.
        let step = { (url: PageURL) in Step(url: url, kind: .patch, viewID: nil, generation: 0) }
        steps = before.map(step) + [current] + after.map(step)
        position = before.count
    }

    /// Moves by `offset` steps; nil when there is no such step.
    mutating func move(by offset: Int) -> Step? {
        guard steps.indices.contains(position + offset) else { return nil }
        position += offset
        return steps[position]
    }
}
