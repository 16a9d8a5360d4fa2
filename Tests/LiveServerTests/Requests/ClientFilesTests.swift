import Basics
import CLibrary
import LiveEngine
import Testing

@testable import LiveServer

@Suite("Files for browsers", .timeLimit(.minutes(20)))
struct ClientFilesTests {
    /// A folder with what browsers need, beside a file that nobody is to see.
    private final class Folder {
        let top: String
        var path: String { top + "/client" }

        init(_ files: [String: String] = ["phoenix.js": "var Phoenix", "phoenix_live_view.min.js": "var LiveView"])
            throws
        {
            top = try FileSystem.realPath(FileSystem.makeTemporaryFolder(prefix: "viewfinder-client-")) ?? ""
            try FileSystem.makeFolder(path + "/sub")
            try FileSystem.replace(top + "/secret.txt", with: "secret")
            try FileSystem.replace(path + "/.env", with: "secret")
            try FileSystem.replace(path + "/sub/app.css", with: "p {}")
            for (name, text) in files { try FileSystem.replace("\(path)/\(name)", with: text) }
        }

        deinit {
            for name in ["phoenix.js", "phoenix_live_view.min.js", ".env", "sub/app.css", "link.txt", "away"] {
                FileSystem.removeFile("\(path)/\(name)")
            }
            FileSystem.removeFile(top + "/secret.txt")
            for folder in [path + "/sub", path, top] { FileSystem.removeFolder(folder) }
        }

        func link(_ name: String, to target: String) throws {
            guard symlink(target, "\(path)/\(name)") == 0 else { throw FileFailure.last() }
        }
    }

    private func withFolder(_ body: (RawClient, Folder) async throws -> Void) async throws {
        let folder = try Folder()
        var options = ServerOptions()
        options.clientFolder = folder.path
        options.limits.file = 1000
        try await withServer(options: options) { server in
            try await body(try await RawClient.connect(to: server.address.port), folder)
        }
    }

    @Test func `A page names the scripts that the folder has, and what starts them`() async throws {
        try await withFolder { client, _ in
            let page = try #require(try await client.request("/"))
            let scripts = page.body.split(separator: "src=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
            #expect(
                scripts == ["phoenix.js", "phoenix_live_view.min.js", "boot.js"].map { "/viewfinder/client/\($0)" })
            for script in scripts {
                let response = try #require(try await client.request(script))
                #expect(response.status == 200)
                #expect(response.header("content-type") == "text/javascript; charset=utf-8")
            }
            #expect(try await client.request(scripts[2])?.body.contains("LiveView.LiveSocket(\"/live\"") == true)
        }
    }

    @Test func `A file that the browser has already is not sent again, until it changes`() async throws {
        try await withFolder { client, folder in
            let path = "/viewfinder/client/phoenix.js"
            let first = try #require(try await client.request(path))
            let tag = try #require(first.header("etag"))
            let second = try await client.request("GET", path, headers: ["If-None-Match: W/\"x\", \(tag)"])
            #expect(second?.status == 304)
            #expect(second?.header("etag") == tag)
            try FileSystem.replace(folder.path + "/phoenix.js", with: "var Phoenix = 2")
            let third = try await client.request("GET", path, headers: ["If-None-Match: \(tag)"])
            #expect(third?.status == 200)
            #expect(third?.body == "var Phoenix = 2")
            let head = try await client.request("HEAD", path)
            #expect(head?.header("content-length") == "15")
        }
    }

    @Test(
        arguments: [
            ("sub/app.css", 200), ("sub%2Fapp.css", 404), ("", 404), ("sub", 404), ("sub/", 404), (".env", 404),
            ("../secret.txt", 404), ("%2e%2e/secret.txt", 404), ("%2E%2E%2Fsecret.txt", 404), ("..%5Csecret.txt", 404),
            ("sub/../../secret.txt", 404), ("sub/%2e%2e/%2e%2e/secret.txt", 404), ("/etc/passwd", 404),
            ("%2Fetc%2Fpasswd", 404), ("phoenix.js%00.txt", 404), ("link.txt", 404), ("away/passwd", 404),
            ("here.txt", 200),
            ("missing.js", 404), ("./phoenix.js", 404), ("phoenix.js/", 404), ("%252e%252e/secret.txt", 404),
            ("....//secret.txt", 404), ("big.js", 404),
        ] as [(String, Int)])
    func `No way leads out of the folder`(path: String, status: Int) async throws {
        try await withFolder { client, folder in
            try folder.link("link.txt", to: "../secret.txt")
            try folder.link("away", to: "/etc")
            try folder.link("here.txt", to: "phoenix.js")
            try FileSystem.replace(folder.path + "/big.js", with: String(repeating: "a", count: 1001))
            defer { for name in ["here.txt", "big.js"] { FileSystem.removeFile("\(folder.path)/\(name)") } }
            let response = try await client.request("/viewfinder/client/\(path)")
            #expect(response?.status == status)
            #expect(response?.body.contains("secret") == false && response?.body.contains("root:") == false)
        }
    }

    @Test func `Without a folder the page says by a script of its own how to get one`() async throws {
        try await withServer { server in
            let client = try await RawClient.connect(to: server.address.port)
            #expect(try await client.request("/viewfinder/client/boot.js")?.body.contains("--client-js DIR") == true)
            #expect(try await client.request("/viewfinder/client/phoenix.js")?.status == 404)
        }
    }

    @Test func `A folder that is not there, or lacks a file, is told before the server starts`() throws {
        let folder = try Folder(["phoenix.js": ""])
        #expect(throws: ServerFailure.noClientFile("phoenix_live_view.js", folder: folder.path)) {
            try ClientFiles(folder: folder.path, limit: 1)
        }
        #expect(throws: ServerFailure.noClientFolder("/nowhere")) { try ClientFiles(folder: "/nowhere", limit: 1) }
    }
}
