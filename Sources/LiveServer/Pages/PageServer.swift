import Basics
import LiveEngine
import LiveProtocol
import NIOHTTP1

/// Answers requests: for pages of the views, for the files of the client, for figures.
struct PageServer: Sendable {
    let core: ServerCore
    let files: ClientFiles

    /// The answer to a request; what views do may take long.
    func answer(_ request: ServerRequest) -> ServerAnswer {
        guard core.hosts.isKnown(host: request.header("host")) else {
            core.refuse(.foreignHost, from: request.address, request.header("host") ?? "")
            return .foreignHost
        }
        switch request.path {
        case SocketOpening.path[...]: return refuseSocket(request)
        case "/metrics" where core.hasMetrics:
            guard isReading(request) else { return .wrongMethod }
            return ServerAnswer(
                contentType: PrometheusText.contentType, Array(PrometheusText(core.counters.now).text.utf8))
        case let path where path.hasPrefix(ClientFiles.prefix):
            guard isReading(request) else { return .wrongMethod }
            return files.answer(path.dropFirst(ClientFiles.prefix.count), ifNoneMatch: request.header("if-none-match"))
        default:
            guard isReading(request) || request.head.method == .POST else { return .wrongMethod }
            return page(request)
        }
    }

    private func isReading(_ request: ServerRequest) -> Bool {
        request.head.method == .GET || request.head.method == .HEAD
    }

    private func page(_ request: ServerRequest) -> ServerAnswer {
        let cookies = request.cookies
        let visitor = Visitor(cookies: cookies, cookieName: core.cookieName, signer: core.signer)
        let engine = core.makeEngine(VirtualClock(epoch: core.now()))
        let isPost = request.head.method == .POST
        let response = engine.respond(
            to: PageRequest(
                method: isPost ? "POST" : "GET", url: request.head.uri,
                body: isPost ? String(decoding: request.body, as: UTF8.self) : nil, cookies: cookies),
            head: files.head(csrfToken: visitor.csrfToken(core.signer)))
        var answer = ServerAnswer(status: HTTPResponseStatus(statusCode: response.status), html: response.html)
        if let location = response.location {
            // Blanks and line ends could end the header; what is coded already stays so.
            let kept = "-._~:/?#[]@!$&'()*+,;=%"
            answer.headers.add(name: "Location", value: PercentCoding.encode(location, keeping: kept))
        }
        for cookie in response.cookies { answer.add(cookie) }
        if let cookie = visitor.newCookie { answer.add(cookie) }
        if response.status == 405 { answer.headers.add(name: "Allow", value: "GET, HEAD") }
        return answer
    }

    /// To a request at the place of the socket which opened none.
    private func refuseSocket(_ request: ServerRequest) -> ServerAnswer {
        do throws(SocketRefusal) {
            _ = try SocketOpening(request, core)
            return .refusal(.badRequest, "Here a WebSocket can be opened, version 13.")
        } catch {
            core.refuse(error.reason, from: request.address, request.header("origin") ?? "")
            return error.answer
        }
    }
}

extension ServerAnswer {
    fileprivate static var wrongMethod: ServerAnswer {
        var answer = refusal(.methodNotAllowed, "Expected a GET or POST request.")
        answer.headers.add(name: "Allow", value: "GET, HEAD, POST")
        return answer
    }
}
