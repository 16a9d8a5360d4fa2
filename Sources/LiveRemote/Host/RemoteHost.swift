import LiveProtocol

/// Pages and live views of servers elsewhere, over HTTP and WebSocket.
package final class RemoteHost: Host {
    private let options: RemoteOptions
    /// The server that was asked first, by its name.
    private var home: String?

    /// Makes a host for any server; nothing is asked yet.
    package init(options: RemoteOptions = RemoteOptions()) { self.options = options }

    package func request(_ request: PageRequest) -> PendingPage {
        let page = PendingPage()
        do throws(RemoteFailure) {
            let address = try RemoteAddress(origin: request.origin)
            let message = try OutgoingRequest(page: request, at: address, headers: headers(for: address))
            PageFetch(of: page, from: address, limits: options.limits).start(message)
        } catch {
            page.answer(.failed(error))
        }
        return page
    }

    package func connect(_ request: ConnectRequest) -> any Transport {
        let mailbox = Mailbox(to: request.origin, limits: options.limits)
        do throws(RemoteFailure) {
            let address = try RemoteAddress(origin: request.origin)
            let message = try OutgoingRequest(
                socket: request, path: options.socketPath, at: address, headers: headers(for: address))
            SocketDial(mailbox, to: address).start(message)
        } catch {
            mailbox.end(error.problem)
        }
        return RemoteTransport(mailbox)
    }

    package func reaches(origin: String) -> Bool {
        guard let address = try? RemoteAddress(origin: origin) else { return false }
        return !address.isProtected || Dialer.isAbleToProtect
    }

    /// What is added to requests for a server.
    private func headers(for address: RemoteAddress) -> [(name: String, value: String)] {
        if home == nil { home = address.host }
        return home == address.host ? options.headers : []
    }
}
