/// A path that no route leads to.
struct UnknownView: Error {
    let path: String
    let routes: [String]
}

extension UnknownView: CustomStringConvertible {
    var description: String {
        "There is no view at \(path). The views are:\n" + routes.map { "  \($0)" }.joined(separator: "\n")
    }
}
