/// The hook that Phoenix has built in for live file inputs: it sees which files the view has let go of.
final class LiveFileInputHook: ClientHook {
    static let name = "Phoenix.LiveFileUpload"

    func mounted(_ context: HookContext) { context.client?.noteFileInput(context.element) }

    func updated(_ context: HookContext) { context.client?.fileInputChanged(context.element) }
}
