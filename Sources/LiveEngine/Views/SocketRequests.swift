/// What a handler asks for beside changes of its context and flash.
struct SocketRequests {
    /// An event for the page.
    struct Event {
        let name: String
        let payload: any Encodable & Sendable
    }

    var events: [Event] = []
    var navigation: [NavigationRequest] = []
    var requests: [SessionRequest] = []
    var reply: (any Encodable & Sendable)?
    var messages: [InnerMessage] = []

    /// One word in each socket whose handlers ask for nothing, which most do; a block apart for the others.
    indirect enum Storage {
        case none
        case some(SocketRequests)

        var requests: SocketRequests {
            switch self {
            case .none: SocketRequests()
            case .some(let requests): requests
            }
        }
    }
}
