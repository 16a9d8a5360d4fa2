extension TemplateFilter {
    static let uploadFilters = [
        TemplateFilter("live_file_input") { (value, arguments, _) throws(TemplateError) in
            guard case .object(let object) = value, let upload = (object as? UploadObject)?.upload else {
                throw .unsupported("live_file_input", value, at: arguments.offset)
            }
            return .markup(upload.fileInput().html)
        }
    ]
}
