import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("O. Uploads")
struct UploadTests {
    private func file(_ name: String, _ count: Int) -> ClientFile {
        ClientFile(name: name, lastModified: 1, bytes: (0..<count).map { UInt8($0 % 251) })
    }

    private func choose(_ files: [ClientFile], on server: UploadServer) throws {
        server.page.client.choose(files, in: try server.page.element("#U"))
        server.page.client.settle()
    }

    private func submit(_ server: UploadServer) throws { try server.page.click("#go") }

    private func shown(_ server: UploadServer) throws -> [String] {
        server.page.document.files(of: try server.page.element("#U")).map(\.name)
    }

    @Test("153. change, preflight, chunks, submit")
    func wholeWay() throws {
        let server = try UploadServer()
        try choose([file("a.txt", 14)], on: server)
        #expect(
            server.page.pushes().last?.uploads == [
                "U": [
                    UploadEntry(
                        path: "avatar", reference: "0", name: "a.txt", type: "text/plain", size: 14, lastModified: 1)
                ]
            ])
        #expect(server.log() == ["v U:0=a.txt"])
        try submit(server)
        #expect(
            server.log() == [
                "preflight 0", "join lvu:0 token 0", "chunk lvu:0 10", "progress 0 71", "chunk lvu:0 4",
                "progress 0 100",
                "s without uploads",
            ])
        #expect(server.bytes["lvu:0"] == (0..<14).map { UInt8($0) })
        #expect(try server.page.attribute("disabled", "#go") == nil)
        #expect(server.page.client.isIdle)
    }

    @Test("153. progress is pushed only when the whole percent grew, with the event of phx-progress")
    func progress() throws {
        let server = try UploadServer(#"name="avatar" phx-progress="tick""#)
        server.chunkSize = 1
        try choose([file("a.bin", 250)], on: server)
        try submit(server)
        let told = server.log().filter { $0.hasPrefix("progress") }
        #expect(told.count == 100)
        #expect(told.first == "progress 0 1 tick")
        #expect(told.last == "progress 0 100 tick")
    }

    @Test("153. several inputs of several files go one way each, and the form after all of them")
    func several() throws {
        let server = try UploadServer(#"name="papers" multiple"#)
        try choose([file("a.txt", 5)], on: server)
        try choose([file("b.txt", 15), file("empty.txt", 0)], on: server)
        #expect(server.log() == ["v U:0=a.txt", "v U:0=a.txt U:1=b.txt"])
        #expect(try shown(server) == ["a.txt", "b.txt", "empty.txt"])
        try submit(server)
        let told = server.log()
        #expect(told.first == "preflight 0,1")
        #expect(told.last == "s without uploads")
        #expect(told.filter { $0.hasPrefix("join") } == ["join lvu:0 token 0", "join lvu:1 token 1"])
        #expect(server.bytes["lvu:1"]?.count == 15)
    }

    @Test("one file takes another's place where an input takes one")
    func replacing() throws {
        let server = try UploadServer()
        try choose([file("a.txt", 5)], on: server)
        try choose([file("b.txt", 5)], on: server)
        #expect(server.log() == ["v U:0=a.txt", "v U:1=b.txt"])
        #expect(try shown(server) == ["b.txt"])
        try submit(server)
        #expect(server.log().first == "preflight 1")
    }

    @Test("an input with auto upload sends its files at once, and a submit meanwhile waits for them")
    func automatic() throws {
        let server = try UploadServer(#"name="avatar" data-phx-auto-upload"#)
        server.chunkReply = nil
        try choose([file("a.txt", 5)], on: server)
        #expect(server.log() == ["v U:0=a.txt", "preflight 0", "join lvu:0 token 0", "chunk lvu:0 5"])
        try submit(server)
        #expect(server.log() == [])
        #expect(try server.page.attribute("disabled", "#go") != nil)
        #expect(!server.page.client.isIdle)
        let chunk = try #require(server.page.transport.sent.last { $0.topic == "lvu:0" })
        server.page.transport.reply(.handled(nil), to: chunk)
        server.page.client.settle()
        #expect(server.log() == ["progress 0 100", "s without uploads"])
        #expect(try server.page.attribute("disabled", "#go") == nil)
    }

    @Test("a form whose files have errors is not sent")
    func errors() throws {
        let server = try UploadServer()
        server.refusals = ["0": "too_large"]
        try choose([file("a.txt", 5)], on: server)
        try submit(server)
        #expect(server.log() == ["v U:0=a.txt", "preflight 0"])
        #expect(try server.page.attribute("disabled", "#go") == nil)
        #expect(try server.page.classes("#f") == [])
        try server.page.patch(
            server.page.html.replacing(
                "data-phx-upload-ref", with: #"data-phx-error-refs="0" data-phx-upload-ref"#))
        try submit(server)
        #expect(server.log() == [])
    }

    static let failures: [(String, [String])] = [
        ("file_size_limit_exceeded", ["leave lvu:0", "progress 0 error file_size_limit_exceeded"]),
        ("writer_error", ["leave lvu:0"]),
    ]

    @Test(
        "a chunk that is refused fails its file and the submit; what cannot be kept is known there", arguments: failures
    )
    func refusedChunk(reason: String, told: [String]) throws {
        let server = try UploadServer()
        server.chunkReply = .failed(["reason": .string(reason)])
        try choose([file("a.txt", 14)], on: server)
        try submit(server)
        #expect(Array(server.log().dropFirst(4)) == told)
        #expect(try server.page.attribute("disabled", "#go") == nil)
        #expect(try shown(server) == [])
        #expect(server.page.client.isIdle)
    }

    @Test("a chunk without an answer fails its file, in virtual time")
    func timeout() throws {
        let server = try UploadServer()
        server.chunkReply = nil
        try choose([file("a.txt", 14)], on: server)
        try submit(server)
        _ = server.log()
        server.page.advance(by: 1000)
        #expect(server.log() == ["leave lvu:0", "progress 0 error timeout"])
    }

    @Test("a file that the view lets go of is not sent on, and its form goes without it")
    func cancelled() throws {
        let server = try UploadServer()
        server.chunkReply = nil
        try choose([file("a.txt", 14)], on: server)
        try submit(server)
        _ = server.log()
        server.cancel("0")
        #expect(server.log() == ["leave lvu:0", "s without uploads"])
        #expect(try shown(server) == [])
    }

    @Test("a connection that is lost fails what is on its way, and nothing traps")
    func lost() throws {
        let server = try UploadServer()
        server.chunkReply = nil
        try choose([file("a.txt", 14)], on: server)
        try submit(server)
        _ = server.log()
        server.page.transport.isConnected = false
        server.page.advance(by: 5000)
        #expect(server.page.client.page.uploads.transfers.isEmpty)
        #expect(try shown(server) == [])
        #expect(server.log().filter { $0.hasPrefix("v") } == ["v {}"])
    }

    @Test("a file that cannot be read fails")
    func unreadable() throws {
        struct Gone: Error {}
        let server = try UploadServer()
        try choose([ClientFile(name: "a.txt", size: 14) { _ in throw Gone() }], on: server)
        try submit(server)
        #expect(server.log().last == "progress 0 error the file cannot be read: Gone()")
    }

    @Test("required is away while files are tracked")
    func required() throws {
        let server = try UploadServer(#"name="avatar" required"#)
        try submit(server)
        #expect(server.log() == [])
        try choose([file("a.txt", 5)], on: server)
        #expect(try server.page.attribute("required", "#U") == nil)
        server.cancel("0")
        #expect(try server.page.attribute("required", "#U") != nil)
    }

    @Test("files dropped on the place of an input are chosen there")
    func dropping() throws {
        let server = try UploadServer(#"name="avatar""#, form: #"phx-change="v" phx-submit="s" phx-drop-target="U""#)
        #expect(server.page.client.drop([file("a.txt", 5)], on: try server.page.element("#go")))
        server.page.client.settle()
        #expect(server.log() == ["v U:0=a.txt"])
    }

    @Test("files go by the app's own uploader where the view names one")
    func uploaders() throws {
        let server = try UploadServer(#"name="papers" multiple"#)
        server.passes = ["0": ["uploader": "S3"], "1": ["uploader": "S3"]]
        var given: [FileTransfer] = []
        server.page.client.uploaders["S3"] = { given = $0 }
        try choose([file("a.txt", 5), file("b.txt", 5)], on: server)
        try submit(server)
        #expect(given.map(\.file.name) == ["a.txt", "b.txt"])
        given[0].progress(50)
        given[0].progress(50)
        given[0].progress(100)
        given[1].progress(100)
        server.page.client.settle()
        #expect(
            Array(server.log().dropFirst(2)) == [
                "progress 0 50", "progress 0 100", "progress 1 100", "s without uploads",
            ])
        given[0].fail()
        #expect(server.log() == [])
    }

    @Test("an uploader that nobody knows fails its files, and is told")
    func unknownUploader() throws {
        let server = try UploadServer()
        server.passes = ["0": ["uploader": "S3"]]
        try choose([file("a.txt", 5)], on: server)
        try submit(server)
        #expect(server.log().last == #"progress 0 error there is no uploader "S3""#)
        #expect(server.page.client.diagnostics.map(\.rule) == [.upload])
    }

    @Test("another file input takes files without a view knowing them")
    func plainInput() throws {
        let page = try LivePage(
            #"<form id="f" phx-change="v"><input type="file" id="i" name="i"><input name="a"></form>"#)
        page.client.choose([file("a.txt", 5)], in: try page.element("#i"))
        page.client.settle()
        #expect(page.pushes().map(\.uploads) == [[:]])
        #expect(page.document.value(of: try page.element("#i")) == "a.txt")
    }
}
