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

extension DrawerView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>A drawer for papers</h1>
        \(meta.flashBanners())
        <form id="drawer" phx-change="choose" phx-submit="put">
          \(meta.uploads["papers"].map(chooser))
          <p><button type="submit">Put away</button></p>
        </form>
        \(if: context.papers.isEmpty, #"<p class="hint">Nothing is in it yet.</p>"#, else: drawer(context.papers))
        """
    }

    private func chooser(_ upload: Upload) -> Rendered {
        """
        <div>
          <label for="\(upload.ref)">Papers</label>
          \(upload.fileInput())
          <p class="note">Text, Markdown or CSV; three at a time, each of at most 2 kB.</p>
        </div>
        <div id="chosen">
          \(upload.errors.map { #"<p class="problem tight">\#($0)</p>"# })
          \(each(upload.entries, by: \.ref, entry))
        </div>
        """
    }

    private func entry(_ entry: Upload.Entry) -> Rendered {
        """
        <div class="paper" id="paper-\(entry.ref)">
          <b>\(entry.name)</b>
          \(if: entry.isValid, progress(entry), else: problems(entry))
          <button type="button" phx-click="take_back" phx-value-ref="\(entry.ref)" \
        aria-label="Take back \(entry.name)">Take back</button>
        </div>
        """
    }

    private func progress(_ entry: Upload.Entry) -> Rendered {
        #"<progress max="100" value="\#(entry.progress)" aria-label="\#(entry.name)"></progress>"#
    }

    private func problems(_ entry: Upload.Entry) -> Rendered {
        #"<span class="problem">\#(entry.errors.map { "\($0) " })</span>"#
    }

    private func drawer(_ papers: [Paper]) -> Rendered {
        """
        <h2>In the drawer</h2>
        <table>
          <thead><tr><th>paper</th><th class="right">bytes</th><th class="wide">begins</th></tr></thead>
          <tbody>\(papers.map { paper in
            #"""
            <tr><td>\#(paper.name)</td><td class="right">\#(paper.size)</td><td class="wide">\#(paper.opening)</td></tr>
            """#
          })</tbody>
        </table>
        <p>\(papers.count == 1 ? "One paper" : "\(papers.count) papers"), \(papers.reduce(0) { $0 + $1.size }) bytes. \
        <button phx-click="empty">Empty it</button></p>
        """
    }
}

/// A text file that lies in the drawer.
struct Paper: Encodable, Sendable {
    var name: String
    /// In bytes.
    var size: Int
    /// The first words of it.
    var opening: String

    init(name: String, size: Int, text: String) {
        self.name = name
        self.size = size
        let line = text.split(whereSeparator: \.isNewline).first ?? ""
        opening = line.count > 30 ? line.prefix(29) + "…" : String(line)
    }
}
