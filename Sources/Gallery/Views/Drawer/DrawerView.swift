import Viewfinder

/// A drawer for papers: text files are chosen, checked, sent with progress and put away.
struct DrawerView: LiveView {
    struct Context: LiveContext {
        var papers: [Paper] = []
    }

    enum Event: Decodable, Sendable {
        case choose
        case put
        case takeBack(ref: String)
        case empty
    }

    static let rules = UploadRules(
        accept: [".txt", ".md", ".csv"], maxEntries: 3, maxFileSize: 2_000, chunkSize: 500)

    func mount(_ params: Params, _ socket: inout Socket) throws {
        socket.title = "A drawer for papers"
        try socket.allowUpload("papers", Self.rules)
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .choose: socket.clearFlash()
        case .put:
            let papers = try socket.consumeUploads("papers") { entry, file in
                Paper(name: entry.name, size: file.size, text: String(decoding: try file.bytes(), as: UTF8.self))
            }
            guard !papers.isEmpty else {
                socket.putFlash("info", "Choose a paper first.")
                return
            }
            socket.context.papers += papers
            socket.putFlash("success", papers.count == 1 ? "One paper put away." : "\(papers.count) papers put away.")
        case .takeBack(let ref): try socket.cancelUpload("papers", ref)
        case .empty:
            socket.context.papers = []
            socket.putFlash("info", "The drawer is empty again.")
        }
    }
}
