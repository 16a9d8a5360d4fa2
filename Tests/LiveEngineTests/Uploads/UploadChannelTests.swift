import Basics
import LiveProtocol
import Templates
import Testing

@testable import LiveEngine

@Suite("Uploads: how files come, and go")
struct UploadChannelTests {
    typealias Page = TestPage

    private static let paper = Page.entry("0", "a.txt", size: 14)

    /// A page with one file under way, none of which has come.
    private func page(_ rules: UploadRules? = nil) throws -> (page: TestPage, channel: TestPage.Channel) {
        let page = TestPage(rules.map { PapersView(rules: $0) } ?? PapersView())
        page.choose([Self.paper])
        let token = try #require(try page.tokens(for: [Self.paper])["0"])
        let (channel, reply) = page.joinUpload("0", token)
        #expect(reply == .handled(nil))
        return (page, channel)
    }

    private func context(_ page: TestPage, _ key: String) -> [String] {
        guard case .array(let values)? = page.inspection?.context[key] else { return [] }
        return values.compactMap(\.string)
    }

    @Test("a file comes in chunks, its progress is told, and it is consumed")
    func whole() throws {
        let (page, channel) = try page()
        #expect(page.chunk("0123456789", on: channel) == .handled(nil))
        page.progress("0", .percent(71))
        #expect(page.texts("i") == ["a.txt 71"])
        #expect(page.input("data-phx-preflighted-refs") == "0")
        #expect(page.input("data-phx-done-refs") == "")
        page.chunk("abcd", on: channel)
        page.progress("0", .percent(100))
        #expect(page.input("data-phx-done-refs") == "0")
        #expect(context(page, "heard") == ["papers a.txt 71", "papers a.txt 100 done"])
        page.submit("save", "")
        #expect(context(page, "kept") == ["a.txt: 0123456789abcd"])
        #expect(page.texts("i") == [])
        #expect(page.failures == [])
    }

    @Test("what the page tells of its progress counts as far as it is true")
    func boast() throws {
        let (page, channel) = try page()
        page.progress("0", .percent(100))
        #expect(page.texts("i") == ["a.txt 0"])
        page.chunk("0123456789", on: channel)
        page.progress("0", .percent(100))
        #expect(page.texts("i") == ["a.txt 71"])
        page.submit("save", "")
        #expect(page.failures.last?.contains(#"upload "papers": still in progress: "a.txt""#) == true)
    }

    @Test("more bytes than were announced are refused, and what came is gone")
    func tooMuch() throws {
        let (page, channel) = try page()
        let folder = try #require(page.folder)
        page.chunk("0123456789", on: channel)
        #expect(page.fileCount(in: folder) == 1)
        #expect(page.chunk("abcde", on: channel) == UploadFailure.fileSizeLimitExceeded(limit: 14).reply)
        #expect(!FileSystem.isFolder(folder))
        #expect(page.chunk("a", on: channel) == UploadFailure.disallowed.reply)
    }

    @Test("a byte after the last one does no harm to the file")
    func late() throws {
        let (page, channel) = try page()
        page.chunk("0123456789abcd", on: channel)
        page.progress("0", .percent(100))
        #expect(page.chunk("!", on: channel) == UploadFailure.fileSizeLimitExceeded(limit: 14).reply)
        page.submit("save", "")
        #expect(context(page, "kept") == ["a.txt: 0123456789abcd"])
    }

    @Test("a token is good for one join, and for none when its file is cancelled")
    func tokens() throws {
        let page = TestPage(PapersView())
        let entries = [Self.paper, Page.entry("1", "b.txt", size: 3)]
        let tokens = try page.tokens(for: entries)
        let first = try #require(tokens["0"])
        #expect(page.joinUpload("0", first).reply == .handled(nil))
        #expect(page.joinUpload("0", first).reply == UploadFailure.alreadyRegistered.reply)
        let again = try #require(try page.tokens(for: entries)["0"])
        #expect(page.joinUpload("0", again).reply == UploadFailure.alreadyRegistered.reply)
        page.click("cancel", ["ref": "1"])
        #expect(page.joinUpload("1", try #require(tokens["1"])).reply == UploadFailure.disallowed.reply)
    }

    @Test("a chunk that takes too long ends its file, in virtual time")
    func timeout() throws {
        let (page, channel) = try page()
        let folder = try #require(page.folder)
        page.advance(by: .seconds(9))
        page.chunk("0123456789", on: channel)
        page.advance(by: .seconds(9))
        #expect(page.texts("u") == [])
        page.advance(by: .seconds(1))
        #expect(page.texts("u") == ["The file could not be sent: no more of it came in time."])
        #expect(page.messages.contains(.error))
        #expect(!FileSystem.isFolder(folder))
        #expect(page.clock.nextDeadline == nil)
    }

    @Test("a file that the page gives up is gone, and says why")
    func failure() throws {
        let (page, channel) = try page()
        let folder = try #require(page.folder)
        page.chunk("0123456789", on: channel)
        page.progress("0", .failed(reason: "no connection"))
        page.progress("0", .failed(reason: "no connection"))
        #expect(page.texts("u") == ["The file could not be sent: no connection."])
        #expect(!FileSystem.isFolder(folder))
        #expect(page.clock.nextDeadline == nil)
    }

