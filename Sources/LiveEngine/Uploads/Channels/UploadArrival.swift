/// What has come of one file.
struct UploadArrival {
    let percent: Int
    /// The file, when all of it is there.
    let file: UploadedFile?
}
