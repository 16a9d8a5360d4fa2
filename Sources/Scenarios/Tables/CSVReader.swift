/// Reads a table of comma-separated values (RFC 4180): the first line names the columns, each other line is a row.
///
/// It is our own, since each message needs the place of a cell, and a package that there is knows no places, passes over
/// ragged rows, and traps at a letter behind a closing quote.
///
/// Beyond the standard, a line may end with any of CR, LF and both, and empty lines are passed over. A cell without quotes is
/// what it would be in YAML, so that `3` and `true` keep their types; one in quotes is a text.
struct CSVReader {
    /// What was wrong; the rows are of no use then.
    private(set) var problems: [ScenarioProblem] = []

    private let path: String
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var place = Place(line: 1, column: 1)

    init(source: SourceText) {
        path = source.path
        scalars = Array(source.text.unicodeScalars)
    }

    /// The rows, each cell under the name of its column.
    ///
    /// - Parameter limit: Rows beyond so many are not read.
    mutating func read(limit: Int) -> [TableRow] {
        guard let names = record() else {
            report(.syntax("the table is empty; its first line names the columns"), at: nil)
            return []
        }
        checkNames(names)
        var rows: [TableRow] = []
        while problems.isEmpty, rows.count < limit, let cells = record() {
            guard let start = cells.first?.place, cells.count == names.count else {
                report(.raggedRow(cells: cells.count, columns: names.count), at: cells.first?.place)
                continue
            }
            let entries = zip(names, cells).map { name, cell in
                Located.Entry(key: name.text ?? "", keyPlace: name.place, value: cell)
            }
            let lines = SourceLines(path: path, lines: start.line...max(start.line, lastLine))
            rows.append(TableRow(entries: entries, lines: lines))
        }
        if problems.isEmpty, rows.isEmpty {
            report(.syntax("the table has no rows, only the names of its columns"), at: nil)
        }
        return problems.isEmpty ? rows : []
    }

    /// The line on which the last record ended.
    private var lastLine = 1

    private mutating func checkNames(_ names: [Located]) {
        var seen: Set<String> = []
        for name in names {
            let text = name.text ?? ""
            if text.isEmpty {
                report(.syntax("this column has no name"), at: name.place)
            } else if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
                report(.unusableName(text, reason: "there are blanks around it"), at: name.place)
            } else if !seen.insert(text).inserted {
                report(.duplicateKey(text), at: name.place)
            }
        }
    }

    /// The cells of the next line that is not empty; nil at the end.
    private mutating func record() -> [Located]? {
        while let next, isLineEnd(next) { advance() }
        guard next != nil else { return nil }
        var cells = [cell()]
        while next == "," {
            advance()
            cells.append(cell())
        }
        lastLine = place.line
        if next != nil { advance() }
        return cells
    }

    private mutating func cell() -> Located {
        let start = place
        guard next == "\"" else { return plainCell(from: start) }
        var text = String.UnicodeScalarView()
        advance()
        while let scalar = next {
            advance()
            if scalar == "\"" {
                guard next == "\"" else {
                    if let next, next != ",", !isLineEnd(next) {
                        report(.syntax("a \",\" or the end of the line is missing behind this cell's quote"), at: place)
                        skip()
                    }
                    return located(String(text), isPlain: false, at: start)
                }
                advance()
            }
            // A line ends in one way, as in YAML.
            text.append(scalar == "\r" ? "\n" : scalar)
        }
        report(.syntax("this quote is not closed"), at: start)
        return located("", isPlain: false, at: start)
    }

    private mutating func plainCell(from start: Place) -> Located {
        var text = String.UnicodeScalarView()
        while let scalar = next, scalar != ",", !isLineEnd(scalar) {
            if scalar == "\"" {
                report(
                    .syntax("a cell that has a quote is put in quotes, and the quote in it written twice"), at: place)
                skip()
                break
            }
            text.append(scalar)
            advance()
        }
        // An empty cell is an empty text, and a "~" nothing but itself.
        return located(String(text), isPlain: !text.isEmpty && String(text) != "~", at: start)
    }

    private func located(_ text: String, isPlain: Bool, at place: Place) -> Located {
        Located(path: path, place: place, content: .scalar(text, isPlain: isPlain))
    }

    // MARK: Characters

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    /// Goes on by a character; lines are counted as in all files here.
    private mutating func advance() {
        let scalar = scalars[index]
        index += 1
        if scalar == "\r", next == "\n" { index += 1 }
        if SourceText.isLineEnd(scalar) {
            place = Place(line: place.line + 1, column: 1)
        } else {
            place.column += 1
        }
    }

    /// Goes on to the end of the line.
    private mutating func skip() { while let next, !isLineEnd(next) { advance() } }

    private mutating func report(_ kind: ScenarioProblem.Kind, at place: Place?) {
        problems.append(ScenarioProblem(path: path, place: place, kind: kind))
    }
}

/// A row of a table: the values of its columns.
struct TableRow {
    var entries: [Located.Entry]
    let lines: SourceLines
}
