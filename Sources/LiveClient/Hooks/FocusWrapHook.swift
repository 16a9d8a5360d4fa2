/// The hook that Phoenix has built in for dialogs: it takes the focus to the first element inside once that is shown.
///
/// What Tab does not leave is up to who moves the focus; see `aria-modal`.
final class FocusWrapHook: ClientHook {
    static let name = "Phoenix.FocusWrap"

    func mounted(_ context: HookContext) { context.client?.focusWrapMounted(context.element) }
}
