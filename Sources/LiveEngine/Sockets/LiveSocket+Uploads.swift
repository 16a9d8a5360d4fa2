extension LiveSocket where Owner: EventHandler {
    /// What is chosen in the uploads that the view, or the component, has allowed.
    public var uploads: Uploads { state.ownUploads }

    /// Takes files in from now on; `meta.uploads` has their input. Allowing a name again, with no file chosen there,
    /// changes its rules.
    public mutating func allowUpload(_ name: String, _ rules: UploadRules = UploadRules()) throws(UploadError) {
        try state.allowUpload(name, rules)
    }

    /// Takes no files in any more.
    ///
    /// - Throws: While files are chosen.
    public mutating func disallowUpload(_ name: String) throws(UploadError) { try state.disallowUpload(name) }

    /// Takes a chosen file back, with what has come of it; when it is not there any more, nothing happens.
    public mutating func cancelUpload(_ name: String, _ ref: String) throws(UploadError) {
        try state.cancelUpload(name, ref)
    }

    /// Hands all files of an upload over, in the order of choosing; after the handler they are removed.
    ///
    /// A file that is to outlive the handler is copied or moved. Files that could not be taken are none of them; where
    /// they are chosen, no form is sent.
    ///
    /// - Throws: `UploadError` while a file is still on its way; what `consume` throws.
    public mutating func consumeUploads<Value>(
        _ name: String, _ consume: (Upload.Entry, UploadedFile) throws -> Value
    ) throws -> [Value] {
        try state.consumeUploads(name) { .done(try consume($0, $1)) }
    }

    /// As above, where a file can be kept for later.
    public mutating func consumeUploads<Value>(
        _ name: String, _ consume: (Upload.Entry, UploadedFile) throws -> Consumption<Value>
    ) throws -> [Value] {
        try state.consumeUploads(name, consume)
    }

    /// Hands one file over, whatever else is on its way.
    ///
    /// - Throws: `UploadError` when the file is not there, or still on its way; what `consume` throws.
    public mutating func consumeUpload<Value>(
        _ name: String, _ ref: String, _ consume: (UploadedFile) throws -> Value
    ) throws -> Value {
        try state.consumeUpload(name, ref) { .done(try consume($0)) }
    }

    /// As above, where the file can be kept for later.
    public mutating func consumeUpload<Value>(
        _ name: String, _ ref: String, _ consume: (UploadedFile) throws -> Consumption<Value>
    ) throws -> Value {
        try state.consumeUpload(name, ref, consume)
    }
}
