extension Result where Success: Sendable {
    /// Does work and takes what it returns or throws.
    init(of work: @Sendable () async throws(Failure) -> Success) async {
        do throws(Failure) { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
