import Viewfinder

extension LogbookView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Logbook</h1>
        \(meta.flashBanners())
        \(if: context.entries.isEmpty, "<p>All pages are blank.</p>", else: list(context.entries))
        <p>
          <button id="write" phx-click="\(Self.open("#writing"))">Write an entry</button>
          <button id="strike" phx-click="\(Self.open("#striking"))" \
        \(attribute: "disabled", if: context.entries.isEmpty)>Strike the last</button>
        </p>
        \(dialog("writing", "New entry", writing(context.nextID)))
        \(dialog("striking", "Strike the last entry?", striking))
        """
    }

    /// Shows a dialog and takes the focus into it; closing it gives the focus back to where it was.
    private static func open(_ dialog: String) -> JS {
        JS.pushFocus().show(to: .document(dialog)).focusFirst(to: .document(dialog))
    }

    private func list(_ entries: [Entry]) -> Rendered {
        "<ol>\(each(entries, by: \.id) { "<li>\($0.text)</li>" as Rendered })</ol>"
    }

    private func dialog(_ id: String, _ title: String, _ content: Rendered) -> Rendered {
        let target = "#\(id)"
        return """
            <div id="\(id)" role="dialog" aria-modal="true" aria-labelledby="\(id)-title" style="display: none" \
            phx-hook="Phoenix.FocusWrap" data-close="\(JS.hide(to: .document(target)).popFocus())" \
            phx-window-keydown="\(JS.exec("data-close", to: .document(target)))" phx-key="Escape">
              <h3 id="\(id)-title" class="tight">\(title)</h3>
              \(content)
            </div>
            """
    }

    /// Each entry has a form of its own, so that what was written before is gone from the next.
    private func writing(_ number: Int) -> Rendered {
        """
        <form id="entry-\(number)" class="tight" phx-submit="\(JS.push("add").exec("data-close", to: "#writing"))">
          <p><input type="text" name="text" size="30" aria-label="Entry"></p>
          <button type="submit">Write</button>
          <button type="button" phx-click="\(JS.exec("data-close", to: "#writing"))">Cancel</button>
        </form>
        """
    }

    private var striking: Rendered {
        """
        <p>A line goes through it, and it will not be read again.</p>
        <button phx-click="\(JS.exec("data-close", to: "#striking"))">Keep it</button>
        <button phx-click="\(JS.push("strike").exec("data-close", to: "#striking"))">Strike it</button>
        """
    }
}
