import HTMLTree
import LiveProtocol
import OrderedCollections

/// The files that are chosen in the live file inputs of a page, and what their views know of them
/// (TheClientsRules.md, "Uploads").
final class Uploads {
    /// What is remembered of a live file input.
    private struct FileInput {
        var files: [TrackedFile] = []
        /// Whether the markup requires a file; while files are tracked the attribute is away.
        var isRequired = false
        /// What `data-phx-preflighted-refs` was at the last look.
        var preflighted: String?
    }

    /// A submit that waits until the files of its form are sent.
    private struct AwaitingSubmit {
        let form: NodeID
        let submit: () -> Void
        /// Ends what shows that the form is being sent.
        let undo: () -> Void
    }

    let document: Document
    let outbox: Outbox
    let schedule: PageSchedule
    let log: ClientLog
    /// What sends files past the engine, by the name that views give.
    var uploaders: [String: ([FileTransfer]) -> Void] = [:]
    /// The files on their way.
    var transfers: [FileTransfer] = []
    private var inputs: [NodeID: FileInput] = [:]
    private var awaitingSubmits: [AwaitingSubmit] = []
    /// Numbers the files that are chosen.
    private var lastReference = 0

    init(document: Document, outbox: Outbox, schedule: PageSchedule, log: ClientLog) {
        self.document = document
        self.outbox = outbox
        self.schedule = schedule
        self.log = log
    }

    // MARK: Choosing

    /// Puts files in a file input: beside those that are there where it takes several, else in place of the one.
    func choose(_ files: [ClientFile], in input: NodeID) {
        guard isLive(input) else {
            return document.setFiles(files.map { ChosenFile(name: $0.name, size: $0.size) }, of: input)
        }
        let new = files.map { file in
            defer { lastReference += 1 }
            return TrackedFile(file, reference: String(lastReference))
        }
        let present = document.hasAttribute("multiple", of: input) ? self.files(of: input) : []
        setFiles(present + new, of: input)
    }

    /// Lets go of all files of the inputs of a form.
    func clearFiles(in form: NodeID) {
        for input in liveInputs(of: form) { clearFiles(of: input) }
    }

    /// Lets go of all files of an input.
    func clearFiles(of input: NodeID) {
        if inputs[input]?.files.isEmpty == false { setFiles([], of: input) }
    }

    /// Takes note of what is chosen, and shows it in the document.
    private func setFiles(_ files: [TrackedFile], of input: NodeID) {
        inputs[input, default: FileInput()].files = files
        document.setFiles(files.map { ChosenFile(name: $0.file.name, size: $0.file.size) }, of: input)
        if files.isEmpty {
            if inputs[input]?.isRequired == true { document.setAttribute("required", to: "", of: input) }
            inputs[input]?.isRequired = false
        } else if document.hasAttribute("required", of: input) {
            inputs[input]?.isRequired = true
            document.removeAttribute("required", of: input)
        }
    }

    // MARK: What a view knows

    /// The files that a change of an input tells its view of, by upload.
    func announceFiles(of input: NodeID) -> OrderedDictionary<String, [UploadEntry]> {
        guard let upload = document.attribute(ViewAttribute.uploadReference, of: input) else { return [:] }
        let files = activeFiles(of: input)
        guard !files.isEmpty else { return [:] }
        for file in files { file.isAnnounced = true }
        return [upload: files.map { $0.entry(path: document.attribute("name", of: input) ?? "") }]
    }

    /// A live file input came to the page.
    func noteInput(_ input: NodeID) {
        inputs[input, default: FileInput()].preflighted =
            document.attribute(ViewAttribute.preflightedReferences, of: input)
    }

    /// The view has changed what it says of an input's files: those that it has let go of are gone.
    func inputChanged(_ input: NodeID) {
        let preflighted = document.attribute(ViewAttribute.preflightedReferences, of: input)
        if preflighted != inputs[input]?.preflighted {
            noteInput(input)
            if preflighted?.isEmpty != false, let form = document.form(of: input) { cancelAwaitingSubmit(of: form) }
        }
        let active = references(ViewAttribute.activeReferences, of: input)
        let gone = files(of: input).filter { $0.isAnnounced && !active.contains($0.reference) }
        guard !gone.isEmpty else { return }
        setFiles(files(of: input).filter { file in !gone.contains { $0 === file } }, of: input)
        for transfer in transfers where gone.contains(where: { $0 === transfer.tracked }) { transfer.cancel() }
    }

