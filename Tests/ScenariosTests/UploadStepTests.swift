import LiveEngine
import LiveProtocol
import Markup
import Scenarios
import Testing

@Suite struct UploadStepTests {
    private struct PapersView: LiveView {
        struct Context: LiveContext { var kept: [String] = [] }

        enum Event: Decodable, Sendable {
            case choose
            case save
        }

        func mount(_ params: Params, _ socket: inout Socket) throws {
            try socket.allowUpload("papers", UploadRules(maxEntries: 2, chunkSize: 7))
            try socket.allowUpload("cover")
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            guard case .save = event else { return }
            for name in ["papers", "cover"] {
                socket.context.kept += try socket.consumeUploads(name) { entry, file in
                    "\(entry.name) (\(entry.type)): \(String(decoding: try file.bytes(), as: UTF8.self))"
                }
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <form id="f" phx-change="choose" phx-submit="save">
              \(["papers", "cover"].compactMap { name in meta.uploads[name] }.map { upload in
                #"<p><label for="\#(upload.ref)">\#(upload.name)</label> \#(upload.fileInput())</p>"# as Rendered
              })
              <label>Name <input name="name"></label>
              <button>Send</button>
            </form>
            \(context.kept.map { "<p>\($0)</p>" as Rendered })
            """
        }
    }

    private static let files = ["folder/notes.txt": "Hello", "notes.csv": "a,b"]

    private func ending(_ steps: String) throws -> String {
        let text = "scenario: Papers\nsteps:\n  - open: /\n\(steps)\n"
        let read = ScenarioReader(files: ScenarioFiles(texts: Self.files)).read(text: text, path: "folder/papers.yaml")
        let problems = ProblemPrinter(sources: read.sources).print(read.problems)
        guard let scenario = read.scenario else { return problems }
        let runner = ScenarioRunner { clock, observer in
            Engine(routes: Routes { Route("/", "Papers") { PapersView() } }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    @Test(
        "Files come from beside the scenario, from the scenario, and from nowhere",
        arguments: [
            "  - upload: { label: papers, files: notes.txt }\n  - submit: Send\n  - expect: \"notes.txt (text/plain): Hello\"",
            "  - upload: { label: papers, files: [notes.txt, ../notes.csv] }\n  - expect: { target: { label: papers }, value: notes.csv }\n  - submit: Send\n  - expect: \"notes.csv (text/csv): a,b\"",
            "  - upload: { name: cover, files: { name: x.bin, size: 30, type: a/b } }\n  - submit: Send\n  - expect: \"x.bin (a/b): abcdefghijklmnopqrstuvwxyzabcd\"",
            "  - upload: { label: cover, files: [{ name: x.md, content: \"# X\" }] }\n  - expect: { pushed: { event: choose } }\n  - submit: Send\n  - expect: \"x.md (text/markdown): # X\"",
        ])
    func passing(steps: String) throws {
        let ending = try ending(steps)
        #expect(ending.hasPrefix("1 passed, 0 failed"), "\(ending)")
    }

    @Test(
        "What is wrong with an upload is told with its place, before anything runs where it can be",
        arguments: [
            (
                "  - upload: { label: papers, files: [notes.txt, gone.txt] }",
                "folder/papers.yaml:4:49: cannot read the file: there is no folder/gone.txt"
            ),
            ("  - upload: { label: papers }", "folder/papers.yaml:4:13: upload needs \"files\""),
            ("  - upload: { files: notes.txt }", "folder/papers.yaml:4:13: upload needs one of"),
            (
                "  - upload: { label: papers, files: [{ name: a, content: x, size: 3 }] }",
                "a file takes only one of \"content\", \"size\""
            ),
            ("  - upload: { label: papers, files: [{ name: a }] }", "a file needs one of \"content\", \"size\""),
            (
                "  - upload: { label: papers, files: [{ nam: a, size: 3 }] }",
                "unknown key \"nam\" in a file; did you mean \"name\"?"
            ),
            ("  - uplaod: { label: papers, files: notes.txt }", "unknown step \"uplaod\"; did you mean \"upload\"?"),
            (
                "  - upload: { label: Name, files: notes.txt }",
                "text field \"Name\" takes no files: upload works on file inputs"
            ),
            (
                "  - upload: { label: cover, files: [notes.txt, ../notes.csv] }",
                "file field \"cover\" takes one file, got 2: it has no \"multiple\""
            ),
        ])
    func failing(steps: String, words: String) throws {
        let ending = try ending(steps)
        #expect(ending.contains(words), "\(ending)")
    }

    @Test("The step explains itself")
    func explanation() throws {
        let text = try #require(ScenarioManual.explain("upload"))
        #expect(text.contains("files   Paths from the scenario's folder, or files as { name, content or size, type }."))
        #expect(ScenarioSchema.text.contains(#""upload":"#))
    }
}
