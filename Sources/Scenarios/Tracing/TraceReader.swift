import Basics
import LiveProtocol
import OrderedCollections
import TextLayout

/// What is wrong with the file of a trace.
package struct TraceProblem: Error, Equatable, Sendable {
    package let path: String
    /// From 1; nil where it is no line's.
    package let line: Int?
    package let reason: String

    package init(path: String, line: Int?, reason: String) {
        self.path = path
        self.line = line
        self.reason = reason
    }

    package var message: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(ReadableText.line(place)): \(ReadableText.line(reason))"
    }
}

extension Trace {
    /// The longest file that is read, in bytes.
    private static let fileLimit = 64 << 20

    /// Reads a file.
    ///
    /// - Throws: What is wrong with it, at its first line that is.
    package init(path: String) throws(TraceProblem) {
        let text: String
        do throws(FileFailure) {
            text = try FileSystem.text(of: path, limit: Self.fileLimit, acceptsStreams: true)
        } catch {
            throw TraceProblem(path: path, line: nil, reason: error.reason)
        }
        try self.init(text: text, path: path)
    }

    /// Reads a text.
    ///
    /// - Parameter path: What it is called in messages.
    package init(text: String, path: String) throws(TraceProblem) {
        var reader = TraceReader()
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            do throws(TraceReader.Problem) {
                try reader.read(line)
            } catch {
                throw TraceProblem(path: path, line: number, reason: error.reason)
            }
        }
        guard let header = reader.header else {
            throw TraceProblem(
                path: path, line: nil, reason: "it is empty; expected a trace, as test --trace writes it")
        }
        guard let ending = reader.ending else {
            throw TraceProblem(path: path, line: number, reason: "it is cut off: the line with \"end\" is missing")
        }
        self.init(header: header, steps: reader.steps, ending: ending)
    }
}

