import Simulator
import TextLayout

/// The inspector beside the page, as far as keys, clicks and its place are concerned.
extension Interface {
    func openInspector() {
        let inspector = Inspector(of: simulator, target: target)
        inspector.update(journal, recorder)
        self.inspector = inspector
        arrange()
    }

    func closeInspector() {
        simulator.hideElementLabels()
        inspector = nil
        arrange()
    }

    /// Whether keys are the inspector's: it has the focus, or the whole terminal, and the page asks nothing.
    var isInspectorFocused: Bool {
        guard let inspector, simulator.question == nil else { return false }
        return inspector.hasFocus || layout.page == nil
    }

    /// - Returns: Nil for a key that the inspector has no use for.
    func pressInInspector(_ key: Key) -> Reaction? {
        guard let inspector, inspector.takes(key) else { return nil }
        return react(to: inspector.press(key))
    }

    func react(to outcome: Inspector.Outcome) -> Reaction {
        switch outcome {
        case .none: return .none
        case .left:
            if layout.page == nil { closeInspector() } else { inspector?.hasFocus = false }
        case .resized: arrange()
        case .told(let text): problems.tell(text)
        case .copied(let text):
            problems.tell("copied \(ReadableText.quote(text))")
            return .copy(text)
        case .edit(let request): return .edit(request)
        }
        return .none
    }

    /// Takes a click that is the inspector's: one in it, or one that picks an element.
    ///
    /// - Returns: Whether it was.
    func clickInInspector(at position: Position) -> Bool {
        guard let inspector, let area = layout.inspector else { return false }
        if area.contains(position) {
            inspector.click(at: position)
            return true
        }
        if let onPage = positionOnPage(position), inspector.pick(at: onPage) { return true }
        inspector.hasFocus = false
        return false
    }
}
