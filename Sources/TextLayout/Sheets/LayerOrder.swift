/// The cascade layers of a page, the weakest first (CSS Cascade 5, section 6.4).
struct LayerOrder {
    /// Names a layer by all its parts, outermost first.
    typealias Path = [String]

    private var order: [Path] = []
    private var nameless = 0

    /// Far more than anyone has; further ones are as strong as what is in none.
    private static let limit = 500

    /// A layer without a name is one of its own.
    mutating func nextNameless() -> String {
        nameless += 1
        return "(\(nameless))"
    }

    /// Takes note of a layer; those inside another are weaker than what is right in that.
    mutating func add(_ path: Path) {
        for length in path.indices.map({ $0 + 1 }) {
            let part = Array(path.prefix(length))
            guard order.count < Self.limit, !order.contains(part) else { continue }
            let outer = Array(part.dropLast())
            order.insert(part, at: order.firstIndex(of: outer) ?? order.endIndex)
        }
    }

    /// The places of all layers; what is in none is stronger than all.
    var ranks: [Path: Int] {
        order.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
    }
}
