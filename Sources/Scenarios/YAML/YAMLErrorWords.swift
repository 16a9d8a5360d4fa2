import Yams

/// Puts the YAML reader's errors in words that say what to do, at the place where the mistake is.
struct YAMLErrorWords {
    /// No line is indented more.
    private static let indentLimit = 4000

    let source: SourceText

    func explain(_ error: YamlError) -> (Place?, ScenarioProblem.Kind) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return explain(context, problem, Place(line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let keys, let context):
            let first = Place(line: context.mark.line, column: context.mark.column)
            let key = keys.first ?? ""
            return (secondPlace(of: key, after: first) ?? first, .duplicateKey(key))
        case .reader(let problem, let offset, _, _):
            return (
                place(atOffset: offset), .syntax("\(problem); the file must be UTF-8 text without control characters")
            )
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (nil, .syntax(String(describing: error)))
        }
    }

    private func explain(
        _ context: YamlError.Context?, _ problem: String, _ place: Place
    ) -> (Place?, ScenarioProblem.Kind) {
        let start = context.map { Place(line: $0.mark.line, column: $0.mark.column) }
        let character = source.character(at: place)
        if context?.text.contains("quoted scalar") == true {
            return (start, .syntax("this quote is not closed"))
        }
        if context?.text.contains("flow mapping") == true {
            return (start, .syntax("this \"{\" is not closed, or a \",\" is missing in it"))
        }
        if context?.text.contains("flow sequence") == true {
            return (start, .syntax("this \"[\" is not closed, or a \",\" is missing in it"))
        }
        if context?.text.contains("flow node") == true {
            // At the end of the file the last line that holds anything is the one to look at.
            let last = source.lastLine
            let end = Place(line: last, column: max(1, source.line(last)?.unicodeScalars.count ?? 1))
            return (
                place.line > last ? end : place, .syntax("a value is missing here, or a \"[\" or \"{\" is not closed")
            )
        }
        if character == "\t" {
            return (place, .syntax("a tab cannot indent; use blanks"))
        }
        if let character, problem.contains("cannot start any token") {
            return (place, .syntax("a text cannot start with \"\(character)\"; put it in quotes"))
        }
        if problem.contains("mapping values are not allowed") {
            return (place, .syntax("a second \":\" on this line; put the text in quotes"))
        }
        if problem.contains("could not find expected ':'") {
            return (start ?? place, .syntax("expected \":\" after this key"))
        }
        if problem.contains("did not find expected"), context?.text.contains("block") == true {
            return (place, .syntax("this line is indented differently from those that it belongs to"))
        }
        if problem.contains("another document") {
            return (place, .syntax("one file holds one scenario; \"---\" starts another"))
        }
        if problem.contains("undefined alias") {
            return (place, .forbiddenYAML("aliases (\"*\")"))
        }
        return (place, .syntax([context?.text, problem].compactMap(\.self).joined(separator: ": ")))
    }

    /// Where a key stands again below its first place, at the same depth.
    private func secondPlace(of key: String, after first: Place) -> Place? {
        let forms = ["\(key):", "\"\(key)\":", "'\(key)':"].map { Array($0.unicodeScalars) }
        for number in first.line...max(first.line, source.lineCount) {
            guard let line = source.line(number) else { continue }
            let scalars = Array(line.unicodeScalars)
            let start = number == first.line ? first.column : 0
            for index in scalars.indices.dropFirst(start) {
                let before = index > 0 ? scalars[index - 1] : " "
                guard " {,".unicodeScalars.contains(before) else { continue }
                guard forms.contains(where: { scalars[index...].starts(with: $0) }) else { continue }
                let startsLine = index < Self.indentLimit && scalars[..<index].allSatisfy { $0 == " " || $0 == "-" }
                if number == first.line || index + 1 == first.column || !startsLine {
                    return Place(line: number, column: index + 1)
                }
            }
        }
        return nil
    }

    private func place(atOffset offset: Int?) -> Place? {
        guard let offset else { return nil }
        let before = source.text.prefix(offset).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Place(line: max(1, before.count), column: (before.last?.unicodeScalars.count ?? 0) + 1)
    }
}