/// Takes in a trace line by line.
private struct TraceReader {
    /// Why a line cannot be used.
    struct Problem: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }

        init(_ error: JSONDecodingError) { reason = error.description }
    }

    /// More than a scenario can have.
    private static let stepLimit = 400_000
    private static let styleLimit = 100_000

    private(set) var header: Trace.Header?
    private(set) var steps: [TraceStep] = []
    private(set) var ending: Trace.Ending?
    private var styles: [CellStyle] = [.plain]
    private var size = Size(columns: 1, rows: 1)

    mutating func read(_ line: Substring) throws(Problem) {
        let value: JSONValue
        do throws(JSONParsingError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw Problem("it is not JSON, at column \(error.place(in: String(line)).column): \(error.reason)")
        }
        guard ending == nil else { throw Problem("there is more after the line with \"end\"") }
        let object = JSONReader(value)
        do throws(JSONDecodingError) {
            switch (header, object["end"].isPresent) {
            case (nil, _):
                let header = try readHeader(object)
                size = header.size
                self.header = header
            case (_?, true): ending = try readEnding(object)
            case (_?, false):
                guard steps.count < Self.stepLimit else {
                    throw object["step"].wrong(wanted: "at most \(Self.stepLimit) steps")
                }
                steps.append(try step(object))
            }
        } catch {
            throw Problem(error)
        }
    }

    // MARK: - Lines

    private func readHeader(_ line: JSONReader) throws(JSONDecodingError) -> Trace.Header {
        let version = try line["viewfinder-trace"].integer()
        guard version == Trace.version else {
            throw line["viewfinder-trace"].wrong(wanted: "version \(Trace.version) of the format")
        }
        guard let clock = ScenarioTexts.moment(try line["clock"].string()) else {
            throw line["clock"].wrong(wanted: "a moment as 2026-01-01T00:00:00Z")
        }
        return Trace.Header(
            caseID: try line["case"].string(), title: try line["title"].string(), path: try line["file"].string(),
            size: try readSize(line["size"]), color: try line["color"].string(), seed: try line["seed"].integer(),
            clock: clock, program: try line["program"].string(), stepCount: try count(line["steps"]))
    }

    private mutating func step(_ line: JSONReader) throws(JSONDecodingError) -> TraceStep {
        guard try line["step"].integer() == steps.count + 1 else {
            throw line["step"].wrong(wanted: "step \(steps.count + 1), the next one")
        }
        return TraceStep(
            path: try line["file"].string(),
            place: Place(line: try count(line["line"]), column: try count(line["column"])),
            source: try line["source"].string(), groups: try line["groups"].optional?.strings() ?? [],
            page: try line["page"].optional?.string() ?? CasePages.firstName, start: try time(line["from"]),
            end: try time(line["to"]), took: try time(line["took"]), failure: try line["failure"].optional?.string(),
            address: try line["address"].string(), title: try line["title"].string(),
            focus: try line["focus"].optional?.string(), flash: try line["flash"].optional?.members() ?? [:],
            picture: try picture(line), state: try state(line["state"]), events: try events(line["events"]))
    }

    private func readEnding(_ line: JSONReader) throws(JSONDecodingError) -> Trace.Ending {
        Trace.Ending(
            outcome: try word(line["end"]), why: try line["why"].optional?.string(), took: try time(line["took"]),
            omitted: try line["omitted"].optional.map { value throws(JSONDecodingError) in try count(value) } ?? 0)
    }

    // MARK: - What lines hold

    private func count(_ value: JSONReader) throws(JSONDecodingError) -> Int {
        let count = try value.integer()
        guard (0...1_000_000_000).contains(count) else { throw value.wrong(wanted: "a count") }
        return count
    }

    private func time(_ value: JSONReader) throws(JSONDecodingError) -> Duration {
        .microseconds(try value.integer())
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ value: JSONReader
    ) throws(JSONDecodingError) -> Word {
        guard let word = Word(rawValue: try value.string()) else {
            throw value.wrong(wanted: "one of \(Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))")
        }
        return word
    }

    /// A column and a row, or how many there are of each.
    private func pair(_ value: JSONReader) throws(JSONDecodingError) -> (Int, Int) {
        let elements = try value.elements()
        guard elements.count == 2 else { throw value.wrong(wanted: "columns and rows") }
        let pair = (try elements[0].integer(), try elements[1].integer())
        guard (1...1000).contains(pair.0), (1...1000).contains(pair.1) else {
            throw value.wrong(wanted: "columns and rows from 1 to 1000")
        }
        return pair
    }

    private func readSize(_ value: JSONReader) throws(JSONDecodingError) -> Size {
        let (columns, rows) = try pair(value)
        return Size(columns: columns, rows: rows)
    }

    /// Where nothing is said, it is as before.
    private func state(_ value: JSONReader) throws(JSONDecodingError) -> TraceState? {
        guard value.value != nil else { return steps.last?.state }
        guard value.isPresent else { return nil }
        return TraceState(
            view: try value["view"].string(), context: value["context"].value,
            failures: try value["failures"].optional?.strings() ?? [])
    }

    private func events(_ value: JSONReader) throws(JSONDecodingError) -> [TraceEvent] {
        try value.optional?.elements().map { event throws(JSONDecodingError) in
            TraceEvent(
                time: try time(event["at"]), kind: try word(event["kind"]), name: try event["name"].string(),
                note: try event["note"].optional?.string(), value: event["value"].value?.json,
                omittedBytes: try event["bytes"].optional?.integer())
        } ?? []
    }

    private mutating func picture(_ line: JSONReader) throws(JSONDecodingError) -> TracePicture? {
        guard line["rows"].isPresent else { return nil }
        let newSize = try line["size"].optional.map { value throws(JSONDecodingError) in try readSize(value) }
        if let newSize { size = newSize }
        for style in try line["styles"].optional?.elements() ?? [] {
            guard styles.count < Self.styleLimit else { throw style.wrong(wanted: "fewer styles") }
            styles.append(try self.style(style))
        }
        let cursor = try line["cursor"].optional.map { value throws(JSONDecodingError) in try pair(value) }
        return TracePicture(
            size: newSize, rows: try line["rows"].elements().map { value throws(JSONDecodingError) in try row(value) },
            cursor: cursor.map { Position(column: $0.0 - 1, row: $0.1 - 1) })
    }

    private func row(_ value: JSONReader) throws(JSONDecodingError) -> TraceRow {
        let elements = try value.elements()
        guard let first = elements.first else { throw value.wrong(wanted: "the number of a row, then its texts") }
        let number = try first.integer()
        guard (1...size.rows).contains(number) else { throw first.wrong(wanted: "a row from 1 to \(size.rows)") }
        return TraceRow(
            number - 1, runs: try elements.dropFirst().map { element throws(JSONDecodingError) in try run(element) })
    }

    private func run(_ value: JSONReader) throws(JSONDecodingError) -> TraceRow.Run {
        if let text = value.value?.string { return TraceRow.Run(style: .plain, content: .text(text)) }
        let elements = try value.elements()
        guard elements.count == 2 else { throw value.wrong(wanted: "a text, or the number of a style and a text") }
        let style = try elements[0].integer()
        guard styles.indices.contains(style) else {
            throw elements[0].wrong(wanted: "a style from 0 to \(styles.count - 1)")
        }
        if let text = elements[1].value?.string { return TraceRow.Run(style: styles[style], content: .text(text)) }
        return TraceRow.Run(style: styles[style], content: .cells(try elements[1].strings()))
    }

    private func style(_ value: JSONReader) throws(JSONDecodingError) -> CellStyle {
        CellStyle(
            foreground: try color(value["text"]), background: try color(value["ground"]),
            attributes: TraceStyle.attributes(of: try value["is"].optional?.strings() ?? []))
    }

    private func color(_ value: JSONReader) throws(JSONDecodingError) -> Color {
        guard let color = TraceStyle.color(of: value.value) else {
            throw value.wrong(wanted: "a colour: 0 to 255, or #rrggbb")
        }
        return color
    }
}
