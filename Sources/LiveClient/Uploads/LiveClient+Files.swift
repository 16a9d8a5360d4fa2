import HTMLTree
import LiveProtocol
import OrderedCollections

/// The files that are chosen in file inputs, and what their views know of them (CLIENT.md 18).
extension LiveClient {
    /// Chooses files in a file input, in one stroke: beside those that are there where it takes several, else in place of
    /// the one.
    public func choose(_ files: [ClientFile], in input: NodeID) {
        guard document.isAlive(input), document.controlKind(of: input) == .file, !document.isDisabled(input),
            !isLeaving(input), !files.isEmpty
        else { return }
        if isLiveFileInput(input) {
            track(files, in: input)
        } else {
            document.setFiles(files.map { ChosenFile(name: $0.name, size: $0.size) }, of: input)
        }
        changed(input)
    }

    /// Drops files on an element: they are chosen in the input that the place to drop them on names
    /// (`phx-drop-target`).
    ///
    /// - Returns: False when this is no place to drop files on.
    @discardableResult
    public func drop(_ files: [ClientFile], on node: NodeID) -> Bool {
        guard document.isAlive(node),
            let target = ([node] + document.ancestors(of: node)).lazy
                .compactMap({ self.document.attribute(BindingName.dropTarget, of: $0) }).first,
            let input = document.element(withID: target), document.controlKind(of: input) == .file
        else { return false }
        choose(files, in: input)
        return true
    }

    func isLiveFileInput(_ node: NodeID) -> Bool { document.hasAttribute(ViewAttribute.uploadReference, of: node) }

    /// The live file inputs of a form.
    func liveFileInputs(of form: NodeID) -> [NodeID] {
        document.controls(of: form).filter { document.controlKind(of: $0) == .file && isLiveFileInput($0) }
    }

    private func track(_ files: [ClientFile], in input: NodeID) {
        let new = files.map { file in
            defer { page.lastFileReference += 1 }
            return TrackedFile(file, reference: String(page.lastFileReference))
        }
        if document.hasAttribute("multiple", of: input) {
            page.nodes[input].fileInput.files += new
        } else {
            page.nodes[input].fileInput.files = new
        }
        showFiles(of: input)
    }

    /// Shows in the document what is chosen.
    func showFiles(of input: NodeID) {
        let files = page.nodes[input].fileInput.files
        document.setFiles(files.map { ChosenFile(name: $0.file.name, size: $0.file.size) }, of: input)
        if files.isEmpty {
            if page.nodes[input].fileInput.isRequired { document.setAttribute("required", to: "", of: input) }
            page.nodes[input].fileInput.isRequired = false
        } else if document.hasAttribute("required", of: input) {
            page.nodes[input].fileInput.isRequired = true
            document.removeAttribute("required", of: input)
        }
    }

    /// Lets go of all files of an input, and of what is under way of them.
    func clearFiles(of input: NodeID) {
        guard page.nodes.has(input), !page.nodes[input].fileInput.files.isEmpty else { return }
        page.nodes[input].fileInput.files = []
        showFiles(of: input)
    }

    /// The files that a change of an input tells its view of, by upload.
    func announceFiles(of input: NodeID) -> OrderedDictionary<String, [UploadEntry]> {
        guard let upload = document.attribute(ViewAttribute.uploadReference, of: input) else { return [:] }
        let files = activeFiles(of: input)
        guard !files.isEmpty else { return [:] }
        for file in files { file.isAnnounced = true }
        return [upload: files.map { $0.entry(path: document.attribute("name", of: input) ?? "") }]
    }

    /// The files that are to be sent: those that the view has not let go of. Empty ones are never.
    private func activeFiles(of input: NodeID) -> [TrackedFile] {
        guard page.nodes.has(input) else { return [] }
        let active = references(ViewAttribute.activeReferences, of: input)
        return page.nodes[input].fileInput.files.filter { file in
            file.stage != .sent && file.file.size > 0 && (!file.isAnnounced || active.contains(file.reference))
        }
    }

    /// The files whose view was not asked yet whether they may be sent.
    func filesAwaitingPreflight(of input: NodeID) -> [TrackedFile] {
        let preflighted = references(ViewAttribute.preflightedReferences, of: input)
        return activeFiles(of: input).filter { $0.stage == .chosen && !preflighted.contains($0.reference) }
    }

    func hasFilesAwaitingPreflight(_ form: NodeID) -> Bool {
        liveFileInputs(of: form).contains { !filesAwaitingPreflight(of: $0).isEmpty }
    }

    /// Whether files of a form are on their way.
    func hasUploadsInProgress(_ form: NodeID) -> Bool {
        liveFileInputs(of: form).contains {
            document.attribute(ViewAttribute.preflightedReferences, of: $0) ?? ""
                != document.attribute(ViewAttribute.doneReferences, of: $0) ?? ""
        }
    }

    /// Whether a view has found fault with what is chosen in a form.
    func hasUploadErrors(_ form: NodeID) -> Bool {
        liveFileInputs(of: form).contains { document.hasAttribute(ViewAttribute.errorReferences, of: $0) }
    }

    func noteFileInput(_ input: NodeID) {
        page.nodes[input].fileInput.preflighted = document.attribute(ViewAttribute.preflightedReferences, of: input)
    }

    /// The view has changed what it says of an input's files: those that it has let go of are gone.
    func fileInputChanged(_ input: NodeID) {
        let preflighted = document.attribute(ViewAttribute.preflightedReferences, of: input)
        if preflighted != page.nodes[input].fileInput.preflighted {
            noteFileInput(input)
            if preflighted?.isEmpty != false, let form = document.form(of: input) { cancelAwaitingSubmit(of: form) }
        }
        let active = references(ViewAttribute.activeReferences, of: input)
        let files = page.nodes[input].fileInput.files
        let gone = files.filter { $0.isAnnounced && !active.contains($0.reference) }
        guard !gone.isEmpty else { return }
        page.nodes[input].fileInput.files.removeAll { file in gone.contains { $0 === file } }
        showFiles(of: input)
        for transfer in page.transfers where gone.contains(where: { $0 === transfer.tracked }) { transfer.cancel() }
    }

    private func references(_ attribute: String, of input: NodeID) -> Set<String> {
        Set((document.attribute(attribute, of: input) ?? "").split(separator: ",").map(String.init))
    }
}

extension TrackedFile {
    /// The file as its view is told of it.
    ///
    /// - Parameter path: The name of the input; nil in a preflight.
    func entry(path: String? = nil) -> UploadEntry {
        UploadEntry(
            path: path, reference: reference, name: file.name, relativePath: file.relativePath, type: file.type,
            size: file.size, lastModified: file.lastModified, meta: file.meta)
    }
}
