import Basics
import LiveProtocol
import TextLayout

/// A path that no route leads to.
struct UnknownView: Error {
    let path: String
    let routes: [String]
}

extension UnknownView: CustomStringConvertible {
    var description: String {
        let suggestion = NearestName.of(path, among: routes).map { " Did you mean \($0)?" } ?? ""
        return "There is no view at \(ReadableText.quote(path)).\(suggestion) The views are:\n"
            + routes.map { "  \(ReadableText.line($0))\n" }.joined()
    }
}
