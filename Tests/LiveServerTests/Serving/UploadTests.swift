import LiveEngine
import LiveProtocol
import Testing

@testable import LiveServer

@Suite("Files over a socket", .timeLimit(.minutes(20)))
struct UploadTests {
    private static let routes = Routes([Route("/") { PapersView() }])

    /// Announces a file of the page's only input.
    ///
    /// - Returns: The token with which it may be sent, and the name of the input.
    private func announce(_ size: Int, on page: RawPage) async throws -> (token: JSONValue, ref: JSONValue) {
        // The first of what the form renders, which is the input.
        let ref = try #require(try await page.join()?["rendered"]?["0"]?["0"])
        let entry: JSONValue = [
            "ref": "0", "name": "a.txt", "type": "text/plain", "size": .integer(size), "last_modified": 1,
            "relative_path": "",
        ]
        try await page.send(
            "event",
            [
                "type": "form", "event": "choose", "value": "",
                "uploads": .object([ref.string ?? "": .array([entry])]),
            ])
        _ = try await page.reply()
        try await page.send("allow_upload", ["ref": ref, "entries": .array([entry])])
        return (try #require(try await page.reply()?["entries"]?["0"]), ref)
    }

    /// Joins the channel of a file.
    private func join(_ token: JSONValue, on page: RawPage) async throws -> JSONValue? {
        try await page.send("phx_join", ["token": token], topic: "lvu:0")
        return try await page.message()?[4]
    }

    private func chunk(_ text: String, join: String) -> [UInt8] {
        let texts = [join, "99", "lvu:0", "chunk"].map { Array($0.utf8) }
        return [0] + texts.map { UInt8($0.count) } + texts.joined() + text.utf8
    }

    @Test func `A file comes in pieces, and is there when all of it is`() async throws {
        try await withServer(Self.routes) { server in
            let page = try await RawPage.open(on: server)
            let (token, ref) = try await announce(11, on: page)
            #expect(try await join(token, on: page)?["status"] == "ok")
            for part in ["hello ", "world"] {
                try await page.client.sendFrame(opcode: 2, chunk(part, join: "5"))
                #expect(try await page.next("phx_reply")?["status"] == "ok")
            }
            try await page.send("progress", ["event": .null, "ref": ref, "entry_ref": "0", "progress": 100])
            _ = try await page.reply()
            try await page.send("event", ["type": "form", "event": "save", "value": ""])
            #expect(try await page.reply()?.json.contains("a.txt: hello world") == true)
        }
    }

    @Test func `Only the token that the view gave opens the channel of a file`() async throws {
        try await withServer(Self.routes) { server in
            let (page, other) = (try await RawPage.open(on: server), try await RawPage.open(on: server))
            let token = try #require(try await announce(11, on: page).token.string)
            for forged in [token + "A", "upload.1", page.tokens.session, page.tokens.csrf] {
                #expect(
                    try await join(.string(forged), on: page)?["response"] == ["reason": "invalid_token"])
            }
            #expect(try await join(.string(token), on: other)?["response"] == ["reason": "invalid_token"])
        }
    }

    @Test func `A socket may send so many bytes of files and no more`() async throws {
        var options = ServerOptions()
        options.limits.uploadBytes = 8
        try await withServer(Self.routes, options: options) { server in
            let page = try await RawPage.open(on: server)
            let token = try await announce(11, on: page).token
            #expect(try await join(token, on: page)?["status"] == "ok")
            try await page.client.sendFrame(opcode: 2, chunk("hello ", join: "5"))
            try await page.client.sendFrame(opcode: 2, chunk("world", join: "5"))
            #expect(await page.client.closeCode() == 1008)
        }
    }
}
