import HTMLTree
import Simulator

/// Finds the one visible element that a target means, or says what keeps it from being one.
struct TargetResolver {
    let finder: TargetFinder
    /// Whether to look for what was meant where nothing fits, which costs more than the search itself.
    let explains: Bool
    private var document: Document { finder.document }

    init(simulator: Simulator, explains: Bool = true) {
        finder = TargetFinder(simulator: simulator)
        self.explains = explains
    }

    func resolve(_ target: Target, for purpose: TargetPurpose = .look) -> TargetResolution {
        var scope = document.root
        if let within = target.within.first {
            switch resolve(within) {
            case .found(let node): scope = node
            case .several(_, let targets):
                return .noSurroundings(
                    "\(TargetSpelling.text(of: within)) is several elements: \(targets.joined(separator: ", "))")
            case .none(_, let nearest):
                let hint = nearest.isEmpty ? "" : "; near it are \(nearest.joined(separator: ", "))"
                return .noSurroundings("there is no \(TargetSpelling.text(of: within)) to look in\(hint)")
            case .tooFew(let count):
                return .noSurroundings("there are only \(count) of \(TargetSpelling.text(of: within))")
            case .noSurroundings(let reason):
                return .noSurroundings(reason)
            }
        }
        let matches = finder.matches(target.query, named: target.named, purpose: purpose, below: scope)
        if let nth = target.nth {
            return nth <= matches.count
                ? .found(matches[nth - 1]) : missing(target, purpose, scope, count: matches.count)
        }
        if matches.count > 1 {
            guard explains else { return .several(matches, targets: []) }
            let telling = TargetSuggestions(finder: finder)
            return .several(matches, targets: telling.tellingApart(matches, of: target))
        }
        return matches.first.map { .found($0) } ?? missing(target, purpose, scope, count: 0)
    }

    /// How many visible elements fit.
    func count(_ target: Target) -> Int { all(target).count }

    /// All visible elements that fit, in document order.
    func all(_ target: Target) -> [NodeID] {
        var scope = document.root
        if let within = target.within.first {
            guard case .found(let node) = resolve(within) else { return [] }
            scope = node
        }
        let matches = finder.matches(target.query, named: target.named, purpose: .look, below: scope)
        guard let nth = target.nth else { return matches }
        return nth <= matches.count ? [matches[nth - 1]] : []
    }

    private func missing(
        _ target: Target, _ purpose: TargetPurpose, _ scope: NodeID, count: Int
    ) -> TargetResolution {
        if count > 0 { return .tooFew(count: count) }
        let hidden = finder.candidates(target.query, purpose: purpose, below: scope).filter {
            !finder.page.isVisible($0)
        }
        guard explains else { return .none(hiddenCount: hidden.count, nearest: []) }
        let nearest = TargetSuggestions(finder: finder).nearest(to: target, purpose: purpose, below: scope)
        return .none(hiddenCount: hidden.count, nearest: nearest)
    }
}

/// What came of looking for a target.
enum TargetResolution {
    case found(NodeID)
    /// Nothing fits; what fits nearly, each as a target, nearest first.
    case none(hiddenCount: Int, nearest: [String])
    /// Several fit where one is wanted; each as a target that tells it from the others.
    case several([NodeID], targets: [String])
    /// There are not so many.
    case tooFew(count: Int)
    /// The element in which to look is not there.
    case noSurroundings(String)
}
