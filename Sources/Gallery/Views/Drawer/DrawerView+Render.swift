import Viewfinder

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
          \(upload.errors.map { #"<p class="problem tight">\#($0)</p>"# as Rendered })
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
        #"<span class="problem">\#(entry.errors.map { "\($0) " as Rendered })</span>"#
    }

    private func drawer(_ papers: [Paper]) -> Rendered {
        """
        <h2>In the drawer</h2>
        <table>
          <thead><tr><th>paper</th><th class="right">bytes</th><th class="wide">begins</th></tr></thead>
          <tbody>\(papers.map { paper in
            #"""
            <tr><td>\#(paper.name)</td><td class="right">\#(paper.size)</td><td class="wide">\#(paper.opening)</td></tr>
            """# as Rendered
          })</tbody>
        </table>
        <p>\(papers.count == 1 ? "One paper" : "\(papers.count) papers"), \(papers.reduce(0) { $0 + $1.size }) bytes. \
        <button phx-click="empty">Empty it</button></p>
        """
    }
}
