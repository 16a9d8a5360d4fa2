import LiveProtocol
import OrderedCollections
import TextLayout

/// Writes a trace as JSON lines (WatchingAndPlaying.md, "The file of a trace").
struct TraceWriter {
    private var writer = JSONWriter()
    /// The styles of the file so far, by their numbers.
    private var styles: [CellStyle: Int] = [.plain: 0]

    static func text(of trace: Trace) -> String {
        var writer = TraceWriter()
        writer.write(trace.header)
        var before: TraceStep?
        for (index, step) in trace.steps.enumerated() {
            writer.write(step, number: index + 1, after: before)
            before = step
        }
        writer.write(trace.ending)
        return writer.writer.text
    }

    // MARK: - Lines

    private mutating func write(_ header: Trace.Header) {
        var line = writer.beginObject()
        add("viewfinder-trace", .integer(Trace.version), to: &line)
        add("case", .string(header.caseID), to: &line)
        add("title", .string(header.title), to: &line)
        add("file", .string(header.path), to: &line)
        add("size", Self.pair(header.size.columns, header.size.rows), to: &line)
        add("color", .string(header.color), to: &line)
        add("seed", .integer(header.seed), to: &line)
        add("clock", .string(ScenarioTexts.text(ofMoment: header.clock)), to: &line)
        add("program", .string(header.program), to: &line)
        add("steps", .integer(header.stepCount), to: &line)
        end(&line)
    }

    private mutating func write(_ step: TraceStep, number: Int, after before: TraceStep?) {
        var line = writer.beginObject()
        add("step", .integer(number), to: &line)
        add("file", .string(step.path), to: &line)
        add("line", .integer(step.place.line), to: &line)
        add("column", .integer(step.place.column), to: &line)
        add("source", .string(step.source), to: &line)
        if !step.groups.isEmpty { add("groups", .array(step.groups.map(JSONValue.string)), to: &line) }
        if step.page != CasePages.firstName { add("page", .string(step.page), to: &line) }
        add("from", .integer(step.start.microseconds), to: &line)
        add("to", .integer(step.end.microseconds), to: &line)
        add("took", .integer(step.took.microseconds), to: &line)
        if let failure = step.failure { add("failure", .string(failure), to: &line) }
        add("address", .string(step.address), to: &line)
        add("title", .string(step.title), to: &line)
        if let focus = step.focus { add("focus", .string(focus), to: &line) }
        if !step.flash.isEmpty { add("flash", .object(step.flash), to: &line) }
        if step.state != before?.state { add("state", step.state.map(Self.value) ?? .null, to: &line) }
        if !step.events.isEmpty {
            writer.writeKey("events", in: &line)
            writer.writeArray(step.events) { writer, event in Self.write(event, to: &writer) }
        }
        if let picture = step.picture { write(picture, to: &line) }
        end(&line)
    }

    private mutating func write(_ ending: Trace.Ending) {
        var line = writer.beginObject()
        add("end", .string(ending.outcome.rawValue), to: &line)
        if let why = ending.why { add("why", .string(why), to: &line) }
        if ending.omitted > 0 { add("omitted", .integer(ending.omitted), to: &line) }
        add("took", .integer(ending.took.microseconds), to: &line)
        end(&line)
    }

    private mutating func add(_ key: String, _ value: JSONValue, to line: inout JSONWriter.ObjectState) {
        writer.writeKey(key, in: &line)
        writer.write(value)
    }

    private mutating func end(_ line: inout JSONWriter.ObjectState) {
        writer.endObject()
        writer.writeRaw("\n")
    }

    // MARK: - What lines hold

    private static func pair(_ first: Int, _ second: Int) -> JSONValue { [.integer(first), .integer(second)] }

    private static func value(_ state: TraceState) -> JSONValue {
        var members: OrderedDictionary<String, JSONValue> = ["view": .string(state.view)]
        members["context"] = state.context
        if !state.failures.isEmpty { members["failures"] = .array(state.failures.map(JSONValue.string)) }
        return .object(members)
    }

    private static func write(_ event: TraceEvent, to writer: inout JSONWriter) {
        var object = writer.beginObject()
        writer.writeKey("at", in: &object)
        writer.write(.integer(event.time.microseconds))
        writer.writeKey("kind", in: &object)
        writer.write(event.kind.rawValue)
        writer.writeKey("name", in: &object)
        writer.write(event.name)
        if let note = event.note {
            writer.writeKey("note", in: &object)
            writer.write(note)
        }
        if let value = event.value {
            writer.writeKey("value", in: &object)
            writer.writeRaw(value)
        }
        if let bytes = event.omittedBytes {
            writer.writeKey("bytes", in: &object)
            writer.write(.integer(bytes))
        }
        writer.endObject()
    }

    private mutating func write(_ picture: TracePicture, to line: inout JSONWriter.ObjectState) {
        if let size = picture.size { add("size", Self.pair(size.columns, size.rows), to: &line) }
        if let cursor = picture.cursor { add("cursor", Self.pair(cursor.column + 1, cursor.row + 1), to: &line) }
        let new = picture.rows.flatMap(\.runs).map(\.style).filter { style in
            guard styles[style] == nil else { return false }
            styles[style] = styles.count
            return true
        }
        if !new.isEmpty { add("styles", .array(new.map(Self.value)), to: &line) }
        // Written though no row changed: without it, the picture was left out.
        add("rows", .array(picture.rows.map(value)), to: &line)
    }

    private func value(_ row: TraceRow) -> JSONValue { .array([.integer(row.number + 1)] + row.runs.map(value)) }

    /// A plain text as it is; others after the number of their style.
    private func value(_ run: TraceRow.Run) -> JSONValue {
        switch (run.content, styles[run.style] ?? 0) {
        case (.text(let text), 0): .string(text)
        case (.text(let text), let style): [.integer(style), .string(text)]
        case (.cells(let cells), let style): [.integer(style), .array(cells.map(JSONValue.string))]
        }
    }

    private static func value(_ style: CellStyle) -> JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [:]
        members["text"] = TraceStyle.value(of: style.foreground)
        members["ground"] = TraceStyle.value(of: style.background)
        let words = TraceStyle.words(of: style.attributes)
        if !words.isEmpty { members["is"] = .array(words.map(JSONValue.string)) }
        return .object(members)
    }
}
