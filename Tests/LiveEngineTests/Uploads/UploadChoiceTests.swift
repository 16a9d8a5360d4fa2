import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Uploads: what is chosen")
struct UploadChoiceTests {
    typealias Page = TestPage

    @Test("a file input names its upload, its entries and what keeps the form from being sent, escaped")
    func input() throws {
        let page = TestPage(PapersView())
        #expect(page.input("accept") == ".txt,text/*")
        #expect(page.html.contains(" multiple "))
        #expect(page.input("data-phx-active-refs") == "")
        page.choose([Page.entry("0", "a.txt", size: 3), Page.entry("1", "b.png", size: 3)])
        #expect(page.input("data-phx-active-refs") == "0,1")
        #expect(page.input("data-phx-error-refs") == "1")
        #expect(page.input("id") == page.uploadRef)
        let hostile = Upload(name: "\"><b>", ref: "phx-0-1", rules: UploadRules(), owner: .view)
        #expect(hostile.fileInput().html.contains(#"name="&#34;&gt;&lt;b&gt;""#))
    }

    static let verdicts: [(UploadEntry, UploadProblem?)] = [
        (Page.entry("0", "a.txt", size: 20), nil),
        (Page.entry("0", "a.TXT", size: 20), nil),
        (Page.entry("0", "a", size: 20, type: "text/plain"), nil),
        (Page.entry("0", "a.txt", size: 21), .tooLarge(limit: 20)),
        (Page.entry("0", "a.png", size: 20, type: "image/png"), .notAccepted([".txt", "text/*"])),
        (Page.entry("0", "txt", size: 20), .notAccepted([".txt", "text/*"])),
        (Page.entry("0", "a.png", size: 21), .tooLarge(limit: 20)),
    ]

    @Test("a file is judged by its size, then by its name and type", arguments: verdicts)
    func verdict(entry: UploadEntry, problem: UploadProblem?) {
        #expect(PapersView().rules.problem(of: entry) == problem)
    }

    @Test("what is wrong is said in words, and goes with the file that is cancelled")
    func tooMany() {
        let page = TestPage(PapersView())
        page.choose([
            Page.entry("0", "a.txt", size: 30), Page.entry("1", "b.txt", size: 3), Page.entry("2", "c.txt", size: 3),
        ])
        #expect(page.texts("b") == ["Too many files: at most 2."])
        #expect(page.texts("u") == ["Too large: at most 20 Bytes."])
        #expect(page.input("data-phx-error-refs") == "\(page.uploadRef),0")
        page.click("cancel", ["ref": "0"])
        #expect(page.texts("b") == [])
        #expect(page.texts("u") == [])
        #expect(page.input("data-phx-error-refs") == nil)
        page.click("cancel", ["ref": "0"])
        #expect(page.failures == [])
    }

    @Test("an entry that is known stays as it is; where one file can be chosen another takes its place")
    func replacing() throws {
        let page = TestPage(PapersView())
        page.choose([Page.entry("0", "a.txt", size: 3)])
        page.choose([Page.entry("0", "other.txt", size: 3), Page.entry("1", "b.txt", size: 3)])
        #expect(page.texts("i") == ["a.txt 0", "b.txt 0"])

        let single = TestPage(PapersView(rules: UploadRules(maxEntries: 1)))
        single.choose([Page.entry("0", "a.txt", size: 3)])
        let token = try #require(try single.tokens(for: [Page.entry("0", "a.txt", size: 3)])["0"])
        single.choose([Page.entry("1", "b.txt", size: 3)])
        #expect(single.texts("i") == ["b.txt 0"])
        #expect(single.joinUpload("0", token).reply == UploadFailure.disallowed.reply)
    }

    @Test("a preflight answers with the rules, a token for each good file, and what is wrong with the others")
    func preflight() throws {
        let page = TestPage(PapersView())
        let entries = [Page.entry("0", "a.txt", size: 3), Page.entry("1", "b.png", size: 3)]
        page.choose(entries)
        let reply = try page.preflight(entries)
        #expect(
            reply.configuration == [
                "max_file_size": 20, "max_entries": 2, "chunk_size": 10, "chunk_timeout": 10_000,
            ])
        #expect(Array(reply.entries.keys) == ["0"])
        #expect(reply.errors == ["1": ["not_accepted"]])
        #expect(page.input("data-phx-preflighted-refs") == "0")
    }

    @Test("too many files are refused together, with all that is wrong")
    func rejection() throws {
        let page = TestPage(PapersView())
        let entries = (0..<3).map { Page.entry("\($0)", "\($0).txt", size: $0 == 1 ? 99 : 1) }
        let reply = try page.preflight(entries)
        #expect(reply.entries.isEmpty)
        #expect(reply.rejections == [[.string(page.uploadRef), "too_many_files"], ["1", "too_large"]])
    }

    @Test("uploads that nobody has are errors, and the page stays up")
    func unknown() {
        let page = TestPage(PapersView())
        let reply = page.send(.allowUpload(UploadPreflight(reference: "phx-9", entries: [])))
        #expect(reply?.failure?.contains("\"phx-9\" belongs to no one here") == true)
        #expect(page.progress("7", .percent(50)) == .handled(nil))
        #expect(page.joinUpload("0", "upload.0.9").reply == UploadFailure.invalidToken.reply)
        #expect(page.chunk("x", on: .init(topic: "lvu:0", joinReference: 5)) == UploadFailure.disallowed.reply)
    }

    static let mistakes: [(UploadRules, String)] = [
        (UploadRules(accept: ["png"]), #"upload "x": accept "png": expected an ending as .jpg"#),
        (UploadRules(accept: ["*/*"]), #"upload "x": accept "*/*""#),
        (UploadRules(accept: [".a,.b"]), #"upload "x": accept ".a,.b""#),
        (UploadRules(maxEntries: 0), #"upload "x": maxEntries must be more than nothing, got 0"#),
        (UploadRules(maxFileSize: -1), #"upload "x": maxFileSize must be more than nothing, got -1"#),
        (UploadRules(chunkSize: 0), #"upload "x": chunkSize must be more than nothing, got 0"#),
        (UploadRules(chunkTimeout: .zero), #"upload "x": chunkTimeout must be more than nothing, got 0.0 seconds"#),
    ]

    @Test("rules that cannot be kept are refused", arguments: mistakes)
    func mistake(rules: UploadRules, words: String) {
        let error = #expect(throws: UploadError.self) { try rules.check(for: "x") }
        #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
    }

    @Test("rules change, and end, only while nothing is chosen")
    func changing() {
        let page = TestPage(PapersView())
        page.choose([Page.entry("0", "a.txt", size: 3)])
        page.click("change")
        page.click("close")
        #expect(page.failures.count == 2)
        #expect(page.failures.allSatisfy { $0.contains(#"files are chosen ("a.txt"); consume or cancel them first"#) })
        page.click("cancel", ["ref": "0"])
        let before = page.uploadRef
        page.click("change")
        #expect(page.uploadRef != before)
        #expect(page.input("accept") == nil)
        page.click("close")
        #expect(page.input("data-phx-upload-ref") == nil)
        page.click("close")
        #expect(page.failures.last?.contains(#"there is no upload "papers"; none was allowed"#) == true)
    }
}
