import TextLayout

extension CoverageReport {
    /// The counts as a table, then all that was left out, each with its place.
    package var table: String {
        let rows = kinds.map { row($0.title, count(of: $0)) } + [row("all", count(of: nil))]
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        var parts = ["coverage:"]
        parts += rows.map { row in
            let counts = row[1].isEmpty ? "none" : "\(row[1].aligned(widths[1])) of \(row[2].aligned(widths[2]))"
            let percent = row[3].isEmpty ? "" : "  \(row[3].aligned(3)) %"
            return "  \(row[0])\(String(repeating: " ", count: widths[0] - row[0].count))  \(counts)\(percent)"
        }
        for kind in kinds {
            let missing = missing(kind)
            guard !missing.isEmpty else { continue }
            parts += ["", "\(kind.omission):"] + missing.map { "  \(ReadableText.line($0.words))" }
        }
        let remarks = remarks
        if !remarks.isEmpty { parts += [""] + remarks.map { ReadableText.line($0) } }
        return parts.joined(separator: "\n") + "\n"
    }

    private var remarks: [String] {
        let open = openHandlers.isEmpty ? nil : openHandlers.joined(separator: ", ")
        return (open.map { ["open-ended, so that only events that came are counted: \($0)"] } ?? []) + notes
    }

    /// The cells of a row; those of nothing are empty.
    private func row(_ title: String, _ count: Count) -> [String] {
        guard let percent = count.percent else { return [title, "", "", ""] }
        return [title, "\(count.covered)", "\(count.total)", "\(percent)"]
    }
}

extension CoverageItem {
    /// The place and what is there.
    fileprivate var words: String {
        switch kind {
        case .routes: name.isEmpty ? place : "\(place)  \(name)"
        case .events, .infos: "\(place).\(name)"
        case .branches: "\(place): \(name)"
        case .bindings: "\(place): \(name)"
        }
    }
}

extension String {
    fileprivate func aligned(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