    @Test("a handler that throws keeps and removes nothing")
    func transaction() throws {
        let page = TestPage(PapersView())
        try page.upload("0", "a.txt", "hello")
        let folder = try #require(page.folder)
        page.submit("fail", "")
        #expect(context(page, "kept") == [])
        #expect(page.texts("i") == ["a.txt 100"])
        #expect(page.fileCount(in: folder) == 1)
        page.submit("save", "")
        #expect(context(page, "kept") == ["a.txt: hello"])
    }

    @Test("a file can be kept for later, or consumed alone")
    func postponing() throws {
        let page = TestPage(PapersView())
        try page.upload("0", "a.txt", "hello")
        try page.upload("1", "b.txt", "world")
        page.click("postpone")
        #expect(page.texts("i") == ["a.txt 100"])
        page.click("keep_one", ["ref": "9"])
        #expect(page.failures.last?.contains(#"upload "papers" has no entry "9""#) == true)
        page.click("keep_one", ["ref": "0"])
        #expect(context(page, "kept") == ["hello"])
        #expect(page.folder == nil)
    }

    static let memory: [UploadStorage] = [.memory, .custom { _ in UpperCaseWriter() }]

    @Test("a writer of another kind makes no file", arguments: zip(memory, ["hello", "HELLO"]))
    func writers(storage: UploadStorage, text: String) throws {
        let page = TestPage(PapersView(rules: UploadRules(storage: storage)))
        try page.upload("0", "a.txt", "hello")
        #expect(page.folder == nil)
        page.submit("save", "")
        #expect(context(page, "kept") == ["a.txt: \(text)"])
    }

    @Test("a writer that fails fails its file")
    func brokenWriter() throws {
        let (page, channel) = try page(UploadRules(storage: .custom { _ in BrokenWriter() }))
        #expect(page.chunk("0123", on: channel) == UploadFailure.writerError.reply)
        page.receive()
        #expect(page.texts("u") == ["The file could not be sent: it cannot be kept."])
    }

    @Test("an external upload is sent with what its view makes, and counts as its page says")
    func external() throws {
        let page = TestPage(
            PapersView(
                rules: UploadRules { entry in
                    ["uploader": "S3", "key": .string(entry.name)]
                }))
        page.choose([Self.paper])
        #expect(try page.preflight([Self.paper]).entries == ["0": ["uploader": "S3", "key": "a.txt"]])
        page.progress("0", .percent(40))
        page.progress("0", .percent(100))
        page.submit("save", "")
        #expect(context(page, "kept") == ["a.txt: "])
        let nameless = TestPage(PapersView(rules: UploadRules { _ in ["key": "x"] }))
        #expect(try nameless.preflight([Self.paper]).errors == ["0": ["external_client_failure"]])
    }

    static let endings: [(String, @Sendable (TestPage) -> Void)] = [
        ("consumed", { $0.submit("save", "") }),
        ("cancelled", { $0.click("cancel", ["ref": "0"]) }),
        ("left for another page", { $0.click("leave") }),
        ("left by the page", { $0.send(.leave) }),
        ("joined again", { $0.join("/") }),
    ]

    @Test("however a file's time ends, it is removed, and its folder with the last", arguments: endings)
    func removal(how: String, end: @Sendable (TestPage) -> Void) throws {
        let page = TestPage(PapersView())
        try page.upload("0", "a.txt", "hello")
        let folder = try #require(page.folder)
        #expect(page.fileCount(in: folder) == 1)
        end(page)
        #expect(!FileSystem.isFolder(folder), "\(how)")
        #expect(page.clock.nextDeadline == nil)
    }

    @Test("a connection that is dropped takes its files along, those under way too")
    func dropped() throws {
        let engine = Engine(routes: Routes([Route("/", "") { PapersView() }]), clock: VirtualClock())
        var page: TestPage? = TestPage(on: engine)
        try page?.upload("0", "a.txt", "hello")
        let token = try #require(try page?.tokens(for: [Page.entry("1", "b.txt", size: 9)])["1"])
        if let channel = page?.joinUpload("1", token).channel { page?.chunk("0123", on: channel) }
        let folder = try #require(engine.shared.uploadFolder.path)
        #expect(page?.fileCount(in: folder) == 2)
        page = nil
        #expect(!FileSystem.isFolder(folder))
        #expect(engine.clock.nextDeadline == nil)
    }
}

/// Keeps what comes in capitals.
private final class UpperCaseWriter: UploadWriter {
    private var text = ""

    func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self).uppercased() }
    func finish() -> UploadedFile { UploadedFile(bytes: Array(text.utf8)) }
    func remove() {}
}

private final class BrokenWriter: UploadWriter {
    struct Failure: Error {}

    func write(_ bytes: [UInt8]) throws { throw Failure() }
    func finish() throws -> UploadedFile { throw Failure() }
    func remove() {}
}
