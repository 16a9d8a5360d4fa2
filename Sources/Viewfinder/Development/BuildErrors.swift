/// The errors in what a build printed.
struct BuildErrors: Hashable {
    /// The first one, with its place, as the compiler told it.
    let first: String
    /// How many others there are.
    let others: Int

    /// - Parameters:
    ///   - output: What the build printed.
    ///   - folder: The package's; what lies in it is told by its path from there.
    init(output: String, folder: String) {
        var seen: [Substring] = []
        for line in output.split(whereSeparator: \.isNewline) {
            guard let mark = line.firstRange(of: "error: ") else { continue }
            // Pictures of the source repeat the words behind a mark of their own.
            let place = line[..<mark.lowerBound]
            guard !place.contains("`-"), !place.contains("|"), !seen.contains(line) else { continue }
            seen.append(line)
        }
        // An error that says where it is says more than what follows from it.
        let placed = seen.first { $0.prefix { $0 != " " }.split(separator: ":").count >= 3 }
        guard let line = placed ?? seen.first else {
            first = output.split(whereSeparator: \.isNewline).last.map(String.init) ?? "it printed nothing"
            others = 0
            return
        }
        first = String(line.hasPrefix(folder + "/") ? line.dropFirst(folder.count + 1) : line)
        others = seen.count - 1
    }

    /// For the message bar.
    var words: String {
        switch others {
        case 0: first
        case 1: "\(first)  (and 1 more error)"
        default: "\(first)  (and \(others) more errors)"
        }
    }
}
