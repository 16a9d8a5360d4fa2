/// What a path that is begun can become.
struct PathCompletion: Equatable {
    /// The path, as far as all that fits goes the same way.
    var path: String
    /// The names that fit, where there are several; folders end in a slash.
    var candidates: [String]

    /// - Parameters:
    ///   - typed: What is there of the path.
    ///   - names: Gives the names in a folder, sorted.
    ///   - isFolder: Whether a path is a folder's.
    init(of typed: String, names: (String) -> [String], isFolder: (String) -> Bool) {
        if typed == "~" {
            self.init(path: "~/", candidates: [])
            return
        }
        let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
        let start = typed.dropFirst(folder.count)
        // Names that begin with a dot are hidden until the dot is typed.
        let fitting = names(folder).filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
            .map { isFolder(folder + $0) ? $0 + "/" : $0 }
        guard let first = fitting.first else {
            self.init(path: typed, candidates: [])
            return
        }
        let common = fitting.dropFirst().reduce(first) { Self.commonStart($0, $1) }
        self.init(path: folder + common, candidates: fitting.count > 1 ? fitting : [])
    }

    init(path: String, candidates: [String]) {
        self.path = path
        self.candidates = candidates
    }

    private static func commonStart(_ left: String, _ right: String) -> String {
        String(zip(left, right).prefix { $0 == $1 }.map(\.0))
    }
}
