import HTMLTree

/// The hook that Phoenix has built in for dialogs: it takes the focus to the first element inside once that is shown.
///
/// What Tab does not leave is up to who moves the focus; see `aria-modal`.
final class FocusWrapHook: ClientHook {
    static let name = "Phoenix.FocusWrap"

    private let takeFocus: (NodeID) -> Void

    /// - Parameter takeFocus: Takes the focus into an element, unless it is there already.
    init(_ takeFocus: @escaping (NodeID) -> Void) { self.takeFocus = takeFocus }

    func mounted(_ context: HookContext) { takeFocus(context.element) }
}
