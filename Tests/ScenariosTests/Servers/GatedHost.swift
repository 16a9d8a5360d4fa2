import CLibrary
import LiveProtocol

/// A host that answers only once a file is there.
final class GatedHost: Host {
    struct Shut: HostFailure {
        var description: String { "the gate is shut" }
    }

    private let host: FarHost
    private let gate: String

    init(_ host: FarHost, gate: String) {
        self.host = host
        self.gate = gate
    }

    func request(_ request: PageRequest) -> PendingPage {
        if access(gate, F_OK) == 0 { return host.request(request) }
        let page = PendingPage()
        page.answer(.failed(Shut()))
        return page
    }

    func connect(_ request: ConnectRequest) -> any Transport { host.connect(request) }
}
