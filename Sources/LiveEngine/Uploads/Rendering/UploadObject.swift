/// An upload as template files see it: `{{ uploads.avatar|live_file_input }}`, `{% for entry in uploads.avatar.entries %}`.
final class UploadObject: TemplateObject {
    let upload: Upload
    var typeName: String { "the upload \"\(upload.name)\"" }

    init(_ upload: Upload) { self.upload = upload }

    func member(_ name: String) -> TemplateValue? {
        switch name {
        case "name": .string(upload.name)
        case "ref": .string(upload.ref)
        case "entries": ContextReader.value(of: upload.entries)
        case "errors": ContextReader.value(of: upload.errors)
        case "isValid": .bool(upload.isValid)
        case "accept": ContextReader.value(of: upload.rules.accept)
        case "maxEntries": .integer(upload.rules.maxEntries)
        case "maxFileSize": .integer(upload.rules.maxFileSize)
        default: nil
        }
    }
}

extension Uploads {
    /// The uploads by name.
    var templateValue: TemplateValue {
        .map(ValueMap(list.map { ($0.name, .object(UploadObject($0))) }))
    }
}
