import LiveEngine
import Markup

/// Takes papers in: text files of at most 20 bytes, two at a time.
struct PapersView: LiveView {
    struct Context: LiveContext {
        /// What was kept, as `name: text`.
        var kept: [String] = []
        /// What `handleProgress` heard.
        var heard: [String] = []
        /// Where the files lay when they were kept.
        var paths: [String] = []
    }

    enum Event: Decodable, Sendable {
        case choose
        case save
        case postpone
        case keepOne(ref: String)
        case fail
        case cancel(ref: String)
        case change
        case close
        case leave
    }

    struct Refusal: Error {}

    var rules = UploadRules(accept: [".txt", "text/*"], maxEntries: 2, maxFileSize: 20, chunkSize: 10)

    func mount(_ params: Params, _ socket: inout Socket) throws { try socket.allowUpload("papers", rules) }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .choose: break
        case .save: try keepAll(&socket)
        case .postpone:
            _ = try socket.consumeUploads("papers") { entry, _ in
                entry.name == "a.txt" ? Consumption.postponed(()) : .done(())
            }
        case .keepOne(let ref):
            let text = try socket.consumeUpload("papers", ref) { String(decoding: try $0.bytes(), as: UTF8.self) }
            socket.context.kept.append(text)
        case .fail:
            try keepAll(&socket)
            throw Refusal()
        case .cancel(let ref): try socket.cancelUpload("papers", ref)
        case .change: try socket.allowUpload("papers", UploadRules(maxEntries: 5))
        case .close: try socket.disallowUpload("papers")
        case .leave: socket.redirect(to: "/elsewhere")
        }
    }

    func handleProgress(_ upload: String, _ entry: Upload.Entry, _ socket: inout Socket) {
        socket.context.heard.append("\(upload) \(entry.name) \(entry.progress)\(entry.isDone ? " done" : "")")
    }

    private func keepAll(_ socket: inout Socket) throws {
        let files = try socket.consumeUploads("papers") { entry, file in
            (path: file.path, text: "\(entry.name): \(String(decoding: try file.bytes(), as: UTF8.self))")
        }
        socket.context.kept += files.map(\.text)
        socket.context.paths += files.compactMap(\.path)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let upload = meta.uploads["papers"]
        return """
            <form phx-change="choose" phx-submit="save">\(upload?.fileInput())</form>
            \((upload?.errors ?? []).map { "<b>\($0)</b>" as Rendered })
            \((upload?.entries ?? []).map { entry in
                "<i>\(entry.name) \(entry.progress)\(entry.errors.map { " <u>\($0)</u>" as Rendered })</i>" as Rendered
            })
            """
    }
}
