import HTMLTree
import LiveClient
import LiveEngine
import Markup
import Simulator
import Testing

@Suite("Uploads from the person to the view")
struct UploadEndToEndTests {
    private struct PhotoView: LiveView {
        struct Context: LiveContext {
            var sums: [Int] = []
            var path: String?
            var percents: [Int] = []
        }

        enum Event: Decodable, Sendable {
            case choose
            case keep
            case fail
        }

        struct Refusal: Error {}

        var isAutomatic = false

        func mount(_ params: Params, _ socket: inout Socket) throws {
            try socket.allowUpload(
                "photo", UploadRules(maxFileSize: 100_000, chunkSize: 1_000, isAutomatic: isAutomatic))
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .choose: break
            case .keep:
                socket.context.sums += try socket.consumeUploads("photo") { _, file in
                    try file.bytes().reduce(0) { $0 + Int($1) }
                }
            case .fail: throw Refusal()
            }
        }

        func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) {
            socket.context.percents.append(entry.progress)
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <form id="f" phx-change="choose" phx-submit="keep">\(meta.uploads["photo"]?.fileInput())<button>Keep</button></form>
            <p id="sums">\(context.sums.map { "\($0) " as Rendered })</p>
            <p id="percents">\(context.percents.map { "\($0) " as Rendered })</p>
            """
        }
    }

    private func node(_ selector: String, _ bench: Bench) throws -> NodeID {
        try #require(bench.simulator.document.first(try Selector(selector), below: bench.simulator.document.root))
    }

    private func text(_ selector: String, _ bench: Bench) throws -> String {
        bench.simulator.document.textContent(of: try node(selector, bench))
    }

    private static let bytes = (0..<3_500).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test("every byte comes, and each chunk tells how far it is")
    func bytes() throws {
        let bench = Bench(PhotoView())
        try bench.simulator.choose([ClientFile(name: "a.bin", bytes: Self.bytes)], in: node("[type=file]", bench))
        #expect(bench.text.contains("[ Choose file… ]  a.bin 3.5 kB"))
        try bench.simulator.click(node("button", bench))
        #expect(try text("#sums", bench) == "\(Self.bytes.reduce(0) { $0 + Int($1) }) ")
        #expect(try text("#percents", bench) == "28 57 85 100 ")
        #expect(bench.text.contains("no file chosen"))
        #expect(bench.simulator.problems == [])
    }

    @Test("an automatic upload is there before its form is sent")
    func automatic() throws {
        let bench = Bench(PhotoView(isAutomatic: true))
        try bench.simulator.choose([ClientFile(name: "a.bin", bytes: Self.bytes)], in: node("[type=file]", bench))
        #expect(try text("#percents", bench) == "28 57 85 100 ")
        #expect(try text("#sums", bench) == "")
        try bench.simulator.click(node("button", bench))
        #expect(try text("#sums", bench) != "")
    }

    @Test("a file that its view finds too large keeps the form from being sent, until another is chosen")
    func tooLarge() throws {
        let bench = Bench(PhotoView())
        let input = try node("[type=file]", bench)
        try bench.simulator.choose([ClientFile(name: "a.bin", size: 200_000) { _ in [] }], in: input)
        try bench.simulator.click(node("button", bench))
        #expect(try text("#sums", bench) == "")
        try bench.simulator.choose([ClientFile(name: "b.bin", bytes: [1, 2])], in: input)
        try bench.simulator.click(node("button", bench))
        #expect(try text("#sums", bench) == "3 ")
    }
}
