import LiveProtocol

/// What a session is to do in one transaction.
enum SessionWork {
    case mount(Params)
    /// The address changed by the view's own wish.
    case params(Params)
    /// The address changed by the person's wish, which takes all messages away (Flash.md, "What travels").
    case patch(Params)
    /// The address changes by the wish of a nested view.
    case rootPatch(RootPatch)
    case event(EventPush)
    /// The page asks whether files may be sent.
    case preflight(UploadPreflight)
    /// A file has come further, or failed; with what has come on its channel.
    case progress(UploadProgress, UploadArrival?)
    /// An info of the view's own type, or a `ContextChange`.
    case info(any Sendable, from: SessionRecord.InfoSource)
    /// An info of a component's own type, or a `ContextChange`, that a timer, a topic or a task sent.
    case componentInfo(Int, any Sendable, from: SessionRecord.InfoSource)
    /// What the page is made of changed, not what it shows.
    case render
    /// What it held at a moment of the past is to be the present again.
    case restore(KeptSession)
}

extension SessionWork {
    var happening: SessionRecord.Happening {
        switch self {
        case .mount(let params): .mounted(url: params.url)
        case .params(let params), .patch(let params): .patched(url: params.url)
        case .rootPatch(let patch): .patched(url: patch.url)
        case .event(let push): .event(push.event, component: push.component)
        case .info: .info(component: nil)
        case .componentInfo(let cid, _, _): .info(component: cid)
        case .render: .reloaded
        case .restore: .restored
        case .preflight(let preflight): .event("allow_upload", component: preflight.component)
        case .progress(let progress, _): .event("progress", component: progress.component)
        }
    }

    /// What an info comes from; nil for what is no info.
    var source: SessionRecord.InfoSource? {
        switch self {
        case .info(_, let source), .componentInfo(_, _, let source): source
        case .mount, .params, .patch, .rootPatch, .event, .preflight, .progress, .render, .restore: nil
        }
    }

    /// Whether an error is a view's answer to a request for its page, and no failure of the view.
    func isAnswered(by error: any Error) -> Bool {
        guard case .mount = self, let status = StatusError(of: error)?.status else { return false }
        return status < 500
    }

    /// The handler, for people.
    var name: String {
        switch self {
        case .mount: "mount"
        case .params, .patch, .rootPatch: "handleParams"
        case .event(let push): "event \"\(push.event)\""
        case .info, .componentInfo: "handleInfo"
        case .render: "reload"
        case .restore: "restore"
        case .preflight: "allow_upload"
        case .progress: "handleProgress"
        }
    }
}
