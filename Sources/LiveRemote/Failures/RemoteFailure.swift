import LiveProtocol

/// Why a server cannot be reached, or what it says cannot be used; it says so with the place first.
package struct RemoteFailure: HostFailure, Hashable {
    /// What was asked, or as much of it as could be read: scheme, host and port.
    package let origin: String
    package let problem: Problem

    package enum Problem: Hashable, Sendable {
        // Before anything is sent.
        case noAddress
        case noHeader(String)
        case noProtection
        // While connecting.
        case unknownHost(String)
        case nobodyListens(port: Int)
        case unreachable(reason: String)
        case slowConnection(Duration)
        case untrustedCertificate
        case foreignCertificate
        case noTLS
        // While answering.
        case slowAnswer(Duration)
        case unfinishedAnswer(Duration)
        case noAnswer
        case cutShort
        case noHTTP
        case headersTooLarge(limit: Int)
        case pageTooLarge(limit: Int)
        case unknownPacking(String)
        case damagedPacking
        // Of sockets.
        case socketRefused(status: Int, path: String)
        case noSocket
        case socketClosed(code: Int, reason: String)
        case socketLost
        case messageTooLarge(limit: Int)
        case brokenRules
        case silentHeart(Duration)
        case tooMuchUnsent(limit: Int)
    }

    /// The code of a socket that ended otherwise than by a goodbye (RFC 6455, section 7.4.1).
    static let abnormalClosure = 1006

    init(_ origin: String, _ problem: Problem) {
        self.origin = origin
        self.problem = problem
    }
}

extension RemoteFailure: CustomStringConvertible {
    /// One sentence, in which nothing from outside can be mistaken for the words of a terminal.
    package var description: String { "\(origin.printable(limit: 100)): \(words)" }

    private var words: String {
        switch problem {
        case .noAddress: "not the address of a server, expected one such as http://127.0.0.1:4000"
        case .noHeader(let name):
            "the header \"\(name.printable())\" cannot be sent, expected a name of letters and a value of one line"
        case .noProtection:
            "https is not built in, build it with `swift build --product viewfinder-web --traits TLS`"
        case .unknownHost(let host): "there is no host of the name \(host.printable())"
        case .nobodyListens(let port): "nobody listens at port \(port), start the server or give its port"
        case .unreachable(let reason): "the server cannot be reached, \(reason.printable())"
        case .slowConnection(let limit): "connecting took longer than \(Self.seconds(limit))"
        case .untrustedCertificate: "the server's certificate is none that this machine trusts"
        case .foreignCertificate: "the server's certificate is for another host"
        case .noTLS: "what answers there does not speak TLS, try http"
        case .slowAnswer(let limit): "no answer came within \(Self.seconds(limit))"
        case .unfinishedAnswer(let limit): "the answer was not whole within \(Self.seconds(limit))"
        case .noAnswer: "the server closed the connection without an answer"
        case .cutShort: "the server closed the connection in the middle of its answer"
        case .noHTTP: "what answers there does not speak HTTP"
        case .headersTooLarge(let limit): "the headers of the answer are larger than \(Self.size(limit))"
        case .pageTooLarge(let limit): "the page is larger than \(Self.size(limit))"
        case .unknownPacking(let name):
            "the page is packed as \"\(name.printable())\", expected \"gzip\" or \"deflate\""
        case .damagedPacking: "the page is packed, and damaged"
        case .socketRefused(let status, let path):
            "the server refused the socket at \(path.printable()) with status \(status)\(Self.advice(status))"
        case .noSocket: "what answers there does not speak WebSocket"
        case .socketClosed(let code, let reason):
            "the server closed the socket with code \(code)" + (reason.isEmpty ? "" : ", \(reason.printable())")
        case .socketLost: "the server closed the socket without a word"
        case .messageTooLarge(let limit): "the server sent a message that is larger than \(Self.size(limit))"
        case .brokenRules: "the server sent something that breaks the rules of WebSocket"
        case .silentHeart(let limit): "the server gave no sign of life for \(Self.seconds(limit))"
        case .tooMuchUnsent(let limit): "the server does not take what is sent, of which \(Self.size(limit)) wait"
        }
    }

    private static func advice(_ status: Int) -> String {
        switch status {
        case 403: ", which may not allow this origin, or has its socket elsewhere: see `--socket`"
        case 404: ", its path may be another one: see `--socket`"
        default: ""
        }
    }

    private static func seconds(_ duration: Duration) -> String {
        let (seconds, rest) = duration.components
        return rest == 0 ? "\(seconds) s" : "\(seconds * 1000 + rest / 1_000_000_000_000_000) ms"
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : bytes >= 1 << 10 ? "\(bytes >> 10) KiB" : "\(bytes) bytes"
    }
}
