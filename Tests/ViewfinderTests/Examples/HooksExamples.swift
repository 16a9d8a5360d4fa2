import Viewfinder

// The examples of the article "Hooks"; a test holds the article to this file.

/// Counts what is typed, without asking the view.
final class LetterCount: ClientHook {
    func mounted(_ context: HookContext) {
        show(context)
        context.listen(to: .input) { [weak self] in self?.show(context) }
        context.handleEvent("empty") { _ in context.setValue("") }
    }

    func updated(_ context: HookContext) { show(context) }

    private func show(_ context: HookContext) {
        let limit = Int(context["data-limit"] ?? "") ?? 0
        context.setText("\(context.value.count) of \(limit)", ofElement: "count")
        guard context.value.count > limit else { return }
        context.pushEvent("too-long", ["count": .integer(context.value.count)])
    }
}

struct NoteView: LiveView {
    struct Context: LiveContext {
        var complaints = 0
    }

    enum Event: Decodable, Sendable {
        case tooLong(count: Int)
        case empty
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .tooLong: socket.context.complaints += 1
        case .empty: socket.pushEvent("empty")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <input id="note" name="note" aria-label="Note" phx-hook="LetterCount" data-limit="5">
        <p id="count" phx-update="ignore"></p>
        <p>Too long \(context.complaints) times.</p>
        <button phx-click="empty">Empty</button>
        """
    }
}

struct NoteApp: ViewfinderApp {
    var routes: [Route] {
        Route("/", "A short note") { NoteView() }
    }

    var hooks: [String: () -> any ClientHook] { ["LetterCount": { LetterCount() }] }

    func allows(_ navigation: NavigationEvent) -> Bool { !navigation.href.hasPrefix("/secret") }
}
