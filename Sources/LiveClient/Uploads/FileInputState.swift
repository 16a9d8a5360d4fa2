/// What the client remembers of a live file input.
struct FileInputState {
    var files: [TrackedFile] = []
    /// Whether the markup requires a file; while files are tracked the attribute is away.
    var isRequired = false
    /// What `data-phx-preflighted-refs` was at the last look.
    var preflighted: String?
}
