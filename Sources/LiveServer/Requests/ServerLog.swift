import Logging

/// Writes what a server is asked, one line each.
struct ServerLog: Sendable {
    let logger: Logger?

    func request(_ request: ServerRequest, _ answer: ServerAnswer, took time: Duration) {
        logger?.info(
            """
            \(Self.printable(request.method)) \(Self.printable(request.path)) \(answer.status.code) \
            \(answer.body.count) bytes \(Self.milliseconds(time)) \(request.address)
            """)
    }

    func socketOpened(from address: String, isTrusted: Bool) {
        logger?.info("socket opened \(address)\(isTrusted ? "" : ", without a token of this server")")
    }

    func socketClosed(from address: String, after time: Duration, events: Int) {
        logger?.info("socket closed \(address) after \(Self.milliseconds(time)), \(events) events")
    }

    func refused(_ reason: Refusal, from address: String, _ detail: String = "") {
        logger?.notice("refused \(address): \(reason.rawValue)\(detail.isEmpty ? "" : ": \(Self.printable(detail))")")
    }

    /// A text from outside without what could forge lines, or act on a terminal.
    private static func printable(_ text: some StringProtocol) -> String {
        var printable = ""
        for scalar in text.unicodeScalars.prefix(200) {
            printable.unicodeScalars.append((0x20..<0x7F).contains(scalar.value) ? scalar : "\u{FFFD}")
        }
        return printable
    }

    private static func milliseconds(_ time: Duration) -> String {
        let tenths = Int(time / .microseconds(100))
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
