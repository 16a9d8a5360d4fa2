import Scenarios

/// A path that no route leads to.
struct UnknownView: Error {
    let path: String
    let routes: [String]
}

extension UnknownView: CustomStringConvertible {
    var description: String {
        let suggestion = nearest.map { " Did you mean \($0)?" } ?? ""
        return "There is no view at \(path).\(suggestion) The views are:\n"
            + routes.map { "  \($0)\n" }.joined()
    }

    /// The route that is at most two letters away.
    private var nearest: String? {
        let candidates = routes.map { (route: $0, distance: EditDistance.between(path, $0)) }
        return candidates.filter { $0.distance <= 2 }.min { $0.distance < $1.distance }?.route
    }
}
