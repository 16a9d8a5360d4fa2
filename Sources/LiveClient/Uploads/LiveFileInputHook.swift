import HTMLTree

/// The hook that Phoenix has built in for live file inputs: it sees which files the view has let go of.
final class LiveFileInputHook: ClientHook {
    static let name = "Phoenix.LiveFileUpload"

    private let uploads: Uploads

    init(_ uploads: Uploads) { self.uploads = uploads }

    func mounted(_ context: HookContext) { uploads.noteInput(context.element) }

    func updated(_ context: HookContext) { uploads.inputChanged(context.element) }
}
