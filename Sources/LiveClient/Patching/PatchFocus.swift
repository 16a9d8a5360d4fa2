import HTMLTree

/// What had the focus when a patch began, and what was selected in it.
///
/// A browser takes the focus from what is moved; the client gives it back to fields, silently
/// (`DOM.restoreFocus` in phoenix_live_view's dom.ts).
struct PatchFocus {
    let element: NodeID?
    private let selection: Range<Int>?

    init(in document: Document) {
        element = document.activeElement
        selection = element.flatMap { document.selection(of: $0) }
    }

    /// Gives a field the focus back, and what was selected in it.
    func restore(in document: Document) {
        guard let element, document.isAlive(element), document.isConnected(element),
            getsFocusBack(element, in: document)
        else { return }
        if document.activeElement != element {
            guard document.isFocusable(element) else { return }
            document.setActiveElement(element)
        }
        guard let selection else { return }
        let count = document.value(of: element).count
        let restored = min(selection.lowerBound, count)..<min(selection.upperBound, count)
        if document.selection(of: element) != restored { document.setSelection(restored, of: element) }
    }

    private func getsFocusBack(_ element: NodeID, in document: Document) -> Bool {
        switch document.controlKind(of: element) {
        case .text, .textarea, .select, .range, .color: true
        case .checkbox, .radio, .button, .image, .hidden, .file, .output, nil: false
        }
    }
}
