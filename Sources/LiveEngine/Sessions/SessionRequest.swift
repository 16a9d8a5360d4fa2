/// What a handler asks of its session beside its page; done in order of asking, when all the rest has succeeded.
enum SessionRequest {
    case timer(TimerRequest)
    case message(MessageRequest)
    case task(TaskRequest)
    case presence(PresenceRequest)
    case upload(UploadRequest)
    /// Of a nested view: the view at the page's address is to go to another address.
    case patchRoot(RootPatch)
    /// One that a component asks for.
    indirect case ofComponent(Int, SessionRequest)

    /// The part of the page that asks.
    var part: PagePart {
        switch self {
        case .timer, .message, .task, .presence, .upload, .patchRoot: .view
        case .ofComponent(let cid, _): .component(cid)
        }
    }
}
