import TextLayout

/// Writes signs in ASCII: frames and marks for terminals that show them in another width or not at all, and all else too where
/// the terminal's encoding is not UTF-8.
struct PlainSigns: Equatable {
    enum Extent: Equatable {
        /// Everything as it is.
        case none
        /// Lines, blocks and marks.
        case signs
        /// All that is not ASCII; what has no likeness becomes a question mark.
        case all
    }

    let extent: Extent

    /// The text of a cell as it is shown; never wider than it was.
    func text(_ text: String) -> String {
        guard extent != .none, text.utf8.count > 1, let first = text.unicodeScalars.first else { return text }
        if let likeness = SignLikeness.of(first) { return likeness }
        guard extent == .all else { return text }
        return SignLikeness.letter(first) ?? "?"
    }

    /// What the environment asks for: a locale that is named and has no UTF-8 has ASCII (POSIX, "Locale").
    static func extent(_ environment: [String: String]) -> Extent {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
        guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else { return .none }
        return name.contains("utf-8") || name.contains("utf8") ? .none : .all
    }
}
