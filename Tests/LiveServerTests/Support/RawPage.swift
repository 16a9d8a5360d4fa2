import LiveProtocol

@testable import LiveServer

/// A page that was requested, and its socket, for one view.
actor RawPage {
    let client: RawClient
    /// What tokens the page has.
    let tokens: Tokens
    private var reference = 1

    /// What a page tells its client.
    struct Tokens {
        var id: String
        var session: String
        var csrf: String
        var cookies: String

        var topic: String { "lv:\(id)" }

        init?(_ response: RawClient.Response) {
            func attribute(_ name: String, after mark: String) -> String? {
                guard let start = response.body.firstRange(of: mark) else { return nil }
                let rest = response.body[start.lowerBound...]
                guard let value = rest.firstRange(of: "\(name)=\"") else { return nil }
                return String(rest[value.upperBound...].prefix { $0 != "\"" })
            }
            guard let id = attribute("id", after: "<div id=\"phx-"),
                let session = attribute("data-phx-session", after: "data-phx-main"),
                let csrf = attribute("content", after: "<meta name=\"csrf-token\"")
            else { return nil }
            (self.id, self.session, self.csrf, cookies) = (id, session, csrf, response.cookies)
        }
    }

    private init(_ client: RawClient, _ tokens: Tokens) {
        self.client = client
        self.tokens = tokens
    }

    /// Requests a page and opens its socket.
    static func open(_ path: String = "/", on server: LiveServer, cookies: String? = nil) async throws -> RawPage {
        let port = server.address.port
        let http = try await RawClient.connect(to: port)
        guard let response = try await http.request("GET", path), let tokens = Tokens(response) else {
            throw Broken(description: "no live page at \(path)")
        }
        await http.close()
        let client = try await RawClient.connect(to: port)
        let target = "/live/websocket?_csrf_token=\(tokens.csrf)&vsn=2.0.0"
        let opened = try await client.open(target, headers: ["Cookie: \(cookies ?? tokens.cookies)"])
        guard opened?.status == 101 else { throw Broken(description: "no socket: \(String(describing: opened))") }
        return RawPage(client, tokens)
    }

    struct Broken: Error, CustomStringConvertible { var description: String }

    /// Joins the page's view, with its own tokens unless told.
    ///
    /// - Returns: The response to the join.
    @discardableResult
    func join(_ path: String = "/", topic: String? = nil, session: String? = nil) async throws -> JSONValue? {
        try await send(
            "phx_join",
            [
                "url": .string("http://localhost\(path)"), "params": [:], "session": .string(session ?? tokens.session),
                "static": .null, "sticky": false,
            ], topic: topic)
        return try await reply()
    }

    /// Clicks, and waits for the answer.
    @discardableResult
    func click(_ event: String, value: JSONValue = [:]) async throws -> JSONValue? {
        try await push(event, value: value)
        return try await reply()
    }

    /// Clicks, and waits for nothing.
    func push(_ event: String, value: JSONValue = [:]) async throws {
        try await send("event", ["type": "click", "event": .string(event), "value": value])
    }

    func send(_ name: String, _ payload: JSONValue, topic: String? = nil) async throws {
        reference += 1
        let join: JSONValue = name == "phx_join" ? .string("\(reference)") : .string("2")
        let message = JSONValue.array([
            join, .string("\(reference)"), .string(topic ?? tokens.topic), .string(name), payload,
        ])
        try await client.sendFrame(message.json)
    }

    /// The response of the answer to what was sent last; what else comes before it is passed over.
    func reply() async throws -> JSONValue? {
        while let message = try await message() {
            if message[1] == .string("\(reference)") { return message[4]["response"] }
        }
        return nil
    }

    /// The payload of the next push of a name; what else comes before it is passed over.
    func next(_ name: String) async throws -> JSONValue? {
        while let message = try await message() {
            if message[3] == .string(name) { return message[4] }
        }
        return nil
    }

    /// The five parts of the next message; nil when the socket is closed.
    func message() async throws -> [JSONValue]? {
        while let frame = await client.frame() {
            guard frame.opcode == 1, case .array(let parts) = try JSONValue(parsing: frame.text) else { continue }
            return parts
        }
        return nil
    }
}