    func files(of input: NodeID) -> [TrackedFile] { inputs[input]?.files ?? [] }

    /// The files whose view was not asked yet whether they may be sent.
    func filesAwaitingPreflight(of input: NodeID) -> [TrackedFile] {
        let preflighted = references(ViewAttribute.preflightedReferences, of: input)
        return activeFiles(of: input).filter { $0.stage == .chosen && !preflighted.contains($0.reference) }
    }

    func hasFilesAwaitingPreflight(_ form: NodeID) -> Bool {
        liveInputs(of: form).contains { !filesAwaitingPreflight(of: $0).isEmpty }
    }

    /// Whether files of a form are on their way.
    func isSending(_ form: NodeID) -> Bool {
        liveInputs(of: form).contains {
            document.attribute(ViewAttribute.preflightedReferences, of: $0) ?? ""
                != document.attribute(ViewAttribute.doneReferences, of: $0) ?? ""
        }
    }

    /// Whether a view has found fault with what is chosen in a form.
    func hasErrors(_ form: NodeID) -> Bool {
        liveInputs(of: form).contains { document.hasAttribute(ViewAttribute.errorReferences, of: $0) }
    }

    /// The files that are to be sent: those that the view has not let go of. Empty ones are never.
    private func activeFiles(of input: NodeID) -> [TrackedFile] {
        let present = files(of: input)
        guard !present.isEmpty else { return [] }
        let active = references(ViewAttribute.activeReferences, of: input)
        return present.filter { file in
            file.stage != .sent && file.file.size > 0 && (!file.isAnnounced || active.contains(file.reference))
        }
    }

    private func isLive(_ node: NodeID) -> Bool { document.hasAttribute(ViewAttribute.uploadReference, of: node) }

    /// The live file inputs of a form.
    func liveInputs(of form: NodeID) -> [NodeID] {
        document.controls(of: form).filter { isLive($0) && document.controlKind(of: $0) == .file }
    }

    private func references(_ attribute: String, of input: NodeID) -> Set<String> {
        Set((document.attribute(attribute, of: input) ?? "").split(separator: ",").map(String.init))
    }

    // MARK: Submits that wait

    /// Keeps a submit until the files of its form are sent; one that waits already is given up.
    ///
    /// - Parameter undo: Ends what shows that the form is being sent.
    func awaitFiles(of form: NodeID, submit: @escaping () -> Void, undo: @escaping () -> Void) {
        cancelAwaitingSubmit(of: form)
        awaitingSubmits.append(AwaitingSubmit(form: form, submit: submit, undo: undo))
    }

    /// Goes on with the submit that waits for a form's files.
    func triggerAwaitingSubmit(of form: NodeID) {
        guard let waiting = takeAwaitingSubmit(of: form) else { return }
        waiting.undo()
        if document.isAlive(form) { waiting.submit() }
    }

    /// Gives up the submit that waits for a form's files.
    func cancelAwaitingSubmit(of form: NodeID) { takeAwaitingSubmit(of: form)?.undo() }

    private func takeAwaitingSubmit(of form: NodeID) -> AwaitingSubmit? {
        awaitingSubmits.firstIndex { $0.form == form }.map { awaitingSubmits.remove(at: $0) }
    }

    // MARK: Ends

    /// An input is gone from the page, and what was on its way with it.
    func forget(_ input: NodeID) {
        guard !inputs.isEmpty, let known = inputs.removeValue(forKey: input), !known.files.isEmpty else { return }
        for transfer in transfers where transfer.input == input { transfer.cancel() }
    }

    /// A view was left, and what was on its way to it with it.
    func cancelTransfers(to view: ViewChannel) {
        for transfer in transfers where transfer.target.view === view { transfer.cancel() }
    }

    /// A view's channel is lost: what was on its way to it has failed.
    func failTransfers(to view: ViewChannel) {
        for transfer in transfers where transfer.target.view === view { transfer.fail("the connection was lost") }
    }
}

/// The hook that Phoenix has built in for live file inputs: it sees which files the view has let go of.
final class LiveFileInputHook: ClientHook {
    static let name = "Phoenix.LiveFileUpload"

    private let uploads: Uploads

    init(_ uploads: Uploads) { self.uploads = uploads }

    func mounted(_ context: HookContext) { uploads.noteInput(context.element) }

    func updated(_ context: HookContext) { uploads.inputChanged(context.element) }
}
