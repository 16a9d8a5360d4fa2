import LiveProtocol
import Logging

/// Writes what sessions do to a log: failures as errors, the rendering of pages, mounting, leaving and ending for
/// debugging, and each event, info and patch as a trace.
struct SessionLog {
    private let logger: Logger

    init(_ logger: Logger) { self.logger = logger }

    func take(_ record: SessionRecord) {
        let level = Self.level(of: record)
        guard logger.logLevel <= level else { return }
        var metadata: Logger.Metadata = [
            "view": "\(record.view)", "session": "\(record.session)", "topic": "\(record.topic)",
        ]
        let message: Logger.Message
        switch record.happening {
        case .rendered(let url):
            metadata["url"] = "\(url)"
            message = "rendered"
        case .mounted(let url):
            metadata["url"] = "\(url)"
            message = "mounted"
        case .event(let name, let component):
            metadata["event"] = "\(name)"
            metadata["component"] = component.map { "\($0)" }
            message = "event"
        case .info(let component):
            metadata["component"] = component.map { "\($0)" }
            message = "info"
        case .patched(let url):
            metadata["url"] = "\(url)"
            message = "patched"
        case .reloaded: message = "reloaded"
        case .restored: message = "restored"
        case .trouble: message = "trouble"
        case .ended: message = "ended"
        }
        metadata["to"] = record.destination.map { "\($0)" }
        metadata["duration"] = record.times.map { "\($0.sum)" }
        metadata["bytes"] = record.diffBytes.map { "\($0)" }
        guard let failure = record.failure else { return logger.log(level: level, message, metadata: metadata) }
        logger.log(level: level, "\(message) failed: \(failure)", metadata: metadata)
    }

    private static func level(of record: SessionRecord) -> Logger.Level {
        if record.failure != nil { return .error }
        if record.destination != nil { return .debug }
        return switch record.happening {
        case .rendered, .mounted, .ended: .debug
        case .event, .info, .patched, .reloaded, .restored: .trace
        case .trouble: .error
        }
    }
}
