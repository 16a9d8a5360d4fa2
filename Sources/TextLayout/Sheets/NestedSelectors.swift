/// The selectors of rules inside rules (CSS Nesting 1): `&` is what is around.
///
///     "&:focus" in [".a", ".b"]  ->  [".a:focus", ".b:focus"]
///     "li"      in ["ul, ol"]    ->  ["ul li", "ol li"]
enum NestedSelectors {
    /// Rules in rules in rules, each with many selectors, would multiply without end.
    private static let countLimit = 512
    private static let lengthLimit = 4096

    /// The selectors of a rule, each on its own.
    static func resolve(_ prelude: String, in parents: [String]) -> [String] {
        let parts = CSSScanner.split(prelude, at: ",")
        guard !parents.isEmpty else { return parts.filter { $0.utf8.count <= lengthLimit } }
        guard parts.count * parents.count <= countLimit else { return [] }
        return parts.flatMap { part in parents.map { resolve(part, in: $0) } }.filter { $0.utf8.count <= lengthLimit }
    }

    private static func resolve(_ part: String, in parent: String) -> String {
        guard part.contains("&") else { return "\(parent) \(part)" }
        // Where the parent can stand as it is, it does, so that rules are found by its classes.
        let isSimple = !parent.contains { $0.isWhitespace || ">+~,".contains($0) }
        let startsPlainly = parent.first.map { ".#[:".contains($0) } ?? false
        var result = ""
        for (place, piece) in part.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            if place > 0 {
                let standsAlone = result.isEmpty || result.last.map { $0.isWhitespace || "(>+~,".contains($0) } == true
                let canStand = isSimple ? startsPlainly || standsAlone : result.isEmpty
                result += canStand ? parent : ":is(\(parent))"
            }
            result += piece
        }
        return result
    }
}
