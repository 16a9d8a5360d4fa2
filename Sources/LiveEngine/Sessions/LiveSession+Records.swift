import LiveProtocol

extension LiveSession {
    /// Tells those who want to know what came of work.
    ///
    /// - Parameter change: Fills in what came of it.
    final func record(
        _ happening: @autoclosure () -> SessionRecord.Happening, _ watch: TransactionWatch? = nil,
        _ change: (inout SessionRecord, Instruments) -> Void = { _, _ in }
    ) {
        guard let instruments = place.services.instruments else { return }
        var record = SessionRecord(
            session: place.address.number, view: viewName, topic: place.topic, happening: happening())
        record.times = watch?.times
        change(&record, instruments)
        instruments.take(record)
    }

    /// Keeps a failure that no handler's caller is told of, and tells those who want to know.
    final func report(_ error: any Error) {
        note(error)
        record(.trouble) { record, _ in record.fail(error) }
    }
}

extension SessionRecord {
    mutating func fail(_ error: any Error) {
        failure = "\(error)"
        cause = Cause(of: error)
    }
}
