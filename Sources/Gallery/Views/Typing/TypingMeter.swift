import Viewfinder

/// Measures how fast the line of its field is copied, letter by letter and without the view.
final class TypingMeter: ClientHook {
    private var line = ""
    private var start: Duration?

    func mounted(_ context: HookContext) {
        line = context["data-line"] ?? ""
        context.listen(to: .input) { [weak self] in self?.measure(context) }
    }

    /// Another line begins with an empty field.
    func updated(_ context: HookContext) {
        guard let next = context["data-line"], next != line else { return }
        line = next
        context.setValue("")
    }

    private func measure(_ context: HookContext) {
        let typed = context.value
        guard !typed.isEmpty else {
            start = nil
            return show("0 letters a minute", context)
        }
        let start = self.start ?? context.now
        self.start = start
        let seconds = max((context.now - start) / .seconds(1), 1)
        let speed = Int(Double(typed.count) * 60 / seconds)
        show("\(speed) letters a minute", context)
        guard typed == line else { return }
        context.pushEvent("finished", ["speed": .integer(speed)]) { [weak self] reply in
            let praise = reply["isBest"] == true ? "your best" : "you were faster before"
            self?.show("\(speed) letters a minute: \(praise)", context)
        }
    }

    private func show(_ words: String, _ context: HookContext) { context.setText(words, ofElement: "speed") }
}
