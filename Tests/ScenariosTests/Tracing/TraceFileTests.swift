import Foundation
import TestSupport
import Testing
import TextLayout

@testable import Scenarios

@Suite struct TraceFileTests {
    private static let header = #"""
        {"viewfinder-trace":1,"case":"a.yaml","title":"A","file":"a.yaml","size":[20,3],"color":"none","seed":0,\#
        "clock":"2026-01-01T00:00:00Z","program":"p","steps":2}
        """#
    private static let step = #"""
        {"step":1,"file":"a.yaml","line":3,"column":5,"source":"open: /","from":0,"to":0,"took":1,"address":"/",\#
        "title":"","size":[20,3],"rows":[[1,"Hello"]]}
        """#
    private static let end = #"{"end":"passed","took":3}"#

    private static func problem(_ lines: [String]) -> String? {
        do throws(TraceProblem) {
            _ = try Trace(text: lines.joined(separator: "\n") + "\n", path: "a.trace.jsonl")
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `A file as it should be has no problem`() {
        #expect(Self.problem([Self.header, Self.step, Self.end]) == nil)
    }

    @Test(
        "What is wrong with a file is told with its line",
        arguments: [
            ([], "a.trace.jsonl: it is empty; expected a trace, as test --trace writes it"),
            (["scenario: A"], "a.trace.jsonl:1: it is not JSON, at column 1: expected a value, found `s`"),
            (["[]"], "a.trace.jsonl:1: viewfinder-trace: expected an integer, found nothing"),
            (
                [header.replacing("trace\":1", with: "trace\":2")],
                "a.trace.jsonl:1: viewfinder-trace: expected version 1 of the format, found 2"
            ),
            (
                [header.replacing("[20,3]", with: "[20,30000]")],
                "a.trace.jsonl:1: size: expected columns and rows from 1 to 1000, found [20,30000]"
            ),
            (
                [header.replacing("2026-01-01T00:00:00Z", with: "now")],
                "a.trace.jsonl:1: clock: expected a moment as 2026-01-01T00:00:00Z, found \"now\""
            ),
            ([header, step], "a.trace.jsonl:3: it is cut off: the line with \"end\" is missing"),
            (
                [header, String(step.dropLast(9))],
                "a.trace.jsonl:2: it is not JSON, at column 142: the text ends in the middle of a value"
            ),
            ([header, step, step], "a.trace.jsonl:3: step: expected step 2, the next one, found 1"),
            ([header, step, end, step], "a.trace.jsonl:4: there is more after the line with \"end\""),
            (
                [header, step.replacing("[1,\"Hello\"]", with: "[4,\"Hello\"]")],
                "a.trace.jsonl:2: rows.0.0: expected a row from 1 to 3, found 4"
            ),
            (
                [header, step.replacing("\"Hello\"", with: "[1,\"Hello\"]")],
                "a.trace.jsonl:2: rows.0.1.0: expected a style from 0 to 0, found 1"
            ),
            (
                [header, step.replacing("\"rows\"", with: "\"styles\":[{\"text\":256}],\"rows\"")],
                "a.trace.jsonl:2: styles.0.text: expected a colour: 0 to 255, or #rrggbb, found 256"
            ),
            (
                [header, step, end.replacing("passed", with: "fine")],
                #"a.trace.jsonl:3: end: expected one of "passed", "failed", "skipped", "failed as known", "passed unexpectedly", found "fine""#
            ),
        ])
    func problems(lines: [String], message: String) { #expect(Self.problem(lines) == message) }

    @Test func `A file that is not there, or no text, is told`() throws {
        #expect(throws: TraceProblem(path: "/nowhere", line: nil, reason: "there is no such file")) {
            try Trace(path: "/nowhere")
        }
    }

    @Test func `What a hostile file says never reaches the terminal as it is`() throws {
        let step = Self.step.replacing(
            "[[1,\"Hello\"]]", with: #"[[1,"a\u001b[31mb"],[2,[0,["\u001b]","\u202e","漢","x",""]]]]"#)
        let trace = try Trace(text: [Self.header, step, Self.end].joined(separator: "\n"), path: "t")
        let frame = TracePictures(of: trace).frame(after: 0)
        #expect(frame.text(ofRow: 0) == "a␛[31mb")
        let isVisible = frame.cells.allSatisfy { VisibleText.make($0.text) == $0.text }
        #expect(isVisible)
    }

    @Test func `No change of bytes makes reading trap, nor the pictures`() throws {
        let steps =
            "  - open: /settings\n  - submit\n  - resize: 40x12\n  - fill: { label: Name, with: 漢字 }\n  - submit"
        let bytes = Array(TraceWriter.text(of: try Tracing.run(steps).trace).utf8)
        var generator = SeededGenerator(seed: 11)
        let signs = Array("0123456789-[]{}\",:e.\\nult".utf8)
        var readable = 0
        for _ in 0..<Campaign.rounds(usually: 400) {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: changed.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: changed.removeSubrange(place..<min(changed.count, place + 3))
                case 1: changed.insert(signs.randomElement(using: &generator) ?? 0, at: place)
                case 2: changed[place] = UInt8.random(in: 0...255, using: &generator)
                default: changed[place] = signs.randomElement(using: &generator) ?? 0
                }
            }
            guard let trace = try? Trace(text: String(decoding: changed, as: UTF8.self), path: "t") else { continue }
            readable += 1
            let pictures = TracePictures(of: trace)
            for step in trace.steps.indices.reversed() { _ = pictures.frame(after: step) }
            _ = TraceWriter.text(of: trace)
        }
        #expect(readable > 0)
    }

    @Test(
        "The name of a case's file is safe, and that of no other",
        arguments: [
            ("Scenarios/settings.yaml", "Scenarios-settings.trace.jsonl"),
            ("settings.yaml", "settings.trace.jsonl"),
            ("Scenarios/settings.yml", "Scenarios-settings-yml~"),
            ("Scenarios-settings.yaml", "Scenarios-settings~"),
            ("Scenarios/names.yaml#too long", "Scenarios-names-too-long~"),
            ("../../etc/passwd.yaml", "etc-passwd~"),
            ("/tmp/a.yaml", "tmp-a~"),
            ("名前.yaml#\u{1B}[31m", "31m~"),
            ("#", "~"),
        ])
    func names(id: String, name: String) {
        let found = TraceFolder.fileName(ofCase: id)
        #expect(found.hasPrefix(name), "\(found)")
        let isSafe = found.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
        #expect(isSafe && found.hasSuffix(".trace.jsonl") && !found.hasPrefix("."))
    }

    @Test func `Ids that are alike have files of their own`() {
        let ids = ["a/b.yaml", "a-b.yaml", "a/b.yml", "a/b.yaml#1", "a/b.yaml#1 ", "a b.yaml", "/a/b.yaml", "a/b"]
        #expect(Set(ids.map(TraceFolder.fileName)).count == ids.count)
    }

    @Test func `A folder that cannot be written to is told once, with its file`() throws {
        let folder = TraceFolder("/dev/null/traces")
        let trace = try Tracing.run("  - open: /settings").trace
        folder.write(trace)
        folder.write(trace)
        #expect(folder.failure?.path == "/dev/null/traces/Scenarios-traced.trace.jsonl")
        #expect(folder.failure?.message.contains("cannot be written") == true)
    }
}
